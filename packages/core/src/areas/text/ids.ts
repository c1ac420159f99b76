/** The ids that the one text gives its own things. Those of brackets and their wordings are in `brackets/bracketed.ts`. */

import type { Id } from '../../ids.ts'

export type TextId = Id<'text'>
/** One writing of a clause in one language. */
export type VersionId = Id<'version'>
/** What is issued at once, at the desk alone; no room that receives it knows it. */
export type IssueId = Id<'issuing'>
/** A draft as one room has it. */
export type DraftId = Id<'draft'>
export type PackageId = Id<'package'>
export type TermId = Id<'term'>
export type FootnoteId = Id<'footnote'>
export type CommentId = Id<'comment'>
export type WordingProposalId = Id<'wording'>
/** A comment or proposed words, as they are answered. */
export type SayingId = Id<'saying'>
