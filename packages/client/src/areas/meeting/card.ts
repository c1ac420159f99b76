/** MEET-10: the card that one side takes along: its own hours and its own way, from its own caucus and from nowhere else. */

import { type Arrangement, type Meeting, resolveTerm, standingOf, termWorldOf } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { comma, semicolon } from '../../words/locale.ts'
import { say } from '../../words/say.ts'
import { choiceOf } from '../item/names.ts'
import { sayTerm } from '../item/term.ts'
import { sayHours } from './saying.ts'

export type MeetingCard = {
  readonly title: string
  /** The day, in the reader's calendar; what it waits for where it is none yet. */
  readonly day: string
  readonly arrival: string
  readonly lines: readonly (readonly [label: string, text: string])[]
  readonly zone: string
}

export function meetingCard(w: Writing, meeting: Meeting, arrangement: Arrangement): MeetingCard {
  const { fields: labels, terms } = w.vocabulary
  const about = standingOf(meeting).fields
  const own = standingOf(arrangement).fields
  const when = resolveTerm(about.when, termWorldOf(w.room))
  const line = (name: string, text: string | undefined) =>
    text === undefined ? [] : [[labels[name] ?? name, text] as const]
  const sessions = own.sessions?.map(({ begins, ends, title }) =>
    [sayHours(w, begins, ends), title].filter(part => part !== undefined).join(' · '),
  )
  return {
    title: about.title,
    day:
      own.on !== undefined ? w.day(own.on) : when.kind === 'day' ? w.day(when.day) : sayTerm(w, about.when),
    arrival: sayHours(w, own.arrivesFrom, own.arrivesTo),
    lines: [
      ...line(
        'venue',
        [about.venue, about.building].filter(part => part !== undefined).join(comma(w.vocabulary.language)),
      ),
      ...line('entrance', own.entrance),
      ...line('waitingRoom', own.waitingRoom),
      ...line('ownRoom', own.ownRoom),
      ...line('sessions', sessions?.join(semicolon(w.vocabulary.language))),
      ...line('interpreter', own.interpreter),
      ...line('escort', own.escort),
      ...line('access', own.access),
      [terms['leave-between'], sayHours(w, own.leavesFrom, own.leavesTo)],
      ...line('route', own.route),
      ...line('exitPlan', own.exitPlan),
      ...line('publicity', choiceOf(w, `publicity.${about.publicity}`)),
    ],
    zone: say(terms['all-hours'], { zone: about.timeZone }, w.figures),
  }
}
