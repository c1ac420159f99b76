import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode, signLive } from '@goodoffices/log'
import { afterAll, describe, expect, test } from 'vitest'
import {
  createMemoryRelay,
  type MemoryRelay,
  MemoryStore,
  PostgresStore,
  SqliteStore,
  type Store,
  StoreError,
  type StoreErrorCode,
} from '../src/index.ts'
import { expectRefusal, Member, send, valueOf } from './harness.ts'
import { startPostgres } from './postgres-server.ts'

const root = mkdtempSync(join(tmpdir(), 'relay-faults-'))
const postgres = await startPostgres()
afterAll(async () => {
  rmSync(root, { recursive: true })
  await postgres?.stop()
})

type Write = 'createLog' | 'append' | 'destroy'
type Fault = 'failed' | 'persisted but reported failed' | 'connection lost' | 'disk full' | 'slow' | 'paused'

/** What a fault does to a write that was asked for: whether it is made, after how long, and what is said of it. */
type Course = { readonly isMade: boolean; readonly waitMs: number; readonly said: StoreErrorCode | undefined }
const courses: Readonly<Record<Fault, Course>> = {
  failed: { isMade: false, waitMs: 0, said: 'store-failed' },
  'persisted but reported failed': { isMade: true, waitMs: 0, said: 'store-failed' },
  // As the one before, but that nobody hears of it for a while.
  'connection lost': { isMade: true, waitMs: 30, said: 'store-failed' },
  'disk full': { isMade: false, waitMs: 0, said: 'store-full' },
  slow: { isMade: true, waitMs: 30, said: undefined },
  // A node that stands still in the middle: everything behind the write waits, longer than whoever asked.
  paused: { isMade: true, waitMs: 120, said: undefined },
}

/** A store whose next write of a kind goes wrong, once. */
class FaultyStore {
  readonly store: Store
  next: { readonly write: Write; readonly fault: Fault } | undefined

  constructor(inner: Store) {
    this.store = new Proxy(inner, {
      get: (target, name: keyof Store) => {
        const method = target[name].bind(target) as (...args: unknown[]) => Promise<unknown>
        if (name === 'watch') return method
        return async (...args: unknown[]) => {
          const { next } = this
          if (next?.write !== name) return method(...args)
          this.next = undefined
          const { isMade, waitMs, said } = courses[next.fault]
          const made = isMade ? await method(...args) : undefined
          await new Promise(resolve => setTimeout(resolve, waitMs))
          if (said !== undefined) throw new StoreError(said, 'injected')
          return made
        }
      },
    })
  }
}

async function makeFaulty(inner: Store = new MemoryStore()) {
  const faulty = new FaultyStore(inner)
  const faults: unknown[] = []
  const relay = await createMemoryRelay({
    store: faulty.store,
    limits: { destroyEnvelopesMax: 4096 },
    onFault: error => faults.push(error),
  })
  return { faulty, relay, faults, member: await Member.make(relay.fetch) }
}

const faults: readonly Fault[] = ['failed', 'persisted but reported failed', 'connection lost']
const stores: readonly (readonly [string, () => Promise<Store>])[] = [
  ['memory', async () => new MemoryStore()],
  ['sqlite', () => SqliteStore.open({ folder: mkdtempSync(join(root, 'store-')) })],
  ...(postgres === undefined
    ? []
    : [['postgres', async () => PostgresStore.open(await postgres.emptied())] as const]),
]

