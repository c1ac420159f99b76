/** How a kind of thing is named by what a person types: `m1`, the first message of a room. */

import type { RoomState } from '@goodoffices/core'

export type Placed = { readonly position: number }

export type Handle = {
  /** What it is called where none is found. */
  readonly kind: string
  /** No two kinds have the same. */
  readonly letter: string
  /** All of the kind in a room, by their ids; they are counted in the order of its log. */
  readonly all: (room: RoomState) => Readonly<Record<string, Placed>>
}

/** The handles of one area, by what its files call them. */
export type Handles = Readonly<Record<string, Handle>>

/** Makes them. What a room holds under them is told by nobody else's types. */
export const handles = <const K extends string>(
  all: Readonly<Record<K, Handle>>,
): Readonly<Record<K, Handle>> => all
