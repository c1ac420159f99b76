/** The one text as it stands in a room: at the desk what the mediators write, elsewhere the drafts that were issued there. */

import type { PartyId, RoomId } from '../../ids.ts'
import type { Room, Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'
import type { Marking } from '../message/passage.ts'
import type { TableState } from '../table/state.ts'
import type { AlternativeId, BracketId, ChoiceIds, ClauseId } from './brackets/bracketed.ts'
import type {
  CommentId,
  DraftId,
  FootnoteId,
  IssueId,
  PackageId,
  TermId,
  TextId,
  VersionId,
  WordingProposalId,
} from './ids.ts'
import type { ClauseKind, Insertion } from './numbers/number.ts'
import type { Attribution, ClauseStanding, DraftClause, Nature, TextLanguages } from './schema.ts'

/** One writing of a clause in one language, on the version that its author saw. */
export type Version = Said & {
  readonly version: VersionId
  readonly language: string
  readonly upon?: VersionId
  readonly heading?: string
  readonly body?: string
  readonly choices?: readonly ChoiceIds[]
  /** The version in the drafting language that it renders. */
  readonly follows?: VersionId
  readonly editorial?: true
  /** Rivals that ended with it. */
  readonly settles?: readonly VersionId[]
  /** The choice that was made with it. */
  readonly made?: BracketId
}

/** A clause in one language: what stands, and what somebody wrote beside it without having seen it. */
export type ClauseWording = {
  readonly language: string
  current?: Version
  rivals: readonly Version[]
}

export type ClauseRow = Said & {
  readonly clause: ClauseId
  readonly text: TextId
  readonly clauseKind: ClauseKind
  upper?: ClauseId
  order: string
  /** How often it was put somewhere. */
  places: number
  readonly insertedAs?: Insertion
  bracketed: boolean
  removed?: Said
  readonly wordings: ClauseWording[]
  /** Every writing there was, in the order of the log. */
  readonly versions: Version[]
  standing: ClauseStanding
  agreedBy?: 'group' | 'plenary'
  agreedParties?: readonly PartyId[]
  /** Who said how it stands, or wrote what opened it again. */
  stood?: Said
  /** How often what standing hangs on has changed. */
  changes: number
}

export type TextPackage = Said & {
  readonly package: PackageId
  readonly text: TextId
  readonly name: string
  readonly clauses: readonly ClauseId[]
}
export type TextTerm = Said & {
  readonly term: TermId
  readonly text: TextId
  readonly spoken: readonly { readonly language: string; readonly word: string }[]
}
export type Footnote = Said & {
  readonly footnote: FootnoteId
  readonly clause: ClauseId
  readonly footnoteKind: 'reservation' | 'explanation' | 'placeholder' | 'link'
  readonly body: string
  withdrawn?: Said
}
export type SourceOfWords = { readonly room: RoomId; readonly item: string }
/** Who wants a wording, and where it comes from: beside the words, and at the desk alone. */
export type Support = {
  readonly alternative: AlternativeId
  readonly source?: SourceOfWords
  readonly by: Record<PartyId, Said & { readonly support: 'wants' | 'accepts' | 'opposes' | 'unsaid' }>
}

/** What was issued: the very clauses, as they stood when the desk said so. */
export type Issuing = Said & {
  readonly issuing: IssueId
  readonly text: TextId
  readonly to: readonly { readonly room: RoomId; readonly draft: DraftId }[]
  readonly attribution: Attribution
  /** Without names: who wants what is told by the supports as they stood. */
  readonly clauses: readonly DraftClause[]
  readonly supports: readonly Support[]
}

export type WorkingText = Said & {
  readonly text: TextId
  readonly title: string
  readonly nature: Nature
  readonly languages: TextLanguages
  readonly statusLine?: string
}

export type Draft = Partial<Said> & {
  readonly draft: DraftId
  /** Where its first part stands. */
  readonly from: number
  readonly parts: Record<string, readonly DraftClause[]>
  title?: string
  nature?: Nature
  languages?: TextLanguages
  statusLine?: string
  attribution?: Attribution
  /** Counted from 1 as this side got them. */
  number?: number
  withdrawn?: Said & { readonly note?: string }
}

type Outcome = 'taken' | 'in-part' | 'held' | 'not-taken' | 'may-pass'
type Answerable = {
  answer?: Said & { readonly outcome: Outcome; readonly note?: string }
  /** What may pass of it. */
  marking?: Marking
  /** When that was said anew. */
  marked?: Said
}
type OnDraft = Said &
  Answerable & {
    readonly draft: DraftId
    readonly recorded?: Circumstance
  }
export type DraftComment = OnDraft & {
  readonly comment: CommentId
  readonly clause: ClauseId
  readonly language?: string
  readonly quote?: string
  readonly body: string
}
export type WordingProposal = OnDraft & {
  readonly wording: WordingProposalId
  readonly clause?: ClauseId
  readonly behind?: ClauseId
  readonly language: string
  readonly body: string
  readonly note?: string
}
export type DraftPosition = Said & {
  readonly draft: DraftId
  readonly clause: ClauseId
  readonly position: number
  readonly stance: 'accept' | 'accept-ad-referendum' | 'reserve' | 'cannot' | 'no-view'
  readonly note?: string
  readonly marking?: Marking
  readonly recorded?: Circumstance
}

export type TextState = {
  readonly workingTexts: Record<TextId, WorkingText>
  readonly clauses: Record<ClauseId, ClauseRow>
  /** Which clause each version is of. */
  readonly clauseVersions: Record<VersionId, ClauseId>
  readonly textPackages: Record<PackageId, TextPackage>
  readonly textTerms: Record<TermId, TextTerm>
  readonly footnotes: Record<FootnoteId, Footnote>
  readonly supports: Record<AlternativeId, Support>
  readonly issuings: Record<IssueId, Issuing>
  readonly textDrafts: Record<DraftId, Draft>
  readonly draftComments: Record<CommentId, DraftComment>
  readonly wordingProposals: Record<WordingProposalId, WordingProposal>
  readonly draftPositions: DraftPosition[]
}

export const beginText = (): TextState => ({
  workingTexts: {},
  clauses: {},
  clauseVersions: {},
  textPackages: {},
  textTerms: {},
  footnotes: {},
  supports: {},
  issuings: {},
  textDrafts: {},
  draftComments: {},
  wordingProposals: {},
  draftPositions: [],
})

export type TextRoom = Room & TextState & Pick<TableState, 'direct'>
