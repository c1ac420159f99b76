/** What the shell knows of an area: its commands, how its things are named, and how its items are read by a person and by a program. */

import type { AreaName, Areas, ItemOf, RegisterOf, RoomState } from '@goodoffices/core'
import type { Commands } from '../shell/headings.ts'
import type { Handles } from './handle.ts'

type Named<N extends AreaName> = Extract<Areas, { readonly name: N }>
type Item<N extends AreaName> = ItemOf<Named<N>>

export type Shown<I> = {
  readonly text: (room: RoomState, item: I) => string
  /** CLI-12: handles beside ids. */
  readonly json: (room: RoomState, item: I) => Readonly<Record<string, unknown>>
}

export type CliArea<N extends AreaName> = {
  readonly handles: Handles
  /** Leaving out a kind of item does not compile. */
  readonly items: { readonly [K in Item<N>['kind']]: Shown<Extract<Item<N>, { readonly kind: K }>> }
  /** How a thing of each of its registers is put, as the help shows it. */
  readonly examples: { readonly [R in RegisterOf<Named<N>>['name']]: string }
  readonly commands: Commands
}
