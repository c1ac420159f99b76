import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { backupStore, createMemoryRelay, SqliteStore, StoreError, verifyStore } from '../src/index.ts'
import { Database } from '../src/sqlite-database.ts'
import { Member } from './harness.ts'

const root = mkdtempSync(join(tmpdir(), 'relay-sqlite-'))
afterAll(() => rmSync(root, { recursive: true }))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(root, 'store-'))
})

/** A store with a few logs, key changes and destroyed envelopes in it, closed again. */
async function fillFolder(walBytesMax?: number): Promise<readonly Member[]> {
  const store = await SqliteStore.open({ folder, ...(walBytesMax !== undefined && { walBytesMax }) })
  const relay = await createMemoryRelay({ store, limits: { destroyEnvelopesMax: 4096 } })
  const members: Member[] = []
  for (const count of [0, 3, 300]) {
    const member = await Member.make(relay.fetch)
    await member.create([await member.keys()])
    for (let left = count; left > 0; left -= 100)
      await member.append(await Promise.all(Array.from({ length: Math.min(left, 100) }, () => member.seal())))
    if (count > 0) await member.rekey(count + 1)
    if (count > 10) await member.destroy(5, 9)
    members.push(member)
  }
  await store.close()
  return members
}

function digestFolder(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter(name => name.startsWith('relay.db'))
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'none'
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return error.code
  }
}

describe('opening', () => {
  test('REL-70 a store opens where it was closed, and where it was not', async () => {
    const members = await fillFolder()
    const store = await SqliteStore.open({ folder })
    expect(await store.usage()).toMatchObject({ logs: 3 })
    expect((await store.head(members[2]?.id ?? ''))?.size).toBe(302)
    await store.close()
    expect(await verifyStore(folder)).toEqual({ logs: 3, records: 308, destroyed: 4, findings: [] })
  })

  test('REL-73 a folder is open once at a time', async () => {
    const store = await SqliteStore.open({ folder })
    expect(await codeOf(() => SqliteStore.open({ folder }))).toBe('store-in-use')
    await store.close()
    await (await SqliteStore.open({ folder })).close()
  })

  test('REL-74 a file of a later version is left alone', async () => {
    await fillFolder()
    const database = new DatabaseSync(join(folder, 'relay.db'))
    database.exec('PRAGMA user_version = 4')
    database.close()
    const before = digestFolder()
    expect(await codeOf(() => SqliteStore.open({ folder }))).toBe('store-version')
    expect(digestFolder()).toEqual(before)
  })

  test('REL-74 a file of the first release is checked as it is, and opened', async () => {
    await fillFolder()
    const path = join(folder, 'relay.db')
    const database = new DatabaseSync(path)
    database.exec(`
      ALTER TABLE access DROP COLUMN party;
      ALTER TABLE log DROP COLUMN owed;
      ALTER TABLE log DROP COLUMN mints;
      ALTER TABLE log DROP COLUMN used;
      DROP TABLE creation_right;
      DROP TABLE notice;
      DROP TABLE notice_log;
      PRAGMA user_version = 2;
    `)
    database.close()
    const before = digestFolder()
    expect(await verifyStore(folder)).toMatchObject({ logs: 3, records: 308, findings: [] })
    expect(digestFolder()['relay.db']).toBe(before['relay.db'])
    await (await SqliteStore.open({ folder })).close()
    expect(await verifyStore(folder)).toMatchObject({ logs: 3, records: 308, findings: [] })
    const upgraded = new DatabaseSync(path)
    expect(upgraded.prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 })
    upgraded.close()
  })

  const damages: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['emptied', () => Buffer.alloc(0)],
    ['overwritten at the start', bytes => Buffer.concat([Buffer.alloc(4096, 7), bytes.subarray(4096)])],
    ['cut short', bytes => bytes.subarray(0, 20_000)],
    [
      'zeroed behind the first page',
      bytes => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096)]),
    ],
  ]
  test.each(damages)('REL-74 a file that was %s is refused and left as it is', async (_, damage) => {
    await fillFolder()
    const path = join(folder, 'relay.db')
    writeFileSync(path, damage(readFileSync(path)))
    const before = digestFolder()
    expect(await codeOf(() => SqliteStore.open({ folder }))).toBe('store-corrupt')
    expect(digestFolder()['relay.db']).toBe(before['relay.db'])
  })

  test('REL-74 a head that does not fit the last records is refused at the start', async () => {
    await fillFolder()
    const path = join(folder, 'relay.db')
    const pristine = readFileSync(path)
    const tampers = [
      'UPDATE log SET size = size + 1 WHERE size > 3',
      'UPDATE log SET size = size - 1 WHERE size > 3',
      'DELETE FROM record WHERE position = 301',
      'UPDATE record SET time = time + 1 WHERE position = 300',
      "UPDATE log SET frontier = x'8200'",
      'DELETE FROM access',
    ]
    for (const sql of tampers) {
      writeFileSync(path, pristine)
      const database = new DatabaseSync(path)
      database.exec(sql)
      database.close()
      const code = await codeOf(() => SqliteStore.open({ folder }))
      expect([sql, code]).toEqual([sql, 'store-corrupt'])
    }
  })
})

