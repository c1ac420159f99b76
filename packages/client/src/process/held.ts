/** Which rooms of a process this member holds. */

import type { Kept, ProcessId, RoomState } from '@goodoffices/core'
import type { Ground } from '../session/engine/ground.ts'

type Holding = Pick<Ground, 'home' | 'room'>

/** The rooms of a process, the table first, then the desk, the caucuses in the order of the parties, and the rest. */
export function roomsOf(ground: Holding, process: ProcessId): readonly RoomState[] {
  const rooms = Object.values(ground.home()?.keyring ?? {})
    .filter(kept => kept.purpose === 'room' && kept.process?.process === process)
    .flatMap(kept => roomOf(ground, kept))
  const partyOrder = Object.keys(
    rooms.find(room => room.kind === 'desk' || room.kind === 'table')?.parties ?? {},
  )
  const kinds = ['table', 'desk', 'caucus', 'delegation', 'group', 'private']
  const placeOf = (room: RoomState): number =>
    kinds.indexOf(room.kind) * 1000 + partyOrder.indexOf(room.party?.party ?? '')
  return rooms.sort((a, b) => placeOf(a) - placeOf(b))
}

/** The room of a line, if it is what the line says: whoever sent the line might have called it something else. */
function roomOf(ground: Holding, kept: Kept): readonly RoomState[] {
  const room = ground.room(kept.room)
  const isAsSaid =
    room?.process.process === kept.process?.process &&
    room?.party?.party === kept.party &&
    room?.kind === kept.roomKind
  return room !== undefined && isAsSaid ? [room] : []
}
