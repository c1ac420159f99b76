/** The pieces of acts that speak of items: what an item holds, which of its revisions and fields are meant, what a delivery brings. */

import * as v from 'valibot'
import { id } from '../ids.ts'
import { code, note, time, wholeUpTo } from '../schema.ts'
import { verb } from '../term/term.ts'
import type { FieldValue, ItemFields } from './item.ts'

export const itemLimits = {
  /** Of one side, in a room. */
  itemsMax: 5_000,
  /** Of one side, on one item. */
  marksMax: 500,
  /** Code units of an item's fields, written as JSON. */
  fieldsCharsMax: 20_000,
  fieldsDepthMax: 8,
  evidenceMax: 50,
  /** Fields of one item that a passage names. */
  chosenMax: 50,
} as const

/** The number of a revision, from 1. */
export const rev = v.pipe(wholeUpTo(10_000), v.minValue(1))

/** The number of a mark on an item, from 1. */
export const markNumber = v.pipe(wholeUpTo(1_000_000), v.minValue(1))

const fieldPattern = /^[a-z][A-Za-z0-9]{0,39}$/
/** The name of one of an item's fields. */
export const fieldName = v.pipe(
  v.string(),
  v.regex(fieldPattern, 'field'),
  v.check(name => !(name in Object.prototype), 'field'),
  code('figure', 'definition', 'wording'),
)

/** An item's fields: plain data, whatever its register makes of them. */
export const itemFields = v.custom<ItemFields>(isPlainFields, 'fields')

/** A thing as it is put into a register. */
export const itemContent = v.strictObject({ register: verb, fields: itemFields })
export type ItemContent = v.InferOutput<typeof itemContent>

/** What a side that is elsewhere says of an item that is here. What shows it stays where it is. */
export const markContent = v.strictObject({
  item: id('item'),
  rev,
  verb,
  at: v.exactOptional(time),
  note: v.exactOptional(note),
})
export type MarkContent = v.InferOutput<typeof markContent>

/** What a delivery brings besides its words: an item, or what its source says of one. */
export const thing = v.union([itemContent, markContent])
export type Thing = v.InferOutput<typeof thing>

export const isItemContent = (brought: Thing | undefined): brought is ItemContent =>
  brought !== undefined && 'register' in brought
export const isMarkContent = (brought: Thing | undefined): brought is MarkContent =>
  brought !== undefined && 'verb' in brought

/** ITEM-7: plain data, not too deep and not too long; the keys no names that every object has. */
export function isPlainFields(value: unknown): value is ItemFields {
  return (
    isPlainObject(value) && isPlain(value, 0) && JSON.stringify(value).length <= itemLimits.fieldsCharsMax
  )
}

function isPlain(value: unknown, depth: number): boolean {
  if (depth > itemLimits.fieldsDepthMax) return false
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0)
  if (Array.isArray(value)) return value.every(inner => isPlain(inner, depth + 1))
  return isPlainObject(value) && Object.values(value).every(inner => isPlain(inner, depth + 1))
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every(key => fieldPattern.test(key) && !(key in Object.prototype))

/** Whether two values hold the same, in whichever order the fields of objects were written. */
export function isSamePlain(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const [held, wanted] = [Object.entries(one), new Map(Object.entries(other))]
  return (
    Array.isArray(one) === Array.isArray(other) &&
    held.length === wanted.size &&
    held.every(([name, value]) => wanted.has(name) && isSamePlain(value, wanted.get(name)))
  )
}
