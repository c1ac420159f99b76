/** Small readers over a tree: each takes what it expects or reports the mistake with its place, and goes on. */

import { parseRational, type Rational, toText } from '../rational.ts'
import type { MistakeList, Position } from './mistake.ts'
import type { Entry, Tree, TreeMap } from './tree.ts'

/** A map's fields by name. Reports unknown and repeated fields; the last of a repeated one is taken. */
export function readFields(
  tree: Tree | undefined,
  names: readonly string[],
  about: string,
  mistakes: MistakeList,
): ReadonlyMap<string, Entry> | undefined {
  const map = readMap(tree, about, `${names[0] ?? 'name'}: ...`, mistakes)
  if (map === undefined) return undefined
  const fields = new Map<string, Entry>()
  for (const entry of map.entries) {
    if (!names.includes(entry.key)) {
      mistakes.add(entry, { code: 'unknown-field', found: entry.key, choices: names })
    } else if (fields.has(entry.key)) {
      mistakes.add(entry, { code: 'duplicate', found: entry.key, about: 'fields' })
    }
    fields.set(entry.key, entry)
  }
  return fields
}

export function readMap(
  tree: Tree | undefined,
  about: string,
  example: string,
  mistakes: MistakeList,
): TreeMap | undefined {
  if (tree?.kind === 'map') return tree
  if (tree !== undefined) {
    const choices = ['names with values', example]
    mistakes.add(tree, { code: 'wrong-shape', about, found: treeToKind(tree), choices })
  }
  return undefined
}

export function readList(
  tree: Tree | undefined,
  about: string,
  example: string,
  mistakes: MistakeList,
): readonly Tree[] {
  if (tree?.kind === 'list') return tree.items
  if (tree !== undefined) {
    mistakes.add(tree, { code: 'wrong-shape', about, found: treeToKind(tree), choices: ['a list', example] })
  }
  return []
}

/** Any scalar as text; numbers and yes/no as they are written. */
export function readText(tree: Tree | undefined, about: string, mistakes: MistakeList): string | undefined {
  if (tree?.kind === 'scalar') return tree.text
  if (tree !== undefined) {
    mistakes.add(tree, {
      code: 'wrong-shape',
      about,
      found: treeToKind(tree),
      choices: ['text', 'name: Price'],
    })
  }
  return undefined
}

export function readNumber(
  tree: Tree | undefined,
  about: string,
  mistakes: MistakeList,
): Rational | undefined {
  if (tree === undefined) return undefined
  if (tree.kind === 'scalar') {
    const value = parseRational(tree.text)
    if (value !== undefined) return value
    mistakes.add(tree, { code: 'number', about, found: tree.text })
  } else {
    mistakes.add(tree, { code: 'number', about, found: treeToKind(tree) })
  }
  return undefined
}

export function readNumberText(
  text: string,
  at: Position,
  about: string,
  mistakes: MistakeList,
): Rational | undefined {
  const value = parseRational(text)
  if (value === undefined) mistakes.add(at, { code: 'number', about, found: text })
  return value
}

/** A whole number that a double holds exactly. */
export function readWhole(value: Rational | undefined, at: Position, about: string, mistakes: MistakeList) {
  if (value === undefined) return undefined
  const number = Number(value.num)
  if (value.den === 1n && Number.isSafeInteger(number)) return number
  mistakes.add(at, { code: 'whole-number', about, found: toText(value) })
  return undefined
}

/** Where a problem with a thing is shown: at the thing, or at its owner where it is missing. */
export function demand<T>(
  value: T | undefined,
  at: Position,
  field: string,
  about: string,
  mistakes: MistakeList,
  example?: string,
): T | undefined {
  if (value === undefined) {
    mistakes.add(at, {
      code: 'missing-field',
      found: field,
      about,
      ...(example === undefined ? {} : { choices: [example] }),
    })
  }
  return value
}

export function treeToKind(tree: Tree): string {
  switch (tree.kind) {
    case 'map':
      return 'a set of names with values'
    case 'list':
      return 'a list'
    case 'null':
      return 'empty'
    case 'scalar':
      return `"${tree.text}"`
    default:
      return tree satisfies never
  }
}

/** Whole numbers of one issue are gone through one by one; wider ranges are better continuous. */
const wholeNumbersMax = 1_000_000

export function checkWholeRange(
  lower: number,
  upper: number,
  at: Position,
  issue: string,
  mistakes: MistakeList,
): void {
  if (upper - lower < wholeNumbersMax) return
  mistakes.add(at, { code: 'too-many', about: `whole numbers in "${issue}"`, limit: wholeNumbersMax })
}
