/** Any act in a copy: each of its fields under its label, read from the act's own schema, so that none can be forgotten. */

import {
  type ActKind,
  type Clock,
  type Day,
  type Figure,
  fieldsSchemaOf,
  findRegister,
  holdsClock,
  holdsDay,
  holdsFigure,
  holdsOf,
  holdsTerm,
  holdsTime,
  type ItemId,
  innerOf,
  optionOf,
  schemaOf,
  type Term,
} from '@goodoffices/core'
import { sayFigure } from '../areas/item/figure.ts'
import { citeThing } from '../areas/item/names.ts'
import { sayTerm } from '../areas/item/term.ts'
import { fieldName } from '../words/area-words.ts'
import { semicolon } from '../words/locale.ts'
import { isolate } from '../words/say.ts'
import type { Block } from './blocks.ts'
import { plain, type Writing } from './writing.ts'

type Schema = Parameters<typeof innerOf>[0]
type Value = Readonly<Record<string, unknown>>

/** Keys and what proves them stand in the verifiable file. In a copy to read they are left out, wherever they stand. */
const leftOut: ReadonlySet<string> = new Set([
  'adherence',
  'agreedIn',
  'anew',
  'concerning',
  'devices',
  'digest',
  'evidence',
  'head',
  'key',
  'nonce',
  'secret',
  'sign',
  'verifier',
  'wrap',
])

/** Evidence that something happened is a list of what shows it, and stands in the copy. */
const isLeftOut = (name: string, value: unknown): boolean =>
  leftOut.has(name) && !(name === 'evidence' && Array.isArray(value))

const isRecord = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema within one that may be left out or null. */
function unwrap(schema: Schema): Schema {
  const [[key, inner] = []] = innerOf(schema)
  return key === '' && inner !== undefined ? unwrap(inner) : schema
}

/** Whether a field is the id of the very thing that it stands in: the first of its fields, with a name beside it. */
const namesItself = (schema: Schema, name: string, value: Value): boolean =>
  innerOf(schema)[0]?.[0] === name && ('name' in value || 'title' in value) && ownIds.has(name)
const ownIds: ReadonlySet<string> = new Set(['member', 'party', 'process'])

/** What a field is called, by the words of a language; `parent`: what it stands in. */
export function fieldLabel(fields: Readonly<Record<string, string>>, parent: string, name: string): string {
  const field = fieldName(parent, name)
  return fields[field] ?? field
}

const labelOf = ({ vocabulary }: Writing, parent: string, name: string): string =>
  fieldLabel(vocabulary.fields, parent, name)

/** A value on one line; undefined where there is nothing to say of it. */
function inline(
  w: Writing,
  schema: Schema,
  value: unknown,
  parent: string,
  name: string,
): string | undefined {
  const { terms, choices } = w.vocabulary
  if (value === null) return terms.undecided
  if (value === undefined) return undefined
  const own = writeWhole(w, schema, value)
  if (own !== undefined) return own
  if (typeof value === 'boolean') return value ? terms.yes : terms.no
  if (typeof value === 'number') return holdsTime(schema) ? w.time(value) : w.figure(value)
  if (typeof value === 'string') {
    const holds = holdsOf(schema)
    if (holds === undefined)
      return (choices as Readonly<Record<string, string>>)[`${fieldName(parent, name)}.${value}`] ?? value
    if (holds.holds === 'id')
      return holds.of === 'item' ? citeThing(w, value as ItemId) : w.named(holds.of, value)
    return holds.holds === 'code' ? codeName(w, name, value) : isolate(value)
  }
  if (Array.isArray(value)) {
    const [[, item] = []] = innerOf(schema)
    if (item === undefined) return undefined
    const texts = value.map(each => inline(w, unwrap(item), each, parent, name))
    return texts.some(text => text !== undefined) ? texts.join(semicolon(w.vocabulary.language)) : undefined
  }
  if (!isRecord(value)) return undefined
  // Of a register that this program does not know, as it came.
  if (schema.type === 'custom') return JSON.stringify(value)
  const parts = fieldsOf(schema, value).flatMap(([inner, innerSchema]) => {
    const text = inline(w, unwrap(innerSchema), value[inner], name, inner)
    return text === undefined ? [] : [`${w.withColon(labelOf(w, name, inner))} ${text}`]
  })
  return parts.length === 0 ? undefined : parts.join(' · ')
}

/** Those that hold languages, one or several. */
const languageFields: readonly string[] = ['language', 'languages', 'interprets']

