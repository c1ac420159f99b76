/**
 * VIEW-13: what an office has in a table of comma-separated values, as things of a register: read whole, each mistake with its row and
 * column as a person counts them, and nothing put while there is one.
 */

import {
  type FieldValue,
  fieldsSchemaOf,
  findRegister,
  holdsFigure,
  holdsOf,
  holdsTerm,
  type ItemFields,
  type ItemId,
  innerOf,
  isDay,
  type PartyId,
  type Register,
  type RoomState,
} from '@goodoffices/core'
import * as v from 'valibot'
import { titleOf } from '../areas/item/names.ts'
import type { AreaViews } from './area-views.ts'

export const csvMistakes = [
  'column-missing',
  'column-twice',
  'column-unknown',
  'name-unknown',
  'nothing',
  'quotes',
  'too-many',
  'unfit',
] as const
/** Rows count from 1, the headings first; columns from 1, absent where it is of the whole row. */
export type CsvMistake = {
  readonly row: number
  readonly column?: number
  readonly heading?: string
  readonly why: (typeof csvMistakes)[number]
}

export type CsvRead<T> = { readonly rows: readonly T[]; readonly mistakes: readonly CsvMistake[] }

export const csvLimits = { rowsMax: 1_000, bytesMax: 1_000_000 } as const

type Table = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** The cells; the first row is its headings. The library is loaded with the first table. */
export async function readTable(text: string): Promise<CsvRead<never> & { readonly table: Table }> {
  const { default: papa } = await import('papaparse')
  const { data, errors } = papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [headings = [], ...rows] = data.map(row => row.map(cell => cell.trim()))
  const broken = errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row = 0 }): CsvMistake => ({ row: row + 1, why: 'quotes' }))
  const many: readonly CsvMistake[] =
    rows.length > csvLimits.rowsMax ? [{ row: csvLimits.rowsMax + 2, why: 'too-many' }] : []
  const none: readonly CsvMistake[] = rows.length === 0 ? [{ row: 1, why: 'nothing' }] : []
  const twice = headings.flatMap((heading, at): readonly CsvMistake[] =>
    headings.indexOf(heading) === at ? [] : [{ row: 1, column: at + 1, heading, why: 'column-twice' }],
  )
  return { table: { headings, rows }, rows: [], mistakes: [...broken, ...many, ...none, ...twice] }
}

type Schema = Parameters<typeof innerOf>[0]

function unwrap(schema: Schema): Schema {
  const [[key, inner] = []] = innerOf(schema)
  return key === '' && inner !== undefined && schema.type === 'exact_optional' ? unwrap(inner) : schema
}

/** What each of a list holds, which a cell says one after the other with semicolons between them. */
const listedIn = (schema: Schema): Schema | undefined =>
  schema.type === 'array' ? innerOf(schema)[0]?.[1] : undefined

/** Lists that a cell can say: of things and parties by what they are called. */
const isColumn = (schema: Schema): boolean => {
  const listed = listedIn(schema)
  return listed === undefined || holdsOf(listed)?.holds === 'id'
}

const truths: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false }
const bounds = ['about', 'at-least', 'at-most', 'exactly'] as const

/** `640`, `at-least 640`, `640 - 650`: as a figure holds it; as it was written where it is none. */
function readFigure(cell: string): FieldValue {
  const between = /^(-?\d+(?:\.\d+)?)\s*(?:-|–|\.\.)\s*(-?\d+(?:\.\d+)?)$/.exec(cell)
  if (between !== null) return { kind: 'between', low: between[1] ?? '', high: between[2] ?? '' }
  const [kind, value] = cell.split(/\s+/, 2)
  return bounds.some(each => each === kind)
    ? { kind: kind ?? '', value: value ?? '' }
    : { kind: 'exactly', value: cell }
}

