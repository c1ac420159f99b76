/** Where a sample's words come from: quoted from a public source, or marked as never said. Nothing between. */

import {
  type Found,
  fail,
  fieldsSchemaOf,
  findRegister,
  findSpec,
  holdsOf,
  illustrativeMark,
  illustrativeWord,
  innerOf,
  ok,
  quotedMark,
  type Result,
  schemaOf,
  stringsIn,
} from '@goodoffices/core'

type Worded = {
  readonly act: { readonly kind: string; readonly [field: string]: unknown }
  readonly quote?: string
  readonly illustrative?: true
}

/** A heading first, then what is remarked, then the words themselves: as a reader meets them. */
const forms = ['title', 'note', 'body'] as const

/** What an act's fields are read by: of a thing that is put, those of its register too, its heading first. */
function foundIn(act: Worded['act']): readonly Found[] {
  const spec = findSpec(act.kind)
  if (spec === undefined) return []
  const register = findRegister(String(act['register']))
  const own = stringsIn(schemaOf(spec.kind), act)
  if (act.kind !== 'item.put' || register === undefined) return own
  const fields = stringsIn(fieldsSchemaOf(register), act['fields'], 'fields')
  const isHeading = ({ path }: Found): boolean => path === `fields.${register.title}`
  return [...fields.filter(isHeading), ...fields.filter(each => !isHeading(each)), ...own]
}

/** The free texts of an act by their paths, in the order in which a reader meets them. How a word came is no word. */
export function textsOf(act: Worded['act']): Readonly<Record<string, string>> {
  const found = foundIn(act).flatMap(({ path, value, holds }) =>
    holds.holds === 'text' && !isCircumstance(path) ? [{ path, value, form: holds.form }] : [],
  )
  return Object.fromEntries(
    forms.flatMap(form =>
      found.filter(each => each.form === form).map(({ path, value }) => [path, value] as const),
    ),
  )
}

const isCircumstance = (path: string): boolean => path.endsWith('.hearing')

/** Whether words of this kind stand alone on the page: they carry a title. */
function isTitled(kind: string): boolean {
  const spec = findSpec(kind)
  return spec !== undefined && hasTitle(schemaOf(spec.kind))
}

const hasTitle = (schema: Parameters<typeof innerOf>[0]): boolean => {
  const holds = holdsOf(schema)
  if (holds?.holds === 'text') return holds.form === 'title'
  return innerOf(schema).some(([, inner]) => hasTitle(inner))
}

const titleIn = (texts: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(texts).find(([path]) => path === 'title' || path.endsWith('.title'))?.[1]

/** SAMPLE-3: words are quoted or illustrative, one of the two, and say which before anything else. */
export function checkProvenance({ act, quote, illustrative }: Worded): Result<null> {
  const texts = textsOf(act)
  const first = Object.values(texts).at(0)
  if (first === undefined)
    return quote === undefined && illustrative === undefined ? ok(null) : fail('mark-without-words')
  if ((quote === undefined) === (illustrative === undefined)) return fail('words-without-provenance')
  const title = titleIn(texts)
  if (isTitled(act.kind) && title === undefined) return fail('words-without-title')
  // The heading of a thing that is entered states nothing: the word alone is enough.
  const isStatement = title !== undefined && act.kind !== 'item.put'
  const mark = quote !== undefined ? quotedMark : isStatement ? illustrativeMark : illustrativeWord
  return first.startsWith(mark) ? ok(null) : fail('words-unmarked', { mark })
}
