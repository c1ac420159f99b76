/**
 * The form of an area: everything that is true of one act stands in one object, and everybody else asks the object.
 *
 * An area's files import the room's ground and the state of the areas that they read, never the whole: `RoomState`, `Act` and `Code`
 * are inferred from the registry in `areas.ts`, which is the one list of the house.
 */

import type { MessageId, RoomId } from '../ids.ts'
import type { Deed, Register } from '../item/register.ts'
import type { Checked, Result, Violation } from '../result.ts'
import type { DeviceCard } from './cards.ts'
import type { Body, Fields, Worded } from './fields.ts'
import type { Member, Room, Said } from './state.ts'

/** An act as it is read. */
export type Written<K extends string, F extends Fields> = { readonly kind: K } & Body<F>

/**
 * Where an act shows: `as-event`, a line of its own in the room's order, which keeps the act whole; `on-its-subject`, on the message,
 * delivery or item that it is about, whose state keeps every field of it; `nowhere`, in the room's own books alone.
 */
export type Stands = 'as-event' | 'on-its-subject' | 'nowhere'

/** One act, whole: its shape, its rule, its effect, and what the rest of the house asks of it. */
export type ActSpec<
  K extends string = string,
  F extends Fields = Fields,
  R extends Room = Room,
  C extends string = string,
  S extends Stands = Stands,
> = {
  readonly kind: K
  /** The rules number that the act begins with; absent: the first. */
  readonly since?: number
  /** The rules number that a field begins with, of those that came later than the act. */
  readonly fieldsSince?: { readonly [field in keyof F]?: number }
  /** The rules number that begins with what this act says, where it hangs on what stands within a field. */
  sinceOf?(act: Body<F>): number
  readonly fields: F
  /** The id of what the act is about; empty where it is about the room itself. */
  about(act: Body<F>): string
  /** Whether this member may do this now: the same answer before the act is sent and when it arrives. */
  check(room: R, author: Member, act: Body<F>): Checked<C>
  /**
   * What of it hangs on when it was placed, in ms since 1970 UTC by the relay's clock: judged when it arrives, after `check`. Before,
   * nobody can say when that will be.
   */
  checkPlaced?(room: R, act: Body<F>, placed: number): Checked<C>
  /** Changes the room given: the act has been found allowed. */
  apply(room: R, said: Said, act: Body<F>): void
  readonly stands: S
  /** The free texts of what its schema leaves open, with their paths; those that the schema tells are read from it. */
  words?(act: Body<F>): readonly Worded[]
  /** Every string of what its schema leaves open, words or not: TEXT-8 judges them alike whether or not they are understood. */
  loose?(act: Body<F>): readonly string[]
  /** Fields that bring somebody in: their own names are told by this very act, and let slip nothing. What else stands there is checked. */
  readonly introduces?: readonly (keyof F & string)[]
  /** Every device card in it: what the devices sign later is checked with them. */
  cards?(act: Body<F>): readonly DeviceCard[]
  /** No sample says it: it follows from the sample's cast, or from another act. */
  readonly scripted?: false
  /** In a sample its words bear no mark of their own: the title of the text that they are of bears it, on every page. */
  readonly underTitle?: true
  /** MAND-19: what a side does by it, as a mandate speaks of it; undefined of what it does not speak of. */
  deed?(room: R, act: Body<F>): Deed | undefined
  /** It changes who holds the keys, so that an epoch begins with it. */
  readonly changesKeys?: true
  /** TEAM-12: it may be said in a caucus that goes on in another room: of its people and devices, and of what becomes of its record. */
  readonly afterwards?: true
  /** With it the room ends: when its author says this is, ms since 1970. Nothing of it is believed where the relay's clock is behind. */
  ends?(act: Body<F>): number
  /** Its words are one text, which each side gets as it stands: what one has is no secret of it from another. */
  readonly saidToAll?: true
  readonly brings?: Bringing<R, Body<F>>
}

/** What an act brings about in other rooms. All of it is asked again before any of it is sent. */
export type Bringing<R extends Room = Room, B = object, Sent = { readonly kind: string }> = {
  /** The rooms that it hangs on beside its own: where one of them cannot be read to its end, nothing is sent. */
  hangsOn(room: R, act: B): readonly RoomId[]
  /** Whether its own word stands in its room, so that only what follows may be missing. */
  isSaid(room: R, act: B): boolean
  /**
   * All that goes, its own word first, by what the rooms say now; what has arrived is left out. Fails where it may go no longer;
   * once its own word stands, a part that may go no longer says why, and holds up no other. `others`: a room that it hangs on, where
   * it is held.
   */
  acts(room: R, act: B, others: (id: RoomId) => Room | undefined): Result<readonly BroughtAct<Sent>[]>
}

/** An act that another brings about in a room, or why it may not be any more. */
export type BroughtAct<Sent = { readonly kind: string }> = {
  readonly room: RoomId
  readonly act: Sent
  readonly refused?: Violation
}

/** Makes an act of an area whose rules read `R` of a room: the room itself and the state of the areas named. */
export const act =
  <R extends Room>() =>
  <const K extends string, const F extends Fields, C extends string, const S extends Stands>(
    spec: ActSpec<K, F, R, C, S>,
  ): ActSpec<K, F, R, C, S> =>
    spec