/** A cell by what its field holds; undefined where it names nothing that the room has. */
function readCell(
  given: Schema,
  cell: string,
  idOf: (name: string) => string | undefined,
): FieldValue | undefined {
  const schema = unwrap(given)
  const listed = listedIn(schema)
  if (listed !== undefined) {
    const all = cell.split(';').map(part => readCell(listed, part.trim(), idOf))
    return all.some(each => each === undefined) ? undefined : (all as readonly FieldValue[])
  }
  if (holdsFigure(schema)) return readFigure(cell)
  if (holdsTerm(schema)) return isDay(cell) ? { kind: 'on', day: cell } : cell
  if (schema.type === 'number') return /^\d+$/.test(cell) ? Number(cell) : cell
  if (schema.type === 'boolean') return truths[cell.toLowerCase()] ?? cell
  return holdsOf(schema)?.holds === 'id' ? idOf(cell) : cell
}

export type ReadInto = {
  readonly room: RoomState
  readonly register: string
  readonly views: readonly AreaViews[]
}

/** The things of a table as they would be put into a room, each with all of its fields. */
export async function readThings(
  text: string,
  { room, register: name, views }: ReadInto,
): Promise<CsvRead<ItemFields>> {
  const register = findRegister(name)
  const defaults = views.find(({ brings }) => brings?.[name] !== undefined)?.brings?.[name]
  if (register === undefined || defaults === undefined)
    return { rows: [], mistakes: [{ row: 1, why: 'nothing' }] }
  const { table, mistakes } = await readTable(text)
  const unknown = table.headings.flatMap((heading, at): readonly CsvMistake[] =>
    register.fields[heading] === undefined
      ? [{ row: 1, column: at + 1, heading, why: 'column-unknown' }]
      : [],
  )
  if (mistakes.length + unknown.length > 0) return { rows: [], mistakes: [...mistakes, ...unknown] }
  const read = table.rows.map((cells, at) =>
    readRow(cells, { register, headings: table.headings, row: at + 2, room, given: defaults(room, at) }),
  )
  return {
    rows: read.map(({ fields }) => fields).filter(fields => fields !== undefined),
    mistakes: read.flatMap(each => each.mistakes),
  }
}

type Row = {
  readonly register: Register
  readonly headings: readonly string[]
  readonly row: number
  readonly room: RoomState
  readonly given: ItemFields
}

function readRow(
  cells: readonly string[],
  { register, headings, row, room, given }: Row,
): { readonly fields?: ItemFields; readonly mistakes: readonly CsvMistake[] } {
  const mistakes: CsvMistake[] = []
  const fields: Record<string, FieldValue> = { ...given }
  for (const [at, heading] of headings.entries()) {
    const cell = cells[at] ?? ''
    const schema = register.fields[heading]
    if (cell === '' || schema === undefined) continue
    const value = readCell(schema, cell, wanted => idNamed(room, wanted))
    if (value === undefined) mistakes.push({ row, column: at + 1, heading, why: 'name-unknown' })
    else fields[heading] = value
  }
  if (mistakes.length > 0) return { mistakes }
  const checked = v.safeParse(fieldsSchemaOf(register), fields)
  if (checked.success) return { fields: checked.output, mistakes: [] }
  const wrong = [...new Set(checked.issues.map(issue => (v.getDotPath(issue) ?? '').split('.')[0] ?? ''))]
  return {
    mistakes: wrong.map((heading): CsvMistake => {
      const at = headings.indexOf(heading)
      return at < 0 ? { row, heading, why: 'column-missing' } : { row, column: at + 1, heading, why: 'unfit' }
    }),
  }
}

/** A thing or a party of the room by what it is called; undefined where none is, or several are. */
function idNamed({ items, parties }: RoomState, name: string): ItemId | PartyId | undefined {
  const found = [
    ...Object.values(items).flatMap(thing => (titleOf(thing) === name ? [thing.item] : [])),
    ...Object.values(parties).flatMap(party => (party.name === name ? [party.party] : [])),
  ]
  return found.length === 1 ? found[0] : undefined
}

/** Registers that tables are read into, with the columns that each may have. */
export const registersBrought = (
  views: readonly AreaViews[],
): readonly { readonly register: string; readonly columns: readonly string[] }[] =>
  views
    .flatMap(({ brings = {} }) => Object.keys(brings))
    .map(register => ({
      register,
      columns: Object.entries(findRegister(register)?.fields ?? {})
        .filter(([, schema]) => isColumn(unwrap(schema as Schema)))
        .map(([name]) => name),
    }))
