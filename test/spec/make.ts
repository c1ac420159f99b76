/**
 * Writes what of the specification follows from the sources: the page of acts. With `--check` nothing is written: what
 * is stale is named, and the program ends with 1.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeActs } from './acts.ts'
import { readDeclared } from './declared.ts'
import { actsPage, readPages } from './pages.ts'
import { readNames, Shapes } from './shapes.ts'

const root = resolve(import.meta.dirname, '../..')
const isCheck = process.argv.includes('--check')

const made: ReadonlyMap<string, string> = new Map([
  [
    `docs/spec/${actsPage}`,
    writeActs({ shapes: new Shapes(await readNames()), pages: readPages(), declared: readDeclared() }),
  ],
])

const stale = [...made].filter(([file, text]) => {
  const path = resolve(root, file)
  return !existsSync(path) || readFileSync(path, 'utf8') !== text
})
for (const [file, text] of stale) {
  if (!isCheck) writeFileSync(resolve(root, file), text)
  console.log(`${isCheck ? 'stale' : 'written'}: ${file}`)
}
process.exitCode = isCheck && stale.length > 0 ? 1 : 0
