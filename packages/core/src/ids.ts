/**
 * Branded ids. All are random or hashes, written in base64url; which one a string is shows only in its type.
 *
 * State is kept in plain objects keyed by ids, so that it is JSON. ROOM-20: an id is therefore never a name that every object
 * has (what is not there would seem to be), nor digits alone (objects put such keys before all others, out of order).
 */

import * as v from 'valibot'

/** The brand exists for the type checker alone. */
export type Id<Name extends string> = string & { readonly idOf: Name }

/** A room is a log; its id is the log's. */
export type RoomId = Id<'room'>
export type ProcessId = Id<'process'>
export type PartyId = Id<'party'>
/** A person within the product; the id of that person's paper device. */
export type MemberId = Id<'member'>
export type DeviceId = Id<'device'>
export type EntryId = Id<'entry'>
export type MessageId = Id<'message'>
/** A marked part of a message. */
export type PartId = Id<'part'>
/** A mediator's request that the source release a passage. */
export type AskId = Id<'ask'>
export type OfferId = Id<'offer'>
export type ConveyanceId = Id<'conveyance'>
/** What conveyances have in common that go together. */
export type TogetherId = Id<'together'>
export type DeliveryId = Id<'delivery'>
export type ReadBackId = Id<'readback'>
export type NoteId = Id<'note'>
export type HoldId = Id<'hold'>
export type InvitationId = Id<'invitation'>
/** A thing in a register. */
export type ItemId = Id<'item'>
/** What somebody said of an item. */
export type MarkId = Id<'mark'>
/** A question put to several: one at the desk, and in each caucus another, so that no room names another's. */
export type QuestionId = Id<'question'>

const idPattern = /^(?!\d+$)[A-Za-z0-9_-]{8,64}$/

/** The names of ECMAScript's Object.prototype that the pattern would let through. */
const namesOfEveryObject: ReadonlySet<string> = new Set([
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
])

/** Whether a string, from wherever, may name something in a state. */
export const isId = (text: string): boolean => idPattern.test(text) && !namesOfEveryObject.has(text)

/**
 * The schema of an id of what `of` names, the word of its brand: what reads acts by their schemas knows by it whom or what a field names.
 * An area gives its things names of its own.
 */
export const id = <const N extends string>(of: N) =>
  v.pipe(
    v.string(),
    v.check(isId, 'id'),
    v.transform(text => text as Id<N>),
    v.metadata({ holds: 'id', of }),
  )

/** The schema of an id of whatever it may be. */
export const anyId = v.pipe(v.string(), v.check(isId, 'id'), v.metadata({ holds: 'id', of: 'anything' }))
