/**
 * Branded ids. All are random or hashes, written in base64url; which one a string is shows only in its type.
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
export type DeliveryId = Id<'delivery'>
export type ReadBackId = Id<'readback'>
export type NoteId = Id<'note'>
export type InvitationId = Id<'invitation'>

const idPattern = /^[A-Za-z0-9_-]{8,64}$/

/** The schema of an id of type `T`. */
export const id = <T extends string>() =>
  v.pipe(
    v.string(),
    v.regex(idPattern, 'id'),
    v.transform(text => text as T),
  )
