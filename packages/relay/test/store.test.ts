import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { MemoryStore } from '../src/memory-store.ts'
import { PostgresStore } from '../src/postgres-store.ts'
import { SqliteStore } from '../src/sqlite-store.ts'
import { startPostgres } from './postgres-server.ts'
import { testStoreContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'relay-store-'))
const postgres = await startPostgres()
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await postgres?.stop()
})

let count = 0
testStoreContract('memory', async () => new MemoryStore())
testStoreContract('sqlite', () => SqliteStore.open({ folder: join(folder, `${++count}`) }))
if (postgres !== undefined)
  testStoreContract('postgres', async () => PostgresStore.open(await postgres.emptied()))
