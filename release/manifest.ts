/**
 * What a release consists of: a line for each file, with its SHA-256, as `sha256sum -c` reads it; signed as a note (C2SP signed-note)
 * where the maintainers' key is given. Whoever has received the files can tell whether they are these.
 */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from '../packages/cli/src/server/files-in.ts'

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Ends with a line end. */
export const manifestOf = (folder: string): string =>
  filesIn(folder)
    .map(path => `${hashOf(readFileSync(join(folder, path)))}  ${path}\n`)
    .join('')
