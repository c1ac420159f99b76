/** What the shell knows of an area's items: how each is read by a person and by a program, and whose it is. */

import type { AreaName, Areas, ItemOf, MemberId, RoomState } from '@goodoffices/core'

type Item<N extends AreaName> = ItemOf<Extract<Areas, { readonly name: N }>>

export type Shown<I> = {
  readonly text: (room: RoomState, item: I) => string
  /** CLI-12: handles beside ids. */
  readonly json: (room: RoomState, item: I) => Readonly<Record<string, unknown>>
  readonly by: (item: I) => MemberId | undefined
}

/** Leaving out a kind of item does not compile. */
export type CliArea<N extends AreaName> = {
  readonly [K in Item<N>['kind']]: Shown<Extract<Item<N>, { readonly kind: K }>>
}
