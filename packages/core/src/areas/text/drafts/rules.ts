/** Who may issue a draft in a room, and say something of it there. */

import { fail, ok } from '../../../result.ts'
import { checkForParty, speaks } from '../../../room/in-whose-name.ts'
import { isMediator, speaksForParty } from '../../../room/roles.ts'
import type { Member } from '../../../room/state.ts'
import type { Circumstance } from '../../../schema.ts'
import type { Marking } from '../../message/passage.ts'
import type { ClauseId } from '../brackets/bracketed.ts'
import type { DraftId } from '../ids.ts'
import type { DraftClause } from '../schema.ts'
import type { Draft, TextRoom } from '../state.ts'
import { clausesOfDraft, partKey } from './parts.ts'

/** TXT-17: the mediators issue drafts where sides read, part by part. */
export function checkDrafting(room: TextRoom, author: Member) {
  if (room.kind !== 'caucus' && room.kind !== 'table' && room.kind !== 'group') return fail('wrong-room')
  return isMediator(author) ? ok(null) : fail('mediators-only')
}

export function checkPart(
  room: TextRoom,
  author: Member,
  { draft, part }: { readonly draft: DraftId; readonly part: number },
) {
  const allowed = checkDrafting(room, author)
  if (!allowed.ok) return allowed
  const known = room.textDrafts[draft]
  if (known === undefined) return ok(null)
  return known.position === undefined && known.parts[partKey(part)] === undefined
    ? ok(null)
    : fail('id-taken')
}

/** TXT-17: a draft stands once all of its parts do. No clause stands twice in it, and each after what it is under. */
export function checkIssue(
  room: TextRoom,
  author: Member,
  { draft, partsCount }: { readonly draft: DraftId; readonly partsCount: number },
) {
  const allowed = checkDrafting(room, author)
  if (!allowed.ok) return allowed
  const known = room.textDrafts[draft]
  if (known?.position !== undefined) return fail('id-taken')
  const isWhole =
    known !== undefined &&
    Object.keys(known.parts).length === partsCount &&
    Array.from({ length: partsCount }, (_, part) => partKey(part)).every(
      key => known.parts[key] !== undefined,
    )
  if (!isWhole) return fail('parts-missing')
  return isInOrder(clausesOfDraft(known)) ? ok(null) : fail('clauses-out-of-order')
}

function isInOrder(clauses: readonly DraftClause[]): boolean {
  const before = new Set<ClauseId>()
  for (const { clause, upper } of clauses) {
    if (before.has(clause) || (upper !== undefined && !before.has(upper))) return false
    before.add(clause)
  }
  return true
}

type OfDraft = { readonly draft: DraftId; readonly clause?: ClauseId; readonly behind?: ClauseId }

/** A draft that was issued here, and a clause of it. */
function checkOfDraft(room: TextRoom, { draft, clause, behind }: OfDraft) {
  const known = room.textDrafts[draft]
  if (known?.position === undefined) return fail('draft-unknown')
  const clauses = clausesOfDraft(known)
  const isThere = (id: ClauseId | undefined): boolean =>
    id === undefined || clauses.some(each => each.clause === id)
  return isThere(clause) && isThere(behind) ? ok<Draft>(known) : fail('clause-unknown')
}

export function checkWithdrawing(room: TextRoom, author: Member, act: OfDraft) {
  const allowed = checkDrafting(room, author)
  if (!allowed.ok) return allowed
  const known = checkOfDraft(room, act)
  if (!known.ok) return known
  return known.value.withdrawn === undefined ? ok(null) : fail('draft-withdrawn')
}

type Said = OfDraft & { readonly recorded?: Circumstance; readonly marking?: Marking }

/** TXT-51: at a table that is open each side says it before all: nothing of it is to pass, and nothing is recorded. In its caucus as anything else. */
function checkForSide(room: TextRoom, author: Member, act: Said, who: (member: Member) => boolean) {
  if (room.kind !== 'table') return checkForParty(room, author, act, who)
  if (act.recorded !== undefined || act.marking !== undefined) return fail('caucus-only')
  if (isMediator(author) || !who(author)) return fail('role-may-not', { role: author.role })
  return room.direct ? ok(null) : fail('table-is-closed')
}

/** TXT-27, TXT-29: whoever speaks for the party comments; or the mediators record what it said. */
export function checkComment(room: TextRoom, author: Member, act: Said & { readonly comment: string }) {
  const allowed = checkForSide(room, author, act, speaks)
  if (!allowed.ok) return allowed
  if (Object.hasOwn(room.draftComments, act.comment)) return fail('id-taken')
  const known = checkOfDraft(room, act)
  return known.ok ? ok(null) : known
}

/** TXT-27: words are proposed, and answers given, by those who speak for the party with effect. */
export function checkProposal(room: TextRoom, author: Member, act: Said & { readonly wording: string }) {
  const allowed = checkForSide(room, author, act, speaksForParty)
  if (!allowed.ok) return allowed
  if (Object.hasOwn(room.wordingProposals, act.wording)) return fail('id-taken')
  if ((act.clause === undefined) === (act.behind === undefined)) return fail('place-unsaid')
  const known = checkOfDraft(room, act)
  return known.ok ? ok(null) : known
}

export function checkPosition(room: TextRoom, author: Member, act: Said) {
  const allowed = checkForSide(room, author, act, speaksForParty)
  if (!allowed.ok) return allowed
  const known = checkOfDraft(room, act)
  if (!known.ok) return known
  return known.value.withdrawn === undefined ? ok(null) : fail('draft-withdrawn')
}

/** What was said of a draft here, and may be answered. */
const hasSaying = ({ draftComments, wordingProposals }: TextRoom, id: string): boolean =>
  Object.hasOwn(draftComments, id) || Object.hasOwn(wordingProposals, id)

/** TXT-30: the mediators say where it was said what became of it. */
export function checkAnswer(room: TextRoom, author: Member, { answered }: { readonly answered: string }) {
  const allowed = checkDrafting(room, author)
  if (!allowed.ok) return allowed
  return hasSaying(room, answered) ? ok(null) : fail('saying-unknown')
}

/** TXT-52: what may pass of it is said anew by those who speak for the party with effect, in its caucus. */
export function checkReleasing(
  room: TextRoom,
  author: Member,
  act: { readonly released: string; readonly recorded?: Circumstance },
) {
  const allowed = checkForParty(room, author, act, speaksForParty)
  if (!allowed.ok) return allowed
  return hasSaying(room, act.released) ? ok(null) : fail('saying-unknown')
}
