/** What sides say of drafts, clause by clause, as the mediators and the side itself read it. */

import {
  type ClauseId,
  clausesOfDraft,
  type Draft,
  type DraftComment,
  type DraftPosition,
  type RoomState,
  type SayingId,
  type WordingProposal,
} from '@goodoffices/core'
import { draftsIn } from './reading.ts'

export type DraftSaying =
  | (DraftComment & { readonly kind: 'comment' })
  | (WordingProposal & { readonly kind: 'wording' })
export type SaidOfClause = DraftSaying | (DraftPosition & { readonly kind: 'position' })

/** Comments and proposed words of a room, in the order in which they were said. */
export const sayingsIn = ({ draftComments, wordingProposals }: RoomState): readonly DraftSaying[] =>
  [
    ...Object.values(draftComments).map(each => ({ ...each, kind: 'comment' as const })),
    ...Object.values(wordingProposals).map(each => ({ ...each, kind: 'wording' as const })),
  ].toSorted((one, other) => one.position - other.position)

/** The id by which it is answered. */
export const idOfSaying = (saying: DraftSaying): SayingId =>
  (saying.kind === 'comment' ? saying.comment : saying.wording) as string as SayingId

/** The clause at which it stands: of words for a new clause, that behind which it would. */
export const clauseOfSaying = (saying: SaidOfClause): ClauseId | undefined =>
  saying.kind === 'wording' ? (saying.clause ?? saying.behind) : saying.clause

/** TXT-27: how a side stands to each clause of a draft: its last answer to it. At the table each side's, by whoever gave it. */
export const answersTo = (room: RoomState, { draft }: Pick<Draft, 'draft'>): readonly DraftPosition[] => {
  const last = new Map<string, DraftPosition>()
  for (const each of room.draftPositions) {
    if (each.draft !== draft) continue
    last.set(`${room.members[each.by]?.party ?? ''} ${each.clause}`, each)
  }
  return [...last.values()]
}

/** Everything that was said of a clause in a room, in any of its drafts: answers as they stand now. */
export function saidOf(room: RoomState, clause: ClauseId): readonly SaidOfClause[] {
  const answers = draftsIn(room).flatMap(draft => answersTo(room, draft))
  return [...sayingsIn(room), ...answers.map(each => ({ ...each, kind: 'position' as const }))]
    .filter(each => clauseOfSaying(each) === clause)
    .toSorted((one, other) => one.position - other.position)
}

/** TXT-53: the clauses of a draft to which a side has said nothing yet: those that have words, and are not agreed. */
export function unansweredIn(room: RoomState, draft: Draft): readonly ClauseId[] {
  const answered = new Set(answersTo(room, draft).map(({ clause }) => clause))
  return clausesOfDraft(draft)
    .filter(
      ({ renderings, standing }) =>
        standing !== 'agreed' && renderings.some(({ body }) => body !== undefined),
    )
    .map(({ clause }) => clause)
    .filter(clause => !answered.has(clause))
}

/** TXT-53: what the mediators have not answered; what was let pass since they asked for it, anew. */
export const isUnanswered = ({ answer, marked }: DraftSaying): boolean =>
  answer === undefined ||
  (answer.outcome === 'may-pass' && marked !== undefined && marked.position > answer.position)

/** Whether the mediators have asked the side whether it may pass, and it has not said so. */
export const isAskedToPass = ({ answer, marked }: DraftSaying): boolean =>
  answer?.outcome === 'may-pass' && (marked === undefined || marked.position < answer.position)
