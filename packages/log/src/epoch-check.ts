import { createAccessKey } from './access.ts'
import { bytesToHex, equalBytes } from './bytes.ts'
import type { DeviceKeys } from './device.ts'
import { type EpochKey, epochFirst } from './epoch.ts'
import { type DeviceId, logIdOf } from './id.ts'
import { hintFor } from './keys-binding.ts'
import {
  checkCommitted,
  checkKeysEnvelope,
  type OpenedKeys,
  type ReceivedKeys,
  verifyKeysAuthor,
} from './keys-envelope.ts'
import { type Result, refuse, succeed } from './result.ts'
import {
  digestStewards,
  type StewardKeys,
  type StewardSets,
  type StewardSlot,
  slotHolders,
  stewardSlots,
} from './steward.ts'

/** The epoch that a room is in, as a member holds it. */
export interface EpochBefore {
  readonly epoch: number
  /** Absent where the member was not given it, having come later. */
  readonly key?: EpochKey
  /** The keys envelope that began it; absent only where it was destroyed or withheld. */
  readonly envelope?: Uint8Array
  /** Its steward keys, where it is of version 2. */
  readonly stewardKeys?: StewardKeys
  /** Who administered it. */
  readonly stewards: StewardSets
  /** Who was given each slot's secret when its key last changed; the slot's holders, where it is not known. */
  readonly given?: StewardSets
}

/** What the keys of an epoch must be by the room's state, once the changes that made them due have been applied. */
export interface ExpectedEpoch {
  readonly author: DeviceKeys
  /** The devices of those present. */
  readonly roster: readonly string[]
  /** The keys that theirs are wrapped to, where they are known. */
  readonly wraps?: readonly Uint8Array[]
  /** Of them, those who administer the room. */
  readonly stewards: StewardSets
  /** Whether who joins reads what came before. */
  readonly isHistoryOpen: boolean
  /** Absent for a log's first epoch. */
  readonly before?: EpochBefore
  /** The device whose received keys these are; absent where they were opened with a key had otherwise. */
  readonly self?: DeviceId
}

type EpochRule = (keys: ReceivedKeys, expected: ExpectedEpoch) => Result<true> | Promise<Result<true>>

const fine = succeed<true>(true)

/** ENV-50: the keys of a version 1 epoch are those of the next; those of version 2 say which they follow, and come after it. */
const isInOrder: EpochRule = ({ version, epoch }, { before }) => {
  const follows = before?.epoch ?? 0
  const isNext = version === 1 ? epoch === follows + 1 : epoch > follows
  return isNext ? fine : refuse('envelope/epoch', { expected: follows + 1, found: epoch })
}

/** ENV-51: a room does not go back to version 1, in which whoever begins an epoch is its only steward. */
const isNoOlderVersion: EpochRule = ({ version }, { before }) =>
  version === 1 && before?.stewardKeys !== undefined
    ? refuse('envelope/version', { expected: 2, found: 1 })
    : fine

/** ENV-24. */
const isMadeForRoster: EpochRule = (keys, { author, roster }) => verifyKeysAuthor(keys, author, roster)

/**
 * ENV-60: the devices, by the keys that theirs are wrapped to, for which no wrap is meant, so that they were given nothing. Of a first
 * epoch, and where history is closed, nobody can tell.
 */
export const leftOutOf = (
  { epoch, hints, previous }: Pick<OpenedKeys, 'epoch' | 'hints' | 'previous'>,
  wraps: readonly Uint8Array[],
): readonly Uint8Array[] => {
  if (previous.kind !== 'key') return []
  const given = new Set(hints.map(bytesToHex))
  return wraps.filter(each => !given.has(bytesToHex(hintFor(previous.key, epoch, each))))
}

/** ENV-60. */
const isMeantForEach: EpochRule = (keys, { wraps = [] }) =>
  leftOutOf(keys, wraps).length === 0 ? fine : refuse('envelope/left-out')

/** ENV-52: the first epoch's key is the one that the log is named by. */
const isFirstOfLog: EpochRule = ({ epoch, logId, accessKey }) =>
  epoch !== epochFirst || logIdOf(accessKey) === logId ? fine : refuse('envelope/log', { of: 'access key' })

/** ENV-53: where history is open, the key of the epoch before is there and is the one that its members hold; elsewhere it is not there. */
const isPreviousWhole: EpochRule = (keys, { before, isHistoryOpen }) => {
  const { previous } = keys
  if (previous.kind === 'unreadable') return refuse('envelope/previous-unreadable')
  const isDue = before !== undefined && isHistoryOpen
  if (previous.kind === 'closed') return isDue ? refuse('envelope/no-previous') : fine
  if (!isDue) return refuse('envelope/history-opened')
  if (previous.epoch !== before.epoch)
    return refuse('envelope/previous-differs', { expected: before.epoch, found: previous.epoch })
  if (before.key !== undefined && !equalBytes(before.key.reveal(), previous.key.reveal()))
    return refuse('envelope/previous-differs')
  if (before.envelope === undefined) return fine
  return checkCommitted({ ...previous, logId: keys.logId, envelope: before.envelope })
}

/** ENV-54: the stewards are those of the state. Version 1 does not say for whom it was made, only what this device was given. */
const isMadeForStewards: EpochRule = (keys, { stewards }) =>
  keys.stewardsDigest === undefined || equalBytes(digestStewards(keys, stewards), keys.stewardsDigest)
    ? fine
    : refuse('envelope/stewards')

