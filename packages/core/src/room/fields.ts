/** What a schema says of a value without anybody naming the field: its texts, its ids, its strings of every kind. */

import * as v from 'valibot'
import { type Holds, type TextForm, time } from '../schema.ts'
import { clock } from '../term/clock.ts'
import { day } from '../term/day.ts'

/** A string of a value, where it stands, and what its schema says that it holds. */
export type Found = { readonly path: string; readonly value: string; readonly holds: Holds }

export type Fields = v.ObjectEntries
/** Fields as they are read: those of an act, its kind apart, or of a thing in a register. */
export type Body<F extends Fields> = v.InferOutput<v.StrictObjectSchema<F, undefined>>

type Schema = v.GenericSchema

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What schemas say, found once: to gather it costs more than to judge a short text. */
const saidOf = new WeakMap<Schema, Partial<Holds>>()

/** What the schema of a string says that it holds; undefined where it says nothing. */
export function holdsOf(schema: Schema): Holds | undefined {
  const said: Partial<Holds> = saidOf.get(schema) ?? v.getMetadata(schema)
  saidOf.set(schema, said)
  return said.holds === undefined ? undefined : (said as Holds)
}

/** The schemas directly inside one, each with the key or the option that it stands under. */
export function innerOf(schema: Schema): readonly (readonly [string, Schema])[] {
  const { type } = schema
  const parts = schema as unknown as {
    readonly entries?: Readonly<Record<string, Schema>>
    readonly wrapped?: Schema
    readonly item?: Schema
    readonly options?: readonly Schema[]
  }
  if (type === 'strict_object') return Object.entries(parts.entries ?? {})
  if (type === 'array') return parts.item === undefined ? [] : [['*', parts.item]]
  if (type === 'variant' || type === 'union') return (parts.options ?? []).map(option => ['|', option])
  return parts.wrapped === undefined ? [] : [['', parts.wrapped]]
}

/** Whether the number of a schema is a point in time, in ms since 1970 UTC. */
export const holdsTime = (schema: Schema): boolean => schema === (time as unknown as Schema)

/** Whether a schema holds a day, such as `2026-02-06`. */
export const holdsDay = (schema: Schema): boolean => schema === (day as unknown as Schema)

/** Whether a schema holds an hour of a day, such as `09:40`. */
export const holdsClock = (schema: Schema): boolean => schema === (clock as unknown as Schema)

const isCalled = (schema: Schema, name: string): boolean =>
  (v.getMetadata(schema) as { readonly is?: string }).is === name

/** Whether a schema holds a day that follows from others. */
export const holdsTerm = (schema: Schema): boolean => isCalled(schema, 'term')

/** Whether a schema holds a figure as somebody gives it. */
export const holdsFigure = (schema: Schema): boolean => isCalled(schema, 'figure')

/** The option of a variant that a value is, by the key that tells them apart. */
export function optionOf(schema: Schema, value: unknown): Schema | undefined {
  const { key } = schema as unknown as { readonly key?: string }
  if (key === undefined || !isObject(value))
    return innerOf(schema)
      .map(([, option]) => option)
      .find(option => v.is(option, value))
  return innerOf(schema)
    .map(([, option]) => option)
    .find(option => {
      const { entries } = option as unknown as {
        readonly entries: Readonly<Record<string, { literal?: unknown }>>
      }
      return entries[key]?.literal === value[key]
    })
}

/** Every string of a value that its schema says something of, in the order of the schema. */
export function stringsIn(schema: Schema, value: unknown, path = ''): readonly Found[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') {
    const holds = holdsOf(schema)
    if (holds !== undefined) return [{ path, value, holds }]
  }
  if (schema.type === 'variant' || schema.type === 'union') {
    const option = optionOf(schema, value)
    return option === undefined ? [] : stringsIn(option, value, path)
  }
  return innerOf(schema).flatMap(([key, inner]) => {
    if (key === '') return stringsIn(inner, value, path)
    if (key === '*')
      return Array.isArray(value) ? value.flatMap((item, at) => stringsIn(inner, item, join(path, at))) : []
    return isObject(value) ? stringsIn(inner, value[key], join(path, key)) : []
  })
}

/** A text, and the path at which it stands in what holds it; whether it is a name or a day, which tells something only as a whole. */
export type Worded = Pick<Found, 'path' | 'value'> & { readonly is?: 'name' | 'day' }

/** The free texts of a value, pieces of other texts apart: what somebody put into words, whom or what they named, and days. */
export const wordedIn = (schema: Schema, value: unknown, path = ''): readonly Worded[] =>
  stringsIn(schema, value, path).flatMap(({ path, value, holds }): readonly Worded[] => {
    if (holds.holds === 'code' && holds.is === 'day') return [{ path, value, is: 'day' }]
    if (holds.holds !== 'text' || holds.form === 'excerpt') return []
    return [holds.form === 'name' ? { path, value, is: 'name' } : { path, value }]
  })

/** Whether there is a text anywhere in a schema. */
const holdsText = (schema: Schema): boolean =>
  holdsOf(schema)?.holds === 'text' || innerOf(schema).some(([, inner]) => holdsText(inner))

/** Fields of acts in which there can be texts: asked for at every entry that is read, and of every message at every key. */
const textFields = new WeakMap<v.ObjectEntries, readonly (readonly [string, Schema])[]>()

function textFieldsOf(fields: v.ObjectEntries): readonly (readonly [string, Schema])[] {
  const known = textFields.get(fields)
  if (known !== undefined) return known
  const found = Object.entries(fields as Readonly<Record<string, Schema>>).filter(([, schema]) =>
    holdsText(schema),
  )
  textFields.set(fields, found)
  return found
}

/** The same of the fields of an act, without their places, and without the names of sides that deliveries bear. */
export const wordsIn = (fields: v.ObjectEntries, value: object): readonly string[] =>
  textFieldsOf(fields).flatMap(([name, schema]) =>
    wordedIn(schema, (value as Readonly<Record<string, unknown>>)[name]).flatMap(({ value, is }) =>
      is === 'name' ? [] : [value],
    ),
  )

/** Every text of a value, with the form that its schema gives it and where it stands. */
export const textsIn = (fields: v.ObjectEntries, value: object): readonly Written[] =>
  textFieldsOf(fields).flatMap(([name, schema]) =>
    stringsIn(schema, (value as Readonly<Record<string, unknown>>)[name], name).flatMap(
      ({ path, value, holds }) => (holds.holds === 'text' ? [{ path, value, form: holds.form }] : []),
    ),
  )

export type Written = { readonly path: string; readonly value: string; readonly form: TextForm }

const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)
