/** What a question is quoted by where it stands in a list. */

import type { QuestionContent } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { sayMoves } from '../agenda/saying.ts'

/**
 * Its words, in the reader's language where it was put in that; of one that moves a day, which and to when as well, since its words need
 * not say so (AGEN-9). `w`: of the table; of another room where the reader is not there.
 */
export function quoteOf(w: Writing, { texts, moves }: Pick<QuestionContent, 'texts' | 'moves'>): string {
  const [own = w.vocabulary.language] = w.vocabulary.language.split('-')
  const text = texts.find(({ language }) => language.split('-')[0] === own) ?? texts[0]
  const [move] = moves === undefined ? [] : sayMoves(w, moves)
  return [text?.body, move].filter(part => part !== undefined).join(' · ')
}
