import { type Bytes, equalBytes } from './bytes.ts'
import { createSigningKey, type SigningKey } from './ed25519.ts'
import { encode } from './encoding.ts'
import type { EpochKey } from './epoch.ts'
import { authenticate, deriveBytes } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'
import { createSecret, type Secret } from './secret.ts'
import { tags } from './tags.ts'

/**
 * What those who administer a room hold beyond its epoch key. The relay, which cannot tell who may, begins an epoch and destroys
 * envelopes only for who signs with it.
 */
export type StewardSecret = Secret

export const createStewardSecret = (): StewardSecret => createSecret()

export const createStewardKey = (secret: StewardSecret): Promise<SigningKey> =>
  createSigningKey(deriveBytes({ key: secret.reveal(), tag: tags.stewardSeed, length: 32 }))

/**
 * The sides that administer a room, each with a steward key of its own, so that neither can lock the other out. Every room has both:
 * from outside a caucus looks like a table.
 */
export const stewardSlots = ['mediators', 'party'] as const
export type StewardSlot = (typeof stewardSlots)[number]

/** The public keys of both slots. */
export type StewardKeys = Readonly<Record<StewardSlot, Uint8Array>>

/** The ids of the devices of those who administer a room, by side. */
export type StewardSets = Readonly<Record<StewardSlot, readonly string[]>>

const otherSlot: Readonly<Record<StewardSlot, StewardSlot>> = { mediators: 'party', party: 'mediators' }

/** Who holds a slot's secret: its side, or the other while that side has nobody. A slot that nobody held could never change. */
export const slotHolders = (stewards: StewardSets, slot: StewardSlot): readonly string[] =>
  stewards[slot].length > 0 ? stewards[slot] : stewards[otherSlot[slot]]

/** Both sets, whatever their order, keyed with the epoch key: what `digestRoster` is to the roster. */
export const digestStewards = (
  place: { readonly logId: string; readonly epoch: number; readonly epochKey: EpochKey },
  stewards: StewardSets,
): Bytes => {
  const sets = stewardSlots.map(slot => [...stewards[slot]].sort())
  return authenticate(place.epochKey.reveal(), tags.stewards, encode([place.logId, place.epoch, ...sets]))
}

/**
 * A relay's rule for keys that begin an epoch: which slot countersigned, where all that changes is that slot's to change.
 * `current` is one key where the epoch that ends is of version 1: whoever countersigns with it gives both slots their keys.
 * `next` is one key where the new epoch is of version 1, which may follow version 1 only.
 */
export const checkSlotChange = (change: {
  readonly current: Uint8Array | StewardKeys
  readonly next: Uint8Array | StewardKeys
  /** The public key that countersigned the request. */
  readonly countersigned: Uint8Array
}): Result<StewardSlot> => {
  const { current, next, countersigned } = change
  if (current instanceof Uint8Array)
    return equalBytes(current, countersigned) ? succeed('mediators') : refuse('envelope/slot')
  if (next instanceof Uint8Array) return refuse('envelope/version', { expected: 2, found: 1 })
  const slot = stewardSlots.find(
    mine =>
      equalBytes(current[mine], countersigned) && equalBytes(current[otherSlot[mine]], next[otherSlot[mine]]),
  )
  return slot === undefined ? refuse('envelope/slot') : succeed(slot)
}
