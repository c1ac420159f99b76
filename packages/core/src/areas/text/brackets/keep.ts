/** TXT-6: what is retyped keeps its ids. Exact words first, then likeness; what fits equally well is asked about. */

import type { AlternativeId, Bracketed, BracketId, ChoiceIds } from './bracketed.ts'
import { type Choice, choicesIn, readBrackets } from './read.ts'
import { likenessTo } from './trigrams.ts'

/** Below, a wording is another one. */
const likenessMin = 0.35
/** An exact match is above every likeness. */
const exact = 2

export type Fresh = { readonly bracket: () => BracketId; readonly option: () => AlternativeId }
export type Kept = {
  readonly choices: readonly ChoiceIds[]
  /** Wordings that might as well be others of before. */
  readonly unsure: readonly AlternativeId[]
}

/** An option as it stands: of which choice, which of its options, and how far into the words. */
type Place = {
  readonly choice: number
  readonly option: number
  readonly words: string
  readonly along: number
  /** None of the choice's options has words to be known by. */
  readonly isBare: boolean
}

const placesIn = (words: string, choices: readonly Choice[]): readonly Place[] =>
  choices.flatMap(({ options }, choice) => {
    const said = options.map(({ from, to }) => words.slice(from, to).trim())
    const isBare = said.every(each => each === '')
    return options.map(({ from }, option) => ({
      choice,
      option,
      words: said[option] ?? '',
      along: from / Math.max(words.length, 1),
      isBare,
    }))
  })

type Pair = { readonly was: number; readonly is: number; readonly like: number; readonly apart: number }

/** What of before each option may be: the same words wherever they stand, or words that are like. */
function pairsOf(before: readonly Place[], after: readonly Place[]): readonly Pair[] {
  const pairs: Pair[] = []
  const counts = (places: readonly Place[]): ReadonlyMap<string, number> => {
    const counted = new Map<string, number>()
    for (const { words } of places) counted.set(words, (counted.get(words) ?? 0) + 1)
    return counted
  }
  const [counted, had] = [counts(after), counts(before)]
  /** Who stands as often as before is nobody else. */
  const isSettled = (words: string): boolean => had.get(words) === counted.get(words)
  before.forEach((was, w) => {
    const like = likenessTo(was.words)
    after.forEach((is, i) => {
      const isSame = was.words === is.words && (is.words !== '' || (was.isBare && is.isBare))
      if (!isSame && (isSettled(was.words) || isSettled(is.words))) return
      const score = isSame ? exact : like(is.words)
      if (score >= likenessMin) {
        pairs.push({ was: w, is: i, like: score, apart: Math.abs(was.along - is.along) })
      }
    })
  })
  return pairs.toSorted(
    (one, other) =>
      other.like - one.like || one.apart - other.apart || one.was - other.was || one.is - other.is,
  )
}

/** Whether a pair is taken though one of the two might as well go with another that is still free, and as near. */
const isTied = (pair: Pair, pairs: readonly Pair[], isFree: (other: Pair) => boolean): boolean =>
  pairs.some(
    other =>
      other !== pair &&
      (other.was === pair.was || other.is === pair.is) &&
      other.like === pair.like &&
      isFree(other),
  )

/** Ids for what is typed now, from those of before; `fresh` makes what is new. */
export function keepIds(before: Bracketed | undefined, words: string, fresh: Fresh): Kept {
  const now = choicesIn(readBrackets(words).nodes)
  const past = before === undefined ? [] : choicesIn(readBrackets(before.words).nodes)
  const olds = placesIn(before?.words ?? '', past)
  const news = placesIn(words, now)
  const takenFrom = new Map<number, number>()
  const used = new Set<number>()
  const unsure = new Set<number>()
  const pairs = pairsOf(olds, news)
  for (const pair of pairs) {
    if (takenFrom.has(pair.is) || used.has(pair.was)) continue
    const asOften = (places: readonly Place[], like: string): number =>
      places.filter(place => place.words === like).length
    const same = olds[pair.was]?.words ?? ''
    const isPlain = pair.like === exact && asOften(olds, same) === asOften(news, same)
    if (!isPlain && isTied(pair, pairs, ({ was, is }) => !used.has(was) && !takenFrom.has(is))) {
      unsure.add(pair.is)
    }
    takenFrom.set(pair.is, pair.was)
    used.add(pair.was)
  }
  const brackets = keepBrackets({ olds, news, takenFrom, count: now.length })
  // A wish for nothing has no words to be known by: it is that of the same bracket.
  news.forEach(({ choice, words: said }, index) => {
    if (said !== '' || takenFrom.has(index)) return
    const was = olds.findIndex(
      (place, old) => place.words === '' && place.choice === brackets.get(choice) && !used.has(old),
    )
    if (was < 0) return
    takenFrom.set(index, was)
    used.add(was)
  })
  const idOf = (index: number): AlternativeId => {
    const was = olds[takenFrom.get(index) ?? -1]
    const id = was === undefined ? undefined : before?.choices[was.choice]?.options[was.option]
    return id ?? fresh.option()
  }
  const ids = news.map((_, index) => idOf(index))
  const choices = now.map(({ form }, choice): ChoiceIds => {
    const old = brackets.get(choice)
    const was = old === undefined ? undefined : before?.choices[old]
    const stays = old !== undefined && past[old]?.form === 'adjacent'
    return {
      bracket: was?.bracket ?? fresh.bracket(),
      meant: form === 'adjacent' ? ((stays ? was?.meant : undefined) ?? 'unsaid') : 'one',
      options: news.flatMap((place, index) => (place.choice === choice ? [ids[index] as AlternativeId] : [])),
    }
  })
  return { choices, unsure: [...unsure].map(index => ids[index] as AlternativeId) }
}

/** A choice is the one of before from which most of its options come; each of before at most once. */
function keepBrackets({
  olds,
  news,
  takenFrom,
  count,
}: {
  readonly olds: readonly Place[]
  readonly news: readonly Place[]
  readonly takenFrom: ReadonlyMap<number, number>
  readonly count: number
}): ReadonlyMap<number, number> {
  const votes = new Map<string, { readonly is: number; readonly was: number; times: number }>()
  for (const [index, old] of takenFrom) {
    const [is, was] = [news[index]?.choice ?? 0, olds[old]?.choice ?? 0]
    const vote = votes.get(`${is} ${was}`) ?? { is, was, times: 0 }
    vote.times += 1
    votes.set(`${is} ${was}`, vote)
  }
  const found = new Map<number, number>()
  const used = new Set<number>()
  for (const { is, was } of [...votes.values()].toSorted(
    (one, other) => other.times - one.times || one.is - other.is || one.was - other.was,
  )) {
    if (found.has(is) || used.has(was) || is >= count) continue
    found.set(is, was)
    used.add(was)
  }
  return found
}
