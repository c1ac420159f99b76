/**
 * The leak check: names what in a wording comes from what may not pass. It advises; the mediator decides.
 *
 * It compares words as written. A figure put into words, a paraphrase, a translation, and scripts that do not part their words
 * it does not see, and the interface says so. The rules are numbered in `docs/spec/messages.md` (LEAK-1 and on).
 */

import type { MessageId } from '../ids.ts'
import { limits } from '../schema.ts'
import type { Finding } from './finding.ts'
import { beginTally, type Tally } from './rarity.ts'
import { type Readings, readingsOf, type Word } from './words.ts'

/** A text, and its words where they have been read before. */
export type ReadText = { readonly text: string; readonly readings?: Readings }
/** `nameOf`: it is a name, under this key, and tells something as a whole; `isDay`: so does a day. */
type SourceText = ReadText & {
  readonly message?: MessageId
  readonly nameOf?: string
  readonly isDay?: true
}

export type LeakCheckInput = {
  readonly wording: string
  /** The wording is a day by itself: its figures tell nothing. */
  readonly isDay?: boolean
  /** What may not pass, or not at this marking. */
  readonly guarded: readonly SourceText[]
  /** The very passage that is passed on, where its substance may pass and its words may not. */
  readonly reworded: readonly SourceText[]
  /** What the recipient knows already: its own messages, what was delivered to it. */
  readonly known: readonly (string | ReadText)[]
  /** Substance that may pass: its names and figures are no finding, its runs of words are. */
  readonly substance: readonly (string | ReadText)[]
  /** Names that would tell who is behind the wording, found whole. */
  readonly names: readonly string[]
  /** The same of persons: found whole, and by any one of their names written with a capital. */
  readonly people: readonly string[]
}

/** A run of this many words shared with a guarded text is a finding. */
export const guardedRunWords = 4
/** So is one of this many of which one word is rare and not known to the recipient. */
const rareRunWords = 3
/** The same for the source's own words in a passage whose substance alone may pass. */
const rewordedRunWords = 6
/** A name of a person of fewer letters is found only together with the others. */
const loneNameLettersMin = 3

/** What a place in the wording comes from. */
type Source = { readonly message?: MessageId }

/** The wording, and what of it to look for elsewhere. It is short and all else may be long: nothing else is kept. */
type Wording = {
  readonly text: string
  readonly words: readonly Word[]
  readonly folded: ReadonlySet<string>
}

/** Words, figures and runs of words of the wording that other texts hold as well, and which text held them. */
type Shared = {
  readonly words: Map<string, Source>
  readonly figures: Map<string, Source>
  readonly days: Map<string, Source>
  readonly runs: Map<string, Source>
}

