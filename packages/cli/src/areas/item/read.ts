/** From what a person types to the fields of a register's item: each is read by what its schema says that it holds. */

import { fieldLabel } from '@goodoffices/client'
import {
  type FieldValue,
  holdsFigure,
  holdsOf,
  holdsTerm,
  holdsTime,
  type ItemFields,
  innerOf,
  type Register,
  termLimits,
} from '@goodoffices/core'
import { isSameName } from '../../names/handles.ts'
import { readTime } from '../../names/words.ts'
import { type Candidate, misuse } from '../../shell/exit.ts'

export type Schema = Parameters<typeof innerOf>[0]

/** What a name that was typed stands for: a thing of the talks, somebody. */
export type Naming = {
  readonly idOf: (what: string, typed: string) => string
  /** The words of the reader's language, by `field.choice`. */
  readonly choices: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly zone: string
}

/** The schema within one that may be left out. */
export function unwrap(schema: Schema): Schema {
  const [[key, inner] = []] = innerOf(schema)
  return key === '' && inner !== undefined ? unwrap(inner) : schema
}

export const isList = (schema: Schema): boolean => unwrap(schema).type === 'array'

/** Choices of a schema that takes one of several words. */
export const optionsOf = (schema: Schema): readonly string[] =>
  schema.type === 'picklist' ? (schema as unknown as { readonly options: readonly string[] }).options : []

const fieldsOf = ({ fields }: Register): readonly (readonly [string, Schema])[] => Object.entries(fields)

/** A field by its name, or by its label in the reader's language. */
export function findField(register: Register, typed: string, naming: Naming): readonly [string, Schema] {
  const found = fieldsOf(register).find(
    ([name]) => name === typed || isSameName(fieldLabel(naming.labels, register.name, name), typed),
  )
  if (found === undefined)
    throw misuse(
      'field-unknown',
      { field: typed },
      fieldsOf(register).map(([name]) => ({
        handle: name,
        about: fieldLabel(naming.labels, register.name, name),
      })),
    )
  return found
}

/** Of each field, what was typed for it. */
export type Typed = Map<string, string[]>

/** Adds `name=value` pairs, by names or labels; the same again is a further value of a list. */
export function addPairs(typed: Typed, register: Register, pairs: readonly string[], naming: Naming): void {
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) throw misuse('field-unreadable', { text: pair })
    const [name] = findField(register, pair.slice(0, at), naming)
    typed.set(name, [...(typed.get(name) ?? []), pair.slice(at + 1)])
  }
}

/** What was typed, read by what the register says that each field holds. */
export const readFields = (typed: Typed, register: Register, naming: Naming): ItemFields =>
  Object.fromEntries(
    fieldsOf(register).flatMap(([name, schema]) => {
      const words = typed.get(name)
      return words === undefined ? [] : [[name, readField([name, schema], words, naming)]]
    }),
  )

/** The value of a field as it was typed: once, or several times where it is a list. */
function readField(
  [name, given]: readonly [string, Schema],
  typed: readonly string[],
  naming: Naming,
): FieldValue {
  const schema = unwrap(given)
  if (schema.type === 'array') {
    const [[, item] = []] = innerOf(schema)
    return typed.map(each => readOne(name, unwrap(item ?? schema), each, naming))
  }
  if (holdsFigure(schema) || schema.type === 'variant' || holdsTerm(schema))
    return readOne(name, schema, typed.join(' '), naming)
  const [only, ...others] = typed
  if (only === undefined || others.length > 0) throw misuse('field-twice', { field: name })
  return readOne(name, schema, only, naming)
}

function readOne(name: string, schema: Schema, typed: string, naming: Naming): FieldValue {
  if (holdsTerm(schema)) return readTerm(typed, naming)
  if (schema.type === 'variant') return readVariant(name, schema, typed, naming)
  if (schema.type === 'strict_object')
    return readInOrder(name, innerOf(schema), typed.trim().split(/\s+/), { typed, naming })
  const options = optionsOf(schema)
  if (options.length > 0) return choiceIn(name, options, typed, naming)
  if (schema.type === 'boolean') return readTruth(name, typed)
  if (holdsTime(schema)) return readTime(typed)
  if (schema.type === 'number') return readNumber(name, typed)
  const holds = holdsOf(schema)
  return holds?.holds === 'id' ? naming.idOf(holds.of, typed) : typed
}

