/** Words and figures of a text, in a form in which the same word or figure is the same string however it is written. */

import { dayAt, type SaidDay } from './days.ts'
import { figuresOf, powerOf } from './figures.ts'
import { fold, leaveUnseen, nonJoiner } from './fold.ts'
import { partedFigures } from './parted.ts'

export type Word = {
  readonly folded: string
  /** Code units in the text, `from` (included) to `to` (excluded). */
  readonly from: number
  readonly to: number
  readonly capital: boolean
  /** Whether it opens a sentence, where a capital says nothing. */
  readonly opens: boolean
  /** What `figuresOf` says of it. */
  readonly figure: string | undefined
  readonly others: readonly string[] | undefined
  /** The day that begins with it. */
  readonly day?: SaidDay
}

const character = String.raw`\p{L}\p{M}\p{N}\u24B6-\u24E9\u{1F110}-\u{1F149}`

/** The spaces, points, commas and other signs that part the digits of one figure. */
const wordPattern = new RegExp(
  [
    // Thousands parted by spaces of any width, as in French, or as programs are written: 1 250 000,50; 1_250_000.
    String.raw`\p{Nd}{1,3}(?:[ \u00A0\u2000-\u200A\u202F\u205F_]\p{Nd}{3})+(?:[.,٫．，]\p{Nd}+)?(?![${character}])`,
    // Letters and digits, in circles, squares and brackets too; signs between them only where they stand between two digits.
    String.raw`[${character}]+(?:(?<=\p{Nd})[.,٫٬'’·‧⋅∙．，＇](?=\p{Nd})[${character}]+)*`,
  ].join('|'),
  'gu',
)

/** What ends a sentence or opens a quotation. */
const sentencePattern = /[.!?:;…؟؛。\n"“«„]/

/** LEAK-6: the words of a text as they may be read: non-joiners part words, and where there are any, as if they were not there. */
export type Readings = readonly (readonly Word[])[]

export const readingsOf = (text: string): Readings =>
  text.includes(nonJoiner) ? [wordsOf(text), wordsOf(text, 'unseen')] : [wordsOf(text)]

/** What was read of a text: its words, for the leak check; itself in folded letters, for a search. Each when it is first asked for. */
type Reading = { words?: Readings; folded?: string }

/** What was read of the texts of a room, kept no longer than its state is, and nowhere else. */
const kept = new WeakMap<object, Map<string, Reading>>()

function readingIn(room: object, text: string): Reading {
  const read = kept.get(room) ?? new Map<string, Reading>()
  kept.set(room, read)
  const known = read.get(text) ?? {}
  read.set(text, known)
  return known
}

/** Reads texts that stand in a room once: a wording is checked against all of them at every key that is pressed. */
export const readerOf =
  (room: object) =>
  (text: string): Readings => {
    const reading = readingIn(room, text)
    return (reading.words ??= readingsOf(text))
  }

/** FIND-2: the same texts as they are searched, each folded once. */
export const folderOf =
  (room: object) =>
  (text: string): string => {
    const reading = readingIn(room, text)
    return (reading.folded ??= foldForSearch(text))
  }

/**
 * FIND-1: a text in folded letters (LEAK-6), its words a space apart; of joined scripts nothing parts them, since what parts a word from its
 * ending is written in several ways, or not at all. What parts the digits of a figure is left out.
 */
export function foldForSearch(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase().replaceAll(plainFigure, '').replaceAll(plainGaps, ' ')
  // Before it is folded: a space that parts digits is then as any other.
  return fold(leaveUnseen(text).seen.replaceAll(figureGaps, ''))
    .replaceAll(gaps, ' ')
    .replaceAll(joinedGaps, '')
}

/** Most texts are of ASCII alone: they are read in a tenth of the time. */
// oxlint-disable-next-line no-control-regex
const isPlain = /^[\u0000-\u007F]*$/
const plainFigure = /(?<=\d)[,._'](?=\d{3}(?!\d))/g
const plainGaps = /[^a-z0-9]+/g
const figureGaps = /(?<=\p{Nd})[,._'’·٬٫\u00A0\u2000-\u200A\u202F\u205F](?=\p{Nd}{3}(?!\p{Nd}))/gu
const gaps = /[^\p{L}\p{M}\p{N}]+/gu
const joinedGaps = /(?<=\p{Script=Arabic}) (?=\p{Script=Arabic})/gu

export function wordsOf(text: string, nonJoiners: 'part' | 'unseen' = 'part'): readonly Word[] {
  const { seen, places } = leaveUnseen(text, nonJoiners)
  const words: Word[] = []
  let end = 0
  let counted: Counted | undefined
  for (const match of seen.matchAll(wordPattern)) {
    const [written] = match
    const from = match.index
    const between = seen.slice(end, from)
    const folded = fold(written)
    const figures = figuresOf(folded)
    words.push({
      folded,
      figure: figures?.figure,
      others: figures?.others,
      from: places?.[from] ?? from,
      to: placeBehind(places, from + written.length),
      capital: /^\p{Lu}/u.test(written),
      opens: words.length === 0 || (between !== ' ' && sentencePattern.test(between)),
    })
    end = from + written.length
    if (figures !== undefined) counted = { at: words.length - 1, power: 0 }
    else if (counted !== undefined) counted = multiplied(words, counted, { folded, between })
  }
  noteParted(words, text)
  noteDays(words, text)
  return words
}

function noteParted(words: Word[], text: string): void {
  for (const [at, word] of words.entries()) {
    if (word.figure === undefined || words[at + 1]?.figure === undefined) continue
    const parted = partedFigures(words, at, text)
    if (parted.length > 0) words[at] = { ...word, others: [...(word.others ?? []), ...parted] }
  }
}

function noteDays(words: Word[], text: string): void {
  for (const [at, word] of words.entries()) {
    // A day has a figure of its own at its beginning, or behind its month.
    const isNear = [word, words[at + 1], words[at + 2], words[at + 3]].some(
      each => each?.figure !== undefined,
    )
    const day = isNear ? dayAt(words, at, text) : undefined
    if (day !== undefined) words[at] = { ...word, day }
  }
}

const placeBehind = (places: readonly number[] | undefined, end: number): number =>
  places === undefined ? end : (places[end - 1] ?? 0) + 1

/** A figure whose words of magnitude may follow, and by which powers of ten those that did multiply it. */
type Counted = { readonly at: number; readonly power: number }

/** LEAK-7: "4.25 million" is 4250000. Undefined where no such word stands right behind the figure. */
function multiplied(
  words: Word[],
  { at, power }: Counted,
  { folded, between }: { readonly folded: string; readonly between: string },
): Counted | undefined {
  const more = between.length <= 1 && adjoining.test(between) ? powerOf(folded) : undefined
  const word = words[at]
  if (more === undefined || word === undefined || power + more > powerMax) return undefined
  const figures = figuresOf(word.folded, power + more)
  words[at] = { ...word, figure: figures?.figure, others: figures?.others }
  return { at, power: power + more }
}

const adjoining = /^[\s-]?$/
/** A thousand milliards and a thousand times that: whatever is beyond is no figure of anybody's. */
const powerMax = 15
