/** What a client knows of an area beyond its rules: its words in each language, and how it stands in a copy of the record. */

import type {
  Act,
  ActKind,
  AreaName,
  Areas,
  ItemOf,
  KindOf,
  MemberId,
  NowhereKindOf,
  RoomKind,
  RoomState,
} from '@goodoffices/core'
import type { Block } from '../export/blocks.ts'
import type { Writing } from '../export/writing.ts'
import type { Result } from '../result.ts'
import type { ActStep } from '../session/engine/ground.ts'
import type { AreaViews } from '../views/area-views.ts'
import type { WaitsOf } from '../waiting/wait.ts'
import type { AreaWords, CodesOf } from '../words/area-words.ts'
import type { Language } from '../words/locale.ts'

type Named<N extends AreaName> = Extract<Areas, { readonly name: N }>
type Item<N extends AreaName> = ItemOf<Named<N>>

/** What a copy says of something, and the position in the room's log at which it says so. */
export type Placed = { readonly position: number; readonly blocks: readonly Block[] }

export type AreaCopy<N extends AreaName> = {
  /** Each kind of item, with what was said of it. Acts that stand by themselves are written from their fields and labels. */
  readonly items: {
    readonly [K in Item<N>['kind']]: (
      writing: Writing,
      item: Extract<Item<N>, { readonly kind: K }>,
    ) => readonly Block[]
  }
  /** FIND-3: what people wrote in each kind of item, which is found by it; the text that stands for the item first. */
  readonly texts: {
    readonly [K in Item<N>['kind']]: (item: Extract<Item<N>, { readonly kind: K }>) => readonly string[]
  }
  /** What acts left in the room that stands in no order of items. */
  readonly kept?: (writing: Writing) => readonly Placed[]
  /**
   * Of acts that stand in the room's own books alone: what is there now under an id, by the names of the act's fields; keys are left
   * out of it. Undefined where nothing is there any more: then one line says that it was done, by whom and when.
   */
  readonly books: {
    readonly [K in NowhereKindOf<Named<N>>]: (room: RoomState, about: string) => object | undefined
  }
}

/** An act that is about to be said, and who says it; `rooms`: all that its author holds of these talks. */
export type AboutToSay = {
  readonly step: ActStep
  readonly room: RoomState
  readonly by: MemberId
  readonly rooms: () => readonly RoomState[]
  /** What goes in one step with it, or not at all; itself among it. */
  readonly together?: readonly ActStep[]
}

/** What is asked of other rooms of its author before an act is said, and what is said there with it. Fails where it may not be said. */
export type GoesWith = (about: AboutToSay) => Result<readonly ActStep[]>

/** An act that is about to be said by this device's member; `held`: the rooms of all talks; `now`: ms since 1970, by this device. */
export type AboutToWeigh = {
  readonly act: Act
  readonly room: RoomState
  readonly me: MemberId
  readonly now: number
  readonly held: () => readonly RoomState[]
}

/** What speaks against an act on the member's own side, each by a key that is the same while it says the same: it warns, and is passed. */
export type Weighs = (about: AboutToWeigh) => readonly string[]

export type ClientArea<N extends AreaName, C extends CodesOf<N>, T extends string> = {
  readonly codes: C
  /** Each language is loaded when it is first asked for. */
  readonly words: Readonly<Record<Language, () => Promise<AreaWords<N, C, T>>>>
  /** Loaded when a copy is asked for. */
  readonly copy: () => Promise<AreaCopy<N>>
  /** What of it waits for a member, where anything does. */
  readonly waits?: WaitsOf
  /** Its days beside the terms of its things, and what of it is counted of each side; loaded with the first view that asks. */
  readonly views?: () => Promise<AreaViews>
  /** MAND-20: noted with an act when it is decided, and asked again before it is sent after it has waited. */
  readonly weighs?: Weighs
  /** Only of acts with which something goes, or of which something is asked that their own room cannot tell. */
  readonly goesWith?: { readonly [K in ActKind]?: GoesWith }
  /** Those of them that are asked once more when they are sent, it may be long after they were decided: the author's rooms of which kinds are read first. */
  readonly askedAgain?: { readonly [K in KindOf<Named<N>>]?: readonly RoomKind[] }
}
