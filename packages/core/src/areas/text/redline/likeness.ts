/** Which passages of a file without ids are which clauses: by pairs of neighbouring words, the likest first. */

import { cutWords, hasWord } from '../words.ts'

/** A passage and the clause that it is, by their places; `sure`: so like that nobody need be asked. */
export type Likely = {
  readonly was: number
  readonly is: number
  readonly likeness: number
  readonly sure: boolean
}

/** Half the words still stand: a likeness of pairs from which none was wrong in 200 clauses, with a third of their words replaced. */
const sureMin = 0.5
/** Below, a passage is a new one. */
const likelyMin = 0.12

function pairsOf(words: string): ReadonlySet<string> {
  const bare = cutWords(words)
    .filter(hasWord)
    .map(word => word.toLowerCase())
  const pairs = new Set(bare.slice(1).map((word, index) => `${bare[index]} ${word}`))
  return pairs.size === 0 ? new Set(bare) : pairs
}

/** Each passage at most once, each clause at most once; the likeness is the share of pairs that both have, from 0 to 1 (Dice). */
export function alignWithoutIds(before: readonly string[], after: readonly string[]): readonly Likely[] {
  const olds = before.map(pairsOf)
  const holders = new Map<string, number[]>()
  olds.forEach((pairs, was) => {
    for (const pair of pairs) {
      const held = holders.get(pair)
      if (held === undefined) holders.set(pair, [was])
      else held.push(was)
    }
  })
  const candidates = after.flatMap((words, is) => {
    const own = pairsOf(words)
    const shared = new Map<number, number>()
    for (const pair of own) {
      for (const was of holders.get(pair) ?? []) shared.set(was, (shared.get(was) ?? 0) + 1)
    }
    return [...shared].map(([was, both]) => ({
      was,
      is,
      likeness: (2 * both) / (own.size + (olds[was]?.size ?? 0)),
    }))
  })
  const [taken, used] = [new Set<number>(), new Set<number>()]
  return candidates
    .filter(({ likeness }) => likeness >= likelyMin)
    .toSorted(
      (one, other) =>
        other.likeness - one.likeness ||
        Math.abs(one.was - one.is) - Math.abs(other.was - other.is) ||
        one.is - other.is,
    )
    .filter(({ was, is }) => {
      if (used.has(was) || taken.has(is)) return false
      used.add(was)
      taken.add(is)
      return true
    })
    .map(each => ({ ...each, sure: each.likeness >= sureMin }))
    .toSorted((one, other) => one.is - other.is)
}
