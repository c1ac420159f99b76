/** MEET-9: a meeting for the reader's own calendar, which is often copied elsewhere: "Appointment", own hours, and nothing else unasked. */

import {
  type Arrangement,
  type Clock,
  type Day,
  findRegister,
  type Meeting,
  resolveTerm,
  standingOf,
  termWorldOf,
} from '@goodoffices/core'
import { bytesToBase64url, randomBytes } from '@goodoffices/log'
import type { Writing } from '../../export/writing.ts'
import { fail, ok, type Result } from '../../result.ts'
import { readDraft, saveDraft } from '../../session/drafts.ts'
import { isUnproved } from '../assent/unproved.ts'

/** What may be added to it. */
export type CalendarAddition = 'title' | 'venue'
export type CalendarKeeping = Parameters<typeof readDraft>[0]
type Entered = {
  readonly meeting: Meeting
  readonly arrangement?: Arrangement | undefined
  readonly also?: readonly CalendarAddition[]
}

/** The id of a thing in this reader's calendar: random, kept on this device, so that a change finds what it changes and no two calendars match. */
export async function calendarIdFor(keeping: CalendarKeeping, thing: string): Promise<string> {
  const name = `calendar ${thing}`
  const kept = readDraft(keeping, name) ?? bytesToBase64url(randomBytes(24))
  await saveDraft(keeping, name, kept)
  return kept
}

const cancelled: ReadonlySet<string> = new Set(['not-held', 'adjourned', 'meeting-declined'])
const certain: ReadonlySet<string> = new Set(['agreed-in-private', 'confirmed', 'was-held', 'held-in-part'])

/**
 * An iCalendar file (RFC 5545) of the meeting and, as an event of its own, of the arrival. Fails with `day-unknown` where its day hangs on
 * something that has not happened. The library is loaded with the first file.
 */
export async function calendarFile(
  keeping: CalendarKeeping,
  w: Writing,
  { meeting, arrangement, also = [] }: Entered,
): Promise<Result<string>> {
  const { fields } = standingOf(meeting)
  const own = arrangement === undefined ? undefined : standingOf(arrangement).fields
  const when = resolveTerm(fields.when, termWorldOf(w.room))
  const day = own?.on ?? (when.kind === 'day' ? when.day : undefined)
  if (day === undefined) return fail('day-unknown')
  const {
    default: ical,
    ICalCalendarMethod,
    ICalEventClass,
    ICalEventStatus,
  } = await import('ical-generator')
  const { terms } = w.vocabulary
  const stands = findRegister('meeting')?.standing(meeting, w.room).standing ?? ''
  const id = await calendarIdFor(keeping, meeting.item)
  const calendar = ical({
    prodId: { company: 'Good Offices', product: 'calendar' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: fields.timeZone, generator: zone => writeZone(zone, day) },
  })
  const event = {
    class: ICalEventClass.CONFIDENTIAL,
    stamp: new Date(arrangement === undefined ? standingOf(meeting).time : standingOf(arrangement).time),
    // One more with every change of either.
    sequence: meeting.revisions.length + meeting.marks.length + (arrangement?.revisions.length ?? 0),
    status: cancelled.has(stands)
      ? ICalEventStatus.CANCELLED
      : certain.has(stands) && !isUnproved(w.room, meeting)
        ? ICalEventStatus.CONFIRMED
        : ICalEventStatus.TENTATIVE,
    timezone: fields.timeZone,
  }
  calendar.createEvent({
    ...event,
    id: `${id}-1`,
    summary: also.includes('title') ? fields.title : terms['calendar-title'],
    ...(also.includes('venue') ? { location: fields.venue } : {}),
    start: at(day, own?.arrivesTo ?? fields.begins ?? ('00:00' as Clock)),
    end: at(day, own?.leavesFrom ?? fields.ends ?? ('23:59' as Clock)),
  })
  if (own !== undefined)
    calendar.createEvent({
      ...event,
      id: `${id}-2`,
      summary: terms['calendar-arrival'],
      start: at(day, own.arrivesFrom),
      end: at(day, own.arrivesTo),
    })
  return ok(calendar.toString())
}

/** As the clock on the wall shows it there. */
const at = (day: Day, clock: Clock): string => `${day}T${clock}:00`

/** The zone as it is on that day: a file that names a zone says what it is (RFC 5545, 3.6.5). */
function writeZone(zone: string, day: Day): string {
  const named = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${day}T12:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')?.value
  const offset = named?.replace(/^GMT|:/g, '') || '+0000'
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n')
}
