/** What a room's record says beside its entries. */

import type { EntryId, RoomId } from '@goodoffices/core'
import type { Fault, OpenedEntry } from '../log/room-log-parts.ts'
import type { AtWork } from './at-work.ts'
import type { Records } from './records.ts'
import type { SeenRoom } from './seen.ts'

/** The record from its first entry, verified again where it was not in this session. */
export const readWhole = (
  { records }: { readonly records: Records },
  room: RoomId,
): Promise<readonly OpenedEntry[]> => records.readWhole(room)

/** Records of the room's log that are no entries of it. */
export const faultsOf = ({ engine }: AtWork, room: RoomId): readonly Fault[] =>
  engine.roomLog(room)?.faults ?? []

/** The newest head of the room's log that the relay has signed, as a C2SP checkpoint. */
export const checkpointOf = ({ engine }: AtWork, room: RoomId): string | undefined =>
  engine.roomLog(room)?.replica.checkpoint

/** The position in the room from which on what is shown was decided here and not yet acknowledged. */
export const placedTo = (work: AtWork, { id, size }: Pick<SeenRoom, 'id' | 'size'>): number =>
  size - waitingIn(work, id).length

/** Ids of the entries decided and not yet acknowledged. */
export const waitingIn = ({ engine }: AtWork, room: RoomId): readonly EntryId[] =>
  engine.outbox.pendingIn(room).map(({ id }) => id)
