/** What things of registers, and what is said of them, are called. */

import {
  findRegister,
  type ItemId,
  type Mark,
  makerOf,
  type PartyId,
  type RegisterItem,
  standingOf,
  voiceOf,
} from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { isolate } from '../../words/say.ts'

/** The words for a choice; what this program does not know as it came, and that it is from a newer version. */
export const choiceOf = ({ vocabulary }: Writing, name: string): string =>
  (vocabulary.choices as Readonly<Record<string, string>>)[name] ??
  `${isolate(name.split('.')[1] ?? name)} (${vocabulary.terms.newer})`

export const registerName = (w: Writing, register: string): string => choiceOf(w, `register.${register}`)

/** What heads a thing: the field that its register calls it by. */
export function titleOf({ register, revisions }: RegisterItem): string | undefined {
  const field = findRegister(register)?.title
  const title = field === undefined ? undefined : revisions.at(-1)?.fields[field]
  return typeof title === 'string' ? title : undefined
}

/** Of a thing that is headed by what it is of several: the words for that. */
function kindTitle(w: Writing, { register, revisions }: RegisterItem): string | undefined {
  const declared = findRegister(register)
  const field = declared?.title
  const schema = field === undefined ? undefined : declared?.fields[field]
  const { key } = (schema ?? {}) as { readonly key?: string }
  const value = field === undefined ? undefined : revisions.at(-1)?.fields[field]
  if (key === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return undefined
  return choiceOf(w, `${key}.${String((value as Readonly<Record<string, unknown>>)[key])}`)
}

/** What a thing of the room is called in a sentence; its number where it has no title, its id where the room has no such thing. */
export function nameOfThing(w: Writing, id: ItemId): string {
  const thing = w.room.items[id]
  return (thing === undefined ? undefined : (titleOf(thing) ?? kindTitle(w, thing))) ?? w.named('item', id)
}

/** A thing that something else names: by its title, with the number by which the room cites it. */
export function citeThing(w: Writing, id: ItemId): string {
  const thing = w.room.items[id]
  const title = thing === undefined ? undefined : titleOf(thing)
  return title === undefined ? w.named('item', id) : `${isolate(title)} (${w.named('item', id)})`
}

/** Whose a thing is: a party, or the mediators. */
export function sideOf(w: Writing, thing: RegisterItem): string {
  const maker = makerOf(w.room, thing)
  if (maker === 'mediators') return w.vocabulary.terms['by-mediators']
  return maker === undefined ? w.person(standingOf(thing).by) : partyName(w, maker)
}

const partyName = (w: Writing, party: PartyId): string => w.named('party', party)

/** In whose name something is said of a thing. */
export function voiceName(w: Writing, mark: Mark): string {
  if (mark.for !== undefined && 'name' in mark.for) return isolate(mark.for.name)
  const voice = mark.for === undefined && mark.recorded !== undefined ? w.room.party?.party : voiceOf(mark)
  return voice === undefined || voice === 'mediators'
    ? w.vocabulary.terms['by-mediators']
    : partyName(w, voice as PartyId)
}
