/** Epochs as somebody with the right to begin one makes them who means harm, through a relay that is honest. */

import { createHttpRelay } from '@goodoffices/client'
import { type RoomId, rosterDevices, stewardSets } from '@goodoffices/core'
import {
  createAccessKey,
  createEpochKey,
  createStewardKey,
  createStewardSecret,
  type Device,
  deviceIdOf,
  type EpochKey,
  makeSlottedKeysEnvelope,
  openKeysEnvelope,
  peekEnvelope,
  type StewardKeys,
  type StewardSecret,
  type StewardSlot,
} from '@goodoffices/log'
import { cardToKeys } from '../src/log/cards.ts'
import { insiderOf } from './hostile.ts'
import { address, type Person, type World } from './world.ts'

export type Slotted = Parameters<typeof makeSlottedKeysEnvelope>[0]

/** What the honest epoch is changed by. */
export type Tampering = (honest: Slotted) => Partial<Slotted>

type Keys = {
  /** How long the log is, and what its newest keys say of the slots. */
  readonly size: number
  readonly stewardKeys: StewardKeys
  /** The secret of a slot, from the keys that last changed it. */
  readonly secret: StewardSecret
}

const portOf = (world: World) =>
  createHttpRelay({ address, fetch: async (input, init) => world.relay.fetch(new Request(input, init)) })

/** What somebody finds of a slot of a room, newest keys first, whatever their program would do with it. */
export async function findSlot(
  world: World,
  person: Person,
  { room, slot }: { readonly room: RoomId; readonly slot: StewardSlot },
): Promise<Keys> {
  const insider = await insiderOf(person)
  const { device } = insider
  const access = await createAccessKey((await insider.epochKey(room)).key)
  const envelopes: { readonly epoch: number; readonly envelope: Uint8Array; readonly keys: StewardKeys }[] =
    []
  let size = 0
  do {
    const page = await portOf(world).read(room, access, size)
    for (const { envelope } of page.records) {
      const peeked = envelope === undefined ? undefined : peekEnvelope(envelope)
      if (envelope === undefined || peeked?.ok !== true || peeked.value.kind !== 'k') continue
      const { epoch, stewardKeys } = peeked.value
      if (stewardKeys !== undefined) envelopes.push({ epoch, envelope, keys: stewardKeys })
    }
    size += page.records.length
    if (size >= page.size) break
  } while (size > 0)
  for (const { epoch, envelope } of envelopes.toReversed()) {
    const opened = await openKeysEnvelope({ logId: room, epoch, envelope, device })
    const secret = opened.ok ? opened.value.stewards?.[slot] : undefined
    const newest = envelopes.at(-1)
    if (secret !== undefined && newest !== undefined) return { size, stewardKeys: newest.keys, secret }
  }
  throw new Error('no secret of a slot')
}

/** Begins an epoch in this person's name, with their slot of it, changed as `tamper` says. */
export async function beginEpoch(
  world: World,
  person: Person,
  room: RoomId,
  {
    slot = 'party',
    tamper = () => ({}),
    spoil = async keys => keys,
  }: {
    readonly slot?: StewardSlot
    readonly tamper?: Tampering
    /** What becomes of the keys once they are made. */
    readonly spoil?: (
      keys: Uint8Array,
      made: { readonly epoch: number; readonly key: EpochKey; readonly author: Device },
    ) => Promise<Uint8Array>
  } = {},
): Promise<void> {
  const insider = await insiderOf(person)
  const state = person.session.room(room)
  if (state === undefined) throw new Error('no room')
  const { epoch, key } = await insider.epochKey(room)
  const access = await createAccessKey(key)
  const { size, stewardKeys, secret } = await findSlot(world, person, { room, slot })
  const other = slot === 'party' ? 'mediators' : 'party'
  const slots = {
    [slot]: { secret: createStewardSecret() },
    [other]: { publicKey: stewardKeys[other] },
  } as Slotted['slots']
  const honest: Slotted = {
    logId: room,
    epoch: epoch + 1,
    epochKey: createEpochKey(),
    follows: { epoch, key },
    isHistoryOpen: true,
    slots,
    stewards: stewardSets(state),
    roster: rosterDevices(state).flatMap(card => cardToKeys(card) ?? []),
    author: insider.device,
  }
  const made = await makeSlottedKeysEnvelope({ ...honest, ...tamper(honest) })
  const keys = await spoil(made, { epoch: honest.epoch, key: honest.epochKey, author: insider.device })
  const steward = await createStewardKey(secret)
  await portOf(world).append(room, access, [keys], { expect: size, steward })
}

export const rubbishBefore: Tampering = ({ follows }) => ({
  follows: { epoch: follows?.epoch ?? 0, key: createEpochKey() },
})
export const historyClosed: Tampering = () => ({ isHistoryOpen: false })
export const onlySteward: Tampering = ({ stewards }) => ({ stewards: { ...stewards, mediators: [] } })
/** For all but itself: those who are left out cannot go on past it, and the one who did it is no loss. */
export const otherRoster: Tampering = ({ roster, author }) => ({
  roster: roster.filter(keys => deviceIdOf(keys) !== author.id),
})
