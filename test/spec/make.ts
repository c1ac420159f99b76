/**
 * Writes what of the specification follows from the sources: the pages of acts and answers, and the vectors that are made from fixed seeds. With
 * `--check` nothing is written: what is stale is named, and the program ends with 1.
 */

import './vectors/chance.ts'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeActs } from './acts.ts'
import { answers, answersToPage, answersToSchema } from './answers.ts'
import { readDeclared } from './declared.ts'
import { actsPage, readPages } from './pages.ts'
import { readNames, Shapes } from './shapes.ts'
import { acts } from './vectors/acts.ts'
import { conveyance } from './vectors/conveyance.ts'
import { disclosure } from './vectors/disclosure.ts'
import { leaks } from './vectors/leaks.ts'
import { mailbox } from './vectors/mailbox.ts'
import { exported } from './vectors/record.ts'
import { state } from './vectors/state.ts'
import { written } from './vectors/written.ts'

const root = resolve(import.meta.dirname, '../..')
const isCheck = process.argv.includes('--check')

/** As the house formats JSON: what fits stands on one line. */
const format = (value: unknown): string =>
  execFileSync(resolve(root, 'node_modules/.bin/biome'), ['format', '--stdin-file-path=vectors.json'], {
    cwd: root,
    input: JSON.stringify(value),
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  })

const { record, read } = await exported()
const vectors: Readonly<Record<string, unknown>> = {
  'rooms/acts': acts(),
  'rooms/state': state(),
  'rooms/disclosure': disclosure(),
  'rooms/conveyance': conveyance(),
  'rooms/leaks': leaks(),
  'talks/written': await written(),
  'talks/mailbox': await mailbox(),
  'talks/record': record,
  'talks/read': read,
}

const answered = await answers()
const made: ReadonlyMap<string, string> = new Map([
  [
    `docs/spec/${actsPage}`,
    writeActs({ shapes: new Shapes(await readNames()), pages: readPages(), declared: readDeclared() }),
  ],
  ['docs/spec/answers.md', answersToPage(answered)],
  ['docs/spec/command-line.schema.json', format(answersToSchema(answered))],
  ...Object.entries(vectors).map(([name, file]) => [`vectors/${name}.json`, format(file)] as const),
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
