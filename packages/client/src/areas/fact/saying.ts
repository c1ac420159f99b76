/** Facts in sentences: what happened when, from whose hand to whose, who can lift a measure, two ways of stating one figure. */

import {
  type Account,
  type CustodyGap,
  type CustodyLink,
  courseOfMeasure,
  custodyOf,
  type Measure,
  type RegisterItem,
  standingOf,
} from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { isolate, say } from '../../words/say.ts'
import { sayFigure } from '../item/figure.ts'
import { choiceOf } from '../item/names.ts'
import type { SameFigure } from './same.ts'

/** When something was, as one side tells it; that no day is given where none is. */
export function sayWhen(w: Writing, { day, until }: Account): string {
  if (day === undefined) return w.vocabulary.terms['no-day']
  return until === undefined ? w.day(day) : `${w.day(day)} – ${w.day(until)}`
}

/** One link: its number, what was done, from or to whom, when. */
export const sayLink = (w: Writing, { link, verb, note, at, time }: CustodyLink): string =>
  [
    w.figure(link),
    choiceOf(w, `verb.${verb}`),
    ...(note === undefined ? [] : [isolate(note)]),
    w.time(at ?? time),
  ].join(' · ')

/** FACT-6: between which links a chain of custody does not hold. */
export const sayGap = (w: Writing, { kind, after, before }: CustodyGap): string =>
  say(w.vocabulary.terms[`gap.${kind}`], { after: after.link, before: before.link }, w.figures)

/** The chain, a line a link, and what does not hold of it. */
export function sayCustody(w: Writing, evidence: RegisterItem<unknown>): readonly string[] {
  const { terms } = w.vocabulary
  const { links, gaps } = custodyOf(evidence)
  if (links.length === 0) return [terms['custody-none']]
  const whole = gaps.length === 0 ? [terms['custody-whole']] : gaps.map(gap => sayGap(w, gap))
  return [...links.map(link => sayLink(w, link)), ...whole]
}

/** What could lift a measure, and how long that takes. */
export function sayLifting(w: Writing, measure: Measure): readonly string[] {
  const { terms } = w.vocabulary
  const { canLift, daysToLift } = standingOf(measure).fields
  return [
    ...(canLift === undefined ? [] : [say(terms.lifting, { who: canLift }, w.figures)]),
    ...(daysToLift === undefined ? [] : [say(terms['lifting-days'], { count: daysToLift }, w.figures)]),
  ]
}

/** What became of it, as its owner says. */
export const sayCourse = (w: Writing, measure: Measure): string =>
  choiceOf(w, `standing.${courseOfMeasure(measure) ?? 'measure-in-force'}`)

/** FACT-10: a line for each of the two, with the numbers and what they come to. */
export function saySame(w: Writing, { values, sides }: SameFigure): readonly string[] {
  const { terms } = w.vocabulary
  return sides.map(({ figure, way, exact }) =>
    say(
      terms['same-figure-line'],
      {
        figure: sayFigure(w, figure),
        values: values.map(w.decimal).join(' · '),
        way: terms[`stated.${way}`],
        exact: w.decimal(exact),
      },
      w.figures,
    ),
  )
}
