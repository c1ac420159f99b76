/** What counts of what was said of a meeting, and of one side's arrangement for it. */

import type { RegisterItem } from '../../item/item.ts'
import { type CountingMark, countingMarks, type RegisterRoom } from '../../item/register.ts'
import { isSaidByAll } from '../../item/who.ts'
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

/** Whether all have said so: to a question that was put to all, or each of the room where it stands. */
export const isByAll = (room: RegisterRoom, said: readonly CountingMark[]): boolean =>
  said.some(({ question }) => question !== undefined) ||
  isSaidByAll(
    room,
    said.map(({ voice }) => voice),
  )

/** How many sides have said yes and no to it as it stands, and whether all yes; whether what some of them said yes to has changed since. */
export function answersToMeeting(
  meeting: Known,
  room: RegisterRoom,
): {
  readonly confirmed: number
  readonly agreed: boolean
  readonly declined: number
  readonly lapsed: boolean
  readonly voices: readonly string[]
} {
  const said = countingMarks({ verbs: meetingVerbs }, meeting).filter(
    ({ verb }) => verb === 'confirmed' || verb === 'declined',
  )
  const yes = said.filter(({ verb }) => verb === 'confirmed')
  return {
    confirmed: yes.length,
    agreed: isByAll(room, yes),
    declined: said.length - yes.length,
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
