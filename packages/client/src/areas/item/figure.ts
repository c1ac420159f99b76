/** A figure in words: its bound and its number in the reader's digits, or the words that stand in the place of one. */

import type { Figure } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { say } from '../../words/say.ts'

/** FACT-3: as it was given; nothing is rounded, and no number is made of a bound or of words. */
export function sayFigure(w: Writing, figure: Figure): string {
  const pattern = w.vocabulary.terms[`figure.${figure.kind}`]
  switch (figure.kind) {
    case 'exactly':
    case 'at-least':
    case 'at-most':
    case 'about':
      return say(pattern, { value: w.decimal(figure.value) }, w.figures)
    case 'between':
      return say(pattern, { low: w.decimal(figure.low), high: w.decimal(figure.high) }, w.figures)
    case 'no-number':
      return say(pattern, { words: figure.words }, w.figures)
    default:
      return figure satisfies never
  }
}
