import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { MemoryStore } from '../src/memory-store.ts'
import { SqliteStore } from '../src/sqlite-store.ts'
import { testStoreContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'relay-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
testStoreContract('memory', async () => new MemoryStore())
testStoreContract('sqlite', () => SqliteStore.open({ folder: join(folder, `${++count}`) }))
