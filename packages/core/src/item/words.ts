/** The texts of an item's fields, each with the path at which it stands. */

import { type Worded, wordedIn } from '../room/fields.ts'
import type { FieldValue, ItemFields } from './item.ts'
import { fieldsSchemaOf, findRegister } from './registry.ts'

/** By its register's schema; of a register that is not known, every string there is. */
export function fieldsTexts(register: string, fields: ItemFields, at = 'fields'): readonly Worded[] {
  const declared = findRegister(register)
  return declared === undefined ? stringsAt(fields, at) : wordedIn(fieldsSchemaOf(declared), fields, at)
}

/** The same of what stands under one of its fields. */
export const fieldTexts = (register: string, fields: ItemFields, name: string): readonly Worded[] =>
  fieldsTexts(register, fields, '').filter(({ path }) => path === name || path.startsWith(`${name}.`))

/** Every string of what an item holds, words or not. */
export const stringsOf = (fields: FieldValue): readonly string[] =>
  stringsAt(fields, '').map(({ value }) => value)

function stringsAt(value: FieldValue, at: string): readonly Worded[] {
  if (typeof value === 'string') return [{ path: at, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    stringsAt(inner, at === '' ? name : `${at}.${name}`),
  )
}
