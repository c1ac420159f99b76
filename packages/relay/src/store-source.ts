import { join } from 'node:path'
import { PostgresStore } from './postgres-store.ts'
import { Database } from './sqlite-database.ts'
import { databaseFileName } from './sqlite-file.ts'
import type { KeptRight, LogHead, ReadRange, StoredRecord } from './store.ts'

/** What a check reads; a file answers at once. */
export type StoreReader = {
  head(id: string): LogHead | undefined | Promise<LogHead | undefined>
  read(range: ReadRange): readonly StoredRecord[] | Promise<readonly StoredRecord[]>
  tiles(id: string, from: number, to: number): Uint8Array | Promise<Uint8Array>
  /** Ids of logs in their order, from the one after `after`. */
  logs(after: string, limit: number): readonly string[] | Promise<readonly string[]>
}

/** Where logs are read from, whole. */
export type Source = StoreReader & {
  rightsOf(id: string): readonly KeptRight[] | Promise<readonly KeptRight[]>
  close(): void | Promise<void>
}

/** Whether this is the address of a PostgreSQL database, and not a folder. */
export function isAddress(place: string): boolean {
  return /^postgres(ql)?:/.test(place)
}

/** Opens a folder or a database to read it, beside the relays that use it. Rejects with StoreError. */
export async function openSource(place: string): Promise<Database | PostgresStore> {
  return isAddress(place)
    ? PostgresStore.open(place)
    : new Database({ path: join(place, databaseFileName), mode: 'read' })
}
