/**
 * The leak check: names what in a wording comes from what may not pass. It advises; the mediator decides.
 *
 * It compares words as written. A figure put into words, a paraphrase, a translation, and scripts that do not part their words
 * it does not see, and the interface says so. The rules are numbered in `docs/spec/messages.md` (LEAK-1 and on).
 */

import type { Finding } from '../desk/acts.ts'
import type { MessageId } from '../ids.ts'
import { limits } from '../schema.ts'
import { figureOf, type Word, wordsOf } from './words.ts'

export type LeakCheckInput = {
  readonly wording: string
  /** What may not pass, or not at this marking. */
  readonly guarded: readonly { readonly message?: MessageId; readonly text: string }[]
  /** The very passage that is passed on, where its substance may pass and its words may not. */
  readonly reworded: readonly { readonly message?: MessageId; readonly text: string }[]
  /** What the recipient knows already: its own messages, what was delivered to it. */
  readonly known: readonly string[]
  /** Substance that may pass: its names and figures are no finding, its runs of words are. */
  readonly substance: readonly string[]
  /** Names that would tell who is behind the wording, found whole. */
  readonly names: readonly string[]
  /** The same of persons: found whole, and by any one of their names written with a capital. */
  readonly people: readonly string[]
}

/** A run of this many words shared with a guarded text is a finding. */
export const guardedRunWords = 4
/** The same for the source's own words in a passage whose substance alone may pass. */
export const rewordedRunWords = 6
/** A name of a person of fewer letters is found only together with the others. */
const loneNameLettersMin = 3

/** What one place in the wording may be found to come from. */
type Source = { readonly message?: MessageId }

/** Every finding in the order of the wording; at most `limits.findingsMax` of them. */
export function findLeaks(input: LeakCheckInput): readonly Finding[] {
  const words = wordsOf(input.wording)
  const known = input.known.map(wordsOf)
  const wordsKnown = new Set<string>()
  const figuresKnown = new Set<string>()
  for (const text of [...known, ...input.substance.map(wordsOf)]) {
    for (const { folded } of text) {
      const figure = figureOf(folded)
      if (figure === undefined) wordsKnown.add(folded)
      else figuresKnown.add(figure)
    }
  }
  const search = { wording: input.wording, words, known }
  const findings = [
    ...findNames(input, words, wordsKnown),
    ...findFromGuarded(input, words, { wordsKnown, figuresKnown }),
    ...findRuns({ ...search, sources: input.guarded, length: guardedRunWords }),
    ...findRuns({ ...search, sources: input.reworded, length: rewordedRunWords }),
  ]
  const seen = new Set<string>()
  return findings
    .filter(({ kind, from, to }) => {
      const key = `${kind} ${from} ${to}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .slice(0, limits.findingsMax)
}

/** LEAK-1: names from the roster, as whole words in their order; of people, also one of the words, with a capital. */
function findNames(
  { wording, names, people }: LeakCheckInput,
  words: readonly Word[],
  wordsKnown: ReadonlySet<string>,
): readonly Finding[] {
  const whole = Map.groupBy(
    [...names, ...people].map(name => wordsOf(name).map(({ folded }) => folded)),
    ([first = '']) => first,
  )
  const single = new Set(
    people
      .flatMap(wordsOf)
      .filter(
        ({ folded, capital }) => capital && folded.length >= loneNameLettersMin && !wordsKnown.has(folded),
      )
      .map(({ folded }) => folded),
  )
  return words.flatMap((word, start): readonly Finding[] => {
    const lengths = (whole.get(word.folded) ?? [])
      .filter(name => name.every((folded, i) => words[start + i]?.folded === folded))
      .map(name => name.length)
    if (word.capital && single.has(word.folded)) lengths.push(1)
    const last = lengths.length === 0 ? undefined : words[start + Math.max(...lengths) - 1]
    return last === undefined ? [] : [findingAt('name', wording, { from: word.from, to: last.to }, {})]
  })
}

/** LEAK-2: figures; LEAK-3: words that a guarded text writes with a capital inside a sentence. */
function findFromGuarded(
  { wording, guarded }: LeakCheckInput,
  words: readonly Word[],
  { wordsKnown, figuresKnown }: Readonly<Record<'wordsKnown' | 'figuresKnown', ReadonlySet<string>>>,
): readonly Finding[] {
  const figures = new Map<string, Source>()
  const names = new Map<string, Source>()
  for (const { text, ...source } of guarded) {
    for (const { folded, capital, opens } of wordsOf(text)) {
      const figure = figureOf(folded)
      if (figure !== undefined && !figuresKnown.has(figure)) figures.set(figure, source)
      if (figure === undefined && capital && !opens && !wordsKnown.has(folded)) names.set(folded, source)
    }
  }
  return words.flatMap((word): readonly Finding[] => {
    const figure = figureOf(word.folded)
    const source = figure === undefined ? names.get(word.folded) : figures.get(figure)
    return source === undefined
      ? []
      : [findingAt(figure === undefined ? 'name' : 'figure', wording, word, source)]
  })
}

/** LEAK-4: runs of words shared with a guarded text and found in nothing the recipient knows; neighbours are joined. */
function findRuns(search: {
  readonly wording: string
  readonly words: readonly Word[]
  readonly sources: LeakCheckInput['guarded']
  readonly known: readonly (readonly Word[])[]
  readonly length: number
}): readonly Finding[] {
  const { words, length } = search
  const known = new Set(search.known.flatMap(text => runsOf(text, length)))
  const sources = new Map<string, Source>()
  for (const { text, ...source } of search.sources) {
    for (const run of runsOf(wordsOf(text), length)) {
      if (!known.has(run) && !sources.has(run)) sources.set(run, source)
    }
  }
  const found: { from: number; to: number; source: Source }[] = []
  for (const [start, run] of runsOf(words, length).entries()) {
    const source = sources.get(run)
    const first = words[start]
    const last = words[start + length - 1]
    if (source === undefined || first === undefined || last === undefined) continue
    const before = found.at(-1)
    if (before !== undefined && before.source.message === source.message && before.to >= first.from)
      before.to = last.to
    else found.push({ from: first.from, to: last.to, source })
  }
  return found.map(({ from, to, source }) => findingAt('words', search.wording, { from, to }, source))
}

/** Every run of `length` words, by where it starts; its words joined by what no word holds. */
const runsOf = (words: readonly Word[], length: number): readonly string[] =>
  words.slice(0, Math.max(0, words.length - length + 1)).map((_, start) =>
    words
      .slice(start, start + length)
      .map(({ folded }) => folded)
      .join(' '),
  )

function findingAt(
  kind: Finding['kind'],
  wording: string,
  { from, to }: { readonly from: number; readonly to: number },
  { message }: Source,
): Finding {
  // A cut between the two halves of a character would leave what is no text.
  const text = wording.slice(from, Math.min(to, from + limits.noteCharsMax))
  const last = text.charCodeAt(text.length - 1)
  return {
    kind,
    text: last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text,
    from,
    to,
    ...(message === undefined ? {} : { message }),
  }
}
