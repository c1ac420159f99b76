/** What counts of what was said of a meeting, and of one side's arrangement for it. */

import type { RegisterItem } from '../../item/item.ts'
import { countingMarks } from '../../item/register.ts'
import { arrangementVerbs, meetingVerbs } from './verbs.ts'

type Known = RegisterItem<unknown>
export type MeetingOutcome = 'held' | 'held-in-part' | 'not-held' | 'adjourned'

/** What became of it, as the mediators say; undefined before, and where they have taken it up again. */
export function outcomeOf(meeting: Known): MeetingOutcome | undefined {
  const said = countingMarks({ verbs: meetingVerbs }, meeting).find(
    ({ verb }) => meetingVerbs[verb as keyof typeof meetingVerbs].group === 'outcome',
  )?.verb
  return said === undefined || said === 'on-again' ? undefined : (said as MeetingOutcome)
}

/** How many sides have said yes and no to it as it stands; whether what some of them said yes to has changed since. */
export function answersToMeeting(meeting: Known): {
  readonly confirmed: number
  readonly declined: number
  readonly lapsed: boolean
  readonly voices: readonly string[]
} {
  const said = countingMarks({ verbs: meetingVerbs }, meeting).filter(
    ({ verb }) => verb === 'confirmed' || verb === 'declined',
  )
  const count = (wanted: string): number => said.filter(({ verb }) => verb === wanted).length
  return {
    confirmed: count('confirmed'),
    declined: count('declined'),
    lapsed: meeting.marks.some(({ verb, lapsed }) => verb === 'confirmed' && lapsed !== undefined),
    voices: said.map(({ voice }) => voice),
  }
}

/** The last that was said of each group: what the side makes of it, whether it comes, whether it came. */
export function saidOfArrangement(arrangement: Known): Readonly<Partial<Record<string, string>>> {
  const said = countingMarks({ verbs: arrangementVerbs }, arrangement)
  return Object.fromEntries(
    said.map(({ verb }) => [arrangementVerbs[verb as keyof typeof arrangementVerbs].group, verb]),
  )
}
