/** Rooms and what is in them: listed, read. */

import { faultsOf, readWhole, type Session, waitingIn } from '@goodoffices/client'
import { isPresent, itemsOf, type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../member/work.ts'
import { findRoom, heldRooms, onlyRoom } from '../names/find.ts'
import { roomHandle } from '../names/handles.ts'
import { roomRow } from '../names/rows.ts'
import { itemToJson, recordToText } from '../page/record.ts'
import { columns, timeToText } from '../page/text.ts'
import { option } from '../shell/define.ts'
import { misuse } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import { itemRows, roomRows, terms, wholeRoom } from '../shell/rows.ts'
import { count, openRows, rows } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

export const present = (room: RoomState): readonly string[] =>
  Object.values(room.members)
    .filter(isPresent)
    .map(({ name }) => name)

export const roomToJson = (session: Session, room: RoomState) => ({
  ...roomRow(room, heldRooms(session, room.process.process)),
  kind: room.kind,
  ...(room.title === undefined ? {} : { title: room.title }),
  ...(room.party === undefined ? {} : { party: room.party }),
  process: room.process,
  members: Object.values(room.members)
    .filter(isPresent)
    .map(({ member, name, role, post }) => ({ member, name, role, ...(post === undefined ? {} : { post }) })),
  epoch: room.epoch,
  size: room.size,
  waiting: waitingIn(session, room.id).length,
})

export function registerRoom(program: Command, terminal: Terminal): void {
  defineWork(
    program,
    terminal,
    {
      name: 'rooms',
      summary: 'the rooms you are in, and who is there',
      answers: { rooms: rows(wholeRoom) },
      examples: ['goodoffices rooms'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const rooms = heldRooms(session, processOf().process)
      return {
        text: columns(rooms.map(room => [roomRow(room, rooms).handle, present(room).join(', ')])),
        json: { rooms: rooms.map(room => roomToJson(session, room)) },
      }
    },
  )

  defineWork<{ readonly last?: string; readonly in?: string }>(
    program,
    terminal,
    {
      name: 'read',
      arguments: { '[room]': 'such as caucus:iran; a party’s caucus if left out' },
      summary: 'the record of a room: what was said, what may pass of it, what was delivered',
      options: [
        option('--last <number>', 'only so many of the last'),
        option('--in <room>', 'the same as the room, as other commands have it'),
      ],
      answers: {
        ...wholeRoom,
        earlier: roomRows,
        terms,
        items: itemRows,
        rejected: openRows(),
        faults: openRows({ position: count }),
      },
      examples: ['goodoffices read caucus:iran', 'goodoffices read table --last 5'],
      acts: false,
    },
    async ({ session, processOf, args: [given], flags }) => {
      const found = processOf()
      const typed = given ?? flags.in
      const room = typed === undefined ? onlyRoom(session, found, 'caucus') : findRoom(session, found, typed)
      const last = flags.last === undefined ? undefined : Number(flags.last)
      if (last !== undefined && !(Number.isSafeInteger(last) && last > 0)) throw misuse('last-out-of-range')
      const all = itemsOf(room)
      const items = last === undefined ? all : all.slice(-last)
      const { rejected } = room
      const faults = faultsOf(session, room.id)
      const setAside = await setAsideLines(session, room)
      return {
        text: [
          `${room.process.title} · ${roomHandle(room)} · ${present(room).join(', ')}`,
          '',
          ...(last === undefined ? earlierLines(session, room) : []),
          recordToText(room, items),
          ...(setAside.length === 0 ? [] : ['', 'Without effect:', ...setAside]),
        ].join('\n'),
        json: {
          ...roomToJson(session, room),
          terms: room.terms,
          earlier: session.earlier(room).map(before => ({ room: before.id, handle: roomHandle(before) })),
          items: items.map(item => itemToJson(room, item)),
          rejected,
          faults,
        },
      }
    },
  )
}

/** TEAM-13: what was said before, and where somebody reads along from. */
const earlierLines = (session: Session, room: RoomState): readonly string[] =>
  session
    .earlier(room)
    .flatMap(before => [
      recordToText(before, itemsOf(before)),
      '',
      `From here ${(before.successor?.coming ?? []).join(', ')} reads too (${roomHandle(before)} until here).`,
      '',
    ])

/** Entries that broke a rule, and records that are no entries: kept in the log, and of no effect. */
async function setAsideLines(session: Session, room: RoomState): Promise<readonly string[]> {
  const entries = room.rejected.length === 0 ? [] : await readWhole(session, room.id)
  const refused = entries.filter(({ violation }) => violation !== undefined)
  const lines = refused.map(async ({ entry, violation = { code: 'unknown' } }) => {
    const owner = room.devices[entry.device]
    const name = owner === undefined ? 'Somebody' : (room.members[owner]?.name ?? 'Somebody')
    return `  ${timeToText(entry.time)}  ${await wordFor(violation, name)}`
  })
  const faults = faultsOf(session, room.id).map(
    async ({ position, violation }) => `  record ${position}: ${await wordFor(violation, 'Somebody')}`,
  )
  return Promise.all([...lines, ...faults])
}
