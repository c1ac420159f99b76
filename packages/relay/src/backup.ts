import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type StoreReport, verifyStore } from './check-store.ts'
import { keyFileName } from './key.ts'
import { Database, databaseFileName } from './sqlite-database.ts'
import { StoreError } from './store.ts'

/**
 * Copies a relay's folder, running or not, and verifies the copy. While files are copied an open read keeps the
 * write-ahead log from being reset, so that database and log together are one complete state whatever is written
 * meanwhile. `destination` must not hold anything. Throws StoreError.
 */
export function backupStore(dataFolder: string, destination: string): StoreReport {
  mkdirSync(destination, { recursive: true, mode: 0o700 })
  if (readdirSync(destination).length > 0)
    throw new StoreError(
      'store-failed',
      `${destination} is not empty. Nothing was copied. Choose a new folder.`,
    )
  const database = new Database({ path: join(dataFolder, databaseFileName), mode: 'read' })
  try {
    database.holdSnapshot(() => {
      for (const name of [databaseFileName, `${databaseFileName}-wal`, keyFileName]) {
        const source = join(dataFolder, name)
        if (existsSync(source)) copyFileSync(source, join(destination, name))
      }
    })
  } finally {
    database.close()
  }
  return verifyStore(destination)
}
