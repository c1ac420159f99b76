/** `mandate`: one's own, in a side's own room: shown, given and taken back, weighed; and talks of a body with its delegation alone. */

import {
  beginOwnTalks,
  type HomeMandate,
  homeMandates,
  pastDay,
  titleOf,
  weighDeed,
} from '@goodoffices/client'
import { conditionsOf, deeds, type RegisterItem, type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findThing } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { roomsToRows } from '../../names/rows.ts'
import { type RecordFlags, recordOptions } from '../../names/words.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand, missing, misuse } from '../../shell/exit.ts'
import { previewed, processFields, roomRows, thingFields } from '../../shell/rows.ts'
import { openRows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { headOf } from '../item/text.ts'
import { writingIn } from '../item/writing.ts'
import { findingsToLines } from './beyond.ts'
import { sayOf } from './saying.ts'

/** As it is typed, and what is said by it. */
const courses = [
  { name: 'given', verb: 'given', summary: 'that the principal has given it' },
  { name: 'suspend', verb: 'suspended', summary: 'that the principal holds it up' },
  { name: 'resume', verb: 'in-force-again', summary: 'that it is in force again' },
  { name: 'withdraw', verb: 'withdrawn', summary: 'that the principal takes it back' },
  { name: 'confirm', verb: 'confirmed-afterwards', summary: 'that what went beyond it is confirmed' },
] as const

type CourseFlags = RecordFlags & ReachFlags & { readonly note?: string; readonly of?: string }
const row = { handle: text, title: text, standing: text }

export function registerMandate(program: Command, terminal: Terminal): void {
  const mandate = gather(
    program,
    'mandate',
    'what your side may do, in your own room; the mediators do not read it',
  )
  defineWork(
    mandate,
    terminal,
    {
      name: 'show',
      summary: 'your mandates, their conditions, and the powers on file, with how each stands',
      answers: {
        mandates: openRows({ ...row, 'past?': text, conditions: openRows(row) }),
        powers: openRows(row),
      },
      examples: ['goodoffices mandate show'],
      acts: false,
    },
    show,
  )
  for (const { name, verb, summary } of courses)
    defineWork<CourseFlags>(
      mandate,
      terminal,
      {
        name,
        arguments: { '[mandate]': 'such as delegation/i1; the only one if left out' },
        summary,
        options: [
          option('--note <words>', 'why, or what else'),
          option('--of <body>', 'whose word it is, of several that give it'),
          ...recordOptions,
          ...reachOptions,
        ],
        answers: [thingFields, previewed],
        examples: [`goodoffices mandate ${name} --record orally --hearing "The council"`],
        more: 'A principal who sits in the room says it; of one who does not, it is written down with --record.',
        acts: true,
      },
      work => sayOf(work, ownMandate(work, work.args[0]), verb),
    )
  defineWork<{ readonly act?: string; readonly issue?: string }>(
    mandate,
    terminal,
    {
      name: 'check',
      arguments: { '[words]': 'words that are about to be said' },
      summary: 'what your mandates say of something before you do it; nothing is sent',
      options: [
        option('--act <deed>', 'what is to be done; exploring if left out', deeds),
        option('--issue <issue>', 'what it is about: an issue of the table, or words'),
      ],
      answers: { allowed: text, findings: words },
      examples: ['goodoffices mandate check --act sign --issue nuclear'],
      acts: false,
    },
    check,
  )
  defineWork<{ readonly body?: string; readonly role?: 'principal' | 'head' }>(
    mandate,
    terminal,
    {
      name: 'begin',
      arguments: { '<title>': 'what the talks are called' },
      summary:
        'begin talks of a body with its delegation alone: instructions down, reports up, no mediator in them',
      options: [
        option('--body <name>', 'whose they are'),
        option('--role <role>', 'as what you sit there; head if left out', ['principal', 'head']),
      ],
      answers: { ...processFields, rooms: roomRows },
      examples: ['goodoffices mandate begin "The capital" --body Iran --role principal'],
      acts: true,
    },
    begin,
  )
}

const rowOf = (room: RoomState, thing: RegisterItem) => {
  const w = writingIn(room)
  return {
    handle: fullHandle(room, itemHandles.item, thing.item),
    title: titleOf(thing) ?? '',
    standing: headOf(w, thing).split(' · ').at(-1) ?? '',
  }
}

const asThing = ({ mandate }: HomeMandate): RegisterItem => mandate

async function show({ session, processOf }: Work<object>): Promise<Answer> {
  const { process } = processOf()
  const mandates = homeMandates(session, process).map(each => {
    const past = pastDay(each, Date.now())
    const w = writingIn(each.room)
    return {
      row: {
        ...rowOf(each.room, asThing(each)),
        ...(past === undefined ? {} : { past }),
        conditions: conditionsOf(each.mandate, each.room).map(thing => rowOf(each.room, thing)),
      },
      said: past === undefined ? '' : ` · ${w.vocabulary.terms['mandate.is-past']}`,
    }
  })
  const powers = session
    .rooms(process)
    .flatMap(room =>
      Object.values(room.items).flatMap(thing => (thing.register === 'powers' ? [rowOf(room, thing)] : [])),
    )
  const line = ({ handle, title, standing }: (typeof powers)[number]): string =>
    `${handle}  ${printable(title)}  ${standing}`
  const lines = [
    ...mandates.flatMap(({ row, said }) => [
      `${line(row)}${said}`,
      ...row.conditions.map((one, at) => `    ${at + 1}. ${line(one)}`),
    ]),
    ...powers.map(line),
  ]
  return {
    text: lines.length === 0 ? 'There are no mandates and no powers.' : lines.join('\n'),
    json: { mandates: mandates.map(({ row }) => row), powers },
  }
}

/** The one that was typed, among one's own; the only one where nothing was. */
function ownMandate(
  { session, processOf }: Work<object>,
  typed: string | undefined,
): { readonly room: RoomState; readonly thing: RegisterItem } {
  const all = homeMandates(session, processOf().process)
  if (typed === undefined) {
    const [only, ...others] = all
    if (only === undefined) throw missing('no-mandate')
    if (others.length > 0)
      throw misuse(
        'mandate-needed',
        {},
        all.map(({ room, mandate }) => ({ handle: fullHandle(room, itemHandles.item, mandate.item) })),
      )
    return { room: only.room, thing: asThing(only) }
  }
  if (all.length === 0) throw missing('no-mandate')
  return findThing([...new Set(all.map(each => each.room))], 'mandate', typed)
}

async function check({
  session,
  processOf,
  flags,
  args,
  terminal,
}: Work<{ readonly act?: string; readonly issue?: string }>): Promise<Answer> {
  const { process } = processOf()
  const does = deeds.find(deed => deed === flags.act) ?? 'explore'
  const table = session.rooms(process).find(({ kind }) => kind === 'table')
  const issue = Object.values(table?.items ?? {}).find(
    thing => flags.issue !== undefined && titleOf(thing) === flags.issue,
  )?.item
  const findings = weighDeed(
    homeMandates(session, process),
    {
      does,
      texts: args[0] === undefined ? [] : [args[0]],
      ...(issue === undefined ? {} : { issue }),
      ...(flags.issue === undefined ? {} : { about: flags.issue }),
    },
    terminal.now(),
  )
  const lines = findingsToLines(findings)
  const { terms } = writingIn(table ?? session.rooms(process)[0] ?? missingRoom()).vocabulary
  return {
    text: lines.length === 0 ? terms['mandate.within'] : lines.join('\n'),
    json: { allowed: lines.length === 0 ? 'yes' : 'warned', findings: lines },
  }
}

const missingRoom = (): never => {
  throw missing('room-unknown')
}

async function begin({
  session,
  flags,
  args: [title = ''],
}: Work<{ readonly body?: string; readonly role?: 'principal' | 'head' }>): Promise<Answer> {
  if (flags.body === undefined) throw misuse('body-needed')
  const { process } = demand(
    await beginOwnTalks(session, { title, body: { name: flags.body }, role: flags.role ?? 'head' }),
  )
  const rooms = session.rooms(process)
  return {
    text: `Begun: ${withoutMarks(title)}\nNo mediator is in these talks. Bring your people in: goodoffices invite.`,
    json: { process, title, handle: title, rooms: roomsToRows(rooms) },
  }
}
