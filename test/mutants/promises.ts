/** The table of the threat model: promise → rule → test → the line whose removal makes it fail. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Listed, listed, type Tried } from './list.ts'
import { root } from './scratch.ts'

type Row = { readonly rule: string; readonly test: string; readonly line: string; readonly name: string }

const page = 'docs/threat-model.md'
/** `| promise | RULE-1 | `test` | `line` | name |`; a bar within the line is written `\|`. */
const row = /^\| [^|]+ \| ([A-Z]+-\d+) \| `([^`]+)` \| (`{1,2})(.+?)\3 \| ([a-z-]+) \|$/

const inOneLine = (text: string): string => text.trim().split(/\s+/).join(' ')

const rowsIn = (text: string): readonly Row[] =>
  text.split('\n').flatMap(line => {
    const [, rule = '', test = '', , code = '', name] = row.exec(line) ?? []
    return name === undefined ? [] : [{ rule, test, line: code.trim().replaceAll(String.raw`\|`, '|'), name }]
  })

/** The mutants that the table names, and where it says of one what is not so. */
export function promises(): { readonly mutants: readonly Listed[]; readonly wrong: readonly Tried[] } {
  const rows = rowsIn(readFileSync(join(root, page), 'utf8'))
  const wrong: Tried[] = rows.length === 0 ? [{ name: page, wrong: 'has no table of promises' }] : []
  const mutants = rows.flatMap(({ rule, test, line, name }) => {
    const mutant = listed.find(each => each.name === name)
    const isSame =
      mutant?.rule === rule && mutant.test === test && inOneLine(mutant.find).includes(inOneLine(line))
    if (mutant === undefined) wrong.push({ name, wrong: 'is in no list of mutants' })
    else if (!isSame) wrong.push({ name, wrong: `${page} names another rule, test or line than the list` })
    else if (mutant.survives !== undefined) wrong.push({ name, wrong: 'is a promise, and said to survive' })
    return mutant === undefined || !isSame ? [] : [mutant]
  })
  return { mutants, wrong }
}
