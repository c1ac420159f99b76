import { createAccessKey } from './access.ts'
import { type Bytes, concat, uint64 } from './bytes.ts'
import { seal, sealedToValue } from './content.ts'
import type { Device, DeviceKeys } from './device.ts'
import { encode } from './encoding.ts'
import { commitToEpochKey, type EpochKey } from './epoch.ts'
import { hash } from './hash.ts'
import { deviceIdOf } from './id.ts'
import {
  authorPurpose,
  bindingOf,
  digestRoster,
  hintFor,
  previousBytes,
  previousPurpose,
} from './keys-binding.ts'
import { type KeysHead, keysPublicToBytes, recipientsMax } from './keys-public.ts'
import { secretBytes } from './secret.ts'
import {
  createStewardKey,
  createStewardSecret,
  digestStewards,
  type StewardKeys,
  type StewardSecret,
  type StewardSets,
  type StewardSlot,
  slotHolders,
  stewardSlots,
} from './steward.ts'
import { tags } from './tags.ts'
import { wrap } from './wrap.ts'

/** The keys for one device, before they are wrapped. */
export interface DeviceShare {
  readonly device: DeviceKeys
  readonly keys: Uint8Array
}

/** A keys envelope in its parts: what is said in the open, and who is given what. */
export interface KeysParts {
  readonly head: KeysHead
  readonly shares: readonly DeviceShare[]
  readonly epochKey: EpochKey
  /** Keys the hints. */
  readonly previousKey: EpochKey | undefined
  readonly author: Device
}

/** Wraps, orders, signs and seals. What it is given it takes as it is: that an epoch is whole is for the makers below. */
export const assembleKeysEnvelope = async (parts: KeysParts): Promise<Bytes> => {
  const { head, shares, epochKey, previousKey, author } = parts
  const binding = bindingOf(head)
  const wraps = await Promise.all(
    shares.map(async ({ device, keys }) => ({
      ...(await wrap(device.wrap, keys, binding)),
      hint: hintFor(previousKey, head.epoch, device.wrap),
    })),
  )
  const publicBytes = keysPublicToBytes({
    ...head,
    wraps: wraps.sort((a, b) => compareBytes(a.hint, b.hint)),
  })
  const publicHash = hash(tags.keysPublic, publicBytes)
  const signature = await author.sign(tags.keysAuthor, publicHash)
  const authorPart = await seal(epochKey.reveal(), encode([author.id, signature]), authorPurpose(publicHash))
  return encode([head.version, 'k', head.epoch, publicBytes, sealedToValue(authorPart)])
}

/** By the hints, which say nothing: the order of the roster stays inside. */
const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const i = a.findIndex((byte, at) => byte !== b[at])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}

/** In the place of a secret that a device is not given. */
const noSecret = new Uint8Array(secretBytes)

const demandRecipients = (roster: readonly DeviceKeys[]): void => {
  if (roster.length === 0 || roster.length > recipientsMax)
    throw new RangeError('a roster of 1 to 512 devices')
}

/** A steward is given the epoch's steward secret beside its key. */
export type KeysRecipient = DeviceKeys & { readonly isSteward: boolean }

/**
 * The envelope that begins an epoch, in version 1. `previousKey` is absent in a log's first epoch; `isHistoryOpen: false` wraps the
 * new key without the one before, so that who joins now reads from here on.
 */
