/** What the web app knows of an area: its words, its screens, how its entries are drawn, where it is found and what of it waits. */

import type { WaitItem, Writing } from '@goodoffices/client'
import type {
  AreaItem,
  AreaName,
  Areas,
  AskedByThing,
  ItemId,
  ItemOf,
  RegisterItem,
  RegisterOf,
  RoomState,
} from '@goodoffices/core'
import type { ComponentType } from 'react'
import type { Route } from '../route/match.ts'
import type { Language } from '../words/languages.ts'
import type { Key } from '../words/vocabulary.ts'

type Named<N extends AreaName> = Extract<Areas, { readonly name: N }>
type Item<N extends AreaName> = ItemOf<Named<N>>

export type EntryProps<K extends AreaItem['kind']> = {
  readonly room: RoomState
  readonly item: Extract<AreaItem, { readonly kind: K }>
}
/** Its program is fetched with the first room that is opened, beside that of the room's screen. */
type Fetched<P> = ComponentType<P> & { readonly preload: () => void }

/** How one kind of item is drawn, and the anchor by which a link from a list finds it. */
export type EntryView<K extends AreaItem['kind']> = {
  readonly Entry: Fetched<EntryProps<K>>
  readonly anchor: (item: EntryProps<K>['item']) => string
}

export type ThingProps = { readonly room: RoomState; readonly thing: RegisterItem }

/** What things of one register have on the screen beside what things of all of them have. */
export type ThingView = {
  /** Its page, as a path within its room; undefined where it has none there. */
  readonly page: (room: RoomState, thing: RegisterItem) => string | undefined
  /** What stands after its title where it was entered. */
  readonly Beside?: Fetched<ThingProps>
}

/** What waits for somebody, but for what is being carried and what things ask: lists show these by themselves. */
export type Waits = Exclude<WaitItem, { readonly carried: unknown } | AskedByThing>
type WaitsOf<W extends Waits['kind']> = Extract<Waits, { readonly kind: W }>
/** One line of a list of what waits. */
export type WaitingLine = {
  /** The id of what it is about. */
  readonly about: string
  /** The entry that it leads to, in the room that it concerns. */
  readonly anchor?: string
  /** Where there is no entry: an address within the talks, or of the app where it begins with a slash. */
  readonly to?: string
  /** Its first words; a room that it names is called by whoever shows the line. `w`: of the table, or of its room where the reader is not there. */
  readonly words?: string | ((w: Writing) => string)
  /** What of it would be carried, as the search of that screen's address. */
  readonly carry?: string
}

/** What a thing of a register is called; given by whoever shows it, since it takes all registers to tell. */
export type TitleIn = (room: RoomState, id: ItemId) => string

/** A link beside the rooms of talks; those with lower numbers come first. */
export type Place = {
  readonly at: number
  readonly to: string
  readonly name: Key
  /** How addresses of single things that it lists go on behind a room's. */
  readonly pages?: readonly string[]
  /** Among the rooms, and none of the places. */
  readonly beside?: true
  /** A page of that place, which names it beside its others: the place is in use where one of them is. */
  readonly within?: 'agreement'
  /** Whether something of it stands in the rooms that the reader holds; shown always where nothing is said. */
  readonly isUsed?: (rooms: readonly RoomState[]) => boolean
  /** Which of its pages is opened first; `to` where nothing is said. */
  readonly leadsTo?: (rooms: readonly RoomState[]) => string
  /** What waits there: how much stands beside its name, and on a phone it comes first of the places that were not used yet. */
  readonly waits?: readonly string[]
}

/** What stands above a room's record, in the order of the numbers; it shows nothing where it has nothing to say. */
export type Section = {
  readonly at: number
  /** At the desk too, between the caucuses. */
  readonly atDesk?: true
  readonly Section: Fetched<{ readonly room: RoomState }>
}

/** `K`: its own words; `W`: what of it waits for somebody. Whatever is left out does not compile. */
export type WebArea<N extends AreaName, K extends string = never, W extends Waits['kind'] = never> = {
  /** Loaded with the other words of a language. */
  readonly words: Readonly<Record<Language, () => Promise<Readonly<Record<K, string>>>>>
  /** Addresses within talks, and outside of any. */
  readonly screens: readonly Route[]
  readonly outside: readonly Route[]
  readonly entries: { readonly [I in Item<N>['kind'] & AreaItem['kind']]: EntryView<I> }
  /** Each of its registers. */
  readonly things: { readonly [R in RegisterOf<Named<N>>['name']]: ThingView }
  readonly places: readonly Place[]
  readonly sections: readonly Section[]
  readonly waits: { readonly [V in W]: (item: WaitsOf<V>, titleIn: TitleIn) => WaitingLine }
}

/** All areas, with what waits and none of them tells of: it must be nothing. */
export type WebAreas<Untold extends Waits['kind']> = {
  readonly [N in AreaName]: WebArea<N, string, Untold>
}

/** An area as whoever asks all of them alike sees it. */
export type AnyWebArea = Omit<WebArea<AreaName>, 'entries' | 'things' | 'waits'> & {
  readonly entries: Readonly<Record<string, EntryView<AreaItem['kind']> | undefined>>
  readonly things: Readonly<Record<string, ThingView | undefined>>
  readonly waits: Readonly<Record<string, ((item: Waits, titleIn: TitleIn) => WaitingLine) | undefined>>
}

const none = async () => ({})
/** Of an area that says nothing of its own. */
export const noWords: WebArea<AreaName>['words'] = { en: none, ar: none, fa: none, fr: none, es: none }
