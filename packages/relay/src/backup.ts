import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type StoreReport, verifyStore } from './check-store.ts'
import { keyFileName } from './key.ts'
import { Database } from './sqlite-database.ts'
import { databaseFileName } from './sqlite-file.ts'
import { StoreError } from './store.ts'

/**
 * Copies a relay's folder, running or not, and verifies the copy: the state of one moment after the call, whatever is
 * written meanwhile. `destination` must not hold anything. Throws StoreError.
 */
export async function backupStore(dataFolder: string, destination: string): Promise<StoreReport> {
  mkdirSync(destination, { recursive: true, mode: 0o700 })
  if (readdirSync(destination).length > 0)
    throw new StoreError(
      'store-failed',
      `${destination} is not empty. Nothing was copied. Choose a new folder.`,
    )
  const database = new Database({ path: join(dataFolder, databaseFileName), mode: 'read' })
  try {
    database.copyInto(join(destination, databaseFileName))
  } finally {
    database.close()
  }
  const key = join(dataFolder, keyFileName)
  if (existsSync(key)) copyFileSync(key, join(destination, keyFileName))
  return verifyStore(destination)
}
