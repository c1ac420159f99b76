/**
 * A room's state in pieces, so that of a long room only what is looked at is read, and never a text of it all is in memory. Acts and
 * state hold no bytes, and nothing is read faster than JSON; deflated, since memory touched for the first time is dear.
 */

import type { RoomState } from '@goodoffices/core'
import { utf8 } from '@goodoffices/log'
import { type Piece, putUnread } from './unread.ts'

/** From how many items on a list or record is in pieces, and where a piece ends: whoever looks at one item has its piece read. */
const ordinary = { itemsMin: 64, charsMin: 1 << 16 }

type Held<T> = {
  /** JSON: the state with every long list and record in it empty. */
  readonly ground: string
  /** What is in them, in order. */
  readonly pieces: readonly T[]
}

/** Some items of one field, both as JSON: their names, or how many of a list they are, and a list of their values. */
export type TextPiece = { readonly field: string; readonly names: string; readonly values: string }
export type FieldPiece = Piece & { readonly field: string }

export type StateTexts = Held<TextPiece>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

export function stateToTexts(state: RoomState, { itemsMin, charsMin } = ordinary): StateTexts {
  const ground: Record<string, unknown> = {}
  const pieces: TextPiece[] = []
  for (const [field, value] of Object.entries(state)) {
    if (isObject(value) && Object.keys(value).length >= itemsMin) {
      ground[field] = Array.isArray(value) ? [] : {}
      for (const piece of textsOf(value, charsMin)) pieces.push({ field, ...piece })
    } else ground[field] = value
  }
  return { ground: JSON.stringify(ground), pieces }
}

function* textsOf(value: object, charsMin: number): Iterable<Omit<TextPiece, 'field'>> {
  let [names, values, length]: [string[], string[], number] = [[], [], 0]
  const piece = () => ({
    names: JSON.stringify(Array.isArray(value) ? values.length : names),
    values: `[${values.join(',')}]`,
  })
  for (const [name, item] of itemsOf(value)) {
    names.push(name)
    values.push(item)
    length += item.length + 1
    if (length < charsMin) continue
    yield piece()
    ;[names, values, length] = [[], [], 0]
  }
  if (values.length > 0) yield piece()
}

/** As JSON has them: a record leaves out what is undefined. What a list holds has no names. */
function* itemsOf(value: object): Iterable<readonly [string, string]> {
  if (Array.isArray(value)) for (const item of value) yield ['', JSON.stringify(item) ?? 'null']
  else
    for (const [name, inner] of Object.entries(value)) {
      const item = JSON.stringify(inner)
      if (item !== undefined) yield [name, item]
    }
}

/** The piece as it is kept. */
export async function packPiece({ field, names, values }: TextPiece): Promise<FieldPiece> {
  const plain = new Blob([values])
  const packed = plain.stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  return { field, names: utf8(names), values: bytes, valuesBytes: plain.size }
}

/** The state again, its pieces unread; undefined where one of them belongs nowhere in it. */
export async function piecesToState({ ground, pieces }: Held<FieldPiece>): Promise<RoomState | undefined> {
  const state: unknown = JSON.parse(ground)
  if (!isObject(state)) return undefined
  // What the engines have for it answers later, and whoever looks at a room does not wait.
  const { inflateSync: inflate } = await import('fflate')
  for (const [field, own] of Map.groupBy(pieces, ({ field }) => field)) {
    if (!Object.hasOwn(state, field) || !isObject(Reflect.get(state, field))) return undefined
    putUnread(state, field, { pieces: own, inflate })
  }
  return state as RoomState
}
