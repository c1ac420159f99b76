/**
 * TXT-55: whose words a text holds, in brackets or no more. When a choice is made, or its brackets are typed away, the id of the wording that
 * stays is gone, and with it what says where it comes from; the words stand there all the same. So they are looked for in their own clause.
 */

import { fold } from '../../../leak/fold.ts'
import type { AlternativeId } from '../brackets/bracketed.ts'
import { choicesIn, readBrackets } from '../brackets/read.ts'
import type { TextId } from '../ids.ts'
import type { ClauseRow, Support, TextState, Version } from '../state.ts'
import { cutWords, hasWord } from '../words.ts'
import { clausesOf, currentOf } from '../working/view.ts'

/** A wording as it stood in its choice: with the others, and with what stood around them all. */
type Wording = { readonly words: string; readonly others: readonly string[]; readonly around: string }

function wordingIn(
  { body = '', choices = [] }: Pick<Version, 'body' | 'choices'>,
  alternative: AlternativeId,
): Wording | undefined {
  const index = choices.findIndex(({ options }) => options.includes(alternative))
  const choice = choicesIn(readBrackets(body).nodes)[index]
  if (choice === undefined) return undefined
  const at = choices[index]?.options.indexOf(alternative)
  const options = choice.options.map(({ from, to }) => body.slice(from, to))
  return {
    words: options[at ?? -1] ?? '',
    others: options.filter((_, other) => other !== at),
    around: `${body.slice(0, choice.from)} ${body.slice(choice.to)}`,
  }
}

/** Words alone, in folded letters: neither a comma nor a bracket makes them others. */
const wordsOf = (text: string): readonly string[] => cutWords(text).filter(hasWord).map(fold)

/** Words of the one that are not among those of the other, each as often as it stands there. */
function beyond(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter(word => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count === 0
  })
}

/**
 * Whether more than two thirds of the words stand among what came in beside what stood around them. Where that is more like another wording of the
 * same choice, it is that one which stands there, and these only if as many of them stand there besides.
 */
function stillStands({ words, others, around }: Wording, body: string): boolean {
  const own = wordsOf(words)
  const came = beyond(wordsOf(body), wordsOf(around))
  const isIn = (list: readonly string[]): boolean => 3 * beyond(own, list).length < own.length
  const likeness = (wording: readonly string[]): number =>
    (wording.length - beyond(wording, came).length) / (wording.length + came.length)
  if (!isIn(came)) return false
  return others.map(wordsOf).every(other => likeness(other) <= likeness(own) || isIn(beyond(came, other)))
}

/** Words that stood there before they were bracketed, and that nobody is said to want: a side wished them away. */
function isWishedAway(row: ClauseRow, { alternative, by }: Support): boolean {
  if (!Object.values(by).every(({ support }) => support === 'opposes')) return false
  const first = row.versions.find(version => wordingIn(version, alternative) !== undefined)
  const upon = row.versions.find(({ version }) => version === first?.upon)
  const words = first === undefined ? undefined : wordingIn(first, alternative)?.words
  return words !== undefined && upon?.body?.includes(words) === true
}

/** The words of a side that stand in a clause, in a bracket or without one, in one of its languages; undefined where they do not. */
function wordsHere(row: ClauseRow, support: Support): string | undefined {
  for (const { language } of row.wordings) {
    const current = currentOf(row, language)
    if (current === undefined) continue
    const bracketed = wordingIn(current, support.alternative)
    if (bracketed !== undefined) return bracketed.words
    if (isWishedAway(row, support)) continue
    const wording = row.versions
      .filter(version => version.language === language)
      .map(version => wordingIn(version, support.alternative))
      .findLast(found => found !== undefined)
    if (wording !== undefined && stillStands(wording, current.body ?? '')) return wording.words
  }
  return undefined
}

/** Words of a clause of which it was said who wants them, or where they come from. */
export type WordsOfSide = { readonly support: Support; readonly words: string }

export const wordsOfSidesIn = ({ supports }: TextState, row: ClauseRow): readonly WordsOfSide[] => {
  const ever = new Set<string>(
    row.versions.flatMap(({ choices = [] }) => choices.flatMap(({ options }) => options)),
  )
  return Object.values(supports)
    .filter(({ alternative }) => ever.has(alternative))
    .flatMap(support => {
      const words = wordsHere(row, support)
      return words === undefined ? [] : [{ support, words }]
    })
}

/** All of a text, in reading order. */
export const wordsOfSides = (desk: TextState, text: TextId): readonly WordsOfSide[] =>
  clausesOf(desk, text).flatMap(row => wordsOfSidesIn(desk, row))
