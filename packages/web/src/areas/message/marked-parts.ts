/** Marked parts of a text that is still being written. */

import { newId } from '@goodoffices/client'
import type { Marking, Part, PartId } from '@goodoffices/core'

export type Range = { readonly from: number; readonly to: number }

/** What is between the beginning and the end that two texts share: where it begins, and where it ends in each. */
function changeBetween(before: string, after: string) {
  const max = Math.min(before.length, after.length)
  let start = 0
  while (start < max && before[start] === after[start]) start += 1
  let end = 0
  while (end < max - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { start, endBefore: before.length - end, endAfter: after.length - end }
}

/**
 * The parts after an edit: those behind it move along, one that it touches takes in what was written there, so that nothing of what
 * was marked is let out by a slip of the keyboard.
 */
export function editParts(parts: readonly Part[], before: string, after: string): readonly Part[] {
  const { start, endBefore, endAfter } = changeBetween(before, after)
  const moved = parts.map(part => {
    if (part.to <= start) return part
    const by = endAfter - endBefore
    if (part.from >= endBefore) return { ...part, from: part.from + by, to: part.to + by }
    return { ...part, from: Math.min(part.from, start), to: Math.max(part.to, endBefore) + by }
  })
  return apart(moved)
}

/** None over another: the one that begins first keeps its words. */
function apart(parts: readonly Part[]): readonly Part[] {
  let end = 0
  return parts
    .toSorted((a, b) => a.from - b.from)
    .flatMap(part => {
      const from = Math.max(part.from, end)
      if (from >= part.to) return []
      end = part.to
      return [{ ...part, from }]
    })
}

/** With this range marked; or, without a marking, like the rest. What lies over its edges keeps what is left of it. */
export function markRange(
  parts: readonly Part[],
  { from, to }: Range,
  marking: Marking | undefined,
): readonly Part[] {
  const left = parts.flatMap(part => [
    ...(part.from < from ? [{ ...part, to: Math.min(part.to, from) }] : []),
    ...(part.to > to ? [{ ...part, part: newId<PartId>(), from: Math.max(part.from, to) }] : []),
  ])
  const marked = marking === undefined ? [] : [{ part: newId<PartId>(), from, to, marking }]
  return [...left, ...marked].toSorted((a, b) => a.from - b.from)
}

/** As it was kept; nothing where it is none, or does not fit the words. */
export function readParts(text: string, body: string): readonly Part[] {
  try {
    const parts = JSON.parse(text === '' ? '[]' : text) as readonly Part[]
    const fits = parts.every(({ from, to }) => from >= 0 && from < to && to <= body.length)
    return fits ? apart(parts) : []
  } catch {
    return []
  }
}