const isKept = (slot: StewardSlot, { stewardKeys }: OpenedKeys, before: EpochBefore | undefined): boolean =>
  stewardKeys !== undefined &&
  before?.stewardKeys !== undefined &&
  equalBytes(stewardKeys[slot], before.stewardKeys[slot])

const knowersOf = ({ given, stewards }: EpochBefore, slot: StewardSlot): readonly string[] =>
  given?.[slot] ?? slotHolders(stewards, slot)

/** Whether a device may change a slot: it holds it, or was given its secret. */
export const mayChangeSlot = (before: EpochBefore, slot: StewardSlot, device: string): boolean =>
  slotHolders(before.stewards, slot).includes(device) || knowersOf(before, slot).includes(device)

/**
 * ENV-55: the slot that an author has to change, because somebody who was given its secret with the author holds it no longer. One
 * at most, since a relay lets one change at a time (ENV-59): one that is given up to the side it belongs to comes first, then that
 * of the author's own side.
 */
export const slotDue = (before: EpochBefore, after: StewardSets, author: string): StewardSlot | undefined => {
  const due = stewardSlots.filter(slot => {
    const knowers = knowersOf(before, slot)
    return knowers.includes(author) && knowers.some(device => !slotHolders(after, slot).includes(device))
  })
  const isGivenUp = (slot: StewardSlot): boolean =>
    before.stewards[slot].length === 0 && after[slot].length > 0
  return due.find(isGivenUp) ?? due.find(slot => before.stewards[slot].includes(author)) ?? due[0]
}

/** ENV-55: a slot is changed by those who hold it, and by them when one of theirs has gone, who knows the old secret. */
const isSlotChangedByHolder: EpochRule = (keys, { before, stewards }) => {
  if (before?.stewardKeys === undefined) return fine
  const foreign = stewardSlots.find(
    slot => !isKept(slot, keys, before) && !mayChangeSlot(before, slot, keys.author),
  )
  if (foreign !== undefined) return refuse('envelope/slot', { slot: foreign })
  const due = slotDue(before, stewards, keys.author)
  return due !== undefined && isKept(due, keys, before) ? refuse('envelope/slot', { slot: due }) : fine
}

/** ENV-56: who is a steward by the state was given the secret, unless the slot was kept, and nobody else was. */
const isGivenItsSecrets: EpochRule = (keys, expected) => {
  const { self } = expected
  if (self === undefined) return fine
  return keys.version === 1 ? isGivenOneSecret(keys, self, expected) : isGivenSlots(keys, self, expected)
}

const isGivenOneSecret = (
  { steward }: ReceivedKeys,
  self: DeviceId,
  { stewards }: ExpectedEpoch,
): Result<true> => {
  const isSteward = stewardSlots.some(slot => stewards[slot].includes(self))
  if (isSteward && steward === undefined) return refuse('envelope/no-steward')
  return !isSteward && steward !== undefined ? refuse('envelope/steward-given') : fine
}

const isGivenSlots = (
  keys: ReceivedKeys,
  self: DeviceId,
  { stewards, before }: ExpectedEpoch,
): Result<true> => {
  for (const slot of stewardSlots) {
    const isHolder = slotHolders(stewards, slot).includes(self)
    const isGiven = keys.stewards?.[slot] !== undefined
    if (isHolder && !isGiven && !isKept(slot, keys, before)) return refuse('envelope/no-steward', { slot })
    if (!isHolder && isGiven) return refuse('envelope/steward-given', { slot })
  }
  return fine
}

/** In the order in which they are looked at: what shows that keys are not the room's own comes before what is amiss in them. */
const epochRules: readonly EpochRule[] = [
  isInOrder,
  isNoOlderVersion,
  isMadeForRoster,
  isFirstOfLog,
  isPreviousWhole,
  isMeantForEach,
  isMadeForStewards,
  isSlotChangedByHolder,
  isGivenItsSecrets,
]

/**
 * Whether opened keys make a whole epoch, in which nobody who should is left without the past, or without a say in who comes next.
 * Refused with the code of the first thing amiss. Whether the author may begin an epoch is the room's own rule; and that others were
 * given what this device was given, nobody can see.
 */
export const checkEpoch = async (keys: ReceivedKeys, expected: ExpectedEpoch): Promise<Result<true>> => {
  for (const rule of epochRules) {
    const kept = await rule(keys, expected)
    if (!kept.ok) return kept
  }
  return fine
}

/**
 * Whether bytes are the key of a log's epoch, for somebody who was told them: the first epoch's by the log's id, a later one's by
 * the commitment and access key in the keys envelope that began it (`envelope/unproven` where there is none).
 */
export const proveEpochKey = async (claim: {
  readonly logId: string
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly envelope?: Uint8Array
}): Promise<Result<true>> => {
  const { logId, epoch, epochKey, envelope } = claim
  if (epoch === epochFirst) {
    const { publicKey } = await createAccessKey(epochKey)
    return logIdOf(publicKey) === logId ? fine : refuse('envelope/commitment', { of: 'log id' })
  }
  if (envelope === undefined) return refuse('envelope/unproven')
  const checked = await checkKeysEnvelope({ logId, epoch, epochKey, envelope })
  return checked.ok ? fine : checked
}
