/** Drafts as they are issued in rooms, and what a party says of them there, clause by clause. */

import * as v from 'valibot'
import { id } from '../../../ids.ts'
import { act } from '../../../room/area.ts'
import { body, language, note, title, wholeUpTo } from '../../../schema.ts'
import { marking, recorded } from '../../message/passage.ts'
import type { CommentId, WordingProposalId } from '../ids.ts'
import { attribution, clause, draftClause, nature, textLanguages, textLimits } from '../schema.ts'
import type { DraftComment, TextRoom, WordingProposal } from '../state.ts'
import { partKey } from './parts.ts'
import {
  checkAnswer,
  checkComment,
  checkIssue,
  checkPart,
  checkPosition,
  checkProposal,
  checkReleasing,
  checkWithdrawing,
} from './rules.ts'

const draftAct = act<TextRoom>()

/** A comment or proposed words, by an id of either. */
const sayingIn = (
  { draftComments, wordingProposals }: TextRoom,
  id: string,
): DraftComment | WordingProposal | undefined =>
  draftComments[id as CommentId] ?? wordingProposals[id as WordingProposalId]

const draft = id('draft')

export const draftActs = [
  draftAct({
    kind: 'draft.part',
    since: 2,
    fields: {
      draft,
      part: wholeUpTo(textLimits.partsMax - 1),
      draftClauses: v.pipe(
        v.array(draftClause),
        v.minLength(1),
        v.maxLength(textLimits.partClausesMax),
        v.readonly(),
      ),
    },
    about: ({ draft }) => draft,
    check: checkPart,
    apply: (room, { position: from }, { draft, part, draftClauses }) => {
      const known = (room.textDrafts[draft] ??= { draft, from, parts: {} })
      known.parts[partKey(part)] = draftClauses
    },
    stands: 'on-its-subject',
    saidToAll: true,
    scripted: false,
    underTitle: true,
  }),
  draftAct({
    kind: 'draft.issue',
    since: 2,
    fields: {
      draft,
      title,
      nature,
      textLanguages,
      statusLine: v.exactOptional(note),
      attribution,
      partsCount: wholeUpTo(textLimits.partsMax),
    },
    about: ({ draft }) => draft,
    check: checkIssue,
    apply: (room, said, { draft, title, nature, textLanguages: languages, statusLine, attribution }) => {
      const known = room.textDrafts[draft]
      if (known === undefined) return
      const before = Object.values(room.textDrafts).filter(({ position }) => position !== undefined)
      Object.assign(known, said, {
        title,
        nature,
        languages,
        ...(statusLine === undefined ? {} : { statusLine }),
        attribution,
        number: before.length + 1,
      })
    },
    stands: 'on-its-subject',
    saidToAll: true,
    scripted: false,
  }),
  draftAct({
    kind: 'draft.withdraw',
    since: 2,
    fields: { draft, note: v.exactOptional(note) },
    about: ({ draft }) => draft,
    check: checkWithdrawing,
    apply: (room, said, { draft, ...why }) => {
      const known = room.textDrafts[draft]
      if (known !== undefined) known.withdrawn = { ...said, ...why }
    },
    stands: 'on-its-subject',
  }),
  /** By clause and quotation, so that it finds its clause in the next draft, or says that the words are gone. */
  draftAct({
    kind: 'draft.comment',
    since: 2,
    fields: {
      comment: id('comment'),
      draft,
      clause,
      language: v.exactOptional(language),
      quote: v.exactOptional(note),
      body,
      marking: v.exactOptional(marking),
      recorded,
    },
    about: ({ comment }) => comment,
    deed: () => 'explore',
    check: checkComment,
    apply: (room, said, comment) => {
      room.draftComments[comment.comment] = { ...said, ...comment }
    },
    stands: 'as-event',
  }),
  /** Words for a clause, or for a new one behind it. */
  draftAct({
    kind: 'draft.propose',
    since: 2,
    fields: {
      wording: id('wording'),
      draft,
      clause: v.exactOptional(clause),
      behind: v.exactOptional(clause),
      language,
      body,
      note: v.exactOptional(note),
      marking: v.exactOptional(marking),
      recorded,
    },
    about: ({ wording }) => wording,
    deed: () => 'propose',
    check: checkProposal,
    apply: (room, said, proposal) => {
      room.wordingProposals[proposal.wording] = { ...said, ...proposal }
    },
    stands: 'as-event',
    underTitle: true,
  }),
  draftAct({
    kind: 'draft.position',
    since: 2,
    fields: {
      draft,
      clause,
      stance: v.picklist(['accept', 'accept-ad-referendum', 'reserve', 'cannot', 'no-view']),
      note: v.exactOptional(note),
      marking: v.exactOptional(marking),
      recorded,
    },
    about: ({ draft }) => draft,
    deed: (_, { stance }) =>
      stance === 'accept' || stance === 'accept-ad-referendum' ? 'agree-ad-referendum' : 'explore',
    check: checkPosition,
    apply: (room, said, { marking, ...stance }) => {
      room.draftPositions.push({ ...said, ...stance, ...(marking === undefined ? {} : { marking }) })
    },
    stands: 'as-event',
  }),
  /** What became of it; said again it replaces. */
  draftAct({
    kind: 'draft.answer',
    since: 2,
    fields: {
      answered: id('saying'),
      /** `may-pass`: the mediators ask whether it may. */
      outcome: v.picklist(['taken', 'in-part', 'held', 'not-taken', 'may-pass']),
      note: v.exactOptional(note),
    },
    about: ({ answered }) => answered,
    check: checkAnswer,
    apply: (room, said, { answered, ...answer }) => {
      const known = sayingIn(room, answered)
      if (known !== undefined) known.answer = { ...said, ...answer }
    },
    stands: 'as-event',
  }),
  /** What may pass of what the party said of a draft, said anew. */
  draftAct({
    kind: 'draft.release',
    since: 2,
    fields: { released: id('saying'), marking, recorded },
    about: ({ released }) => released,
    deed: () => 'explore',
    check: checkReleasing,
    apply: (room, said, { released, marking }) => {
      const known = sayingIn(room, released)
      if (known === undefined) return
      known.marking = marking
      known.marked = said
    },
    stands: 'as-event',
  }),
] as const
