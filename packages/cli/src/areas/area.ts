/** What the shell knows of an area: its commands, how its things are named, and how its items are read by a person and by a program. */

import type { AreaName, Areas, ItemOf, MemberId, RoomState } from '@goodoffices/core'
import type { Commands } from '../shell/headings.ts'
import type { Handles } from './handle.ts'

type Item<N extends AreaName> = ItemOf<Extract<Areas, { readonly name: N }>>

export type Shown<I> = {
  readonly text: (room: RoomState, item: I) => string
  /** CLI-12: handles beside ids. */
  readonly json: (room: RoomState, item: I) => Readonly<Record<string, unknown>>
  readonly by: (item: I) => MemberId | undefined
}

export type CliArea<N extends AreaName> = {
  readonly handles: Handles
  /** Leaving out a kind of item does not compile. */
  readonly items: { readonly [K in Item<N>['kind']]: Shown<Extract<Item<N>, { readonly kind: K }>> }
  readonly commands: Commands
}