/** What a room begins with: the fields of the opening that areas build on. */
export type Opening<T = unknown> = { readonly terms: T }

/**
 * A text that stands in a room, as the leak check takes it when something is carried to another side: `guarded`, it may not pass;
 * `reworded`, its substance may and its words may not; `substance`, its words and figures may pass; `known`, it may pass whole.
 */
export type Speech = {
  readonly text: string
  readonly counts: 'guarded' | 'reworded' | 'substance' | 'known'
  /** A name that stands by itself, under this key: `institution`, `post`, `name`. */
  readonly nameOf?: string
  /** The mediators put it there themselves. */
  readonly ofMediators?: true
  /** A day that stands by itself, as `2026-03-14`: its figures tell nothing. */
  readonly isDay?: true
  /** The message that a finding names as where it comes from. */
  readonly message?: MessageId
}

/** A text of a schema as it is guarded: a name or a day as a whole. */
export function speechOfText({ path, value: text, is }: Worded, counts: Speech['counts']): Speech {
  if (is === 'name') return { text, counts, nameOf: path.split('.').at(-1) ?? '' }
  return is === 'day' ? { text, counts, isDay: true } : { text, counts }
}

/** Where carried words come from: a message or a part of it, an offer, fields of an item, or what is said of one. */
export type CarriedFrom = {
  readonly room: string
  readonly about: string
  readonly part?: string
  readonly stretch?: 'rest' | { readonly from: number; readonly to: number }
  readonly fields?: readonly string[]
  readonly mark?: number
}

/** What is being carried, for an area that is asked what of its own may pass with it. */
export type Carrying = {
  /** The rooms, and in each the thing and what of it, that the words come from; none where mediators speak for themselves. */
  readonly from?: readonly CarriedFrom[]
  readonly as: 'unattributed' | 'attributed' | 'verbatim'
  /** Deliveries to other sides that carried the very same, or the recipient's own words. */
  readonly deliveries: ReadonlySet<string>
  /** Texts of an act by which the mediators issue what they wrote: in the very same words it is no secret of whoever has it already. */
  readonly said?: ReadonlySet<string>
}

type AnySpec = ActSpec

export type Area<
  N extends string = string,
  S extends object = object,
  A extends readonly AnySpec[] = readonly AnySpec[],
  R extends Room = Room,
  I extends { readonly kind: string; readonly position: number } = {
    readonly kind: string
    readonly position: number
  },
  G extends readonly Register[] = readonly Register[],
> = {
  readonly name: N
  /** Its part of a room's state, as a room begins with it. */
  begin(opening: Opening): S
  readonly acts: A
  /** What it brings to the register: kinds of thing, each with what may be said of it. */
  readonly registers?: G
  /** What of it stands in the room's order, by itself, each with what was said of it. */
  items?(room: R): readonly I[]
  /** LEAK-9: every text of its items in another side's room; whoever has items says it. Those of events are read from the acts themselves. */
  speech?(room: R, carrying: Carrying): readonly Speech[]
  /** FACT-11: what the mediators keep at their desk from every side, whoever is to read what they write. */
  kept?(room: R): readonly Speech[]
  /** LEAK-5: what of its items the room's own side knows: what it said itself, and what was conveyed to it. */
  heard?(room: R): readonly string[]
}

/** An area whose items have texts that nothing says of the leak check does not compile. */
type Speaking<A extends { readonly speech?: unknown }, I> = [I] extends [never]
  ? unknown
  : { readonly speech: NonNullable<A['speech']> }

export const area = <
  const N extends string,
  S extends object,
  const A extends readonly AnySpec[],
  R extends Room,
  I extends { readonly kind: string; readonly position: number } = never,
  const G extends readonly Register[] = readonly [],
>(
  whole: Area<N, S, A, R, I, G> & Speaking<Area<N, S, A, R, I, G>, I>,
): Area<N, S, A, R, I, G> => whole

// ---- what follows from a list of areas

type AnyArea = Area
export type SpecsOf<A extends AnyArea> = A['acts'][number]
export type KindOf<A extends AnyArea> = SpecsOf<A>['kind']
export type EventKindOf<A extends AnyArea> = Extract<SpecsOf<A>, { readonly stands: 'as-event' }>['kind']
export type NowhereKindOf<A extends AnyArea> = Extract<SpecsOf<A>, { readonly stands: 'nowhere' }>['kind']
export type CodeOf<A extends AnyArea> =
  SpecsOf<A> extends infer S ? (S extends ActSpec<string, Fields, Room, infer C> ? C : never) : never
export type ActOf<A extends AnyArea> =
  SpecsOf<A> extends infer S ? (S extends ActSpec<infer K, infer F> ? Written<K, F> : never) : never
type Both<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never
export type StateOf<A extends AnyArea> = Both<A extends Area<string, infer S> ? S : never>
export type ItemOf<A extends AnyArea> =
  A extends Area<string, object, readonly AnySpec[], Room, infer I> ? I : never
export type RegisterOf<A extends AnyArea> =
  A extends Area<string, object, readonly AnySpec[], Room, infer _I, infer G> ? G[number] : never
