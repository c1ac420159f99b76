/**
 * A register: what kind of thing its items are, who puts them where, what may be said of them by whom, and what follows. One
 * declaration a file, under the area that declares it; all of them follow from the list of areas (`registers.ts`).
 */

import type { PartyId } from '../ids.ts'
import type { PartyCard, RoomKind } from '../room/cards.ts'
import type { Body, Fields } from '../room/fields.ts'
import type { Member, Room } from '../room/state.ts'
import type { Calendar } from '../term/calendar.ts'
import type { Day } from '../term/day.ts'
import type { Term } from '../term/term.ts'
import { type ItemState, type Mark, type RegisterItem, voiceOf } from './item.ts'

/**
 * Who may put an item or say something of one: anybody in the room; mediators, or their lead; of a party whoever speaks for it, may
 * bind it or leads it; the side that put the item; the party whose caucus it is; the body or person that a field names. Of several
 * in a list, one.
 */
export type Who =
  | 'anyone'
  | 'mediators'
  | 'lead'
  | 'speaks'
  | 'binds'
  | 'leads'
  | 'maker'
  | 'addressee'
  /** Who keeps a side's own room: its leading people, or whoever founded it; in their words, or as a principal who is not here gave it. */
  | 'keeper'
  /** Of a side's own room its principal, written down by who keeps it where none is there or a body is named; elsewhere who leads the side that put the item. */
  | 'principal'
  /** A third party's people; a body that is none of the room, as who keeps the room writes it down. */
  | 'third'
  /** Who leads a side that has not put the item. */
  | 'answerer'
  /** Whoever speaks for a party to the talks: third parties are no side. */
  | 'side'
  /** The mediators, for a party without an account. */
  | 'recorded'
  /** One of them, where the field lists parties. */
  | { readonly named: string }
  /** Of those to whom it is said, by the field that says so; or of all, where none is named: never the party that `by` names. */
  | { readonly addressed?: string; readonly by: string; readonly as: 'speaks' | 'binds' | 'leads' }
  /** Each of these. */
  | { readonly all: readonly Who[] }
  /** Whom the choice in a field stands for. */
  | { readonly by: string; readonly are: Readonly<Record<string, readonly Who[]>> }

/** What a side may be bound by, in the order in which it usually comes. */
export const powerKinds = [
  'negotiate',
  'adopt',
  'initial',
  'sign-ad-referendum',
  'sign',
  'express-consent',
] as const
export type PowerKind = (typeof powerKinds)[number]

/** What a mandate may let be done, least first. */
export const deeds = ['explore', 'propose', 'agree-ad-referendum', 'initial', 'sign'] as const
export type Deed = (typeof deeds)[number]

export type Verb = {
  readonly who: readonly Who[]
  /** ITEM-4: it ends when a later revision changes a material field. */
  readonly lapses?: true
  /** CONV-12, CONV-13: its maker takes the item back with it: neither the item nor what was said of it is carried. */
  readonly ends?: true
  /** What must be said with it. */
  readonly needs?: readonly ('evidence' | 'note')[]
  /** MAND-9: it binds whoever says it, who needs powers for that where any are on file. */
  readonly powers?: PowerKind
  /** STEP-3: where somebody has said that other one, this says on which day it was: a term that runs from it runs from both. */
  readonly redates?: string
  /** ITEM-5: of the verbs of one group a voice's last counts; its own name where it stands alone. */
  readonly group?: string
}

/** On which days something was, as it is told; in whose words; of words for the public that they are, and a party's where they are one's. */
export type Telling = {
  readonly day?: Day
  readonly until?: Day
  readonly source: string
  readonly words: string
  readonly isPublic?: true
  readonly party?: PartyId
}

/** What an item's state of affairs is called, and the number in it where there is one. */
export type Standing<S extends string = string> = { readonly standing: S; readonly count?: number }

/** Who reads: for whom something is asked. */
export type Reader = Pick<Member, 'member' | 'role' | 'party'>

/**
 * What an item asks of a reader: that it be spoken of, or that a thing be put which names it; by when, where its fields say so. What
 * is asked binds nobody: it is shown, and no rule looks at it.
 */
export type Asking =
  | { readonly kind: 'say'; readonly verb: string; readonly by?: Term }
  | { readonly kind: 'put'; readonly register: string; readonly by?: Term }

export type RegisterRoom = Room & ItemState

export type Register<
  N extends string = string,
  F extends Fields = Fields,
  V extends string = string,
  S extends string = string,
