/** Steps in sentences: when one is due, what may follow, at which level an incident is. */

import {
  type Consequence,
  consequenceOf,
  cureTermOf,
  type Duty,
  type Incident,
  type ItemState,
  levelOf,
  notWaivedBy,
  resolveTerm,
  type Step,
  saidOfStep,
  standingOf,
  termWorldOf,
} from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { say } from '../../words/say.ts'
import { nameOfThing } from '../item/names.ts'
import { sayResolved } from '../item/term.ts'
import type { LaneStep } from './lanes.ts'

/** Its number, and what it is called. */
export const nameOfStep = (w: Writing, step: Step): string => {
  const { stepNumber, title } = standingOf(step).fields
  return say(w.vocabulary.terms['step-line'], { number: stepNumber, title }, w.figures)
}

/** The day; both, where it is disputed; what it waits for. STEP-5: who hesitates is told where all read it, and nowhere else. */
export function sayDuty(w: Writing, step: Step, duty: Duty): string {
  const { terms } = w.vocabulary
  const { withGroup = '', readyTo } = standingOf(step).fields
  switch (duty.kind) {
    case 'together': {
      const waits = say(terms['duty.together'], { group: withGroup }, w.figures)
      return readyTo !== 'everyone' || duty.notReady.length === 0
        ? waits
        : [waits, say(terms['not-ready'], { count: duty.notReady.length }, w.figures)].join(' · ')
    }
    case 'open':
    case 'over':
      return terms[`duty.${duty.kind}`]
    case 'day':
    case 'waiting':
    case 'disputed':
    case 'loop':
      return sayResolved(w, duty)
    default:
      return duty satisfies never
  }
}

/** What it comes to in a plan: its day, or the day that follows where all before it is done on its own. */
export function sayWhenDue(w: Writing, { step, duty, days, isExpected }: LaneStep): string {
  const known = sayDuty(w, step, duty)
  return isExpected
    ? `${known} · ${say(w.vocabulary.terms.expected, { day: w.either(days.map(w.day)) }, w.figures)}`
    : known
}

/** STEP-10, STEP-19: until when what was noticed may be made good, what may be begun after, and that nothing begins by itself. */
export function sayConsequence(w: Writing, step: Step, items: ItemState): readonly string[] {
  const consequence = consequenceOf(step, items)
  return consequence === undefined ? [] : consequenceLines(w, step, consequence, items)
}

function consequenceLines(
  w: Writing,
  step: Step,
  { steps, after }: Consequence,
  items: ItemState,
): readonly string[] {
  const { terms } = w.vocabulary
  const cure = cureTermOf(step)
  const until = cure === undefined ? after : resolveTerm(cure, termWorldOf(items))
  return [
    say(terms['made-good-by'], { day: sayResolved(w, until) }, w.figures),
    steps.length === 0
      ? terms['may-follow-none']
      : say(terms['may-follow'], { steps: w.all(steps.map(item => nameOfThing(w, item))) }, w.figures),
    terms['nothing-by-itself'],
  ]
}

/** STEP-9: who has not waived it yet, once one has. */
export function sayWaiver(w: Writing, step: Step): readonly string[] {
  const missing = notWaivedBy(step)
  if (missing.length === 0 || saidOfStep(step, 'step-waived').length === 0) return []
  const parties = w.all(missing.map(party => w.named('party', party)))
  return [say(w.vocabulary.terms['not-waived-by'], { parties }, w.figures)]
}

/** STEP-15: at which level an incident is, and until when. */
export function sayLevel(w: Writing, incident: Incident): readonly string[] {
  const level = levelOf(incident)
  if (level === undefined) return []
  const { terms } = w.vocabulary
  return [
    say(terms.level, { level: level.level, name: level.name }, w.figures),
    ...(level.until === undefined ? [] : [say(terms['level-until'], { day: w.day(level.until) }, w.figures)]),
  ]
}

/** What whoever looked has found, on the scale from not begun to complete. */
export const sayDegree = (w: Writing, degree: number): string | undefined =>
  degree === 0 || degree === 1 || degree === 2 || degree === 3
    ? w.vocabulary.terms[`degree.${degree}`]
    : undefined
