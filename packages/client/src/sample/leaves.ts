/** An act changed leaf by leaf, each with what its schema says of it: no field is named. */

import { fieldsSchemaOf, findRegister, innerOf, optionOf } from '@goodoffices/core'

export type Schema = Parameters<typeof innerOf>[0]
/** Undefined for what the schema does not know, or leaves open. */
export type LeafSchema = Schema | undefined

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema of what may be left out, or null. */
function unwrap(schema: LeafSchema): LeafSchema {
  if (schema === undefined) return undefined
  const [[key, inner] = []] = innerOf(schema)
  return key === '' ? unwrap(inner) : schema
}

/** Of a choice, the option that is meant: by what tells them apart, else by the names of the fields. */
function optionFor(schema: Schema, value: Readonly<Record<string, unknown>>): LeafSchema {
  if (schema.type !== 'variant' && schema.type !== 'union') return schema
  const hasAll = (option: Schema): boolean => {
    const names = innerOf(option).map(([name]) => name)
    return Object.keys(value).every(name => names.includes(name))
  }
  return (
    optionOf(schema, value) ??
    innerOf(schema)
      .map(([, option]) => option)
      .find(hasAll)
  )
}

/** The value with every leaf replaced; lists and objects keep their form. */
export function mapLeaves(
  given: LeafSchema,
  value: unknown,
  change: (value: unknown, schema: LeafSchema) => unknown,
): unknown {
  const schema = unwrap(given)
  if (Array.isArray(value)) {
    const [[key, item] = []] = schema === undefined ? [] : innerOf(schema)
    return value.map(each => mapLeaves(key === '*' ? item : undefined, each, change))
  }
  if (!isRecord(value)) return change(value, schema)
  const option = schema === undefined ? undefined : optionFor(schema, value)
  const fields = new Map(option?.type === 'strict_object' ? innerOf(option) : [])
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      mapLeaves(heldIn(value, fields.get(name)), inner, change),
    ]),
  )
}

/** What an item holds is said by its register, which stands beside it. */
function heldIn({ register }: Readonly<Record<string, unknown>>, schema: LeafSchema): LeafSchema {
  if (schema?.type !== 'custom') return schema
  const declared = typeof register === 'string' ? findRegister(register) : undefined
  return declared === undefined ? undefined : fieldsSchemaOf(declared)
}
