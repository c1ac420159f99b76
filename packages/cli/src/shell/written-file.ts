/** Files that commands write: whole or not at all (CLI-49). */

import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'

type Way = {
  /** What is there may be replaced; else it is refused as `EEXIST`. */
  readonly isOver: boolean
  readonly mode?: number
}

/** On a full disk what was there stays, and of what was not there is nothing. */
export function writeWhole(path: string, bytes: string | Uint8Array, { isOver, mode = 0o600 }: Way): void {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined || !isOver) writeNew(path, bytes, mode)
  // A device or a pipe is written to, never replaced.
  else if (!there.isFile()) writeFileSync(path, bytes)
  else {
    const real = realpathSync(path)
    const beside = `${real}.${randomUUID()}.part`
    writeNew(beside, bytes, there.mode & 0o777)
    renameSync(beside, real)
  }
}

function writeNew(path: string, bytes: string | Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    writeFileSync(file, bytes)
    fsyncSync(file)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}
