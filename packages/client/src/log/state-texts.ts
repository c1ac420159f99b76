/**
 * A room's state as texts of JSON, each read as it comes: one for all would have to be joined, and be in memory whole beside what is
 * made of it. Acts and state hold no bytes, and nothing is read faster than JSON.
 */

import type { RoomState } from '@goodoffices/core'

/** From how many items on a list or record has texts of its own, and where a text ends. */
const ordinary = { itemsMin: 64, charsMin: 1 << 20 }

/** A state on its way from its texts. */
export type Growing = Record<string, unknown>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * The first is the state with every long list and record in it empty. Each of the others is a field's name and what comes next in it:
 * the items of a list, names and values of a record.
 */
export function stateToTexts(state: RoomState, { itemsMin, charsMin } = ordinary): readonly string[] {
  const begun: Growing = {}
  const texts: string[] = []
  for (const [field, value] of Object.entries(state)) {
    if (isObject(value) && Object.keys(value).length >= itemsMin) {
      begun[field] = Array.isArray(value) ? [] : {}
      texts.push(...fieldToTexts(field, value, charsMin))
    } else begun[field] = value
  }
  return [JSON.stringify(begun), ...texts]
}

function fieldToTexts(field: string, value: object, charsMin: number): readonly string[] {
  const texts: string[] = []
  let [text, isEmpty] = ['', true]
  const begin = () => ([text, isEmpty] = [`[${JSON.stringify(field)}`, true])
  begin()
  for (const item of itemsOf(value)) {
    text += `,${item}`
    isEmpty = false
    if (text.length < charsMin) continue
    texts.push(`${text}]`)
    begin()
  }
  return isEmpty ? texts : [...texts, `${text}]`]
}

/** As JSON has them: a record leaves out what is undefined. */
function* itemsOf(value: object): Iterable<string> {
  if (Array.isArray(value)) for (const item of value) yield JSON.stringify(item) ?? 'null'
  else
    for (const [key, inner] of Object.entries(value)) {
      const item = JSON.stringify(inner)
      if (item !== undefined) yield `${JSON.stringify(key)},${item}`
    }
}

/** The state with what the next of its texts holds; undefined where that belongs nowhere in it. */
export function addText(state: Growing | undefined, text: string): Growing | undefined {
  const read: unknown = JSON.parse(text)
  if (state === undefined) return isObject(read) ? (read as Growing) : undefined
  const items: readonly unknown[] = Array.isArray(read) ? read : []
  const value = state[String(items[0])]
  if (!isObject(value)) return undefined
  if (Array.isArray(value)) for (let i = 1; i < items.length; i += 1) value.push(items[i])
  else for (let i = 1; i < items.length; i += 2) Reflect.set(value, String(items[i]), items[i + 1])
  return state
}
