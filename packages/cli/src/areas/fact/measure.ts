/** Measures in force, each with whose it is, who can lift it and how long that takes; joint inquiries, asked of all before they begin. */

import { draftAbout, inquiryToPut, sayCourse, sayLifting } from '@goodoffices/client'
import { type ItemFields, type Measure, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { onlyRoom } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import { openRows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { answerOf } from '../agenda/things.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'
import { findFact } from './things.ts'

export function registerMeasure(program: Command, terminal: Terminal): void {
  const measure = gather(program, 'measure', 'measures in force, and who can lift them')
  defineWork(
    measure,
    terminal,
    {
      name: 'list',
      summary: 'all that you read, each with whose it is and what could lift it',
      answers: {
        measures: openRows({ handle: text, title: text, imposedBy: text, standing: text, lifting: words }),
      },
      examples: ['goodoffices measure list'],
      acts: false,
    },
    listMeasures,
  )
}

async function listMeasures({ session, processOf }: Work<object>): Promise<Answer> {
  const measures = session.rooms(processOf().process).flatMap(room =>
    Object.values(room.items)
      .filter(({ register }) => register === 'measure')
      .map(thing => {
        const w = writingIn(room)
        const measure = thing as unknown as Measure
        const { title, imposedBy, daysToLift } = standingOf(measure).fields
        return {
          handle: fullHandle(room, itemHandles.item, measure.item),
          title: printable(title),
          imposedBy: printable(imposedBy),
          standing: sayCourse(w, measure),
          lifting: sayLifting(w, measure).map(withoutMarks),
          ...(daysToLift === undefined ? {} : { daysToLift }),
        }
      }),
  )
  return {
    text: measures
      .map(({ handle, title, imposedBy, standing, lifting }) =>
        [`${handle}  ${title}`, imposedBy, standing, ...lifting].join('  '),
      )
      .join('\n'),
    json: { measures },
  }
}

export function registerInquiry(program: Command, terminal: Terminal): void {
  const inquiry = gather(program, 'inquiry', 'joint inquiries into what is disputed')
  defineWork<AskFlags>(
    inquiry,
    terminal,
    {
      name: 'ask',
      arguments: {
        '<inquiry>': 'one that is drafted at the desk, such as desk/i5',
        '[words]': 'the question; standard input if left out',
      },
      summary: 'ask all whether they want this inquiry; it begins only where all have said yes',
      options: askOptions,
      answers: askAnswers,
      examples: [
        'goodoffices inquiry ask desk/i5 "Shall three hydrologists measure?" --closes 2026-02-05T18:00+03:00',
      ],
      acts: true,
    },
    async work => {
      const { room, thing } = findFact(work, 'inquiry', work.args[0] ?? '', ['desk'])
      return ask({ ...work, args: work.args.slice(1) }, { kind: 'proposal', ...draftAbout(room, thing) })
    },
  )
  defineWork<ReachFlags>(
    inquiry,
    terminal,
    {
      name: 'open',
      arguments: { '<inquiry>': 'one to which all have said yes, such as desk/i5' },
      summary: 'put it on the table, in the words to which all have said yes',
      options: reachOptions,
      answers: [thingFields, previewed],
      examples: ['goodoffices inquiry open desk/i5'],
      acts: true,
    },
    open,
  )
}

async function open(work: Work<ReachFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const { room: desk, thing } = findFact(work, 'inquiry', work.args[0] ?? '', ['desk'])
  const table = onlyRoom(session, processOf(), 'table')
  const act = inquiryToPut({ desk, table }, thing)
  if (act === undefined) throw missing('inquiry-not-assented')
  return sayChecked(session, table, {
    act: { ...act, fields: act.fields satisfies ItemFields },
    flags,
    said: () => answerOf(session.room(table.id) ?? table, act.item),
  })
}
