/** From what a person typed to the one thing it names. CLI-9, CLI-37, CLI-39. */

import { printable } from '../page/text.ts'
import { type Candidate, missing, misuse } from '../shell/exit.ts'
import { nameKey, slugOf } from './handles.ts'

/** Shortest beginning of an id that is taken for one. */
export const idCharsMin = 4
const candidatesMax = 20

export type Named<T> = {
  readonly value: T
  readonly handle: string
  readonly id: string
  /** Other names of it, which yield to a handle. */
  readonly also?: readonly string[]
  /** What it is called, where it is listed. */
  readonly about?: string | undefined
}

export type Choosing<T> = {
  /** CLI-37: a beginning is not enough. */
  readonly isWhole?: boolean
  /** Which are meant where several have one name. */
  readonly isLikely?: (value: T) => boolean
}

/** As it was typed, and as a handle would have it: each side of a colon by itself, or the name whole. */
const waysOf = (typed: string): readonly string[] => [
  typed.toLowerCase(),
  typed.split(':').map(slugOf).join(':'),
  slugOf(typed),
]

/** CLI-44: however it is written. */
const keysOf = (ways: readonly string[]): readonly string[] => [...new Set(ways.map(nameKey))]

/** `table` and `~` with the beginning of an id: of those that share a handle, that one. */
function splitMark(typed: string): readonly [string, string] {
  const at = typed.lastIndexOf('~')
  return at < 0 ? [typed, ''] : [typed.slice(0, at), typed.slice(at + 1)]
}

/**
 * The one that `typed` names: by its handle, else by another name, else by the beginning of either, else by the beginning of its id.
 * CLI-9: several end the command with 2 and are listed, none with 5.
 */
export function choose<T>(
  what: string,
  typed: string,
  all: readonly Named<T>[],
  { isWhole = false, isLikely = () => false }: Choosing<T> = {},
): T {
  const [name, mark] = splitMark(typed.trim())
  if (name === '') throw missing('nothing-named', { what, name: typed }, knownOf(all))
  const ways = waysOf(name)
  const keys = keysOf(ways)
  const among = mark === '' ? all : all.filter(({ id }) => id.startsWith(mark))
  const whole = [
    among.filter(({ handle, id }) => ways.includes(handle) || id === name),
    among.filter(({ also = [] }) => also.some(each => ways.includes(each))),
    among.filter(({ handle }) => keys.includes(nameKey(handle))),
    among.filter(({ also = [] }) => also.some(each => keys.includes(nameKey(each)))),
  ]
  const begun = [
    among.filter(({ handle, also = [] }) =>
      [handle, ...also].some(each => keys.some(key => nameKey(each).startsWith(key))),
    ),
    name.length < idCharsMin ? [] : among.filter(({ id }) => id.startsWith(name)),
  ]
  const found = [...whole, ...(isWhole ? [] : begun)].find(tier => tier.length > 0) ?? []
  const likely = found.filter(({ value }) => isLikely(value))
  const [one, ...others] = likely.length > 0 ? likely : found
  if (others.length > 0) throw misuse('name-ambiguous', { what, name: typed }, candidatesOf(found, all))
  if (one !== undefined) return one.value
  const near = begun.flat()
  if (isWhole && near.length > 0)
    throw misuse('name-not-whole', { what, name: typed }, candidatesOf([...new Set(near)], all))
  throw missing('nothing-named', { what, name: typed }, knownOf(all))
}

/** What there is instead. */
export const knownOf = (all: readonly Named<unknown>[]): readonly (string | Candidate)[] =>
  all.length === 0 ? [] : ['There is:', ...candidatesOf(all)]

/** Each with a handle that names it alone among all. */
export function candidatesOf(
  listed: readonly Named<unknown>[],
  all: readonly Named<unknown>[] = listed,
): readonly Candidate[] {
  return listed.slice(0, candidatesMax).map(each => ({
    handle: ownHandle(each, all),
    id: each.id,
    ...(each.about === undefined ? {} : { about: printable(each.about) }),
  }))
}

type Handled = { readonly handle: string; readonly id: string }

/** CLI-39: its handle, and where another has the same the beginning of its id after it. */
export function ownHandle({ handle, id }: Handled, all: readonly Handled[]): string {
  const others = all.filter(each => each.handle === handle && each.id !== id)
  if (others.length === 0) return handle
  let length = idCharsMin
  while (length < id.length && others.some(each => each.id.startsWith(id.slice(0, length)))) length += 1
  return `${handle}~${id.slice(0, length)}`
}
