/**
 * The leak check: names what in a wording comes from passages that may not pass. It advises; the mediator decides.
 *
 * It compares words as written. A figure put into words, a paraphrase, a translation, it does not see, and the interface
 * says so. The rules are numbered in `docs/spec/messages.md` (LEAK-1 and on).
 */

import type { Finding } from '../desk/acts.ts'
import type { MessageId } from '../ids.ts'
import { limits } from '../schema.ts'

export type LeakCheckInput = {
  readonly wording: string
  /** What may not pass, or not at this marking. */
  readonly guarded: readonly { readonly message: MessageId; readonly text: string }[]
  /** The very passage that is passed on, where its substance may pass and its words may not. */
  readonly reworded: readonly { readonly message: MessageId; readonly text: string }[]
  /** What the recipient knows already or may know: its own messages, what was delivered to it, released passages. */
  readonly known: readonly string[]
  /** Names that would tell who is behind the wording: people of the source, and the source itself where unattributed. */
  readonly names: readonly string[]
}

/** A run of this many words shared with a guarded text is a finding. */
export const guardedRunWords = 4
/** The same for the source's own words in a passage whose substance alone may pass. */
export const rewordedRunWords = 6

type Word = {
  readonly folded: string
  readonly from: number
  readonly to: number
  readonly capital: boolean
  readonly opens: boolean
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.,٫٬'’-][\p{L}\p{M}\p{N}]+)*/gu

/** Compatibility form, lower case, without Arabic vowel signs and lengthening, digits of every script as 0-9. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u064B-\u0652\u0640]/g, '')
    .replaceAll(/\p{Nd}/gu, digit => digitValue(digit))
}

/** Decimal digits of a script stand in runs of ten that begin where the code point before is no digit. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

/** "1,250,000", "1.250.000" and "1250000" are one figure; so are "3.5" and "3,5". */
function figureOf(word: string): string | undefined {
  const digits = word.replaceAll('٫', '.').replaceAll('٬', ',')
  if (!/\d/.test(digits)) return undefined
  if (!/^[\d.,'’]+$/.test(digits)) return digits
  if (/^\d{1,3}([.,'’]\d{3})+$/.test(digits)) return digits.replaceAll(/[.,'’]/g, '')
  return digits.replaceAll(/(?<=\d)[,'’](?=\d{3}(\D|$))/g, '').replace(',', '.')
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [written] = match
    const before = text.slice(0, match.index).trimEnd()
    words.push({
      folded: fold(written),
      from: match.index,
      to: match.index + written.length,
      capital: /^\p{Lu}/u.test(written),
      opens: before === '' || /[.!?:;\n…]$/.test(before) || /\n\s*$/.test(text.slice(0, match.index)),
    })
  }
  return words
}

const runsOf = (
  words: readonly Word[],
  length: number,
): readonly { readonly key: string; readonly start: number }[] =>
  words.length < length
    ? []
    : Array.from({ length: words.length - length + 1 }, (_, start) => ({
        start,
        key: words
          .slice(start, start + length)
          .map(word => word.folded)
          .join(' '),
      }))

/** Every finding in the order of the wording; at most `limits.findingsMax` of them. */
export function findLeaks(input: LeakCheckInput): readonly Finding[] {
  const wording = wordsOf(input.wording)
  const known = input.known.map(wordsOf)
  const knownWords = new Set(known.flat().map(word => word.folded))
  const knownFigures = new Set(known.flat().flatMap(word => figureOf(word.folded) ?? []))

  const findings = [
    ...findNames(input, wording),
    ...findFromGuarded(input, wording, knownWords, knownFigures),
    ...findRuns({
      wording: input.wording,
      words: wording,
      sources: input.guarded,
      known,
      length: guardedRunWords,
    }),
    ...findRuns({
      wording: input.wording,
      words: wording,
      sources: input.reworded,
      known,
      length: rewordedRunWords,
    }),
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

/** LEAK-1: names from the roster, as whole words in their order. */
function findNames(input: LeakCheckInput, wording: readonly Word[]): readonly Finding[] {
  return input.names.flatMap(name => {
    const wanted = wordsOf(name).map(word => word.folded)
    if (wanted.length === 0) return []
    return wording.flatMap((word, start): Finding[] => {
      const last = wording[start + wanted.length - 1]
      if (last === undefined || !wanted.every((folded, i) => wording[start + i]?.folded === folded)) return []
      return [{ kind: 'name', text: input.wording.slice(word.from, last.to), from: word.from, to: last.to }]
    })
  })
}

/** LEAK-2: figures; LEAK-3: words that a guarded text writes with a capital inside a sentence. */
function findFromGuarded(
  input: LeakCheckInput,
  wording: readonly Word[],
  knownWords: ReadonlySet<string>,
  knownFigures: ReadonlySet<string>,
): readonly Finding[] {
  const figures = new Map<string, MessageId>()
  const names = new Map<string, MessageId>()
  for (const { message, text } of input.guarded) {
    for (const word of wordsOf(text)) {
      const figure = figureOf(word.folded)
      if (figure !== undefined && !knownFigures.has(figure)) figures.set(figure, message)
      if (figure === undefined && word.capital && !word.opens && !knownWords.has(word.folded))
        names.set(word.folded, message)
    }
  }
  return wording.flatMap((word): Finding[] => {
    const figure = figureOf(word.folded)
    const message = figure === undefined ? names.get(word.folded) : figures.get(figure)
    if (message === undefined) return []
    const { from, to } = word
    return [
      {
        kind: figure === undefined ? 'name' : 'figure',
        text: input.wording.slice(from, to),
        from,
        to,
        message,
      },
    ]
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
  const known = new Set(search.known.flatMap(text => runsOf(text, length).map(run => run.key)))
  const sources = new Map<string, MessageId>()
  for (const { message, text } of search.sources) {
    for (const { key } of runsOf(wordsOf(text), length)) if (!known.has(key)) sources.set(key, message)
  }
  const findings: { kind: 'words'; text: string; from: number; to: number; message: MessageId }[] = []
  for (const { key, start } of runsOf(words, length)) {
    const message = sources.get(key)
    const first = words[start]
    const last = words[start + length - 1]
    if (message === undefined || first === undefined || last === undefined) continue
    const before = findings.at(-1)
    if (before !== undefined && before.message === message && before.to >= first.from) {
      before.to = last.to
      before.text = search.wording.slice(before.from, before.to)
    } else {
      findings.push({
        kind: 'words',
        text: search.wording.slice(first.from, last.to),
        from: first.from,
        to: last.to,
        message,
      })
    }
  }
  return findings.map(finding => ({ ...finding, text: finding.text.slice(0, limits.noteCharsMax) }))
}
