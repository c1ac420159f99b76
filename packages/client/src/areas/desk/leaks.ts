/** What the leak check names in an act by which a member speaks to a side, whichever way it goes: pure over the rooms that are held. */

import {
  type Act,
  type Finding,
  findLeaksInAct,
  isMediator,
  isPublic,
  type Member,
  type MemberId,
  type RoomState,
  textsOfAct,
} from '@goodoffices/core'

/** Whether a side reads what this member writes with the act, as a mediator: recorded words are the party's own. */
function reachesSide(room: RoomState, member: Member | undefined, act: Act): boolean {
  const isRead = room.kind === 'caucus' || isPublic(room)
  const isOwn = !('recorded' in act) || act.recorded === undefined
  return isRead && isOwn && member !== undefined && isMediator(member) && textsOfAct(act).length > 0
}

/** LEAK-12. Empty for a party's own words, and for the mediators' own rooms. */
export const leaksInAct = (
  rooms: readonly RoomState[],
  room: RoomState,
  act: Act,
  by: MemberId,
): readonly Finding[] =>
  reachesSide(room, room.members[by], act)
    ? findLeaksInAct(
        { act, recipient: room },
        rooms.filter(other => other.process.process === room.process.process),
      )
    : []
