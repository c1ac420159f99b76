/** A member's own list of what they can open, kept in their private room: so that a new device, or the phrase, finds it all. */

import * as v from 'valibot'
import { type InvitationId, id, type PartyId, type ProcessId, type RoomId } from '../ids.ts'
import { deviceCard, role, roomKind } from '../roster/acts.ts'
import { key, limits, name, note, time, title, wholeUpTo } from '../schema.ts'

/** A host and what follows it, so that whatever reads it as an address can. */
const addressPattern =
  /^https?:\/\/(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?(?:\/[\w.~/-]*)?$/

const address = v.pipe(v.string(), v.maxLength(500), v.regex(addressPattern, 'address'))
const verifier = v.pipe(v.string(), v.maxLength(300))

/** Where a log is kept and under which key its checkpoints are signed. */
export const relayCard = v.strictObject({ address, verifier })
export type RelayCard = v.InferOutput<typeof relayCard>

export const kept = v.strictObject({
  /** The log: a room, or a mailbox of mine. */
  room: id<RoomId>(),
  purpose: v.picklist(['room', 'mailbox']),
  roomKind: v.exactOptional(roomKind),
  process: v.exactOptional(v.strictObject({ process: id<ProcessId>(), title })),
  party: v.exactOptional(id<PartyId>()),
  relay: relayCard,
  /** An epoch and its key, base64url; later epochs follow from the log itself. */
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  key,
})
export type Kept = v.InferOutput<typeof kept>

export const invitation = v.strictObject({
  invitation: id<InvitationId>(),
  process: id<ProcessId>(),
  name,
  role,
  party: v.exactOptional(id<PartyId>()),
  post: v.exactOptional(name),
  relay: relayCard,
  /** The one-time secret in the link, and what the first move commits to; base64url. */
  secret: key,
  nonce: key,
  created: time,
  expires: time,
})
export type KeptInvitation = v.InferOutput<typeof invitation>

/** What is left of a room whose record was destroyed: when, by whom, by what rule, and the entry that says so. */
export const certificate = v.strictObject({
  room: id<RoomId>(),
  roomKind,
  process: v.strictObject({ process: id<ProcessId>(), title }),
  title: v.exactOptional(title),
  /** The party whose room it was, by name. */
  party: v.exactOptional(name),
  /** When, by the relay's clock; of how many envelopes. */
  destroyed: time,
  envelopes: wholeUpTo(limits.positionMax),
  by: name,
  basis: note,
  /** The device that signed it: once the room is gone, nothing else says with which keys. */
  author: deviceCard,
  /** The relay's verifier key, and the entry as evidence that anyone can check with it (LOG-20). */
  verifier,
  evidence: v.pipe(v.string(), v.maxLength(limits.evidenceCharsMax)),
})
export type Certificate = v.InferOutput<typeof certificate>

export const keyringActs = [
  v.strictObject({ kind: v.literal('key.keep'), kept }),
  v.strictObject({ kind: v.literal('key.drop'), room: id<RoomId>() }),
  /** In the place of the room's key. */
  v.strictObject({ kind: v.literal('certificate.keep'), certificate }),
  v.strictObject({ kind: v.literal('invitation.keep'), invitation }),
  v.strictObject({
    kind: v.literal('invitation.settle'),
    invitation: id<InvitationId>(),
    standing: v.picklist(['completed', 'cancelled']),
  }),
] as const
export type KeyringAct = v.InferOutput<(typeof keyringActs)[number]>
