/** TEAM-8, TEAM-9: the desk is no way round the caucuses. Only its author's rooms together show that, so it is asked here. */

import { checkAtDesk, isMediator, isPresent } from '@goodoffices/core'
import { ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'

/** TEAM-8: whoever is admitted to the desk is in every caucus by then. */
export const comingToDesk: GoesWith = ({ step: { act }, room, rooms }) => {
  if (act.kind !== 'member.admit' || room.kind !== 'desk') return ok([])
  const allowed = checkAtDesk(room, rooms(), act.card)
  return allowed.ok ? ok([]) : allowed
}

/** TEAM-9: a mediator who is taken out of a caucus is taken out of the desk in the same step. */
export const leavingDesk: GoesWith = ({ step: { act }, room, rooms }) => {
  if (act.kind !== 'member.remove' || room.kind !== 'caucus') return ok([])
  const target = room.members[act.member]
  const desk = rooms().find(({ kind }) => kind === 'desk')
  const seat = desk?.members[act.member]
  const isThere = target !== undefined && isMediator(target) && seat !== undefined && isPresent(seat)
  return ok(
    desk !== undefined && isThere ? [{ room: desk.id, act: { kind: act.kind, member: act.member } }] : [],
  )
}
