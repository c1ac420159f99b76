/** Offers of good offices side by side: a row a field, and what one alone offers told apart. */

import { fieldsSchemaOf, findRegister, type GoodOffices, standingOf } from '@goodoffices/core'
import { fieldLabel, fieldLines } from '../../export/fields.ts'
import type { Writing } from '../../export/writing.ts'
import { choiceOf } from '../item/names.ts'

export type OfferedHere = { readonly writing: Writing; readonly offer: GoodOffices }
/** A piece of what is offered; `only`: nobody else offers it. */
export type OfferedPart = { readonly text: string; readonly only: boolean }
export type OfferedRow = {
  readonly name: string
  readonly label: string
  /** Of each offer, in their order. */
  readonly cells: readonly (readonly OfferedPart[])[]
}

const always = ['wouldDo', 'format', 'place', 'publicity', 'alsoAsked', 'interests', 'answerBy'] as const
const shown = [
  ...(['wouldDo', 'format', 'place', 'timetable', 'languages', 'interpreting', 'confidentiality'] as const),
  ...(['publicity', 'alsoAsked', 'thirdParties', 'costs', 'interests', 'answerBy'] as const),
]
type Row = (typeof shown)[number]

/** GOOD-10: what an offer does not say is told in words that say nothing either. */
const unsaid = {
  place: 'offices-none-needed',
  interests: 'offices-none-stated',
  answerBy: 'offices-no-day',
} as const

/** A row where any of them says something, and those by which offers are chosen whether they do or not. */
export function compareOffices(offers: readonly OfferedHere[]): readonly OfferedRow[] {
  const [first] = offers
  if (first === undefined) return []
  return shown
    .map(name => ({ name, texts: offers.map(offer => textsOf(offer, name)) }))
    .filter(({ name, texts }) => always.some(each => each === name) || texts.some(each => each.length > 0))
    .map(({ name, texts }) => ({
      name,
      label: fieldLabel(first.writing.vocabulary.fields, 'good-offices', name),
      cells: texts.map((own, at) =>
        own.map(text => ({
          text,
          only: texts.length > 1 && texts.every((others, i) => i === at || !others.includes(text)),
        })),
      ),
    }))
}

function textsOf({ writing: w, offer }: OfferedHere, name: Row): readonly string[] {
  const { fields } = standingOf(offer)
  if (name === 'wouldDo') return fields.wouldDo.map(each => choiceOf(w, `wouldDo.${each}`))
  if (name === 'alsoAsked' && fields.alsoNamed !== undefined) return [fields.alsoNamed]
  const register = findRegister(offer.register)
  const value = fields[name]
  if (register === undefined || value === undefined)
    return name in unsaid ? [w.vocabulary.terms[unsaid[name as keyof typeof unsaid]]] : []
  return fieldLines(w, fieldsSchemaOf(register), { [name]: value }, { parent: offer.register }).map(
    ({ text }) => text,
  )
}