/** A language, a register, a verb or a field by its name; any other code as it is. */
function codeName(w: Writing, name: string, value: string): string {
  if (languageFields.includes(fieldName('', name))) return w.languageName(value)
  if (name === 'field' || name === 'fields') return fieldPathName(w, value)
  const choices: Readonly<Record<string, string>> = w.vocabulary.choices
  return choices[`${name}.${value}`] ?? isolate(value)
}

/** What a place in an act or in an item is called: the labels of the fields that it leads through. */
export const fieldPathName = (w: Writing, path: string): string =>
  path
    .split('.')
    .filter(part => part !== 'thing' && part !== 'fields')
    .map(part => (/^\d+$/.test(part) ? w.figure(Number(part) + 1) : labelOf(w, '', part)))
    .join(' · ')

/** What is written as one although it has parts: a figure, a term; and a day, which is no word. */
function writeWhole(w: Writing, schema: Schema, value: unknown): string | undefined {
  if (holdsFigure(schema)) return sayFigure(w, value as Figure)
  if (holdsTerm(schema)) return sayTerm(w, value as Term)
  if (holdsClock(schema)) return w.clock(value as Clock)
  return holdsDay(schema) ? w.day(value as Day) : undefined
}

function fieldsOf(schema: Schema, value: Value): readonly (readonly [string, Schema])[] {
  const option = schema.type === 'variant' || schema.type === 'union' ? optionOf(schema, value) : schema
  const whole = option ?? schema
  return innerOf(whole)
    .filter(([name]) => !isLeftOut(name, value[name]) && !namesItself(whole, name, value))
    .map(([name, inner]) => [name, inner.type === 'custom' ? contentSchema(inner, value) : inner])
}

/** What an item holds is said by its register, which stands beside it. */
function contentSchema(schema: Schema, { register }: Value): Schema {
  const declared = typeof register === 'string' ? findRegister(register) : undefined
  return declared === undefined ? schema : fieldsSchemaOf(declared)
}

const isLongText = (schema: Schema): boolean => {
  const holds = holdsOf(schema)
  return holds?.holds === 'text' && (holds.form === 'note' || holds.form === 'body')
}

/** A field as it is written for a reader, wherever it stands: in a copy, on paper, in the shell, on a screen. */
export type FieldLine = {
  readonly name: string
  readonly label: string
  readonly text: string
  /** Longer text, which stands below its label as it was written. */
  readonly isLong: boolean
  readonly language?: string
}

/**
 * The fields of an object by its schema, in its order. What `said` already holds is not said again; `except` names fields that are
 * written otherwise.
 */
export function fieldLines(
  w: Writing,
  schema: Schema,
  value: Value,
  { said = '', except = [], parent = '' }: FieldOptions = {},
): readonly FieldLine[] {
  return fieldsOf(schema, value).flatMap(([name, inner]): readonly FieldLine[] => {
    if (name === 'kind' && parent === '') return []
    const held = value[name]
    if (held === undefined || except.includes(name)) return []
    const own = unwrap(inner)
    const label = labelOf(w, parent, name)
    const isLong = typeof held === 'string' && isLongText(own)
    const text = isLong ? held : inline(w, own, held, parent, name)
    if (text === undefined || said.includes(text)) return []
    const language = isLong && typeof value['language'] === 'string' ? value['language'] : undefined
    return [{ name, label, text, isLong, ...(language === undefined ? {} : { language }) }]
  })
}

/** A field in a document: one line, or a longer text below its label. */
export const lineBlocks = (
  { withColon }: Writing,
  { label, text, isLong, language }: FieldLine,
): readonly Block[] =>
  isLong
    ? [{ kind: 'line', text: withColon(label) }, plain(text, language)]
    : [{ kind: 'line', text: `${withColon(label)} ${text}` }]

export const objectBlocks = (
  w: Writing,
  schema: Schema,
  value: Value,
  options?: FieldOptions,
): readonly Block[] => fieldLines(w, schema, value, options).flatMap(line => lineBlocks(w, line))

export type FieldOptions = {
  readonly said?: string
  readonly except?: readonly string[]
  readonly parent?: string
}

/** The fields of an act, or of what an act left in the room under the same names. */
export const actBlocks = (
  w: Writing,
  kind: ActKind,
  value: object,
  options?: FieldOptions,
): readonly Block[] => objectBlocks(w, schemaOf(kind), value as Value, options)

/** One field of an act on one line, with its label. */
export function fieldFact(w: Writing, kind: ActKind, value: object, name: string): string | undefined {
  const [, schema] = innerOf(schemaOf(kind)).find(([field]) => field === name) ?? []
  if (schema === undefined) throw new Error(`${kind} has no field ${name}`)
  const text = inline(w, unwrap(schema), (value as Value)[name], '', name)
  return text === undefined ? undefined : `${w.withColon(labelOf(w, '', name))} ${text}`
}
