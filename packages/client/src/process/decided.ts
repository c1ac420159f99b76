/** What was decided for which rooms. */

import type { EntryId, RoomId } from '@goodoffices/core'
import type { Violation } from '../result.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { Placed } from '../session/engine/ground.ts'

export type Remaining = { readonly room: RoomId; readonly why: Violation }

/** The rooms that it was decided for, and those that are as they were, with why. */
export type Everywhere = {
  readonly rooms: readonly RoomId[]
  readonly remaining: readonly Remaining[]
  /** What was decided there; left out where it is asked where something stands. */
  readonly entries?: readonly EntryId[]
}

/** The rooms for which these were decided; one's own record is none. */
export function decidedIn({ identity }: Engine, placed: readonly Placed[]): Everywhere {
  const shared = placed.filter(({ room }) => room !== identity.home.room)
  return {
    rooms: [...new Set(shared.map(({ room }) => room))],
    remaining: [],
    entries: shared.map(({ id }) => id),
  }
}