describe('verifying', () => {
  test('REL-75 each kind of tampering is named', async () => {
    await fillFolder()
    const path = join(folder, 'relay.db')
    const pristine = readFileSync(path)
    const cases: readonly [string, string][] = [
      ["UPDATE record SET envelope = x'00' WHERE position = 20", 'relay/store-envelope'],
      ['UPDATE record SET time = time + 1 WHERE position = 20', 'relay/store-frontier'],
      ['UPDATE record SET time = 1 WHERE position = 20', 'relay/store-order'],
      ['DELETE FROM record WHERE position = 20', 'relay/store-records'],
      ['UPDATE record SET hash = randomblob(32) WHERE position = 20', 'relay/store-envelope'],
      ['UPDATE tile SET hash = randomblob(32)', 'relay/store-tile'],
      ['DELETE FROM tile', 'relay/store-tile'],
      ['UPDATE access SET start = start - 1 WHERE epoch = 2', 'relay/store-access'],
      ['DELETE FROM access WHERE epoch = 1', 'relay/store-access'],
      ['UPDATE access SET key = randomblob(32) WHERE epoch = 1', 'relay/store-access'],
      ['UPDATE access SET key = randomblob(32) WHERE epoch = 2', 'relay/store-access'],
      ['UPDATE log SET bytes = bytes + 1', 'relay/store-bytes'],
    ]
    for (const [sql, code] of cases) {
      writeFileSync(path, pristine)
      const database = new DatabaseSync(path)
      database.exec(sql)
      database.close()
      const codes = (await verifyStore(folder)).findings.map(finding => finding.code)
      expect([sql, codes.includes(code as never)]).toEqual([sql, true])
    }
  })

  test('REL-75 LAW a flipped bit is found, or changes nothing that is kept', async () => {
    const members = await fillFolder()
    const path = join(folder, 'relay.db')
    const pristine = readFileSync(path)
    const dump = () => {
      const database = new Database({ path, mode: 'read' })
      try {
        return members.map(({ id }) => [
          database.head(id),
          database.read({ id, from: 0, to: 1_000, bytesMax: 1e9 }),
        ])
      } finally {
        database.close()
      }
    }
    const before = dump()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: pristine.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const flipped = Buffer.from(pristine)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        writeFileSync(path, flipped)
        let findings: number
        try {
          findings = (await verifyStore(folder)).findings.length
        } catch (error) {
          if (!(error instanceof StoreError)) throw error
          return
        }
        if (findings === 0) expect(dump()).toEqual(before)
      }),
      { numRuns: Number(process.env['GOODOFFICES_RUNS'] ?? 50) },
    )
  })
})

/** Runs `copy` while a relay is written to; gives the members and how much each log held before the copy began. */
async function copyUnderLoad(walBytesMax: number, copy: () => unknown): Promise<ReadonlyMap<string, number>> {
  const store = await SqliteStore.open({ folder, walBytesMax })
  const relay = await createMemoryRelay({ store, limits: { destroyEnvelopesMax: 4096 } })
  const members = await Promise.all(Array.from({ length: 4 }, () => Member.make(relay.fetch)))
  const sizes = new Map<string, number>()
  for (const member of members) await member.create([await member.keys()])
  const load = { isOver: false }
  const writers = members.map(async member => {
    while (!load.isOver) sizes.set(member.id, (await member.append([await member.seal()])).body.size)
  })
  await new Promise(resolve => setTimeout(resolve, 150))
  const before = new Map(sizes)
  await copy()
  load.isOver = true
  await Promise.all(writers)
  await store.close()
  return before
}

