import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  type AccessKey,
  createDevice,
  createSecret,
  createStewardKey,
  createStewardSecret,
  type Device,
  makeSlottedKeysEnvelope,
  type StewardSecret,
} from '@goodoffices/log'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryRelay, MemoryStore, SqliteStore, type Store, verifyStore } from '../src/index.ts'
import { type Answer, expectRefusal, Member, makeEpoch } from './harness.ts'

const root = mkdtempSync(join(tmpdir(), 'relay-slots-'))
afterAll(() => rmSync(root, { recursive: true }))

type Slots = { readonly mediators: StewardSecret; readonly party: StewardSecret }
const makeSlots = (): Slots => ({ mediators: createStewardSecret(), party: createStewardSecret() })

const stores: readonly [string, () => Promise<Store>][] = [
  ['memory', async () => new MemoryStore()],
  ['sqlite', () => SqliteStore.open({ folder: mkdtempSync(join(root, 'store-')) })],
]

let member: Member
let device: Device

/** Keys of version 2 for the epoch, with these secrets in its slots. */
function slotted(epoch: Member['epoch'], slots: Slots): Promise<Uint8Array> {
  return makeSlottedKeysEnvelope({
    logId: member.id,
    epoch: epoch.number,
    epochKey: epoch.secret,
    slots: { mediators: { secret: slots.mediators }, party: { secret: slots.party } },
    stewards: { mediators: [device.id], party: [] },
    roster: [device.publicKeys],
    author: device,
  })
}

/** Begins the next epoch with these slots, countersigned by a secret. */
async function begin(slots: Slots, by: StewardSecret | undefined, size: number): Promise<Answer> {
  const next = await makeEpoch(member.epoch.number + 1)
  const steward: AccessKey | undefined = by === undefined ? undefined : await createStewardKey(by)
  const change = steward === undefined ? {} : { steward }
  const answer = await member.append([await slotted(next, slots)], size, change)
  if (answer.status === 200) member.epochs.push(next)
  return answer
}

async function destroyAs(by: StewardSecret): Promise<Answer> {
  const path = member.path('envelopes?from=1&to=2')
  return member.send('DELETE', path, undefined, { steward: await createStewardKey(by) })
}

describe.each(stores)('REL-45 two steward slots on %s', (_, openStore) => {
  let first: Slots
  const opened: Store[] = []
  const open = async (): Promise<Store> => {
    const store = await openStore()
    opened.push(store)
    return store
  }
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })

  beforeEach(async () => {
    const relay = await createMemoryRelay({ store: await open() })
    member = await Member.make(relay.fetch)
    device = await createDevice(createSecret())
    first = makeSlots()
    expect((await member.create([await slotted(member.epoch, first), await member.seal()])).status).toBe(200)
  })

  test('each side begins an epoch, changes its own slot, and repeats the other’s', async () => {
    const second = { ...first, party: createStewardSecret() }
    expect((await begin(second, first.party, 2)).status).toBe(200)
    expectRefusal(await begin(second, first.party, 3), 403, 'relay/steward')
    const third = { ...second, mediators: createStewardSecret() }
    expect((await begin(third, first.mediators, 3)).status).toBe(200)
    expect((await begin(third, third.party, 4)).status).toBe(200)
    expect((await begin(third, third.mediators, 5)).status).toBe(200)
  })

  test('neither side changes the other’s slot, or both', async () => {
    const other = createStewardSecret()
    const tries: readonly (readonly [Slots, StewardSecret])[] = [
      [{ ...first, mediators: other }, first.party],
      [{ ...first, party: other }, first.mediators],
      [makeSlots(), first.mediators],
      [makeSlots(), first.party],
      [{ mediators: first.party, party: first.mediators }, first.party],
    ]
    for (const [slots, by] of tries) {
      const answer = await begin(slots, by, 2)
      expectRefusal(answer, 400, 'relay/envelope')
      expect(answer.body).toMatchObject({ index: 0, reason: 'envelope/slot' })
    }
  })

  test('who is of neither slot begins nothing', async () => {
    expectRefusal(await begin(first, undefined, 2), 403, 'relay/steward')
    expectRefusal(await begin(first, createStewardSecret(), 2), 403, 'relay/steward')
    expectRefusal(await begin(makeSlots(), createStewardSecret(), 2), 403, 'relay/steward')
  })

  test('after two slots there is not one again', async () => {
    const next = await makeEpoch(2)
    const steward = await createStewardKey(first.mediators)
    const answer = await member.append([await member.keys(next, member.epoch)], 2, { steward })
    expectRefusal(answer, 400, 'relay/envelope')
    expect(answer.body.reason).toBe('envelope/version')
  })

  test('only the mediators’ slot destroys', async () => {
    expectRefusal(await destroyAs(first.party), 403, 'relay/steward')
    expectRefusal(await destroyAs(createStewardSecret()), 403, 'relay/steward')
    expect((await destroyAs(first.mediators)).body).toEqual({ destroyed: 1 })
  })

  test('a room of one steward gives both slots their keys', async () => {
    const relay = await createMemoryRelay({ store: await open() })
    member = await Member.make(relay.fetch)
    await member.create([await member.keys(), await member.seal()])
    const slots = makeSlots()
    expectRefusal(await begin(slots, slots.mediators, 2), 403, 'relay/steward')
    expect((await begin(slots, member.epoch.steward, 2)).status).toBe(200)
    expectRefusal(await destroyAs(slots.party), 403, 'relay/steward')
    expect((await begin({ ...slots, party: createStewardSecret() }, slots.party, 3)).status).toBe(200)
  })
})

test('REL-75 REL-45 the full check compares both slots with the envelope that names them', async () => {
  const folder = mkdtempSync(join(root, 'check-'))
  const store = await SqliteStore.open({ folder })
  const relay = await createMemoryRelay({ store })
  member = await Member.make(relay.fetch)
  device = await createDevice(createSecret())
  const slots = makeSlots()
  await member.create([await slotted(member.epoch, slots)])
  expect((await begin({ ...slots, party: createStewardSecret() }, slots.party, 1)).status).toBe(200)
  await store.close()
  expect((await verifyStore(folder)).findings).toEqual([])
  const database = new DatabaseSync(join(folder, 'relay.db'))
  database.exec('UPDATE access SET party = randomblob(32) WHERE epoch = 2')
  database.close()
  expect((await verifyStore(folder)).findings).toMatchObject([{ code: 'relay/store-access' }])
})
