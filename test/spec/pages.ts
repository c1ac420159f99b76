/** What the pages of the specification say of acts and codes: who may do what where, and which rule gives which refusal. */

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../docs/spec')
/** Written by this program; what it says it has from the others. */
export const actsPage = 'acts.md'

export type Row = {
  readonly page: string
  readonly who: string
  readonly where: string
  readonly what: string
}
export type Rule = { readonly id: string; readonly page: string; readonly text: string }

export type Pages = {
  /** By the kind of the act. */
  readonly rows: ReadonlyMap<string, Row>
  readonly rules: readonly Rule[]
}

export function readPages(): Pages {
  const pages = readdirSync(folder).filter(name => name.endsWith('.md') && name !== actsPage)
  const texts = pages.map(page => ({ page, text: readFileSync(resolve(folder, page), 'utf8') }))
  return {
    rows: new Map(
      texts.flatMap(({ page, text }) => rowsIn(text).map(([kind, row]) => [kind, { page, ...row }])),
    ),
    rules: texts.flatMap(({ page, text }) => rulesIn(text).map(rule => ({ page, ...rule }))),
  }
}

/** The rows of tables that begin `| act | who | where |`, one for each act that they name. */
function rowsIn(text: string): readonly (readonly [string, Omit<Row, 'page'>])[] {
  const tables = text.matchAll(/^\| act \| who \| where \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/gm)
  return [...tables].flatMap(([, body = '']) =>
    body
      .trimEnd()
      .split('\n')
      .flatMap(line => {
        const [acts = '', who = '', where = '', what = ''] = line.slice(2, -2).split(' | ')
        return kindsIn(acts).map(kind => [kind, { who, where, what }] as const)
      }),
  )
}

/** "`release.give`, `.refuse`": what begins with a dot goes on from the one before. */
function kindsIn(cell: string): readonly string[] {
  const kinds: string[] = []
  for (const [, word = ''] of cell.matchAll(/`([\w.-]+)`/g))
    kinds.push(word.startsWith('.') ? `${kinds.at(-1)?.split('.')[0] ?? ''}${word}` : word)
  return kinds
}

/** A rule with all its lines, up to the next or to an empty line that nothing indented follows. */
const rulesIn = (text: string): readonly Omit<Rule, 'page'>[] =>
  Array.from(
    text.matchAll(/^- \*\*([A-Z]+-\d+)\*\* (.*(?:\n(?:\n? {2}.*)+)?)/gm),
    ([, id = '', said = '']) => ({
      id,
      text: said,
    }),
  )

/** The rules that name a code, in the order of the pages. */
export const rulesOf = ({ rules }: Pages, code: string): readonly Rule[] =>
  rules.filter(({ text }) => text.includes(`\`${code}\``))
