/** Which clauses of two drafts are the same, which moved, and which came and went: by their ids, whatever their numbers (TXT-25). */

import type { Bracketed, ClauseId } from '../brackets/bracketed.ts'
import { type ClauseNumber, type Numbered, numberClauses } from '../numbers/number.ts'
import { isChanged, type Piece, redlineWords } from './redline.ts'
import type { Comparing } from './tokens.ts'

/** A clause of a draft, in one language, in reading order. */
export type DraftedClause = Numbered & { readonly heading?: Bracketed; readonly wording: Bracketed }

/** What became of a clause. One that only got another number says which it had, and is not changed by that. */
export type ClauseChange = {
  readonly clause: ClauseId
  readonly is: 'same' | 'changed' | 'new' | 'gone'
  readonly moved: boolean
  readonly was?: ClauseNumber
  readonly heading: readonly Piece[]
  readonly words: readonly Piece[]
}

const nothing: Bracketed = { words: '', choices: [] }

/**
 * The places of one longest rising subsequence: what stayed, so that as few as possible count as moved (Fredman, "On computing the
 * length of longest increasing subsequences", 1975).
 */
export function longestRising(values: readonly number[]): readonly number[] {
  const ends: number[] = []
  const before: number[] = []
  values.forEach((value, at) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[at] = ends[low - 1] ?? -1
    ends[low] = at
  })
  const rising: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rising.push(at)
  return rising.reverse()
}

const isSameNumber = (one: ClauseNumber | undefined, other: ClauseNumber | undefined): boolean =>
  one?.count === other?.count && one?.as === other?.as && one?.alternative === other?.alternative

/** Every clause of now in its order, each that is gone behind what it stood behind. */
export function compareDrafts(
  before: readonly DraftedClause[],
  after: readonly DraftedClause[],
  how: Comparing = {},
): readonly ClauseChange[] {
  const old = new Map(before.map(clause => [clause.clause, clause]))
  const now = new Map(after.map((clause, place) => [clause.clause, { clause, place }]))
  const held = before.filter(({ clause }) => now.has(clause))
  const rising = longestRising(held.map(({ clause }) => now.get(clause)?.place ?? 0))
  const stayed = new Set(rising.map(at => held[at]?.clause))
  const [oldNumbers, numbers] = [numberClauses(before), numberClauses(after)]
  const changes = after.map((clause): ClauseChange => {
    const was = old.get(clause.clause)
    const heading = redlineWords(was?.heading ?? nothing, clause.heading ?? nothing, how)
    const words = redlineWords(was?.wording ?? nothing, clause.wording, how)
    const oldNumber = oldNumbers.get(clause.clause)
    const isElsewhere = was !== undefined && (!stayed.has(clause.clause) || was.parent !== clause.parent)
    const changed = isChanged(heading) || isChanged(words) ? 'changed' : 'same'
    return {
      clause: clause.clause,
      is: was === undefined ? 'new' : changed,
      moved: isElsewhere,
      ...(oldNumber === undefined || isSameNumber(oldNumber, numbers.get(clause.clause))
        ? {}
        : { was: oldNumber }),
      heading,
      words,
    }
  })
  before.forEach((clause, index) => {
    if (now.has(clause.clause)) return
    const was = oldNumbers.get(clause.clause)
    const behind = before[index - 1]?.clause
    const place = behind === undefined ? -1 : changes.findIndex(change => change.clause === behind)
    changes.splice(place + 1, 0, {
      clause: clause.clause,
      is: 'gone',
      moved: false,
      ...(was === undefined ? {} : { was }),
      heading: redlineWords(clause.heading ?? nothing, nothing, how),
      words: redlineWords(clause.wording, nothing, how),
    })
  })
  return changes
}