/** The fault table: each write, each fault, each store; the expected state is the same in every cell. */
describe.each(stores)('REL-71 a write to %s that goes wrong', (_, openStore) => {
  describe.each(faults)('%s', fault => {
    test('createLog: repeating it makes the log once', async () => {
      const { faulty, member, faults } = await makeFaulty(await openStore())
      const envelopes = [await member.keys(), await member.seal()]
      faulty.next = { write: 'createLog', fault }
      expectRefusal(await member.create(envelopes), 503, 'relay/store-failed')
      expect(faults).toHaveLength(1)
      expect((await member.create(envelopes)).body).toMatchObject({ positions: [0, 1], size: 2 })
      expect((await member.append([await member.seal()])).body.positions).toEqual([2])
      await faulty.store.close()
    })

    test('append: repeating it places the envelope once, and others go on', async () => {
      const { faulty, member } = await makeFaulty(await openStore())
      await member.create([await member.keys()])
      const envelope = await member.seal()
      faulty.next = { write: 'append', fault }
      expectRefusal(await member.append([envelope], 1), 503, 'relay/store-failed')
      const size = fault === 'failed' ? 1 : 2
      expect((await member.get('checkpoint')).body.size).toBe(size)
      expect((await member.append([await member.seal()])).body.positions).toEqual([size])
      // Where nothing was kept, somebody else has taken the place in the meantime.
      const again = await member.append([envelope], 1)
      if (fault === 'failed') expectRefusal(again, 409, 'relay/conflict')
      else expect(again.body.positions).toEqual([1])
      expect((await member.append([envelope])).body.positions).toEqual([fault === 'failed' ? 2 : 1])
      expect((await member.read()).body.records).toHaveLength(3)
      await faulty.store.close()
    })

    test('append of keys: the epoch has changed if and only if the envelope was kept', async () => {
      const { faulty, member } = await makeFaulty(await openStore())
      await member.create([await member.keys()])
      faulty.next = { write: 'append', fault }
      expectRefusal(await member.rekey(1), 503, 'relay/store-failed')
      const answer = await member.append([await member.seal()])
      if (fault === 'failed') expect(answer.body.positions).toEqual([1])
      else expectRefusal(answer, 403, 'relay/stale-epoch')
      await faulty.store.close()
    })

    test('destroy: repeating it leaves the same tombstones', async () => {
      const { faulty, member } = await makeFaulty(await openStore())
      await member.create([await member.keys(), await member.seal()])
      faulty.next = { write: 'destroy', fault }
      expectRefusal(await member.destroy(0, 2), 503, 'relay/store-failed')
      expect((await member.destroy(0, 2)).body).toEqual({ destroyed: fault === 'failed' ? 2 : 0 })
      const { records } = (await member.read()).body
      expect(records.map((record: { envelope?: Uint8Array }) => record.envelope)).toEqual([
        undefined,
        undefined,
      ])
      expect((await member.append([await member.seal()])).body.positions).toEqual([2])
      await faulty.store.close()
    })
  })
})

describe.each(stores)('REL-72 a write to %s for which there is no room', (_, openStore) => {
  test('keeps nothing, says so, and is made when there is room', async () => {
    const { faulty, member } = await makeFaulty(await openStore())
    const envelopes = [await member.keys()]
    faulty.next = { write: 'createLog', fault: 'disk full' }
    expectRefusal(await member.create(envelopes), 507, 'relay/store-full')
    expect((await member.create(envelopes)).body.positions).toEqual([0])
    const envelope = await member.seal()
    faulty.next = { write: 'append', fault: 'disk full' }
    expectRefusal(await member.append([envelope]), 507, 'relay/store-full')
    expect((await member.get('checkpoint')).body.size).toBe(1)
    expect((await member.append([envelope])).body.positions).toEqual([1])
    faulty.next = { write: 'destroy', fault: 'disk full' }
    expectRefusal(await member.destroy(0, 2), 507, 'relay/store-full')
    expect((await member.destroy(0, 2)).body).toEqual({ destroyed: 2 })
    await faulty.store.close()
  })
})

describe.each(stores)('REL-27 a write to %s that takes its time', (_, openStore) => {
  test.each(['slow', 'paused'] as const)(
    '%s: what is repeated meanwhile has one place, and nobody else has it',
    async fault => {
      const { faulty, member, faults: told } = await makeFaulty(await openStore())
      faulty.next = { write: 'createLog', fault }
      const first = await member.keys()
      const made = await Promise.all([member.create([first]), member.create([first])])
      expect(made.map(({ body }) => body.positions)).toEqual([[0], [0]])
      const [envelope, other] = [await member.seal(), await member.seal()]
      faulty.next = { write: 'append', fault }
      // Whoever heard nothing for two seconds asks again; somebody else writes.
      const answers = await Promise.all([envelope, envelope, other].map(each => member.append([each])))
      const [one, again, others] = answers.map(({ body }) => body.positions)
      expect(again).toEqual(one)
      expect(new Set([one, others].flat())).toEqual(new Set([1, 2]))
      faulty.next = { write: 'destroy', fault }
      const destroyed = await Promise.all([member.destroy(0, 3), member.append([await member.seal()])])
      expect(destroyed.map(({ status }) => status)).toEqual([200, 200])
      expect((await member.get('checkpoint')).body.size).toBe(4)
      expect(told).toEqual([])
      await faulty.store.close()
    },
  )
})

test('REL-29 a clock that jumps, back or ahead, leaves times in order, and the log goes on', async () => {
  let clock = 1_800_000_000_000
  const relay = await createMemoryRelay({ now: () => clock })
  const member = await Member.make(relay.fetch, () => clock)
  await member.create([await member.keys()])
  const times: number[] = []
  for (const jumpMs of [1_000, -3_600_000, 86_400_000, -86_400_000 * 365, 5, 0]) {
    clock += jumpMs
    const answer = await member.append([await member.seal()])
    expect(answer.status).toBe(200)
    times.push(answer.body.times[0])
  }
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect((await member.read()).body.records).toHaveLength(7)
})