> = {
  readonly name: N
  readonly fields: F
  /** Who may put an item, by the kind of room; a kind that is left out has none. */
  readonly rooms: { readonly [K in RoomKind]?: readonly Who[] }
  /** Of whose caucuses it stands in: of each where nothing is said. */
  readonly caucusOf?: PartyCard['kind']
  /** A change of these takes the ground from marks that lapse. */
  readonly material: readonly (keyof F & string)[]
  /** ITEM-4: fields that name what an item answers: a material change of that takes the ground from its marks as well. */
  readonly restsOn?: readonly (keyof F & string)[]
  readonly verbs: { readonly [K in V]: Verb }
  /** DESK-9, CONV-12: what a party puts is said to the mediators themselves, and waits for nobody to carry it. */
  readonly staysHere?: true
  /** DISC-14: who puts it lets its very words pass, where nothing else is said of them: it is put to be shown. */
  readonly isToPass?: true
  /** ASNT-26: what each side has said that said yes to a question about such a thing. */
  readonly agreed?: NoInfer<V>
  /** ASNT-29: the field that names what an item belongs to, which a question says in each room by the id that it has there. */
  readonly belongsTo?: keyof F & string
  /** AGEN-16: a thing of it bears the id that it has at the desk in every room, so that naming it tells nothing. */
  readonly hasOneId?: true
  /** UNDT-2: it is carried whole, word for word, and only once its maker has said this of it and nothing else since. */
  readonly asGiven?: NoInfer<V>
  /** ITEM-2: fields that stand in rooms of these kinds alone. */
  readonly onlyIn?: { readonly [K in keyof F & string]?: readonly RoomKind[] }
  /** ITEM-2: what its schema cannot say: the field that does not fit beside the others, in this room, or after what stood (`before`). */
  unfit?(
    fields: Body<F>,
    room: RegisterRoom,
    before: RegisterItem<Body<F>> | undefined,
  ): (keyof F & string) | undefined
  /** MAND-9: what somebody who puts it needs powers for, where any are on file; undefined of what binds nobody. */
  binds?(fields: Body<F>, author: Pick<Member, 'role'>): PowerKind | undefined
  /** FACT-16: how it stands among what happened when. */
  tells?(item: RegisterItem<Body<F>>): Telling
  /** TERM-4: which days it says are worked on, and when a day begins: a thing of it is a calendar that terms count by. */
  counts?(item: RegisterItem<Body<F>>): Calendar
  /** What its items are called by in a list: the field that heads them. */
  readonly title: keyof F & string
  standing(item: RegisterItem<Body<F>>, room: RegisterRoom): Standing<S>
  asks?(item: RegisterItem<Body<F>>, reader: Reader, room: RegisterRoom): readonly Asking[]
}

export const register = <
  const N extends string,
  const F extends Fields,
  const V extends string,
  const S extends string,
>(
  declared: Register<N, F, V, S>,
): Register<N, F, V, S> => declared

/** Who may put a thing of a register in this room; undefined where none stands there. */
export const puttersIn = (
  { rooms, caucusOf }: Pick<Register, 'rooms' | 'caucusOf'>,
  { kind, party }: Pick<Room, 'kind' | 'party'>,
): readonly Who[] | undefined =>
  kind === 'caucus' && caucusOf !== undefined && caucusOf !== party?.kind ? undefined : rooms[kind]

/** ITEM-5: what counts of an item's marks: of each voice and each group of verbs the last, those that lapsed left out. */
export function countingMarks(
  { verbs }: Pick<Register, 'verbs'>,
  { marks }: RegisterItem<unknown>,
): readonly CountingMark[] {
  const last = new Map<string, CountingMark>()
  for (const mark of marks) {
    if (mark.lapsed !== undefined || !Object.hasOwn(verbs, mark.verb)) continue
    const voice = voiceOf(mark)
    const key = `${voice} ${verbs[mark.verb]?.group ?? mark.verb}`
    last.delete(key)
    last.set(key, { ...mark, voice })
  }
  return [...last.values()]
}

/** CONV-12: whether its maker has said that it is no answer of theirs any more. */
export const isTakenBack = (register: Pick<Register, 'verbs'>, item: RegisterItem<unknown>): boolean =>
  countingMarks(register, item).some(({ verb }) => register.verbs[verb]?.ends === true)

export type CountingMark = Mark & { readonly voice: string }
