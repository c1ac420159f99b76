import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a folder and of the folders in it, by their paths within it: in one order, and with slashes, on every machine. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    .map(name => name.replaceAll('\\', '/'))
    .toSorted()
