/** Deadlines: common to all at the table, or one's own; counted down, and nothing happens by them. */

import { deadlinesFile, deadlinesIn, itemsAround, sayClock, standingName } from '@goodoffices/client'
import { clockOf, standingOf, type Term } from '@goodoffices/core'
import { type Command, Option } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { recordOptions } from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { rows, text, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'
import { reachOptions } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { namingIn } from '../item/naming.ts'
import { type PutFlags, putThing } from '../item/put.ts'
import { readTerm } from '../item/read.ts'
import { writingIn } from '../item/writing.ts'
import { findThing, ownRoom, registerOf } from './things.ts'

const due = new Option(
  '--due <words...>',
  'by when, such as 2026-03-01 or 30 days after table/i3 round-opened',
)

export function registerDeadline(program: Command, terminal: Terminal): void {
  const deadline = gather(program, 'deadline', 'by when something is to be done')
  defineWork<PutFlags>(
    deadline,
    terminal,
    {
      name: 'put',
      arguments: { '<title>': 'what is due' },
      summary: 'enter a deadline: your own in your caucus, one for all at the table',
      options: [
        due,
        option('--in <room>', 'your caucus if left out; table for one that is common'),
        option('--set-by <whom>', 'who set it', ['statute', 'mediators', 'party']),
        option('--pausable <answer>', 'whether its clock stands while a round is suspended so', [
          'yes',
          'no',
        ]),
        option('--then-follows <words>', 'what follows if it passes'),
        option('--zone <zone>', 'in which zone days are counted (UTC)'),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: ['goodoffices deadline put "Our answer" --due 2026-03-01 --set-by party --pausable no'],
      acts: true,
    },
    async work => {
      const flags = { ...work.flags, ...ownRoom(work), title: work.args[0] ?? '' }
      return putThing({ ...work, flags }, registerOf('deadline'))
    },
  )
  defineWork<PutFlags>(
    deadline,
    terminal,
    {
      name: 'extend',
      arguments: { '<deadline>': 'such as table/i4' },
      summary: 'move your own; a common one only as all have said yes to',
      options: [
        due,
        option('--zone <zone>', 'in which zone days are counted (UTC)'),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: ['goodoffices deadline extend i4 --due 2026-04-01'],
      acts: true,
    },
    async work =>
      putThing({ ...work, flags: { ...work.flags, item: work.args[0] ?? '' } }, registerOf('deadline')),
  )
  defineWork<AskFlags & { readonly due?: string }>(
    deadline,
    terminal,
    {
      name: 'ask',
      arguments: {
        '<deadline>': 'a common one, such as table/i4',
        '[words]': 'the question; standard input if left out',
      },
      summary: 'ask all whether a common deadline moves to another day; extend it where all have said yes',
      options: [due, ...askOptions],
      answers: askAnswers,
      examples: [
        'goodoffices deadline ask table/i4 "May it move?" --due 2026-04-01 --closes 2026-02-05T18:00+03:00',
      ],
      acts: true,
    },
    askMove,
  )
  defineWork(
    deadline,
    terminal,
    {
      name: 'list',
      summary: 'all deadlines that you read, each with its day, or with what its clock has left',
      answers: {
        deadlines: rows({ handle: text, title: text, standing: text, when: text, pausable: yesNo }),
      },
      examples: ['goodoffices deadline list'],
      acts: false,
    },
    list,
  )
  defineWork<CalendarFlags>(
    deadline,
    terminal,
    {
      name: 'calendar',
      summary: 'a calendar file of the deadlines that run, a day each, under the name “Appointment”',
      options: [
        option('--out <file>', 'write it to this file; on standard output if left out'),
        option('--titles', 'with what is due'),
      ],
      answers: { 'file?': text, note: text },
      examples: ['goodoffices deadline calendar --out deadlines.ics'],
      acts: false,
    },
    calendar,
  )
}

async function askMove(work: Work<AskFlags & { readonly due?: string }>): Promise<Answer> {
  const { session, processOf, flags } = work
  const [typed = '', ...words] = work.args
  const { room, thing } = findThing(work, 'deadline', typed, ['table'])
  const { vocabulary } = writingIn(room)
  const naming = namingIn(session, processOf(), session.rooms(processOf().process), { vocabulary })
  // Options of several words arrive as a list.
  const day = readTerm([flags.due ?? ''].flat().join(' '), naming) as Term
  return ask({ ...work, args: words }, { kind: 'move', moves: { deadline: thing.item, due: day } })
}

type CalendarFlags = { readonly out?: string; readonly titles?: true }

async function calendar({ session, processOf, flags }: Work<CalendarFlags>): Promise<Answer> {
  const rooms = session.rooms(processOf().process)
  const [room] = rooms
  if (room === undefined) throw missing('room-unknown')
  const w = writingIn(room)
  const file = demand(await deadlinesFile(session, w, { rooms, withTitles: flags.titles === true }))
  if (flags.out !== undefined) writeWhole(flags.out, file, { isOver: true })
  const note = w.vocabulary.terms['calendar-note']
  return {
    text: flags.out === undefined ? file : `Written: ${flags.out}\n${note}`,
    json: { ...(flags.out === undefined ? {} : { file: flags.out }), note },
  }
}

async function list({ session, processOf }: Work<object>): Promise<Answer> {
  const rooms = session.rooms(processOf().process)
  const deadlines = rooms.flatMap(room =>
    deadlinesIn(room).map(thing => {
      const w = writingIn(room)
      const { title, pausable } = standingOf(thing).fields
      return {
        handle: fullHandle(room, itemHandles.item, thing.item),
        title: printable(title),
        standing: standingName(w, thing),
        when: withoutMarks(sayClock(w, clockOf(thing, itemsAround(rooms, room)))),
        pausable,
      }
    }),
  )
  return {
    text: deadlines
      .map(({ handle, title, standing, when }) => `${handle}  ${title}  ${standing}  ${when}`)
      .join('\n'),
    json: { deadlines },
  }
}
