/** CLOS-12: what is still to be done before talks are closed. Nothing here ends or destroys anything: each is done where it always is. */

import {
  type Instrument,
  isSignedByAll,
  type ProcessId,
  type RoomState,
  standingHolds,
} from '@goodoffices/core'
import { roomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'
import { isClosingCleared } from '../meeting/clearing.ts'
import { instrumentsOf } from './signing.ts'

export type ClosingStep =
  /** An instrument that not all have signed. */
  | { readonly kind: 'unsigned'; readonly room: RoomState; readonly instrument: Instrument }
  /** A room by no rule of which its record may ever be destroyed. */
  | { readonly kind: 'rule'; readonly room: RoomState }
  /** What holds a record back. */
  | { readonly kind: 'hold'; readonly room: RoomState; readonly reason: string }

export type Closing = {
  readonly steps: readonly ClosingStep[]
  /** Whether all have cleared a statement with which the talks end. */
  readonly isCleared: boolean
}

export function closingOf({ engine }: AtWork, process: ProcessId): Closing {
  const rooms = roomsOf(engine, process).filter(({ destroyed }) => destroyed === undefined)
  const shared = rooms.filter(({ kind }) => kind !== 'private')
  const unsigned = instrumentsOf(rooms.filter(({ kind }) => kind === 'table' || kind === 'caucus'))
    .filter(({ room, instrument }) => !isSignedByAll(instrument, room))
    .map(each => ({ kind: 'unsigned' as const, ...each }))
  return {
    steps: [
      ...unsigned,
      ...shared
        .filter(({ retention }) => retention === undefined)
        .map(room => ({ kind: 'rule' as const, room })),
      ...shared.flatMap(room =>
        standingHolds(room).map(({ reason }) => ({ kind: 'hold' as const, room, reason })),
      ),
    ],
    isCleared: isClosingCleared(rooms),
  }
}
