/** What a schema takes, in words: read from the schema, its bounds by trying them. */

import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Holds, holdsOf, holdsTime, innerOf } from '@goodoffices/core'

export type Schema = Parameters<typeof innerOf>[0]

/** Whether a schema takes a value, by the interface that schemas of every library have. */
export function takes(schema: Schema, value: unknown): boolean {
  const checked = schema['~standard'].validate(value)
  if (checked instanceof Promise) throw new Error('a schema that does not answer at once')
  return checked.issues === undefined
}

type Parts = {
  readonly literal?: unknown
  /** Of a list of choices. */
  readonly options?: readonly string[]
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

const core = resolve(import.meta.dirname, '../../packages/core/src')

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'schema'

/** Every schema that a file of `core` exports, by its name there. */
export async function readNames(): Promise<ReadonlyMap<Schema, string>> {
  const names = new Map<Schema, string>()
  for (const file of globSync('**/*.ts', { cwd: core }).toSorted()) {
    const exported = (await import(resolve(core, file))) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(exported))
      if (isSchema(value) && !names.has(value) && value.type !== 'exact_optional') names.set(value, name)
  }
  return names
}

const partsOf = (schema: Schema): Parts => schema as unknown as Parts

const requirementOf = (schema: Schema, type: string): unknown =>
  partsOf(schema).pipe?.findLast(action => action.type === type)?.requirement

export const isOptional = (schema: Schema): boolean => schema.type === 'exact_optional'

/** The schema itself, where what it is wrapped in says only that it may be left out. */
export const unwrapped = (schema: Schema): Schema =>
  isOptional(schema) ? (innerOf(schema)[0]?.[1] ?? schema) : schema

export const figureOf = (value: number): string => value.toLocaleString('en')

/** The largest and the least integer that a schema takes, found by halving: its checks are closed. */
export function rangeOf(schema: Schema): readonly [number, number] {
  const least = [0, 1, 2].find(value => takes(schema, value))
  if (least === undefined) throw new Error('a number that takes neither 0 nor 1 nor 2')
  let [low, high] = [least, Number.MAX_SAFE_INTEGER]
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2)
    if (takes(schema, middle)) low = middle
    else high = middle - 1
  }
  return [least, low]
}

export class Shapes {
  readonly #names: ReadonlyMap<Schema, string>
  /** Those that were named and have a section of their own, in the order in which they were met. */
  readonly met: (readonly [string, Schema])[] = []

  constructor(names: ReadonlyMap<Schema, string>) {
    this.#names = names
  }

  /** In one line. */
  describe(schema: Schema): string {
    const name = this.#names.get(schema)
    if (holdsTime(schema)) return 'time'
    if (name !== undefined && (this.#isLarge(schema) || isCode(schema))) return this.#refer(name, schema)
    switch (schema.type) {
      case 'string':
        return stringOf(schema)
      case 'number':
        return rangeOf(schema).map(figureOf).join(' to ')
      case 'boolean':
        return 'true or false'
      case 'literal':
        return `\`${String(partsOf(schema).literal)}\``
      case 'picklist':
        return (partsOf(schema).options ?? []).map(option => `\`${option}\``).join(', ')
      case 'nullable':
        return `${this.#inner(schema)}, or null`
      case 'array':
        return `list of ${this.#countOf(schema)}: ${this.#inner(schema)}`
      case 'variant':
      case 'union':
        return this.#optionsOf(schema)
      case 'strict_object':
        return `record of ${innerOf(schema)
          .map(([field, inner]) => `${labelOf(field, inner)}: ${this.describe(unwrapped(inner))}`)
          .join('; ')}`
      case 'custom':
        return 'plain data (ITEM-7), by its register'
      default:
        throw new Error(`nothing is said of a schema of type ${schema.type}`)
    }
  }

  /** A record's fields, those of records inside it that have no name with the field before them. */
  fieldsOf(entries: readonly (readonly [string, Schema])[], before = ''): readonly Field[] {
    return entries.flatMap(([field, schema]): readonly Field[] => {
      const inner = unwrapped(schema)
      const label = `${before}${field}`
      if (inner.type !== 'strict_object' || this.#names.has(inner))
        return [{ field: label, optional: isOptional(schema), holds: this.describe(inner) }]
      const own = { field: label, optional: isOptional(schema), holds: 'record' }
      return [own, ...this.fieldsOf(innerOf(inner), `${label}.`)]
    })
  }

  #isLarge({ type }: Schema): boolean {
    return type === 'strict_object' || type === 'variant' || type === 'picklist'
  }

  #refer(name: string, schema: Schema): string {
    if (!this.met.some(([, known]) => known === schema)) this.met.push([name, schema])
    return `[${name}](#${name.toLowerCase()})`
  }

  #inner(schema: Schema): string {
    const [[, inner] = []] = innerOf(schema)
    if (inner === undefined) throw new Error(`nothing is in a schema of type ${schema.type}`)
    return this.describe(inner)
  }

  #countOf(schema: Schema): string {
    const [min, max] = ['min_length', 'max_length'].map(type => requirementOf(schema, type))
    const most = typeof max === 'number' ? figureOf(max) : undefined
    if (most === undefined) return typeof min === 'number' ? `${figureOf(min)} or more` : 'any number'
    return `${typeof min === 'number' ? figureOf(min) : '0'} to ${most}`
  }

  /** A choice without a name of its own that takes some of what a named one takes is that one, less deep. */
  #optionsOf(schema: Schema): string {
    const kinds = kindsOf(schema)
    const whole = [...this.#names].find(
      ([known]) =>
        known.type === 'variant' && kinds.length > 0 && kinds.every(kind => kindsOf(known).includes(kind)),
    )
    if (whole !== undefined) return `${this.#refer(whole[1], whole[0])}, one level less deep`
    return innerOf(schema)
      .map(([, option]) => this.describe(option))
      .join('; or ')
  }
}

export type Field = { readonly field: string; readonly optional: boolean; readonly holds: string }

const labelOf = (field: string, schema: Schema): string =>
  `\`${field}\`${isOptional(schema) ? ' (may be left out)' : ''}`

/** The literals by which the options of a choice are told apart. */
export const kindsOf = (schema: Schema): readonly string[] =>
  innerOf(schema).flatMap(([, option]) =>
    innerOf(option).flatMap(([field, inner]) => (field === 'kind' ? [String(partsOf(inner).literal)] : [])),
  )

const isCode = (schema: Schema): boolean => schema.type === 'string' && holdsOf(schema)?.holds === 'code'

function stringOf(schema: Schema): string {
  const holds = holdsOf(schema)
  if (holds === undefined) throw new Error('a string that does not say what it holds')
  if (holds.holds === 'id') return holds.of === 'anything' ? 'id' : `id of ${withArticle(holds.of)}`
  if (holds.holds === 'text') return holds.form
  return patternOf(schema)
}

/** How a string that no reader takes for words is written, with an example. */
export function patternOf(schema: Schema): string {
  const [pattern, max] = [requirementOf(schema, 'regex'), requirementOf(schema, 'max_length')]
  const parts = [
    ...(pattern instanceof RegExp
      ? [`\`${pattern.source.replaceAll('|', '\\|').replaceAll('\\/', '/')}\``]
      : []),
    ...(typeof max === 'number' ? [`${figureOf(max)} characters at most`] : []),
    ...examplesOf(holdsOf(schema)),
  ]
  return parts.join('; ')
}

const examplesOf = (holds: Holds | undefined): readonly string[] =>
  holds?.holds === 'code' ? [`such as ${holds.like.map(like => `\`${like}\``).join(', ')}`] : []

const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
