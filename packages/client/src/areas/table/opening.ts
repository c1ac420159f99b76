/** What is asked before the table is opened, and what every caucus is told of it. */

import { checkDirect, isMediator, isPresent, type MemberId, type RoomState } from '@goodoffices/core'
import { ok } from '../../result.ts'
import type { ActStep } from '../../session/engine/ground.ts'
import type { GoesWith } from '../area.ts'
import { checkRead, openToRead } from '../eyes/doors.ts'

const mediatesIn = (room: RoomState, by: MemberId): boolean => {
  const member = room.members[by]
  return room.kind === 'caucus' && member !== undefined && isPresent(member) && isMediator(member)
}

const tell = (
  rooms: readonly RoomState[],
  kind: 'table.tell-open' | 'table.tell-closed',
): readonly ActStep[] => rooms.map(({ id }) => ({ room: id, act: { kind } }))

/** AGEN-4, AGEN-5: where all have consented, and each caucus hears of it in the same step. EYES-2: once a colleague has read it, where that is required. */
export const opening: GoesWith = ({ step, room, by, rooms }) => {
  if (step.act.kind !== 'table.open') return ok([])
  const all = rooms()
  const allowed = checkDirect(room, all, step.heeded)
  if (!allowed.ok) return allowed
  const read = checkRead({ rooms: all, by }, openToRead(step.act, step.heeded))
  if (!read.ok) return read
  return ok(
    tell(
      all.filter(each => mediatesIn(each, by)),
      'table.tell-open',
    ),
  )
}

/** AGEN-5: it can always be closed, where a caucus of earlier rules cannot be told of it, too. */
export const closing: GoesWith = ({ by, rooms }) =>
  ok(
    tell(
      rooms().filter(each => mediatesIn(each, by) && each.rules > 1),
      'table.tell-closed',
    ),
  )