/** Every finding in the order of the wording; at most `limits.findingsMax` of them. */
export function findLeaks(input: LeakCheckInput): readonly Finding[] {
  const found = readingsOf(input.wording).map(words => findInReading(input, words))
  const seen = new Set<string>()
  return found
    .flatMap((findings, index) =>
      findings.filter(
        finding => !found.some((others, other) => other !== index && isPartOf(finding, others)),
      ),
    )
    .filter(({ kind, from, to }) => {
      const key = `${kind} ${from} ${to}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .slice(0, limits.findingsMax)
}

/** Whether more of the same is found where the wording is read otherwise. */
const isPartOf = ({ kind, from, to, message }: Finding, others: readonly Finding[]): boolean =>
  others.some(
    other =>
      other.kind === kind &&
      other.message === message &&
      other.from <= from &&
      to <= other.to &&
      to - from < other.to - other.from,
  )

function findInReading(input: LeakCheckInput, words: readonly Word[]): readonly Finding[] {
  const wording: Wording = { text: input.wording, words, folded: new Set(words.map(({ folded }) => folded)) }
  const tally = beginTally()
  const guarded = gather(wording, input.guarded, { runs: [rareRunWords, guardedRunWords], tally })
  const reworded = gather(wording, input.reworded, { runs: [rewordedRunWords], tally })
  const known = readKnown(wording, input, tally)
  const isUnknownRarity = (word: string): boolean => !known.words.has(word) && tally.isRare(word)
  if (input.isDay === true) return findDays(guarded, wording, known)
  const figures = findFromGuarded(guarded, wording, known)
  return [
    ...findNames(input, wording, known),
    ...findGuardedNames(input, wording),
    ...figures,
    // A day of which a figure is found is found.
    ...findDays(guarded, wording, known).filter(
      ({ from, to }) =>
        !figures.some(found => found.kind === 'figure' && from <= found.from && found.to <= to),
    ),
    ...findRuns(guarded, wording, known, {
      runs: [rareRunWords, guardedRunWords],
      counts: words => words.length >= guardedRunWords || words.some(isUnknownRarity),
    }),
    ...findRuns(reworded, wording, known, { runs: [rewordedRunWords], counts: () => true }),
  ]
}

/** Of a word only whether a text writes it with a capital inside a sentence; of runs those of so many words. */
function gather(
  { folded: wanted }: Wording,
  texts: LeakCheckInput['guarded'],
  { runs, tally }: { readonly runs: readonly number[]; readonly tally: Tally },
): Shared {
  const shared: Shared = { words: new Map(), figures: new Map(), days: new Map(), runs: new Map() }
  for (const given of texts) {
    const source: Source = given.message === undefined ? {} : { message: given.message }
    const day = (said: string) => keepFirst(shared.days, said, source)
    if (given.isDay === true) {
      visitText(given, wanted, { day, runs: [], run: () => {} })
      continue
    }
    tally.begin()
    visitText(given, wanted, {
      figure: figure => keepFirst(shared.figures, figure, source),
      day,
      word: ({ folded, capital, opens }) => {
        tally.add(folded)
        if (capital && !opens && given.nameOf === undefined) keepFirst(shared.words, folded, source)
      },
      runs,
      run: ({ run }) => keepFirst(shared.runs, run, source),
    })
  }
  return shared
}

const read = (given: string | ReadText): Readings =>
  typeof given === 'string' ? readingsOf(given) : (given.readings ?? readingsOf(given.text))

/** However it may be read. */
function visitText(given: string | ReadText, wanted: ReadonlySet<string>, visit: Visit): void {
  for (const words of read(given)) visitShared(words, wanted, visit)
}

function keepFirst(from: Map<string, Source>, key: string, source: Source): void {
  if (!from.has(key)) from.set(key, source)
}

type Known = Readonly<Record<'words' | 'figures' | 'days' | 'runs', ReadonlySet<string>>>

/** LEAK-5: of what the recipient knows, words, figures and runs; of substance that may pass, words and figures. */
function readKnown({ folded: wanted }: Wording, { known, substance }: LeakCheckInput, tally: Tally): Known {
  const [words, figures, days, runs] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  const day = (said: string) => days.add(said)
  const figure = (said: string) => figures.add(said)
  const word = ({ folded }: Word) => words.add(folded)
  const run = (said: Run) => runs.add(said.run)
  const counted = (said: Word) => {
    tally.add(said.folded)
    word(said)
  }
  const lengths = [rareRunWords, guardedRunWords, rewordedRunWords]
  for (const text of known) {
    tally.begin()
    visitText(text, wanted, { figure, day, word: counted, runs: lengths, run })
  }
  for (const text of substance) visitText(text, wanted, { figure, day, word, runs: [], run })
  return { words, figures, days, runs }
}

/** LEAK-1: names from the roster, as whole words in their order; of people, also one of the words, with a capital. */
function findNames(
  { names, people }: LeakCheckInput,
  { text, words }: Wording,
  known: Known,
): readonly Finding[] {
  const whole = Map.groupBy(
    [...names, ...people].flatMap(readingsOf).map(name => name.map(({ folded }) => folded)),
    ([first = '']) => first,
  )
  const single = new Set(
    people
      .flatMap(readingsOf)
      .flat()
      .filter(
        ({ folded, capital }) => capital && folded.length >= loneNameLettersMin && !known.words.has(folded),
      )
      .map(({ folded }) => folded),
  )
  return words.flatMap((word, start): readonly Finding[] => {
    const lengths = (whole.get(word.folded) ?? [])
      .filter(name => name.every((folded, i) => words[start + i]?.folded === folded))
      .map(name => name.length)
    if (word.capital && single.has(word.folded)) lengths.push(1)
    const last = lengths.length === 0 ? undefined : words[start + Math.max(...lengths) - 1]
    return last === undefined ? [] : [findingAt('name', text, { from: word.from, to: last.to }, {})]
  })
}

/** LEAK-1: names that stand by themselves in guarded text, whole and however written, and that nothing known holds. */
function findGuardedNames({ guarded, known, substance }: LeakCheckInput, { text, words, folded }: Wording) {
  return guarded.flatMap((given): readonly Finding[] => {
    // A post of one word, such as "minister", names nobody.
    const wordsMin = given.nameOf === 'post' ? 2 : 1
    if (given.nameOf === undefined) return []
    const readings = read(given).filter(
      name => name.length >= wordsMin && name.every(word => folded.has(word.folded)),
    )
    const found = readings.flatMap(name =>
      placesOf(name, words).map(start => ({ start, last: start + name.length - 1 })),
    )
    const isKnown = () =>
      [...known, ...substance].some(other =>
        read(other).some(among => readings.some(name => placesOf(name, among).length > 0)),
      )
    if (found.length === 0 || isKnown()) return []
    const source: Source = given.message === undefined ? {} : { message: given.message }
    return found.flatMap(({ start, last }) => {
      const [first, end] = [words[start], words[last]]
      return first === undefined || end === undefined
        ? []
        : [findingAt('name', text, { from: first.from, to: end.to }, source)]
    })
  })
}

/** Where some words stand one after the other among others. */
const placesOf = (name: readonly Word[], among: readonly Word[]): readonly number[] =>
  among.flatMap((_, start) =>
    name.every(({ folded }, i) => among[start + i]?.folded === folded) ? [start] : [],
  )

/** LEAK-2: figures; LEAK-3: words that a guarded text writes with a capital inside a sentence. */
function findFromGuarded(guarded: Shared, { text, words }: Wording, known: Known): readonly Finding[] {
  return words.flatMap((word): readonly Finding[] => {
    const { figure, folded } = word
    if (figure !== undefined) {
      const source = [figure, ...(word.others ?? [])].map(each =>
        sourceUnless(known.figures, guarded.figures, each),
      )
      const first = source.find(each => each !== undefined)
      return first === undefined ? [] : [findingAt('figure', text, word, first)]
    }
    const source = sourceUnless(known.words, guarded.words, folded)
    return source === undefined ? [] : [findingAt('name', text, word, source)]
  })
}

/** LEAK-2: days, however they are written, where the recipient may know each of their figures and not the day. */
const findDays = (guarded: Shared, { text, words }: Wording, known: Known): readonly Finding[] =>
  words.flatMap(({ from, day }): readonly Finding[] => {
    const source = (day?.sought ?? [])
      .map(each => sourceUnless(known.days, guarded.days, each))
      .find(each => each !== undefined)
    return day === undefined || source === undefined
      ? []
      : [findingAt('figure', text, { from, to: day.to }, source)]
  })

const sourceUnless = (
  known: ReadonlySet<string>,
  guarded: ReadonlyMap<string, Source>,
  said: string,
): Source | undefined => (known.has(said) ? undefined : guarded.get(said))

/** LEAK-4: runs of words shared with such a text and found in nothing the recipient knows; neighbours are joined. */
function findRuns(
  { runs: held }: Shared,
  { text, words, folded }: Wording,
  known: Known,
  {
    runs,
    counts,
  }: { readonly runs: readonly number[]; readonly counts: (words: readonly string[]) => boolean },
): readonly Finding[] {
  const found: { from: number; to: number; source: Source }[] = []
  const run = ({ run, words, from, to }: Run): void => {
    const source = known.runs.has(run) ? undefined : held.get(run)
    if (source === undefined || !counts(words)) return
    const before = found.at(-1)
    if (before === undefined || before.source.message !== source.message || before.to < from) {
      found.push({ from, to, source })
      return
    }
    before.from = Math.min(before.from, from)
    before.to = to
  }
  visitShared(words, folded, { runs, run })
  return found.map(({ from, to, source }) => findingAt('words', text, { from, to }, source))
}

type Run = {
  readonly run: string
  readonly words: readonly string[]
  readonly from: number
  readonly to: number
}

type Visit = {
  /** Every figure, wherever else it stands. */
  readonly figure?: (figure: string) => void
  /** Every day, by each key that it tells. */
  readonly day?: (day: string) => void
  /** Every word that is no figure and stands in the wording. */
  readonly word?: (word: Word) => void
  /** Of so many words each, fewest first. */
  readonly runs: readonly number[]
  /** Every run whose words all stand in the wording; most texts have none. */
  readonly run: (run: Run) => void
}

/** Looks up each word of a text once, whatever is asked of it: at every key this is done for all that is held. */
function visitShared(
  words: readonly Word[],
  wanted: ReadonlySet<string>,
  { figure, day, word, runs, run }: Visit,
): void {
  const least = runs[0] ?? Number.POSITIVE_INFINITY
  let together = 0
  for (let index = 0; index < words.length; index += 1) {
    const last = words[index] as Word
    const isWanted = wanted.has(last.folded)
    for (const told of last.day?.told ?? []) day?.(told)
    if (last.figure !== undefined) {
      figure?.(last.figure)
      for (const other of last.others ?? []) figure?.(other)
    } else if (isWanted) word?.(last)
    together = isWanted ? together + 1 : 0
    if (together < least) continue
    for (const length of runs) {
      const first = words[index - length + 1]
      if (together < length || first === undefined) continue
      const folded = words.slice(index - length + 1, index + 1).map(each => each.folded)
      run({ run: folded.join(' '), words: folded, from: first.from, to: last.to })
    }
  }
}

function findingAt(
  kind: Finding['kind'],
  wording: string,
  { from, to }: { readonly from: number; readonly to: number },
  { message }: Source,
): Finding {
  // A cut between the two halves of a character would leave what is no text.
  const text = wording.slice(from, Math.min(to, from + limits.findingCharsMax))
  const last = text.charCodeAt(text.length - 1)
  return {
    kind,
    text: last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text,
    from,
    to,
    ...(message === undefined ? {} : { message }),
  }
}
