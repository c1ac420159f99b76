/** How what was decided becomes envelopes: for the epoch that the room is in, and for the one that a change of people begins. */

import { applyEpoch, type RoomId, type RoomState, stewardSets, wholeEpochsSince } from '@goodoffices/core'
import {
  type AccessKey,
  createEpochKey,
  createStewardSecret,
  type Device,
  type EpochKey,
  type KeysRecipient,
  makeKeysEnvelope,
  makeSlottedKeysEnvelope,
  plaintextBytesMax,
  recipientsMax,
  type SigningKey,
  type SlotSource,
  type StewardSets,
  type StewardSlot,
  sealEnvelope,
  signEntry,
} from '@goodoffices/log'
import { ownSeat } from '../../identity/acting-device.ts'
import { keysRecipients } from '../../log/cards.ts'
import { Journal } from '../../log/journal.ts'
import { applyNext, type Pending } from '../../log/overlay.ts'
import type { RoomLog } from '../../log/room-log.ts'
import { RelayError } from '../../relay/port.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Ground } from '../engine/ground.ts'

/** With what an entry is sealed. */
export type Writing = {
  readonly logId: RoomId
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly access: AccessKey
  readonly head: { readonly size: number; readonly root: Uint8Array }
}

/**
 * With what an entry is sealed now: the keys of the epoch that the room is in, never others that have merely been sent. Fails
 * where this device has them no longer, or where the newest keys are not the room's; `isPassing`: unless it is to begin an epoch
 * past those.
 */
export function writingNow(ground: Ground, log: RoomLog, isPassing = false): Result<Writing> {
  const { access, replica } = log
  const standing = ground.standing(log.id)
  if (standing.kind === 'stopped') return fail('log-forked')
  if (ground.isOver(log.id)) return fail('record-destroyed')
  // But not the keys of other rooms: what waits for one's own room waits until its relay gives it out.
  const isHome = log.id === ground.identity.home.room
  if (standing.kind === 'withheld' && !isHome) return fail('envelope-withheld')
  const { member } = ground.identity
  const seat = log.look(
    state => state && { epoch: state.epoch, own: ownSeat(state, { device: ground.deviceIn(state), member }) },
  )
  if (seat === undefined) throw new RelayError('nonsense')
  if (!seat.own.ok)
    return fail(seat.own.error.code === 'device-of-another' ? 'device-of-another' : 'no-longer-a-member')
  if (log.isShutOut) return fail('keys-withheld')
  if (log.isKeyedOtherwise && !isPassing) return fail('keys-refused')
  const epochKey = log.epochKey(seat.epoch)
  const root = replica.rootAt(replica.size)
  if (epochKey === undefined || access === undefined || root === undefined) return fail('keys-withheld')
  return ok({ logId: log.id, epoch: seat.epoch, epochKey, access, head: { size: replica.size, root } })
}

/** Fails with `entry-too-long`. */
export async function sealEntry(
  device: Device,
  { logId, epoch, epochKey, head }: Omit<Writing, 'access'>,
  { id, act, time }: Pending,
): Promise<Result<Uint8Array>> {
  const plaintext = await signEntry(device, { id, logId, epoch, head, time, act })
  if (plaintext.length > plaintextBytesMax) return fail('entry-too-long', { max: plaintextBytesMax })
  return ok(await sealEnvelope({ logId, epoch, epochKey, plaintext }))
}

/** For a log of this size, with the key of the epoch that ends. */
export type SealedChange = {
  readonly envelopes: readonly Uint8Array[]
  readonly steward: SigningKey
  readonly access: AccessKey
  readonly size: number
}

/** The entries, the keys for everybody who is in the room after them, and what countersigns these. Fails where this device has nothing to. */
export async function sealChange(
  ground: Ground,
  { log, writing }: { readonly log: RoomLog; readonly writing: Writing },
  entries: readonly Pending[],
): Promise<Result<SealedChange>> {
  const after = log.look(state =>
    state === undefined ? fail('room-unknown') : stateAfter(state, entries, ground.deviceIn(state)),
  )
  if (!after.ok) return after
  const { device, roster, stewards, isHistoryOpen, isSlotted } = after.value
  if (roster.length > recipientsMax) return fail('too-many-devices', { max: recipientsMax })
  const countersigning = await log.stewardship.countersigning(stewards, device.id)
  if (countersigning === undefined) return fail('keys-withheld')
  const envelopes: Uint8Array[] = []
  for (const entry of entries) {
    const sealed = await sealEntry(device, writing, entry)
    if (!sealed.ok) return sealed
    envelopes.push(sealed.value)
  }
  const common = { logId: log.id, epochKey: createEpochKey(), isHistoryOpen, roster, author: device }
  const keys = isSlotted
    ? await makeSlottedKeysEnvelope({
        ...common,
        epoch: log.nextEpoch,
        follows: { epoch: writing.epoch, key: writing.epochKey },
        slots: slotsFor(log, countersigning.slot),
        stewards,
      })
    : await makeKeysEnvelope({ ...common, epoch: writing.epoch + 1, previousKey: writing.epochKey })
  const { access, head } = writing
  return ok({ envelopes: [...envelopes, keys], steward: countersigning.key, access, size: head.size })
}

/** The slot that was countersigned with gets a secret of its own; the other stays. After version 1 both do (ENV-59). */
function slotsFor(log: RoomLog, changed: StewardSlot | undefined): Readonly<Record<StewardSlot, SlotSource>> {
  const source = (slot: StewardSlot): SlotSource =>
    log.stewardship.slots === undefined || slot === changed
      ? { secret: createStewardSecret() }
      : { publicKey: log.stewardship.slots[slot].publicKey }
  return { mediators: source('mediators'), party: source('party') }
}

type Changed = {
  readonly device: Device
  readonly roster: readonly KeysRecipient[]
  readonly stewards: StewardSets
  readonly isHistoryOpen: boolean
  readonly isSlotted: boolean
}

/** Tried, and taken back: whoever may not do this must not begin an epoch either. */
function stateAfter(state: RoomState, entries: readonly Pending[], device: Device): Result<Changed> {
  const journal = new Journal()
  const tried = journal.record(state)
  try {
    for (const entry of entries) {
      const next = applyNext(tried, entry, device.id)
      if (!next.ok) return next
    }
    const changed: Changed = {
      device,
      roster: keysRecipients(state),
      stewards: stewardSets(state),
      isHistoryOpen: state.history === 'all',
      isSlotted: state.rules >= wholeEpochsSince,
    }
    const begun = applyEpoch(tried, { epoch: state.epoch + 1, device: device.id, position: state.size })
    return begun.ok ? ok(changed) : begun
  } finally {
    journal.undo()
  }
}
