import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PostgresStore, type RunningRelay, type StartOptions, startRelay } from '../src/index.ts'
import { expectRefusal, Member } from './harness.ts'
import { query, startPostgres } from './postgres-server.ts'

const postgres = await startPostgres()
const root = mkdtempSync(join(tmpdir(), 'relay-postgres-'))
afterAll(async () => {
  await postgres?.stop()
  rmSync(root, { recursive: true })
})

const fetchFrom =
  (relay: RunningRelay) =>
  async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const body = new Uint8Array(await request.arrayBuffer())
    const { method, headers } = request
    return fetch(`${relay.url}${pathname}${search}`, { method, headers, ...(body.length > 0 && { body }) })
  }

/** Whether what the database keeps of its tables holds these bytes. */
const isOnDisk = (bytes: Uint8Array): boolean =>
  globSync(join(postgres?.data ?? '', 'base/**')).some(path => {
    const stands = existsSync(path) && statSync(path).isFile()
    return stands && readFileSync(path).includes(Buffer.from(bytes.subarray(30, 80)))
  })

describe.runIf(postgres !== undefined)('a relay whose logs are in PostgreSQL', () => {
  let address: string
  let folder: string
  let relays: RunningRelay[]
  beforeEach(async () => {
    address = (await postgres?.fresh()) ?? ''
    folder = mkdtempSync(join(root, 'data-'))
    relays = []
  })
  afterEach(() => Promise.all(relays.map(relay => relay.stop())))

  const start = async (options: Partial<StartOptions> = {}): Promise<RunningRelay> => {
    const own = { dataFolder: folder, store: address, name: 'talks.example', logger: () => {} }
    const relay = await startRelay({ ...own, ...options })
    relays.push(relay)
    return relay
  }
  test('REL-120 it keeps the logs there, and its key alone in the folder; however many begin, the tables are made once', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => PostgresStore.open(address)))
    await Promise.all(stores.map(store => store.close()))
    let relay = await start()
    const member = await Member.make(request => fetchFrom(relay)(request))
    await member.create([await member.keys()])
    await member.append([await member.seal()])
    const { vkey } = relay
    await relay.stop()
    expect(existsSync(join(folder, 'relay.db'))).toBe(false)
    relay = await start()
    expect(relay.vkey).toBe(vkey)
    expect((await member.read()).body.records).toHaveLength(2)
    expect(await query(address, 'SELECT id, size FROM log')).toEqual([{ id: member.id, size: '2' }])
    expect(await query(address, 'SELECT version FROM store_form')).toEqual([{ version: '1' }])
  })

  test('REL-120 a database of a later version is left alone', async () => {
    await (await PostgresStore.open(address)).close()
    await query(address, 'UPDATE store_form SET version = 2')
    await expect(PostgresStore.open(address)).rejects.toMatchObject({ code: 'store-version' })
    expect(await query(address, 'SELECT version FROM store_form')).toEqual([{ version: '2' }])
  })

  test('REL-121 the database belongs to one key, which every relay over it has', async () => {
    const { vkey } = await start()
    const other = mkdtempSync(join(root, 'data-'))
    await expect(start({ dataFolder: other })).rejects.toMatchObject({ code: 'store-corrupt' })
    expect(existsSync(join(other, 'relay.key'))).toBe(false)
    mkdirSync(join(root, 'strange'))
    await (await start({ dataFolder: join(root, 'strange'), store: (await postgres?.fresh()) ?? '' })).stop()
    await expect(start({ dataFolder: join(root, 'strange') })).rejects.toMatchObject({
      code: 'store-corrupt',
    })
    writeFileSync(join(other, 'relay.key'), readFileSync(join(folder, 'relay.key')), { mode: 0o600 })
    expect((await start({ dataFolder: other })).vkey).toBe(vkey)
    const empty = (await postgres?.fresh()) ?? ''
    await expect(start({ store: empty })).rejects.toMatchObject({ code: 'store-corrupt' })
    expect((await start({ store: empty, isEmptyAccepted: true })).vkey).toBe(vkey)
  })

  test('REL-122 a database that may lose what was acknowledged, or show what is old, is refused', async () => {
    for (const setting of ['synchronous_commit=off', 'default_transaction_isolation=serializable']) {
      const careless = new URL(address)
      careless.searchParams.set('options', `${careless.searchParams.get('options')} -c${setting}`)
      const refused = PostgresStore.open(careless.href)
      await expect(refused).rejects.toMatchObject({
        code: 'store-failed',
        message: expect.stringContaining(setting.split('=')[0] ?? ''),
      })
    }
    expect(await query(address, "SELECT to_regclass('store_form') AS form")).toEqual([{ form: null }])
  })

  test('REL-123 a database out of reach is said without what opens it, and leaves nothing', async () => {
    const made = join(folder, 'made')
    const refused = start({ dataFolder: made, store: 'postgres://teller:secret@127.0.0.1:9/talks' })
    const error = await refused.then(
      () => new Error('it started'),
      (reason: Error) => reason,
    )
    expect(error).toMatchObject({ code: 'store-failed', message: expect.stringContaining('127.0.0.1/talks') })
    expect(error.message).not.toMatch(/secret|teller/)
    expect(existsSync(made)).toBe(false)
  })

  test.runIf(postgres?.data !== undefined)(
    'REL-67 what was destroyed is in no table’s file after the database has rewritten them',
    async () => {
      const relay = await start({ limits: { destroyEnvelopesMax: 10 } })
      const member = await Member.make(fetchFrom(relay))
      await member.create([await member.keys()])
      const [small, large] = [await member.seal(), await member.seal('x'.repeat(50_000))]
      await member.append([small, large])
      await query(address, 'CHECKPOINT')
      expect([isOnDisk(small), isOnDisk(large)]).toEqual([true, true])
      await member.destroy(1, 3)
      for (const text of ['VACUUM FULL record', 'CHECKPOINT']) await query(address, text)
      expect([isOnDisk(small), isOnDisk(large)]).toEqual([false, false])
    },
  )

  test('REL-71 a change whose connection is lost between two steps is undone, and the next one is made', async () => {
    const relay = await start()
    const member = await Member.make(fetchFrom(relay))
    await member.create([await member.keys()])
    const store = await PostgresStore.open(address)
    const cut = store.hold(member.id, async held => {
      await query(
        address,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction'",
      )
      // The word of it arrives while nothing is asked.
      await new Promise(resolve => setTimeout(resolve, 100))
      return held.head(member.id)
    })
    await expect(cut).rejects.toMatchObject({ code: 'store-failed' })
    expect((await member.append([await member.seal()])).body.positions).toEqual([1])
    expect((await store.head(member.id))?.size).toBe(2)
    await store.close()
  })

  test.runIf(postgres?.fail !== undefined)(
    'REL-123 REL-124 a database that fails is waited for: nothing acknowledged is lost, and it goes on by itself',
    async () => {
      const relay = await start()
      const member = await Member.make(fetchFrom(relay))
      await member.create([await member.keys()])
      const [kept, meanwhile] = [await member.seal(), await member.seal()]
      expect((await member.append([kept])).status).toBe(200)
      const other = await PostgresStore.open(address)
      const heard = new Set<string | undefined>()
      other.watch(id => heard.add(id))
      await expect.poll(() => heard.size).toBe(1)
      await postgres?.fail?.()
      expectRefusal(await member.append([meanwhile]), 503, 'relay/store-failed')
      expect(await (await fetch(`${relay.url}/readyz`)).json()).toMatchObject({ ok: false, lacks: ['store'] })
      await postgres?.recover()
      expect((await member.append([meanwhile])).body.positions).toEqual([2])
      expect((await member.append([kept])).body.positions).toEqual([1])
      expect((await member.read()).body.records).toHaveLength(3)
      // And nodes hear of each other again.
      const hearAgain = async () => {
        await member.append([await member.seal()])
        return heard.has(member.id)
      }
      await expect.poll(hearAgain, { timeout: 10_000 }).toBe(true)
      await other.close()
    },
  )
})
