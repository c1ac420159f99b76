/** The calendar across the rooms that one holds: by day, then what waits for a day; and as a file. */

import {
  type DatedOnce,
  datedNow,
  daysBetween,
  daysOf,
  loadViews,
  type ProcessSummary,
  type Session,
  sayDated,
  sayName,
  wholeDaysFile,
  wholeDaysOf,
} from '@goodoffices/client'
import { type Day, dayNumberAt, dayToNumber, isDay, numberToDay } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, option } from '../../shell/define.ts'
import { misuse } from '../../shell/exit.ts'
import { rows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { itemHandles } from '../item/handles.ts'
import { english, writingIn } from '../item/writing.ts'

type Flags = {
  readonly asOf?: string
  readonly days?: string
  readonly ics?: string
  readonly titles?: true
}

const daysMax = 3_660
const daysShown = 14
const zone = 'UTC'

const line = { 'handle?': text, rooms: words, name: text, of: words } as const

export function registerCalendar(program: Command, terminal: Terminal): void {
  defineWork<Flags>(
    program,
    terminal,
    {
      name: 'calendar',
      summary: 'what has a day in the talks, what waits for one, and what is dated differently',
      options: [
        option('--as-of <day>', 'from this day on; today if left out'),
        option('--days <count>', `how many days (${daysShown})`),
        option('--ics <file>', 'all of it as a calendar file, a day each, under the name “Appointment”'),
        option('--titles', 'with what the days are, in the file'),
      ],
      answers: {
        from: text,
        to: text,
        days: rows({ day: text, ...line }),
        open: rows(line),
        'file?': text,
        'note?': text,
      },
      examples: ['goodoffices calendar', 'goodoffices calendar --as-of 2026-10-01 --days 30 --ics days.ics'],
      acts: false,
    },
    calendar,
  )
}

/** All that the reader's rooms have of the talks. */
export const allDated = async (session: Session, process: ProcessSummary): Promise<readonly DatedOnce[]> =>
  datedNow(session, process.process, await loadViews())

async function calendar({ session, processOf, flags, terminal }: Work<Flags>): Promise<Answer> {
  const dated = await allDated(session, processOf())
  const from = dayTyped(flags.asOf, numberToDay(dayNumberAt(terminal.now(), zone)))
  const to = numberToDay(dayToNumber(from) + countTyped(flags.days) - 1)
  const days = daysBetween(dated, { from, to, zone })
  const open = dated.filter(each => daysOf(each, zone).length === 0)
  const note = english.terms['calendar-note']
  const file = flags.ics
  if (file !== undefined) {
    const entered = {
      days: wholeDaysOf({ vocabulary: english }, dated, zone),
      withTitles: flags.titles === true,
    }
    writeWhole(file, await wholeDaysFile(session, english, entered), { isOver: true })
  }
  const told = [
    ...days.flatMap(({ day, dated: some }) => [day, ...some.map(lineOf)]),
    ...(open.length === 0 ? [] : [`${english.terms['days.open']}:`, ...open.map(lineOf)]),
  ]
  return {
    text: [
      ...(told.length === 0 ? [english.terms['days.none']] : told),
      ...(file === undefined ? [] : ['', `Written: ${file}`, note]),
    ].join('\n'),
    json: {
      from,
      to,
      days: days.flatMap(({ day, dated: some }) => some.map(each => ({ day, ...rowOf(each) }))),
      open: open.map(rowOf),
      ...(file === undefined ? {} : { file, note }),
    },
  }
}

function dayTyped(typed: string | undefined, today: Day): Day {
  if (typed === undefined) return today
  if (!isDay(typed)) throw misuse('day-unreadable', { day: typed })
  return typed
}

function countTyped(typed: string | undefined): number {
  const count = Number(typed ?? daysShown)
  if (!Number.isSafeInteger(count) || count < 1 || count > daysMax)
    throw misuse('days-out-of-range', { max: daysMax })
  return count
}

const plain = (words: string): string => withoutMarks(printable(words))

export function rowOf(dated: DatedOnce) {
  const w = writingIn(dated.room)
  return {
    ...(dated.thing === undefined
      ? {}
      : { handle: fullHandle(dated.room, itemHandles.item, dated.thing.item) }),
    rooms: dated.rooms.map(roomHandle),
    name: plain(sayName(w, dated)),
    of: sayDated(w, dated).map(plain),
  }
}

function lineOf(dated: DatedOnce): string {
  const { handle, name, of, rooms } = rowOf(dated)
  return `  ${[handle ?? rooms.join(', '), name, ...of].join('  ')}`
}
