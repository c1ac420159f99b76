/** Where two wordings of one clause begin and end alike: between whole words, and never within a choice or beside one. */

import { wordEnds } from '../words.ts'
import { isChoice, type Run, readBrackets } from './read.ts'

/** What of the beginning is left where a new bracket would not be read together with one that stands before it. */
function clearHead(words: string, choices: readonly Run[], head: number): number {
  const touched = choices.find(({ to }) => to <= head && words.slice(to, head).trim() === '')
  return touched === undefined ? head : clearHead(words, choices, touched.from)
}

/** The same of the end, as the place where it begins. */
function clearTail(words: string, choices: readonly Run[], tail: number): number {
  const touched = choices.find(({ from }) => from >= tail && words.slice(tail, from).trim() === '')
  return touched === undefined ? tail : clearTail(words, choices, touched.to)
}

/** Where words end, and no choice is in the middle. */
const endsOf = (words: string, whole: readonly Run[]): ReadonlySet<number> =>
  new Set(wordEnds(words).filter(at => !whole.some(({ from, to }) => from < at && at < to)))

/** Lengths, in code units, of the beginning and the end that two wordings share. */
export function sharedEnds(one: string, other: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(one.length, other.length)
  const choices = readBrackets(one).nodes.filter(isChoice)
  const others = readBrackets(other).nodes.filter(isChoice)
  const [ends, otherEnds] = [endsOf(one, choices), endsOf(other, others)]
  let head = 0
  while (head < shorter && one[head] === other[head]) head += 1
  while (!(ends.has(head) && otherEnds.has(head))) head -= 1
  head = clearHead(one, choices, head)
  let tail = 0
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1
  while (!(ends.has(one.length - tail) && otherEnds.has(other.length - tail))) tail -= 1
  return { head, tail: one.length - clearTail(one, choices, one.length - tail) }
}
