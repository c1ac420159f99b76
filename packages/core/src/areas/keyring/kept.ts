/** What a member keeps of rooms and invitations in their private room. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { deviceCard, role, roomKind } from '../../room/cards.ts'
import { code, key, limits, name, note, time, title, wholeUpTo } from '../../schema.ts'

/** A host and what follows it, so that whatever reads it as an address can. */
const addressPattern =
  /^https?:\/\/(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?(?:\/[\w.~/-]*)?$/

const address = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(addressPattern, 'address'),
  code('https://relay.example'),
)
const verifier = v.pipe(v.string(), v.maxLength(300), code('relay.example+0a1b2c3d+AbCd'))

/** Where a log is kept and under which key its checkpoints are signed. */
export const relayCard = v.strictObject({ address, verifier })
export type RelayCard = v.InferOutput<typeof relayCard>

export const kept = v.strictObject({
  /** The log: a room, or a mailbox of mine. */
  room: id('room'),
  purpose: v.picklist(['room', 'mailbox']),
  roomKind: v.exactOptional(roomKind),
  process: v.exactOptional(v.strictObject({ process: id('process'), title })),
  party: v.exactOptional(id('party')),
  relay: relayCard,
  /** An epoch and its key, base64url; later epochs follow from the log itself. */
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  key,
})
export type Kept = v.InferOutput<typeof kept>

/** Most keys in one act; of a room with more epochs there are several. */
const keysMax = 500

/** Keys of a room's epochs, whether or not they follow from the newest one, and the secrets of steward slots. */
export const epochKeys = v.pipe(
  v.array(v.strictObject({ epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), key })),
  v.maxLength(keysMax),
)
export type KeptKeys = v.InferOutput<typeof epochKeys>

export const slotSecrets = v.pipe(
  v.array(v.strictObject({ slot: v.picklist(['mediators', 'party']), secret: key })),
  v.maxLength(2),
)
export type KeptSlots = v.InferOutput<typeof slotSecrets>

export const invitation = v.strictObject({
  invitation: id('invitation'),
  process: id('process'),
  name,
  role,
  party: v.exactOptional(id('party')),
  post: v.exactOptional(name),
  institution: v.exactOptional(name),
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
  room: id('room'),
  roomKind,
  process: v.strictObject({ process: id('process'), title }),
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
  evidence: v.pipe(v.string(), v.maxLength(limits.evidenceCharsMax), code('c2sp.org/tlog-proof@v1')),
})
export type Certificate = v.InferOutput<typeof certificate>
