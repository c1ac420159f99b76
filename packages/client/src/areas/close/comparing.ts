/** Decision 24: what two who hold the same words read out to each other; for drafts as for what is signed. */

import { type Instrument, type RoomState, standingOf } from '@goodoffices/core'
import { compareText, comparisonIn, utf8 } from '@goodoffices/log'

/** `words`: six, where the language has a list; else twenty digits are read. */
export type ReadAloud = { readonly digits: string; readonly words?: readonly string[] }

/** A named set of texts, each with what says which it is. Takes as long as unlocking. */
export async function readAloud(
  name: string,
  parts: readonly string[],
  language: string,
): Promise<ReadAloud> {
  const comparison = await compareText(name, parts.map(utf8))
  const words = comparisonIn(comparison, language)
  return { digits: comparison.digits, ...(words === undefined ? {} : { words }) }
}

/** Of an instrument: its words in all of their languages and what of them binds whom from when, which its digest is of. */
export const readInstrumentAloud = (
  { process }: Pick<RoomState, 'process'>,
  instrument: Instrument,
  language: string,
): Promise<ReadAloud> =>
  readAloud(`instrument/${process.process}`, [standingOf(instrument).fields.digest], language)
