/** How far an incident is, and at which level of those that hear of it. */

import type { RegisterItem } from '../../item/item.ts'
import { countingMarks } from '../../item/register.ts'
import { dayNumberAt } from '../../term/calendar.ts'
import { type Day, numberToDay } from '../../term/day.ts'
import { incidentVerbs } from './verbs.ts'

type Known = RegisterItem<unknown>
type Levelled = RegisterItem<{
  readonly levels?: readonly string[] | undefined
  readonly daysAtLevel?: number | undefined
}>

const courses = [
  'incident-received',
  'incident-inquired',
  'incident-accident',
  'incident-violation',
  'incident-unfounded',
  'incident-remedied',
] as const

/** What was said last of its course; whoever denies or admits it moves nothing, and whoever takes it up again lets it stand as before. */
export function incidentCourse(incident: Known): {
  readonly standing: 'incident-reported' | 'incident-closed' | (typeof courses)[number]
} {
  const said = countingMarks({ verbs: incidentVerbs }, incident).map(({ verb }) => verb)
  if (said.findLast(verb => verb === 'incident-closed' || verb === 'incident-reopened') === 'incident-closed')
    return { standing: 'incident-closed' }
  const last = said.findLast(verb => courses.some(course => course === verb))
  return { standing: courses.find(course => course === last) ?? 'incident-reported' }
}

export type Level = {
  /** Its number, from 1, and what it is called. */
  readonly level: number
  readonly name: string
  /** The last day that this level has, where days were agreed; by UTC. */
  readonly until?: Day
}

/** STEP-15: a level higher each time that it was raised, and not above the last; its days begin when it came there. */
export function levelOf({ revisions, marks }: Levelled): Level | undefined {
  const [first] = revisions
  const { levels, daysAtLevel } = revisions.at(-1)?.fields ?? {}
  if (levels === undefined || first === undefined) return undefined
  const raised = marks
    .filter(({ verb, lapsed }) => verb === 'incident-raised' && lapsed === undefined)
    .slice(0, levels.length - 1)
  const came = raised.at(-1) ?? first
  const at = 'at' in came && came.at !== undefined ? came.at : came.time
  return {
    level: raised.length + 1,
    name: levels[raised.length] ?? '',
    ...(daysAtLevel === undefined ? {} : { until: numberToDay(dayNumberAt(at, 'UTC') + daysAtLevel) }),
  }
}
