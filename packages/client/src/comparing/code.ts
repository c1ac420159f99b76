/**
 * Decision 24: by what two parties tell on the telephone that they hold the same words, of a draft or of what is signed. Each makes it
 * anew of what it holds.
 */

import {
  bareText,
  type ClauseId,
  clausesOfDraft,
  type Draft,
  type DraftClause,
  type Instrument,
  standingOf,
} from '@goodoffices/core'
import { compareText, comparisonWords, wordListIn } from '@goodoffices/log'

export type SpokenCode = {
  /** Twenty digits in groups of four. */
  readonly digits: string
  /** Six words, where the language has a list of them: whoever compares in words uses the same language. */
  readonly words?: readonly string[]
}

/** `of`: what is compared, so that a draft's code is none of a signature's; `texts`: its words in their order. Takes as long as unlocking (KEY-8). */
export async function codeOfTexts(
  of: 'draft' | 'instrument',
  texts: readonly string[],
  language: string,
): Promise<SpokenCode> {
  const comparison = await compareText(
    of,
    texts.map(text => new TextEncoder().encode(text)),
  )
  const list = wordListIn(language)
  return {
    digits: comparison.digits,
    ...(list === undefined ? {} : { words: comparisonWords(comparison, list) }),
  }
}

/** TXT-18: of a draft's clauses, all or those named: their words, order and kinds, without names, footnotes or ids. */
export const codeOfDraft = (
  draft: Draft,
  language: string,
  named?: ReadonlySet<ClauseId>,
): Promise<SpokenCode> => {
  const clauses: readonly DraftClause[] = clausesOfDraft(draft)
  const meant = named === undefined ? clauses : clauses.filter(({ clause }) => named.has(clause))
  return codeOfTexts('draft', [bareText(meant)], language)
}

/** CLOS-15: of an instrument: its words in all of their languages and what of them binds whom from when, which its digest is of. */
export const codeOfInstrument = (instrument: Instrument, language: string): Promise<SpokenCode> =>
  codeOfTexts('instrument', [standingOf(instrument).fields.digest], language)
