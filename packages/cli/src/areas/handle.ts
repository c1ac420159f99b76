/** How a kind of thing is named by what a person types: `m1`, the first message of a room. */

import type { RoomState } from '@goodoffices/core'

export type Placed = { readonly position: number }

export type Handle = {
  /** No two kinds have the same. */
  readonly letter: string
  /** All of the kind in a room, by their ids; they are counted in the order of its log. */
  readonly all: (room: RoomState) => Readonly<Record<string, Placed>>
}
