/** Steps as they are read: in lanes, one by one, as a calendar file. What is supposed is written nowhere (STEP-12). */

import {
  itemsAround,
  type Lane,
  lanesOf,
  nameOfThing,
  sayConsequence,
  sayWaiver,
  sayWhenDue,
  standingName,
  stepsFile,
} from '@goodoffices/client'
import {
  type Day,
  dayMs,
  type ItemId,
  isDay,
  numberToDay,
  type Step,
  type Supposed,
  standingOf,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, option, repeated } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { count, openRows, text, words, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { writeWhole } from '../../shell/written-file.ts'
import { answerOf } from '../agenda/things.ts'
import { findFact } from '../fact/things.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'

const ofOne = { '<step>': 'such as table/i1' } as const
type ListFlags = { readonly asOf?: string; readonly suppose?: readonly string[] }
type FileFlags = { readonly out?: string; readonly titles?: true }

export function registerReading(step: Command, terminal: Terminal): void {
  defineWork<ListFlags>(
    step,
    terminal,
    {
      name: 'list',
      summary: 'every step that you read, by whoever does it, with its day and what it waits for',
      options: [
        option('--as-of <day>', 'as if today were this day'),
        repeated(
          '--suppose <what>',
          'a word on a day, such as "table/i1 step-performed 2026-02-10"; nothing of it is written',
        ),
      ],
      answers: {
        lanes: openRows({
          owner: text,
          steps: openRows({
            handle: text,
            number: count,
            title: text,
            standing: text,
            when: text,
            late: yesNo,
          }),
        }),
        'supposed?': text,
      },
      examples: [
        'goodoffices step list',
        'goodoffices step list --suppose "table/i1 step-performed 2026-02-10"',
      ],
      acts: false,
    },
    list,
  )
  defineWork(
    step,
    terminal,
    {
      name: 'show',
      arguments: ofOne,
      summary: 'one step: what was said of it, when it is due, what may follow where it was not done',
      answers: { step: text, title: text, standing: text, when: text, lines: words },
      examples: ['goodoffices step show table/i1'],
      acts: false,
    },
    show,
  )
  defineWork<FileFlags>(
    step,
    terminal,
    {
      name: 'calendar',
      summary: 'a calendar file of the steps that have a day, under the name “Appointment”',
      options: [
        option('--out <file>', 'write it to this file; on standard output if left out'),
        option('--titles', 'with what is to be done'),
      ],
      answers: { 'file?': text, note: text },
      examples: ['goodoffices step calendar --out steps.ics'],
      acts: false,
    },
    calendar,
  )
}

function dayOf(typed: string): Day {
  if (!isDay(typed)) throw misuse('term-unreadable', { text: typed })
  return typed
}

function supposedIn(work: Work<ListFlags>): readonly Supposed[] {
  const rooms = work.session.rooms(work.processOf().process)
  return (work.flags.suppose ?? []).map(typed => {
    const [handle = '', verb = '', day = ''] = typed.trim().split(/\s+/)
    return { item: findItem(rooms, itemHandles.item, handle).id as ItemId, verb, day: dayOf(day) }
  })
}

async function list(work: Work<ListFlags>): Promise<Answer> {
  const { session, processOf, flags, terminal } = work
  const rooms = session.rooms(processOf().process)
  const [first] = rooms
  const on = flags.asOf === undefined ? numberToDay(Math.floor(terminal.now() / dayMs)) : dayOf(flags.asOf)
  const supposed = supposedIn(work)
  const lanes = lanesOf(rooms, { on, supposed }).map(laneRow)
  const note =
    supposed.length === 0 || first === undefined ? undefined : writingIn(first).vocabulary.terms.supposed
  return {
    text: [
      ...(note === undefined ? [] : [note, '']),
      ...lanes.flatMap(({ owner, steps }) => [
        owner,
        ...steps.map(
          ({ handle, number, title, standing, when }) =>
            `    ${number}. ${title}  ${standing}  ${when}  ${handle}`,
        ),
      ]),
    ].join('\n'),
    json: { lanes, ...(note === undefined ? {} : { supposed: note }) },
  }
}

const laneRow = ({ owner, steps }: Lane) => ({
  owner: printable(owner),
  steps: steps.map(planned => {
    const { room, step, days, isLate } = planned
    const w = writingIn(room)
    const { stepNumber, title } = standingOf(step).fields
    return {
      handle: fullHandle(room, itemHandles.item, step.item),
      number: stepNumber,
      title: printable(title),
      standing: withoutMarks(standingName(w, step) ?? ''),
      when: withoutMarks(sayWhenDue(w, planned)),
      days,
      late: isLate,
    }
  }),
})

async function show(work: Work<object>): Promise<Answer> {
  const { room, thing } = findFact(work, 'step', work.args[0] ?? '')
  const step = thing as unknown as Step
  const rooms = work.session.rooms(work.processOf().process)
  const w = writingIn(room)
  const planned = lanesOf(rooms)
    .flatMap(({ steps }) => steps)
    .find(each => each.step.item === step.item)
  const title = printable(nameOfThing(w, step.item))
  const standing = withoutMarks(standingName(w, thing) ?? '')
  const when = planned === undefined ? '' : withoutMarks(sayWhenDue(w, planned))
  const lines = [...sayWaiver(w, step), ...sayConsequence(w, step, itemsAround(rooms, room))].map(
    withoutMarks,
  )
  const handle = fullHandle(room, itemHandles.item, step.item)
  return {
    text: [
      `${handle}  ${title}  ${standing}  ${when}`,
      ...lines.map(line => `    ${line}`),
      '',
      answerOf(room, step.item).text,
    ].join('\n'),
    json: { step: handle, title, standing, when, lines },
  }
}

async function calendar({ session, processOf, flags }: Work<FileFlags>): Promise<Answer> {
  const rooms = session.rooms(processOf().process)
  const [room] = rooms
  if (room === undefined) throw missing('room-unknown')
  const w = writingIn(room)
  const file = demand(await stepsFile(session, w, { rooms, withTitles: flags.titles === true }))
  if (flags.out !== undefined) writeWhole(flags.out, file, { isOver: true })
  const note = w.vocabulary.terms['calendar-note']
  return {
    text: flags.out === undefined ? file : `Written: ${flags.out}\n${note}`,
    json: { ...(flags.out === undefined ? {} : { file: flags.out }), note },
  }
}
