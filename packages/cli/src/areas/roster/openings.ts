/** Rooms that members open: a working group, a party's caucus anew, a delegation's own. */

import { type GroupCharge, openCaucus, openDelegation, openGroup, previewGroup } from '@goodoffices/client'
import type { RoomState, Term } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findMember, findParty } from '../../names/find.ts'
import { isSameName, roomHandle, slugOf } from '../../names/handles.ts'
import { personRow } from '../../names/rows.ts'
import { gather, option } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { personFields, previewed, roomFields } from '../../shell/rows.ts'
import { rows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { registerGroupWork } from '../agenda/group.ts'
import { findThing } from '../agenda/things.ts'
import { pass, type ReachFlags, reachOptions } from '../desk/reach.ts'
import { namingIn } from '../item/naming.ts'
import { readTerm } from '../item/read.ts'
import { writingIn } from '../item/writing.ts'

type OpenFlags = ReachFlags & {
  readonly issue?: string
  readonly task?: string
  readonly reportBy?: string
  readonly tellTable?: true
}

/** AGEN-19: what the group is for, where an issue was named. */
function chargeTyped(work: Work<OpenFlags>): GroupCharge | undefined {
  const { session, processOf, flags } = work
  const { issue, task, reportBy, tellTable } = flags
  if (issue === undefined) return undefined
  const { room, thing } = findThing(work, 'issue', issue, ['table'])
  const { vocabulary } = writingIn(room)
  const naming = namingIn(session, processOf(), session.rooms(processOf().process), { vocabulary })
  return {
    issue: thing.item,
    groupTask: task ?? '',
    ...(reportBy === undefined ? {} : { reportBy: readTerm(reportBy, naming) as Term }),
    tellsTable: tellTable === true,
  }
}

export function registerOpenings(program: Command, terminal: Terminal): void {
  const group = gather(program, 'group', 'working groups of named members')
  defineWork<OpenFlags>(
    group,
    terminal,
    {
      name: 'open',
      arguments: { '<title>': 'what it is about', '<people...>': 'who is in it' },
      summary: 'open a working group',
      answers: [{ ...roomFields, title: text, people: rows(personFields) }, previewed],
      examples: ['goodoffices group open "Frozen assets" iran united-states'],
      options: [
        option('--issue <issue>', 'the issue of the table that it works on, such as table/i1'),
        option('--task <words>', 'with --issue: what it is to do'),
        option('--report-by <day>', 'with --issue: by when it reports back'),
        option('--tell-table', 'with --issue: all at the table read that a group works on it'),
        ...reachOptions,
      ],
      acts: true,
    },
    async work => {
      const { session, processOf, flags } = work
      const [title = '', ...names] = work.args
      const found = processOf()
      const people = names.map(typed => findMember(session, found, typed))
      const members = people.map(({ member }) => member)
      checkGroupName(session.rooms(found.process), title)
      const charge = chargeTyped(work)
      const request = { title, members, ...(charge === undefined ? {} : { charge }) }
      const preview = demand(previewGroup(session, found.process, request))
      const passed = pass(session, [{ room: preview.group, preview }], flags)
      if ('shown' in passed) return passed.shown
      const id = demand(await openGroup(session, found.process, request, passed.accepted[0]))
      const room = session.room(id)
      return {
        text: `Opened: ${room === undefined ? title : roomHandle(room)}`,
        json: {
          room: id,
          handle: room === undefined ? '' : roomHandle(room),
          title,
          people: people.map(each => personRow(session, found, each)),
        },
      }
    },
  )
  registerGroupWork(group, terminal)
  const caucus = gather(program, 'caucus', 'the room of one party and the mediators')
  defineWork(
    caucus,
    terminal,
    {
      name: 'open',
      arguments: { '<party>': 'whose caucus was destroyed' },
      summary:
        'open a party’s caucus anew, with the mediators; its people are invited again, and it consents there',
      answers: roomFields,
      examples: ['goodoffices caucus open iran'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''] }) => {
      const found = processOf()
      const { party, name } = findParty(session, found, typed)
      const id = demand(await openCaucus(session, found.process, party))
      const handle = `caucus:${slugOf(name)}`
      return {
        text: `Opened: ${handle}. Invite its people again, and ask for its consent there.`,
        json: { room: id, handle },
      }
    },
  )
  const delegation = gather(program, 'delegation', 'your party’s own room, which no mediator enters')
  defineWork(
    delegation,
    terminal,
    {
      name: 'open',
      summary: 'open your party’s own room',
      answers: roomFields,
      examples: ['goodoffices delegation open'],
      acts: true,
    },
    async ({ session, processOf }) => {
      const id = demand(await openDelegation(session, processOf().process))
      return { text: 'Opened: delegation', json: { room: id, handle: 'delegation' } }
    },
  )
}

/** CLI-39: two groups of one handle could not be told apart when typed. */
function checkGroupName(rooms: readonly RoomState[], title: string): void {
  const handle = `group:${slugOf(title)}`
  if (rooms.some(room => isSameName(roomHandle(room), handle)))
    throw misuse('group-name-taken', { name: handle })
}
