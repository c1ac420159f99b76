/** The table: opened and closed for direct exchange, and spoken at. */

import { becameOf, type Everywhere } from '@goodoffices/client'
import { type Act, checkDirect, type RoomState, sidesAtTable, type Violation } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findParty, onlyRoom } from '../../names/find.ts'
import { slugOf } from '../../names/handles.ts'
import { noted } from '../../names/words.ts'
import { reportEverywhere } from '../../page/everywhere.ts'
import { indent, printable } from '../../page/text.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { exits, Stop, stopFor } from '../../shell/exit.ts'
import { everywhereFields, previewed } from '../../shell/rows.ts'
import { text, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayAllChecked, sayChecked } from '../desk/reach.ts'
import { type SayingFlags, say, sayingOptions } from '../message/speak.ts'

export function registerTable(program: Command, terminal: Terminal): void {
  const table = gather(program, 'table', 'where all are: opened by the mediator for direct exchange')
  defineWork<OpeningFlags>(
    table,
    terminal,
    {
      name: 'open',
      summary: 'let the parties speak to each other directly; each caucus is told',
      options: [
        option('--note <words>', 'said with it at the table'),
        repeated('--heed <party>', 'you have read the limits of its consent, and keep them'),
        ...reachOptions,
      ],
      answers: [{ tableOpen: yesNo, ...everywhereFields }, previewed],
      examples: ['goodoffices table open', 'goodoffices table open --heed iran'],
      acts: true,
    },
    openTable,
  )
  defineWork<ReachFlags & { readonly note?: string }>(
    table,
    terminal,
    {
      name: 'close',
      summary: 'end the direct exchange; each caucus is told',
      options: [option('--note <words>', 'said with it at the table'), ...reachOptions],
      answers: [{ tableOpen: yesNo, ...everywhereFields }, previewed],
      examples: ['goodoffices table close'],
      acts: true,
    },
    async work => {
      const { session, processOf, flags } = work
      const room = onlyRoom(session, processOf(), 'table')
      return sayChecked(session, room, {
        act: { kind: 'table.close', ...noted(flags.note) },
        flags,
        said: decided => reportTable(work, room, decided, false),
      })
    },
  )
  defineWork<SayingFlags & ReachFlags>(
    table,
    terminal,
    {
      name: 'say',
      arguments: { '[words]': 'what is said; standard input if left out' },
      summary: 'say something at the table',
      options: [...sayingOptions, ...reachOptions],
      answers: [{ message: text, handle: text, room: text }, previewed],
      examples: ['goodoffices table say "We thank our hosts."'],
      acts: true,
    },
    async work => say(work, onlyRoom(work.session, work.processOf(), 'table')),
  )
}

type OpeningFlags = ReachFlags & { readonly note?: string; readonly heed?: readonly string[] }

/** AGEN-4: against the consent of each side, whose limits are quoted until they are heeded by name. */
async function openTable(work: Work<OpeningFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const found = processOf()
  const room = onlyRoom(session, found, 'table')
  const heeded = (flags.heed ?? []).map(typed => findParty(session, found, typed).party)
  const rooms = session.rooms(found.process)
  const refused = (error: Violation): Stop =>
    error.code === 'limits-not-heeded'
      ? new Stop(exits.refused, error, limitLines(room, rooms))
      : stopFor(error)
  const act: Act = { kind: 'table.open', ...noted(flags.note) }
  const direct = checkDirect(room, rooms, heeded)
  if (!direct.ok) throw refused(direct.error)
  return sayAllChecked(session, [{ room, act, heeded }], {
    flags,
    said: decided => reportTable(work, room, decided, true),
  })
}

/** AGEN-5, SYNC-38: what became of the table itself, and which caucus was told. */
async function reportTable(
  { session, exchange }: Pick<Work<object>, 'session' | 'exchange'>,
  table: RoomState,
  decided: Everywhere,
  opens: boolean,
): Promise<Answer> {
  await exchange()
  const to = opens ? 'open' : 'closed'
  const itself = { ...decided, rooms: [table.id] }
  const caucuses = { ...decided, rooms: decided.rooms.filter(room => room !== table.id) }
  const said = {
    done: `Direct exchange is ${to}:`,
    kept: `Direct exchange is ${to} as soon as it is sent:`,
    left: `Direct exchange is NOT ${to}:`,
  }
  const whole = await reportEverywhere(session, decided, said)
  const own = await reportEverywhere(session, itself, said)
  const told = await reportEverywhere(session, caucuses, {
    done: 'Told:',
    kept: 'Told as soon as it is sent:',
    left: 'NOT told:',
  })
  const isDone = becameOf(session, itself).done.length > 0
  return {
    text: [...own.lines, ...told.lines].join('\n'),
    json: { tableOpen: isDone === opens, ...whole.json },
    ...(whole.failed === undefined ? {} : { failed: whole.failed }),
  }
}

const limitLines = (room: RoomState, rooms: readonly RoomState[]): readonly string[] =>
  sidesAtTable(room, rooms).flatMap(({ party, consent }) =>
    consent?.words === undefined
      ? []
      : ['', `${printable(party.name)} (--heed ${slugOf(party.name)}):`, indent(printable(consent.words))],
  )
