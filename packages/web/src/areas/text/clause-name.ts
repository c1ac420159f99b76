/** What a clause is called in a list: by its heading, else by its first words. */

import { type ClauseId, type ClauseNumber, type ClauseRow, currentOf, writeNumber } from '@goodoffices/core'

const wordsMax = 48

const shorten = (words: string): string =>
  words.length <= wordsMax ? words : `${words.slice(0, wordsMax).replace(/\S*$/, '').trimEnd()} …`

type Said = { readonly heading?: string; readonly body?: string }

const nameOf = ({ heading, body }: Said = {}): string | undefined =>
  heading ?? (body === undefined ? undefined : shorten(body))

export const nameOfRow = (row: ClauseRow, language: string): string | undefined =>
  nameOf(currentOf(row, language))

/** `4 bis`, as the language writes it; empty where a clause has none. */
export function numberIn(
  numbers: ReadonlyMap<ClauseId, ClauseNumber>,
  clause: ClauseId,
  language: string,
): string {
  const number = numbers.get(clause)
  return number === undefined ? '' : writeNumber(number, language)
}