test('REL-71 REL-124 a subscriber is told of a commit that the store did not report', async () => {
  const { faulty, relay, member } = await makeFaulty()
  await member.create([await member.keys()])
  const messages: ReturnType<typeof valueOf>[] = []
  const connection = relay.connectLive({ onMessage: message => messages.push(valueOf(message)) })
  const key = member.epoch.access
  const signature = await signLive(key, relay.name, member.id, messages[0].nonce)
  await connection.receive(encode({ type: 'subscribe', log: member.id, key: key.publicKey, signature }))
  await expect.poll(() => messages.at(-1).type).toBe('subscribed')
  faulty.next = { write: 'append', fault: 'persisted but reported failed' }
  await member.append([await member.seal()])
  await member.append([await member.seal()])
  const told = () => messages.flatMap(({ records }) => records ?? []).map(({ position }) => position)
  await expect.poll(told).toEqual([1, 2])
})

test('REL-63 two relays over one store interleave without loss, repeat or fork', async () => {
  const store = new MemoryStore()
  const seed = new Uint8Array(32).fill(5)
  const [a, b] = [await createMemoryRelay({ store, seed }), await createMemoryRelay({ store, seed })]
  let turn = 0
  const member = await Member.make(request => (++turn % 2 === 0 ? a : b).fetch(request))
  await member.create([await member.keys()])
  const envelopes = await Promise.all(Array.from({ length: 60 }, () => member.seal()))
  const answers = await Promise.all([...envelopes, ...envelopes].map(envelope => member.append([envelope])))
  const places = answers.map(answer => answer.body.positions[0])
  expect(places.slice(60)).toEqual(places.slice(0, 60))
  expect(places.slice(0, 60).toSorted((x, y) => x - y)).toEqual(envelopes.map((_, i) => i + 1))
  await member.rekey(61)
  for (let i = 0; i < 4; i++)
    expect((await member.append([await member.seal()])).body.positions).toEqual([62 + i])
})

test('REL-72 a full database refuses what is new, keeps what it has, and goes on when there is room', async () => {
  const folder = mkdtempSync(join(root, 'full-'))
  const store = await SqliteStore.open({ folder, databaseBytesMax: 400 * 1024 })
  const relay = await createMemoryRelay({ store, limits: { destroyEnvelopesMax: 4096 } })
  const member = await Member.make(relay.fetch)
  await member.create([await member.keys()])
  const large = () => member.seal('x'.repeat(20_000))
  const kept: number[] = []
  let answer = await member.append([await large()])
  while (answer.status === 200) {
    kept.push(answer.body.positions[0])
    answer = await member.append([await large()])
  }
  expectRefusal(answer, 507, 'relay/store-full')
  expect(kept.length).toBeGreaterThan(5)
  expect((await member.read(kept[0])).body.records).toHaveLength(kept.length)
  await member.destroy(1, 5)
  expect((await member.append([await large()])).body.positions).toEqual([kept.length + 1])
  await store.close()
})

test('REL-25 the host can bound the store as a whole', async () => {
  const relay = await createMemoryRelay({ limits: { storeBytesMax: 7_000, destroyEnvelopesMax: 4096 } })
  const member = await Member.make(relay.fetch)
  await member.create([await member.keys()])
  const envelope = await member.seal('x'.repeat(1_000))
  await member.append([envelope])
  const other = await Member.make(relay.fetch)
  expectRefusal(await other.create([await other.seal('x'.repeat(4_500))]), 507, 'relay/store-full')
  expect((await member.append([envelope])).body.positions).toEqual([1])
  await member.destroy(0, 2)
  expect((await other.create([await other.seal('x'.repeat(3_000))])).status).toBe(200)
})

async function askReady(relay: MemoryRelay): Promise<readonly [number, readonly string[]]> {
  const answer = await send(relay.fetch, 'GET', '/readyz')
  return [answer.status, answer.body.lacks]
}

describe('REL-100 a relay whose store goes wrong', () => {
  test('is not ready until the failure is a while ago', async () => {
    let clock = 1_800_000_000_000
    const faulty = new FaultyStore(new MemoryStore())
    const relay = await createMemoryRelay({ store: faulty.store, now: () => clock })
    const member = await Member.make(relay.fetch, () => clock)
    await member.create([await member.keys()])
    expect(await askReady(relay)).toEqual([200, []])
    faulty.next = { write: 'append', fault: 'failed' }
    expectRefusal(await member.append([await member.seal()]), 503, 'relay/store-failed')
    expect(await askReady(relay)).toEqual([503, ['store']])
    clock += 59_999
    expect(await askReady(relay)).toEqual([503, ['store']])
    clock += 1
    expect(await askReady(relay)).toEqual([200, []])
  })

  test('is not ready when the store does not answer, or the relay stops', async () => {
    const store = new MemoryStore()
    const relay = await createMemoryRelay({ store })
    await store.close()
    expect(await askReady(relay)).toEqual([503, ['store']])
    await relay.stop()
    expect(await askReady(relay)).toEqual([503, ['stopping']])
  })
})
