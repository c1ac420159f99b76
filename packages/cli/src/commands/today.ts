/** What waits, grouped and with its times; what was set aside on this device; what was heard and goes nowhere. */

import {
  heardOf,
  hearOnly,
  isAside,
  lastHere,
  markHere,
  type ProcessSummary,
  type Session,
  setAside,
  unreadIn,
  urgencies,
  type Wait,
  waitsIn,
} from '@goodoffices/client'
import type { Command } from 'commander'
import { loudLines } from '../areas/assent/loud.ts'
import { type WaitingLine, waitingLine } from '../areas/desk/waiting.ts'
import { english } from '../areas/item/writing.ts'
import { defineWork, type Work } from '../member/work.ts'
import { choose } from '../names/choose.ts'
import { processRow, roomRow } from '../names/rows.ts'
import { timeToText } from '../page/text.ts'
import { type Answer, option } from '../shell/define.ts'
import { demand, misuse } from '../shell/exit.ts'
import { processFields, roomFields, waitingRows } from '../shell/rows.ts'
import { count, rows, text, time } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

type Flags = { readonly setAside?: string; readonly takeUp?: string }
type Named = { readonly wait: Wait; readonly line: WaitingLine }

export function registerToday(program: Command, terminal: Terminal): void {
  defineWork<Flags>(
    program,
    terminal,
    {
      name: 'today',
      summary:
        'what waits for you in the talks, the most urgent first, and what is new since you were last here',
      options: [
        option(
          '--set-aside <handle>',
          'on this device, something that waits: it is listed apart, and nobody is told',
        ),
        option('--take-up <handle>', 'again, what was left for later'),
      ],
      answers: {
        ...processFields,
        'lastHere?': time,
        waiting: waitingRows,
        ofOthers: waitingRows,
        aside: waitingRows,
        new: rows({ ...roomFields, count }),
      },
      examples: ['goodoffices today', 'goodoffices today --set-aside caucus:iran/m1'],
      acts: false,
    },
    today,
  )

  defineWork<{ readonly note?: string }>(
    program,
    terminal,
    {
      name: 'heard',
      arguments: { '<what>': 'a message, an item or an offer that waits at the desk, by its handle' },
      summary:
        'say at the desk that it was heard, with nothing to carry: it waits no more for anybody of the team',
      options: [option('--note <words>', 'for the team')],
      answers: { handle: text },
      examples: [
        'goodoffices heard caucus:iran/m1',
        'goodoffices heard caucus:iran/m1 --note "For us alone."',
      ],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const found = processOf()
      const named = namedIn(session, found).filter(({ wait }) => heardOf(wait.item) !== undefined)
      const { wait, line } = chooseWait(named, typed)
      const heard = heardOf(wait.item)
      if (heard === undefined) throw misuse('name-ambiguous')
      demand(await hearOnly(session, found.process, heard, flags.note))
      return { text: `${english.acts['carry.hear']}: ${line.handle}`, json: { handle: line.handle } }
    },
  )
}

const namedIn = (session: Session, process: ProcessSummary): readonly Named[] =>
  waitsIn(session, process.process).map(wait => ({ wait, line: waitingLine(session, process, wait) }))

const chooseWait = (all: readonly Named[], typed: string): Named =>
  choose(
    'waiting',
    typed,
    all.map(value => ({
      value,
      handle: value.line.handle,
      id: value.wait.about,
      also: value.line.handle.split('/').slice(1),
    })),
  )

async function today({ session, processOf, flags }: Work<Flags>): Promise<Answer> {
  const process = processOf()
  for (const [typed, isSet] of [
    [flags.setAside, true],
    [flags.takeUp, false],
  ] as const)
    if (typed !== undefined) await setAside(session, chooseWait(namedIn(session, process), typed).wait, isSet)
  const all = namedIn(session, process)
  const aside = all.filter(({ wait }) => isAside(session, wait))
  const others = all.filter(({ wait }) => wait.ofOthers === true && !isAside(session, wait))
  const mine = all.filter(each => !aside.includes(each) && !others.includes(each))
  const rooms = session.rooms(process.process)
  const fresh = rooms
    .map(room => ({ ...roomRow(room, rooms), count: unreadIn(session, room).length }))
    .filter(room => room.count > 0)
  const before = lastHere(session, process.process)
  await markHere(session, process.process)
  return {
    text: [
      ...loudLines(session, process),
      ...(mine.length === 0
        ? ['Nothing is waiting for you.']
        : urgencies.flatMap(urgency => group(urgency, mine))),
      ...section('Waiting for others', others),
      ...section('Set aside on this device', aside),
      ...(fresh.length === 0
        ? []
        : [
            before === undefined ? 'New to you:' : `New since ${timeToText(before)}:`,
            ...fresh.map(room => `  ${room.handle}: ${room.count}`),
          ]),
    ].join('\n'),
    json: {
      ...processRow(session, process),
      ...(before === undefined ? {} : { lastHere: before }),
      waiting: toJson(mine),
      ofOthers: toJson(others),
      aside: toJson(aside),
      new: fresh,
    },
  }
}

const toJson = (named: readonly Named[]) => named.map(({ line }) => line.json)

const group = (urgency: Wait['urgency'], named: readonly Named[]): readonly string[] =>
  section(
    english.terms[`urgency.${urgency}`],
    named.filter(({ wait }) => wait.urgency === urgency),
  )

const section = (title: string, named: readonly Named[]): readonly string[] =>
  named.length === 0
    ? []
    : [
        `${title}:`,
        ...named.flatMap(({ wait, line }) => [`  ${line.text}${whenOf(wait)}`, `    ${line.next}`]),
      ]

function whenOf({ since, toTheDay, by }: Wait): string {
  const times = [
    ...(since === undefined
      ? []
      : [`since ${toTheDay ? timeToText(since).split(' ')[0] : timeToText(since)}`]),
    ...(by === undefined ? [] : [`by ${timeToText(by)}`]),
  ]
  return times.length === 0 ? '' : ` (${times.join(', ')})`
}
