/** Who is in the talks, and how that changes. */

import { admit, handOverLead, leaveProcess, leftOut, removeMember } from '@goodoffices/client'
import type { Member } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { findMember, findRoom, peopleIn } from '../../names/find.ts'
import { roomHandle, slugOf } from '../../names/handles.ts'
import { personRow, processRow, roomRow } from '../../names/rows.ts'
import { reportEverywhere } from '../../page/everywhere.ts'
import { columns, printable } from '../../page/text.ts'
import { demandCertainty, option, type YesFlags, yesOption } from '../../shell/define.ts'
import { demand } from '../../shell/exit.ts'
import { everywhereFields, personFields, processFields, roomFields, roomRows } from '../../shell/rows.ts'
import { rows, text, yesNo } from '../../shell/shape.ts'
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
        people: rows({
          ...personFields,
          role: text,
          'party?': text,
          'post?': text,
          'institution?': text,
          rooms: roomRows,
        }),
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
      const without = ({ member }: Member): readonly string[] =>
        rooms.filter(room => leftOut(session, room.id).includes(member)).map(roomHandle)
      const notes = people.flatMap(({ member }) =>
        without(member).map(
          room =>
            `${member.name} was given no keys when those of ${room} were last changed, and does not read what is said there now.`,
        ),
      )
      return {
        notes,
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
      answers: { ...roomFields, waits: yesNo, people: rows(personFields), ...everywhereFields },
      examples: ['goodoffices admit group:frozen-assets legal-adviser'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = '', ...names], exchange }) => {
      const found = processOf()
      const room = findRoom(session, found, typed)
      const members = names.map(name => findMember(session, found, name))
      const ids = members.map(({ member }) => member)
      const decided = demand(await admit(session, room.id, ids))
      await exchange()
      const listed = members.map(({ name }) => name).join(', ')
      const { lines, json, failed } = await reportEverywhere(session, decided, {
        done: `${listed}: in`,
        kept: `${listed}: in as soon as it is sent,`,
        left: `${listed}: NOT in`,
      })
      return {
        text: lines.join('\n'),
        json: {
          ...json,
          waits: json.rooms.some(({ waits }) => waits),
          ...roomRow(room, session.rooms(found.process)),
          people: members.map(member => personRow(session, found, member)),
        },
        ...(failed === undefined ? {} : { failed }),
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
      answers: { ...personFields, ...everywhereFields },
      examples: ['goodoffices remove legal-adviser --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags, exchange }) => {
      const found = processOf()
      const member = findMember(session, found, typed, { isWhole: true })
      demandCertainty(flags, `${slugOf(member.name)}  ${printable(member.name)}`)
      const decided = demand(await removeMember(session, found.process, member.member, flags.note))
      await exchange()
      const { lines, json, failed } = await reportEverywhere(session, decided, {
        done: `${member.name} is out of`,
        kept: `${member.name} is out as soon as it is sent:`,
        left: `${member.name} is NOT out of`,
      })
      return {
        text: lines.join('\n'),
        json: { ...personRow(session, found, member), ...json },
        ...(failed === undefined ? {} : { failed }),
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
      answers: { ...processFields, ...everywhereFields },
      examples: ['goodoffices leave --yes'],
      acts: true,
    },
    async ({ session, processOf, flags, exchange }) => {
      const found = processOf({ isWhole: true })
      demandCertainty(flags, printable(found.title))
      const row = processRow(session, found)
      const decided = demand(await leaveProcess(session, found.process, flags.note))
      await exchange()
      const { lines, json, failed } = await reportEverywhere(session, decided, {
        done: 'You have left',
        kept: 'You have left as soon as it is sent:',
        left: 'You have NOT left',
      })
      return {
        text: lines.join('\n'),
        json: { ...row, ...json },
        ...(failed === undefined ? {} : { failed }),
      }
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
      answers: { ...personFields, ...everywhereFields },
      examples: ['goodoffices hand-over second-mediator --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags, exchange }) => {
      const found = processOf()
      const heir = findMember(session, found, typed, { isWhole: true })
      demandCertainty(flags, `${slugOf(heir.name)}  ${printable(heir.name)}`)
      const decided = demand(await handOverLead(session, found.process, heir.member, flags.note))
      await exchange()
      const { lines, json, failed } = await reportEverywhere(session, decided, {
        done: `${heir.name} leads in`,
        kept: `${heir.name} leads as soon as it is sent:`,
        left: `${heir.name} does NOT lead in`,
      })
      return {
        text: lines.join('\n'),
        json: { ...personRow(session, found, heir), ...json },
        ...(failed === undefined ? {} : { failed }),
      }
    },
  )
}
