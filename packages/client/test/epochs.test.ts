/** The keys that a device believes, and the records that it takes for what they say they are. */

import { createMemoryVault } from '@goodoffices/client'
import type { RoomId, RoomState } from '@goodoffices/core'
import {
  createDevice,
  createEntryId,
  createEpochKey,
  createNoteSigner,
  createSecret,
  createStewardKey,
  createStewardSecret,
  type Device,
  type EpochKey,
  emptyRoot,
  encode,
  logIdOfEpochKey,
  makeSlottedKeysEnvelope,
  peekEnvelope,
  randomBytes,
  Secret,
  sealEnvelope,
  secretToText,
  sha256,
  signEntry,
  type Value,
} from '@goodoffices/log'
import { expect, it } from 'vitest'
import { admit, cardOf, openingOf, thirdParty } from '../../core/test/cast.ts'
import { deviceToCard } from '../src/identity/identity.ts'
import { Epochs, type Peeked } from '../src/log/epochs.ts'
import { Replica } from '../src/log/replica.ts'
import { RoomLog } from '../src/log/room-log.ts'
import { learnKept } from '../src/session/keeping.ts'

const peeked = (envelope: Uint8Array, position: number): Peeked => ({
  record: { position, time: position, hash: sha256(envelope), envelope },
  peeked: peekEnvelope(envelope),
})

/** A log of two epochs, made by somebody whom the reader knows nothing of. */
async function makeLog(follows = createEpochKey()) {
  const [one, two] = [createEpochKey(), createEpochKey()]
  const { logId } = await logIdOfEpochKey(one)
  const author = await createDevice(createSecret())
  const make = (epoch: number, epochKey: EpochKey, before?: EpochKey) =>
    makeSlottedKeysEnvelope({
      logId,
      epoch,
      epochKey,
      ...(before === undefined ? {} : { follows: { epoch: epoch - 1, key: before } }),
      slots: { mediators: { secret: createStewardSecret() }, party: { secret: createStewardSecret() } },
      stewards: { mediators: [author.id], party: [] },
      roster: [author.publicKeys],
      author,
    })
  const records = [peeked(await make(1, one), 0), peeked(await make(2, two, follows), 1)]
  const reader = await createDevice(createSecret())
  const id = logId as string as RoomId
  return { id, one, two, records, reader, epochs: new Epochs(id, [reader]) }
}

it('SYNC-37 a key of the first epoch that does not name the log is not believed', async () => {
  const { one, epochs } = await makeLog()
  await epochs.learn(1, createEpochKey())
  expect([epochs.has(1), epochs.newest]).toEqual([false, 0])
  await epochs.learn(1, one)
  expect(epochs.has(1)).toBe(true)
})

it('SYNC-37 a key that was told wrong gives way to the right one, whichever came first', async () => {
  for (const isRightFirst of [true, false]) {
    const { two, records, epochs } = await makeLog()
    const told = isRightFirst ? [two, createEpochKey()] : [createEpochKey(), two]
    for (const key of told) await epochs.learn(2, key)
    expect(epochs.has(2)).toBe(false)
    expect(epochs.access(2)).toBeDefined()
    await epochs.open(records)
    expect(epochs.key(2)?.reveal()).toEqual(two.reveal())
  }
})

it('SYNC-37 once its keys envelope is there, a key is held against it at once', async () => {
  const { two, records, epochs } = await makeLog()
  await epochs.open(records)
  await epochs.learn(2, createEpochKey())
  expect(epochs.newest).toBe(0)
  await epochs.learn(2, two)
  expect(epochs.has(2)).toBe(true)
})

it('ENV-53 ENV-58 SYNC-37 a key before that is rubbish is not believed either, and the right one is when it is told', async () => {
  const { one, two, records, epochs } = await makeLog()
  await epochs.learn(2, two)
  await epochs.open(records)
  expect([epochs.has(1), epochs.has(2)]).toEqual([false, true])
  await epochs.learn(1, one)
  expect(epochs.has(1)).toBe(true)
})

it('SYNC-37 what is no keys envelope stands in the way of none, and a key that was proved stays the very one', async () => {
  const { id, two, records, epochs } = await makeLog()
  await epochs.learn(2, two)
  const words = await sealEnvelope({ logId: id, epoch: 2, epochKey: two, plaintext: encode('words') })
  await epochs.open([peeked(words, 0), ...records])
  expect(epochs.has(2)).toBe(true)
  const access = epochs.access(2)
  await epochs.restore([{ epoch: 2, key: new Secret(two.reveal()) }])
  expect(epochs.access(2)).toBe(access)
})

it('RING-18 what the keyring holds opens what no chain leads to any more', async () => {
  const { id, one, two, records, reader } = await makeLog()
  const relay = await createNoteSigner('relay.example', randomBytes(32))
  const replica = Replica.begin(id, { vault: createMemoryVault(), relay })
  const log = new RoomLog({ id, replica, device: reader })
  await log.learn(2, two)
  await log.learnAhead(records.map(({ record }) => record))
  expect(log.epochKey(1)).toBeUndefined()
  const keys = { 1: secretToText(one), 2: secretToText(createEpochKey()) }
  const home = { epochs: { [id]: { keys, slots: {} } } }
  await learnKept(log, home as Partial<RoomState> as RoomState)
  expect(log.epochKeys().map(({ key }) => secretToText(key))).toEqual([one, two].map(secretToText))
})