/** One of several words, as the program has it or as the reader's language does. */
function choiceIn(name: string, options: readonly string[], typed: string, { choices }: Naming): string {
  const found = options.find(
    option => option === typed || isSameName(choices[`${name}.${option}`] ?? option, typed),
  )
  if (found === undefined) throw misuse('choice-unknown', { field: name, text: typed }, listed(options))
  return found
}

const listed = (options: readonly string[]): readonly Candidate[] => options.map(handle => ({ handle }))

const truths: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false }

function readTruth(name: string, typed: string): boolean {
  const truth = truths[typed]
  if (truth === undefined) throw misuse('choice-unknown', { field: name, text: typed }, listed(['yes', 'no']))
  return truth
}

function readNumber(name: string, typed: string): number {
  const number = Number(typed)
  if (!/^\d+$/.test(typed) || !Number.isSafeInteger(number))
    throw misuse('number-unreadable', { field: name, text: typed })
  return number
}

/** `at-least 108000`, `between 640 650`, `no-number "likely far higher"`: which, then what it holds in order; the last takes the rest. */
function readVariant(name: string, schema: Schema, typed: string, naming: Naming): FieldValue {
  const [first = '', ...words] = typed.trim().split(/\s+/)
  const { key = 'kind' } = schema as unknown as { readonly key?: string }
  const variants = innerOf(schema).map(([, option]) => new Map(innerOf(option)))
  const kindOf = (fields: ReadonlyMap<string, Schema>): string =>
    (fields.get(key) as unknown as { readonly literal?: string } | undefined)?.literal ?? ''
  const kind = choiceIn(key, variants.map(kindOf), first, naming)
  const all = [...(variants.find(fields => kindOf(fields) === kind) ?? [])].filter(([field]) => field !== key)
  return { [key]: kind, ...readInOrder(name, all, words, { typed, naming }) }
}

/** Fields of one thing in their order, a word each; the last takes the rest, and those that may be left out may be missing at the end. */
function readInOrder(
  name: string,
  fields: readonly (readonly [string, Schema])[],
  words: readonly string[],
  { typed, naming }: { readonly typed: string; readonly naming: Naming },
): ItemFields {
  const needed = fields.filter(([, held]) => held.type !== 'exact_optional').length
  if (words.length < needed) throw misuse('variant-short', { field: name, text: typed })
  const inner = fields.slice(0, words.length)
  return Object.fromEntries(
    inner.map(([field, held], at) => {
      const isLast = at === inner.length - 1
      const said = isLast ? words.slice(at).join(' ') : (words[at] ?? '')
      return [field, readWithin([field, held], said, naming)]
    }),
  )
}

/** A list within what is typed as one stands with commas. */
const readWithin = ([name, held]: readonly [string, Schema], typed: string, naming: Naming): FieldValue =>
  readField([name, held], isList(held) ? typed.split(',') : [typed], naming)

const units = ['days', 'working-days', 'weeks', 'months', 'years']

/**
 * A day; `30 days after i2 noted`; `10 working-days [i4,i5] after i2 noted`, by these calendars; `with i3`. What is more than that, the
 * earliest or latest of several, is given in a file.
 */
export function readTerm(typed: string, { idOf, zone }: Naming): FieldValue {
  const text = typed.trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'on', day: text }
  const [, other] = /^with (\S+)$/.exec(text) ?? []
  if (other !== undefined) return { kind: 'with', item: idOf('item', other) }
  const [, count, unit = '', named, item, verb] =
    /^(\d+) ([a-z-]+)(?: \[([^\]]+)\])? after (\S+) ([a-z-]+)$/.exec(text) ?? []
  const plural = units.find(known => known === unit || known === `${unit}s`)
  if (plural === undefined || item === undefined || verb === undefined || Number(count) > termLimits.countMax)
    throw misuse('term-unreadable', { text: typed })
  const calendars = named?.split(',').map(each => idOf('item', each.trim()))
  return {
    kind: 'after',
    item: idOf('item', item),
    verb,
    count: Number(count),
    unit: plural,
    ...(calendars === undefined ? {} : { calendars }),
    zone,
  }
}