export const makeKeysEnvelope = async (options: {
  readonly logId: string
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly previousKey?: EpochKey
  readonly isHistoryOpen?: boolean
  /** Made anew unless given. */
  readonly steward?: StewardSecret
  /** Every device of the new roster, the author's too. */
  readonly roster: readonly KeysRecipient[]
  readonly author: Device
}): Promise<Bytes> => {
  const { logId, epoch, epochKey, previousKey, roster, author } = options
  demandRecipients(roster)
  const key = epochKey.reveal()
  const steward = options.steward ?? createStewardSecret()
  const isPreviousSealed = previousKey !== undefined && options.isHistoryOpen !== false
  return assembleKeysEnvelope({
    head: {
      version: 1,
      logId,
      epoch,
      commitment: commitToEpochKey(logId, epoch, epochKey),
      accessKey: (await createAccessKey(epochKey)).publicKey,
      rosterDigest: digestRoster({ logId, epoch, epochKey }, roster.map(deviceIdOf)),
      stewardKey: (await createStewardKey(steward)).publicKey,
      ...(isPreviousSealed
        ? { previous: await seal(key, previousKey.reveal(), previousPurpose(1, logId, epoch)) }
        : {}),
    },
    // As long for everybody, so that the relay cannot tell who administers.
    shares: roster.map(device => ({
      device,
      keys: concat(key, device.isSteward ? steward.reveal() : noSecret),
    })),
    epochKey,
    previousKey,
    author,
  })
}

/**
 * A slot's key in the new epoch: of a secret that its holders are given, or, repeated from the epoch before, of one that the author
 * does not know and its holders were given earlier.
 */
export type SlotSource = { readonly secret: StewardSecret } | { readonly publicKey: Uint8Array }

/** The epoch that another follows: the one the room is in, whatever else was appended since. */
export interface FollowedEpoch {
  readonly epoch: number
  readonly key: EpochKey
}

/**
 * The envelope that begins an epoch, in version 2. `follows` is absent in a log's first epoch. `stewards` are of the roster;
 * each slot's secret, where the author gives one, is wrapped for the slot's holders.
 */
export const makeSlottedKeysEnvelope = async (options: {
  readonly logId: string
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly follows?: FollowedEpoch
  readonly isHistoryOpen?: boolean
  readonly slots: Readonly<Record<StewardSlot, SlotSource>>
  readonly stewards: StewardSets
  /** Every device of the new roster, the author's too. */
  readonly roster: readonly DeviceKeys[]
  readonly author: Device
}): Promise<Bytes> => {
  demandRecipients(options.roster)
  return assembleKeysEnvelope(await slottedParts(options))
}

/** What `makeSlottedKeysEnvelope` puts together. */
export const slottedParts = async (
  options: Parameters<typeof makeSlottedKeysEnvelope>[0],
): Promise<KeysParts> => {
  const { logId, epoch, epochKey, follows, slots, stewards, roster, author } = options
  const key = epochKey.reveal()
  const place = { logId, epoch, epochKey }
  const sharesOf = (device: DeviceKeys): Uint8Array[] =>
    stewardSlots.map(slot => {
      const source = slots[slot]
      const isGiven = 'secret' in source && slotHolders(stewards, slot).includes(deviceIdOf(device))
      return isGiven ? source.secret.reveal() : noSecret
    })
  const sealedBefore = options.isHistoryOpen === false ? undefined : follows
  return {
    head: {
      version: 2,
      logId,
      epoch,
      commitment: commitToEpochKey(logId, epoch, epochKey),
      accessKey: (await createAccessKey(epochKey)).publicKey,
      rosterDigest: digestRoster(place, roster.map(deviceIdOf)),
      stewardKeys: await slotKeys(slots),
      stewardsDigest: digestStewards(place, stewards),
      previous: await seal(key, previousToBytes(sealedBefore), previousPurpose(2, logId, epoch)),
    },
    shares: roster.map(device => ({ device, keys: concat(key, ...sharesOf(device)) })),
    epochKey,
    previousKey: follows?.key,
    author,
  }
}

const slotKeys = async (slots: Readonly<Record<StewardSlot, SlotSource>>): Promise<StewardKeys> => {
  const keyOf = async (source: SlotSource): Promise<Uint8Array> =>
    'secret' in source ? (await createStewardKey(source.secret)).publicKey : source.publicKey
  return { mediators: await keyOf(slots.mediators), party: await keyOf(slots.party) }
}

/** As long with a key as without, so that the relay cannot tell whether newcomers read what came before. */
const previousToBytes = (follows: FollowedEpoch | undefined): Uint8Array =>
  follows === undefined ? new Uint8Array(previousBytes) : concat(uint64(follows.epoch), follows.key.reveal())
