/** Who is in the talks, and how that changes. */

import { admit, handOverLead, leaveProcess, removeMember } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { findMember, findRoom, peopleIn } from '../../names/find.ts'
import { roomHandle, slugOf } from '../../names/handles.ts'
import { personRow, processRow, roomRow } from '../../names/rows.ts'
import { columns, printable } from '../../page/text.ts'
import { demandCertainty, option, type YesFlags, yesOption } from '../../shell/define.ts'
import { demand, exits } from '../../shell/exit.ts'
import { wordFor } from '../../shell/report.ts'
import { personFields, processFields, roomFields, roomRows } from '../../shell/rows.ts'
import { rows, text, violation } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'

type NoteFlags = { readonly note?: string }
const noteOption = option('--note <words>', 'said with it')

export function registerPeople(program: Command, terminal: Terminal): void {
  defineWork(
    program,
    terminal,
    {
      name: 'people',
      summary: 'everybody you share a room with',
      answers: {
        people: rows({ ...personFields, role: text, 'party?': text, 'post?': text, rooms: roomRows }),
      },
      examples: ['goodoffices people'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const found = processOf()
      const people = peopleIn(session, found)
      const rooms = session.rooms(found.process)
      const partyName = (id: string | undefined): string =>
        rooms.flatMap(room => Object.values(room.parties)).find(({ party }) => party === id)?.name ?? ''
      return {
        text: columns(
          people.map(({ member, rooms: in_ }) => [
            personRow(session, found, member).handle,
            member.name,
            [member.role, member.post, member.institution].filter(each => each !== undefined).join(', '),
            partyName(member.party),
            in_.length === 0 ? 'has left' : in_.map(roomHandle).join(' '),
          ]),
        ),
        json: {
          people: people.map(({ member, rooms: in_ }) => ({
            ...personRow(session, found, member),
            role: member.role,
            ...(member.party === undefined ? {} : { party: member.party }),
            ...(member.post === undefined ? {} : { post: member.post }),
            ...(member.institution === undefined ? {} : { institution: member.institution }),
            rooms: in_.map(room => roomRow(room, rooms)),
          })),
        },
      }
    },
  )

  defineWork(
    program,
    terminal,
    {
      name: 'admit',
      arguments: { '<room>': 'such as group:frozen-assets', '<people...>': 'whom, of those you know' },
      summary: 'bring people into a room',
      answers: { ...roomFields, people: rows(personFields) },
      examples: ['goodoffices admit group:frozen-assets legal-adviser'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = '', ...names] }) => {
      const found = processOf()
      const room = findRoom(session, found, typed)
      const members = names.map(name => findMember(session, found, name))
      demand(
        await admit(
          session,
          room.id,
          members.map(({ member }) => member),
        ),
      )
      return {
        text: `In ${roomHandle(room)}: ${members.map(({ name }) => name).join(', ')}`,
        json: {
          ...roomRow(room, session.rooms(found.process)),
          people: members.map(member => personRow(session, found, member)),
        },
      }
    },
  )

  defineWork<NoteFlags & YesFlags>(
    program,
    terminal,
    {
      name: 'remove',
      arguments: { '<person>': 'whom' },
      summary: 'take somebody out of every room you both are in; they read nothing that comes after',
      options: [noteOption, yesOption],
      answers: { ...personFields, rooms: roomRows, remaining: rows({ ...roomFields, why: violation }) },
      examples: ['goodoffices remove legal-adviser --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const found = processOf()
      const member = findMember(session, found, typed, { isWhole: true })
      demandCertainty(flags, `${slugOf(member.name)}  ${printable(member.name)}`)
      const { rooms, remaining } = demand(
        await removeMember(session, found.process, member.member, flags.note),
      )
      const handle = (id: RoomId): string => {
        const room = session.room(id)
        return room === undefined ? id : roomHandle(room)
      }
      const left = await Promise.all(
        remaining.map(async ({ room, why }) => `NOT removed from ${handle(room)}: ${await wordFor(why)}`),
      )
      return {
        text: [`Removed from ${rooms.map(handle).join(', ')}: ${member.name}`, ...left].join('\n'),
        json: {
          ...personRow(session, found, member),
          rooms: rooms.map(room => ({ room, handle: handle(room) })),
          remaining: remaining.map(({ room, why }) => ({ room, handle: handle(room), why })),
        },
        ...(remaining.length === 0 ? {} : { failed: { code: 'removed-in-part', rooms: remaining.length } }),
      }
    },
  )

  defineWork<NoteFlags & YesFlags>(
    program,
    terminal,
    {
      name: 'leave',
      summary: 'leave the talks; what you have read stays on this device',
      options: [noteOption, yesOption],
      answers: processFields,
      examples: ['goodoffices leave --yes'],
      acts: true,
    },
    async ({ session, processOf, flags }) => {
      const found = processOf({ isWhole: true })
      demandCertainty(flags, printable(found.title))
      demand(await leaveProcess(session, found.process, flags.note))
      return { text: `You have left ${found.title}.`, json: processRow(session, found) }
    },
  )

  defineWork<NoteFlags & YesFlags>(
    program,
    terminal,
    {
      name: 'hand-over',
      arguments: { '<mediator>': 'who leads from now on' },
      summary: 'hand the lead to another mediator',
      options: [noteOption, yesOption],
      answers: personFields,
      examples: ['goodoffices hand-over second-mediator --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const found = processOf()
      const heir = findMember(session, found, typed, { isWhole: true })
      demandCertainty(flags, `${slugOf(heir.name)}  ${printable(heir.name)}`)
      demand(await handOverLead(session, found.process, heir.member, flags.note))
      return { text: `${heir.name} leads.`, json: personRow(session, found, heir) }
    },
  )
}
