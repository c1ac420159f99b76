/** From a folder into a database and back: the same logs, under the same key. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { copyStore, type RunningRelay, type StartOptions, startRelay, verifyStore } from '../src/index.ts'
import { Member } from './harness.ts'
import { query, startPostgres } from './postgres-server.ts'

const postgres = await startPostgres()
const root = mkdtempSync(join(tmpdir(), 'relay-copy-'))
afterAll(async () => {
  await postgres?.stop()
  rmSync(root, { recursive: true })
})

let relay: RunningRelay | undefined
const begin = async (options: StartOptions): Promise<void> => {
  await relay?.stop()
  relay = await startRelay({
    logger: () => {},
    limits: { destroyEnvelopesMax: 400 },
    isByInvitation: true,
    ...options,
  })
}
async function fetchThere(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  const { method, headers } = request
  return fetch(`${relay?.url}${pathname}${search}`, { method, headers, ...(body.length > 0 && { body }) })
}
const everything = async (members: readonly Member[]): Promise<unknown> =>
  Promise.all(members.map(async member => (await member.read()).body))

describe.runIf(postgres !== undefined)('a copy of a store', () => {
  test('REL-126 carries all of it, goes on where it stood, and is refused where it would be another record', {
    timeout: 120_000,
  }, async () => {
    const folder = join(root, 'first')
    const address = (await postgres?.fresh()) ?? ''
    await begin({ dataFolder: folder, creationToken: 'token' })
    const allowed = { 'creation-token': 'token' }
    const members = await Promise.all([1, 2, 3].map(() => Member.make(fetchThere)))
    const [long, short, empty] = members as [Member, Member, Member]
    await long.create([await long.keys()], allowed)
    await short.create([await short.keys()], allowed)
    await empty.create([], allowed)
    for (const _ of [1, 2, 3])
      await long.append(await Promise.all(Array.from({ length: 100 }, () => long.seal())))
    await long.rekey(301)
    const { headers } = await long.mint(3, Date.now() + 3_600_000)
    const guest = await Member.make(fetchThere)
    expect((await guest.create([await guest.seal()], headers)).status).toBe(200)

    // Beside the relay that is at work.
    expect(await copyStore(folder, address)).toMatchObject({ logs: 4, copied: 304, findings: [] })
    await short.append([await short.seal()])
    await empty.append([await empty.seal()])
    await long.destroy(5, 9)
    const other = await Member.make(fetchThere)
    await other.create([], headers)
    await relay?.stop()
    expect(await copyStore(folder, address)).toMatchObject({
      logs: 5,
      records: 306,
      destroyed: 4,
      copied: 2,
      findings: [],
    })
    expect(await copyStore(folder, address)).toMatchObject({ copied: 0, findings: [] })
    const all = [...members, guest, other]
    await begin({ dataFolder: folder, creationToken: 'token' })
    const before = await everything(all)
    const { vkey } = relay as RunningRelay

    // The same key, the same trees, hence the same notes; and what is left of the right.
    const node = join(root, 'node')
    mkdirSync(node)
    copyFileSync(join(folder, 'relay.key'), join(node, 'relay.key'))
    await begin({ dataFolder: node, store: address, creationToken: 'token' })
    expect(relay?.vkey).toBe(vkey)
    expect(await everything(all)).toEqual(before)
    const late = await Member.make(fetchThere)
    expect((await late.create([], headers)).status).toBe(200)
    const refused = await (await Member.make(fetchThere)).create([], headers)
    expect(refused.body).toMatchObject({ code: 'relay/creation-right', reason: 'spent' })
    expect((await guest.mint(1, Date.now() + 3_600_000)).answer.body).toMatchObject({ reason: 'log' })
    await short.append([await short.seal()])

    // Back into a folder, to which whoever has the key gives it.
    const back = join(root, 'back')
    await relay?.stop()
    expect(await copyStore(address, back)).toMatchObject({ logs: 6, copied: 307, findings: [] })
    expect(existsSync(join(back, 'relay.key'))).toBe(false)
    copyFileSync(join(folder, 'relay.key'), join(back, 'relay.key'))
    expect((await verifyStore(back)).findings).toEqual([])
    await begin({ dataFolder: back, creationToken: 'token' })
    expect((await short.read()).body.records).toHaveLength(3)

    // The database has gone on without the folder: what the folder says now is another record.
    await begin({ dataFolder: folder, creationToken: 'token' })
    await short.append([await short.seal('of the folder')])
    await relay?.stop()
    await expect(copyStore(folder, address)).rejects.toMatchObject({ code: 'store-failed' })
    expect((await query(address, `SELECT size FROM log WHERE id = '${short.id}'`))[0]).toEqual({ size: '3' })
    const strange = join(root, 'strange')
    await begin({ dataFolder: strange })
    await relay?.stop()
    await expect(copyStore(folder, strange)).rejects.toMatchObject({ code: 'store-failed' })

    // What is damaged is not carried.
    const database = new DatabaseSync(join(folder, 'relay.db'))
    database.exec("UPDATE record SET envelope = x'00' WHERE position = 20")
    database.close()
    await expect(copyStore(folder, join(root, 'sound'))).rejects.toMatchObject({ code: 'store-corrupt' })
  })
})
