/**
 * What a release consists of: a line for each file, with its SHA-256, as `sha256sum -c` reads it; signed as a note (C2SP signed-note)
 * where the maintainers' key is given. Whoever has received the files can tell whether they are these.
 */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of all files under a folder, with `/` between their parts, sorted. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    .map(name => name.replaceAll('\\', '/'))
    .toSorted()

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Ends with a line end. */
export const manifestOf = (folder: string): string =>
  filesIn(folder)
    .map(path => `${hashOf(readFileSync(join(folder, path)))}  ${path}\n`)
    .join('')
