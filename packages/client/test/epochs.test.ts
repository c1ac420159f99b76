/** The keys that a device believes. */

import { createMemoryVault } from '@goodoffices/client'
import type { RoomId, RoomState } from '@goodoffices/core'
import {
  createDevice,
  createEpochKey,
  createNoteSigner,
  createSecret,
  createStewardSecret,
  type EpochKey,
  logIdOfEpochKey,
  makeSlottedKeysEnvelope,
  peekEnvelope,
  randomBytes,
  secretToText,
  sha256,
} from '@goodoffices/log'
import { expect, it } from 'vitest'
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
