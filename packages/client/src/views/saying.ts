/** What has a day, in words: what it is, which of its days, how it stands, and what is known where there is none. */

import { choiceOf, nameOfThing, registerName } from '../areas/item/names.ts'
import { standingName } from '../areas/item/sheet.ts'
import { sayResolved } from '../areas/item/term.ts'
import type { Writing } from '../export/writing.ts'
import { say } from '../words/say.ts'
import type { Dated } from './area-views.ts'
import type { CsvMistake } from './csv.ts'

/** What it is called. `w` writes in its room. */
export function sayName(w: Writing, { thing, called, about }: Dated): string {
  if (thing !== undefined) return nameOfThing(w, thing.item)
  if (called === undefined) return about
  const sentence = w.vocabulary.terms[called.term]
  return called.words === undefined || called.words === ''
    ? sentence
    : `${w.withColon(sentence)} ${called.words}`
}

/** Where in a table something is wrong, and what. */
export function sayCsvMistake(
  { terms }: Writing['vocabulary'],
  figures: Writing['figures'],
  { row, column, heading, why }: CsvMistake,
): string {
  const values = { row, column: column ?? 0, heading: heading ?? '', why: terms[`csv-mistake.${why}`] }
  const pattern =
    heading === undefined
      ? terms['csv.at-row']
      : column === undefined
        ? terms['csv.at-heading']
        : terms['csv.at-cell']
  return say(pattern, values, figures)
}

/** Beside its name: of which kind it is and which of its days this is, how it stands, its hours, and where it has no day, what is known. */
export function sayDated(w: Writing, dated: Dated): readonly string[] {
  const { thing, field, when, beside } = dated
  return [
    ...(thing === undefined
      ? []
      : [
          registerName(w, thing.register),
          w.vocabulary.fields[field] ?? choiceOf(w, `field.${field}`),
          standingName(w, thing),
        ]),
    ...(beside === undefined ? [] : [beside(w)]),
    ...(when.kind === 'waiting' && beside === undefined ? [sayResolved(w, when)] : []),
    ...(when.kind === 'loop' || when.kind === 'disputed' ? [sayResolved(w, when)] : []),
    ...(when.kind === 'day' && when.unless !== undefined ? [sayResolved(w, when)] : []),
  ].filter((text): text is string => text !== undefined && text !== '')
}