const devices = (device: Device) => ({ devices: [deviceToCard(device)] })

/** A room whose records are made by hand, as its lead or another device would make them. Of its three epochs the reader knows some. */
async function makeRoom({ rules, known }: { readonly rules?: number; readonly known: readonly number[] }) {
  const [lead, other] = [await createDevice(createSecret()), await createDevice(createSecret())]
  const keys = new Map([1, 2, 3].map(epoch => [epoch, createEpochKey()]))
  const keyOf = (epoch: number): EpochKey => keys.get(epoch) ?? createEpochKey()
  const { logId } = await logIdOfEpochKey(keyOf(1))
  const id = logId as string as RoomId
  const relay = await createNoteSigner('relay.example', randomBytes(32))
  const log = new RoomLog({ id, replica: Replica.begin(id, { vault: createMemoryVault(), relay }) })
  for (const epoch of known) await log.learn(epoch, keyOf(epoch))
  let size = 0
  const read = (...envelopes: readonly Uint8Array[]) =>
    log.read(envelopes.map(envelope => peeked(envelope, size++).record))
  const party = createStewardSecret()
  const begin = async (epoch: number, by = lead, roster: readonly Device[] = [lead]) =>
    makeSlottedKeysEnvelope({
      logId: id,
      epoch,
      epochKey: keyOf(epoch),
      ...(epoch === 1 ? {} : { follows: { epoch: 1, key: keyOf(1) } }),
      slots: {
        mediators: { secret: createStewardSecret() },
        party: epoch === 1 ? { secret: party } : { publicKey: (await createStewardKey(party)).publicKey },
      },
      stewards: { mediators: [lead.id], party: [] },
      roster: roster.map(({ publicKeys }) => publicKeys),
      author: by,
    })
  const write = async (act: unknown, epoch = 1, by = lead) => {
    const head = { size: 0, root: emptyRoot }
    const entry = { id: createEntryId(), logId: id, epoch, head, time: 1, act: act as Value }
    const plaintext = await signEntry(by, entry)
    return sealEnvelope({ logId: id, epoch, epochKey: keyOf(epoch), plaintext })
  }
  const opening = openingOf(cardOf('lead', devices(lead)), {
    kind: 'group',
    ...(rules === undefined ? {} : { rules }),
  })
  return { log, lead, other, read, begin, write, opening }
}

const codesIn = (log: RoomLog): readonly unknown[] =>
  log.faults.map(({ position, violation }) => [position, violation.code])

it('SYNC-5 a room begins with its opening and with nothing else, and what says no act is none', async () => {
  const { log, lead, read, begin, write, opening } = await makeRoom({ known: [1] })
  await read(await write(admit('second', devices(lead))))
  expect([log.isBegun, log.entries, codesIn(log)]).toEqual([false, [], [[0, 'room-not-opened']]])
  // Keys that do not open, though the epoch's key is known.
  const keys = await begin(1)
  await read(keys.with(keys.length - 1, (keys.at(-1) ?? 0) ^ 1), await write(opening))
  expect([log.isBegun, log.entries.length]).toEqual([true, 1])
  await read(await write({ kind: 'no.such' }))
  expect(codesIn(log).slice(1)).toEqual([
    [1, 'envelope/undecryptable'],
    [3, 'act-unknown'],
  ])
  expect(log.entries.length).toBe(1)
})

it('SYNC-6 keys by a device that no room knows, though it had the key, begin no epoch', async () => {
  const { log, other, read, begin, write, opening } = await makeRoom({ rules: 2, known: [1, 2] })
  await read(await begin(1), await write(opening))
  const { slots } = log.stewardship
  expect(slots).toBeDefined()
  await read(await begin(2, other))
  expect([codesIn(log), log.refusedAt, log.state?.epoch]).toEqual([[[2, 'envelope/author']], 2, 1])
  expect(log.stewardship.slots).toBe(slots)
})

it('SYNC-6 keys for all who are in a room of number 1, by one who does not administer it, begin no epoch', async () => {
  const { log, lead, other, read, begin, write, opening } = await makeRoom({ known: [1, 2] })
  await read(await begin(1), await write(opening))
  await read(
    await write({ kind: 'party.add', card: thirdParty }),
    await write(admit('observer', devices(other))),
  )
  expect(log.entries.map(({ violation }) => violation)).toEqual([undefined, undefined, undefined])
  const { parts } = log.stewardship
  await read(await begin(2, other, [lead, other]))
  expect([codesIn(log), log.refusedAt, log.state?.epoch]).toEqual([[[4, 'may-not-rekey']], 4, 1])
  expect(log.stewardship.parts.stewards).toBe(parts.stewards)
})

it('SYNC-36 of what was passed over only keys are told as keys', async () => {
  const { log, read, begin, write, opening } = await makeRoom({ rules: 2, known: [1, 3] })
  await read(await begin(1), await write(opening))
  await read(await begin(2), await write({ kind: 'no.such' }, 2), await begin(3))
  expect([log.state?.epoch, log.refusedAt]).toEqual([3, 2])
})