async function expectComplete(copied: string, sizes: ReadonlyMap<string, number>): Promise<void> {
  expect(await verifyStore(copied)).toMatchObject({ logs: 4, findings: [] })
  const store = await SqliteStore.open({ folder: copied })
  for (const [id, size] of sizes) expect((await store.head(id))?.size).toBeGreaterThanOrEqual(size)
  await store.close()
}

/** Drawn anew each time the write-ahead log begins from its start. */
const readWalSalt = () => readFileSync(join(folder, 'relay.db-wal')).toString('hex', 16, 24)

const pause = () => new Promise(resolve => setTimeout(resolve, 20))

describe('backup', () => {
  test.each([
    ['the database first', ['relay.db', 'relay.db-wal']],
    ['the write-ahead log first', ['relay.db-wal', 'relay.db']],
    ['every file', ['relay.db-shm', 'relay.db', 'relay.lock', 'relay.db-wal']],
  ])('REL-76 a plain copy of the folder of a running relay is complete: %s', async (_, names) => {
    const copied = mkdtempSync(join(root, 'copy-'))
    const sizes = await copyUnderLoad(64 * 1024 * 1024, async () => {
      for (const name of names) {
        copyFileSync(join(folder, name), join(copied, name))
        await pause()
      }
    })
    await expectComplete(copied, sizes)
  })

  test('REL-77 a plain copy that a checkpoint fell into is found out, or is an earlier state, whole', async () => {
    const copied = mkdtempSync(join(root, 'copy-'))
    const sizes = await copyUnderLoad(4096, async () => {
      copyFileSync(join(folder, 'relay.db'), join(copied, 'relay.db'))
      const before = readWalSalt()
      await expect.poll(readWalSalt, { timeout: 10_000 }).not.toBe(before)
      copyFileSync(join(folder, 'relay.db-wal'), join(copied, 'relay.db-wal'))
    })
    if (
      (await codeOf(() => verifyStore(copied))) !== 'none' ||
      (await verifyStore(copied)).findings.length > 0
    )
      return
    const [copy, original] = [copied, folder].map(
      at => new Database({ path: join(at, 'relay.db'), mode: 'read' }),
    )
    for (const id of sizes.keys()) {
      const size = copy?.head(id)?.size ?? 0
      expect(copy?.outline(id, 0, size)).toEqual(original?.outline(id, 0, size))
    }
    copy?.close()
    original?.close()
  })

  test('REL-78 a backup taken while the log is being folded in all the time is complete', async () => {
    const copied = join(mkdtempSync(join(root, 'copy-')), 'backup')
    const sizes = await copyUnderLoad(4096, async () => {
      expect((await backupStore(folder, copied)).findings).toEqual([])
    })
    await expectComplete(copied, sizes)
    expect(await codeOf(() => backupStore(folder, copied))).toBe('store-failed')
  })

  test('REL-78 a backup of a folder without a relay says so', async () => {
    mkdirSync(join(folder, 'empty'))
    expect(await codeOf(() => backupStore(join(folder, 'empty'), join(folder, 'to')))).toBe('store-failed')
  })
})

test('REL-67 destroyed ciphertext is gone from every file', async () => {
  const store = await SqliteStore.open({ folder })
  const relay = await createMemoryRelay({ store, limits: { destroyEnvelopesMax: 4096 } })
  const member = await Member.make(relay.fetch)
  await member.create([await member.keys()])
  const small = await member.seal()
  const large = await member.seal('x'.repeat(50_000))
  await member.append([small, large])
  const isOnDisk = (bytes: Uint8Array) =>
    ['relay.db', 'relay.db-wal']
      .map(name => join(folder, name))
      .some(path => existsSync(path) && readFileSync(path).includes(Buffer.from(bytes.subarray(30, 80))))
  expect([isOnDisk(small), isOnDisk(large)]).toEqual([true, true])
  await member.destroy(1, 3)
  expect([isOnDisk(small), isOnDisk(large)]).toEqual([false, false])
  await store.close()
})
