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

type Held = { readonly register: unknown; readonly fields: unknown; readonly path: string }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A thing of a register that an act puts, or that a question would put. */
function heldIn(act: Worded['act']): Held | undefined {
  if (act.kind === 'item.put') return { register: act['register'], fields: act['fields'], path: 'fields' }
  const content = act['content']
  const thing = isRecord(content) ? content['thing'] : undefined
  if (!isRecord(thing)) return undefined
  return { register: thing['register'], fields: thing['fields'], path: 'content.thing.fields' }
}

/** What an act's fields are read by: of a thing that is put, those of its register too, its heading first. */
function foundIn(act: Worded['act']): readonly Found[] {
  const spec = findSpec(act.kind)
  if (spec === undefined) return []
  const own = stringsIn(schemaOf(spec.kind), act)
  const held = heldIn(act)
  const register = held === undefined ? undefined : findRegister(String(held.register))
  if (held === undefined || register === undefined) return own
  const fields = stringsIn(fieldsSchemaOf(register), held.fields, held.path)
  const isHeading = ({ path }: Found): boolean => path === `${held.path}.${register.title}`
  return [...fields.filter(isHeading), ...fields.filter(each => !isHeading(each)), ...own]
}

/** The free texts of an act by their paths, in the order in which a reader meets them. How a word came is no word, nor what a comment is on. */
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

const isCircumstance = (path: string): boolean => path.endsWith('.hearing') || path === 'quote'

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

/** What a question asks, and what it says would follow: each is read by itself. */
const askedIn = (texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(texts).flatMap(([path, value]) => (path.startsWith('content.texts.') ? [value] : []))

const titleIn = (texts: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(texts).find(([path]) => path === 'title' || path.endsWith('.title'))?.[1]

/** SAMPLE-3: words are quoted or illustrative, one of the two, and say which before anything else. */
export function checkProvenance({ act, quote, illustrative }: Worded): Result<null> {
  const texts = textsOf(act)
  const first = Object.values(texts).at(0)
  if (first === undefined)
    return quote === undefined && illustrative === undefined ? ok(null) : fail('mark-without-words')
  if ((quote === undefined) === (illustrative === undefined)) return fail('words-without-provenance')
  if (findSpec(act.kind)?.underTitle) return ok(null)
  const title = titleIn(texts)
  if (isTitled(act.kind) && title === undefined) return fail('words-without-title')
  // The heading of a thing that is entered states nothing: the word alone is enough.
  const isStatement = title !== undefined && heldIn(act) === undefined
  const mark = quote !== undefined ? quotedMark : isStatement ? illustrativeMark : illustrativeWord
  return [first, ...askedIn(texts)].every(each => each.startsWith(mark))
    ? ok(null)
    : fail('words-unmarked', { mark })
}
