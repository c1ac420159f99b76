/**
 * The stamp that a snapshot bears: a hash over the source of everything that turns a log into a state. A snapshot of another stamp is
 * read again from its log, so that what an older program refused or misread comes to light after an update.
 */

import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const packages = resolve(import.meta.dirname, '../../..')
/** The rules, the formats, and what reads records with them. */
const sources = ['core/src/**/*.ts', 'log/src/**/*.ts', 'client/src/log/**/*.ts']

/** Written in by a build, which has no sources beside it. */
declare const __SOURCE_STAMP__: string | undefined

let stamp = typeof __SOURCE_STAMP__ === 'string' ? __SOURCE_STAMP__ : undefined

/** 32 hexadecimal digits; read once a run. */
export function sourceStamp(): string {
  if (stamp !== undefined) return stamp
  const hash = createHash('sha256')
  for (const path of sources.flatMap(pattern => globSync(pattern, { cwd: packages })).toSorted()) {
    hash.update(`${path.replaceAll('\\', '/')}\0`)
    hash.update(readFileSync(join(packages, path)))
    hash.update('\0')
  }
  stamp = hash.digest('hex').slice(0, 32)
  return stamp
}
