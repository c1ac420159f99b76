/** Mediators of another institution: who has let them come, and letting them go. What a party says of one is an `item mark`. */

import { adoptSuccessor, letGo, offerSuccessor, standingName } from '@goodoffices/client'
import {
  atDeskAlone,
  type ItemId,
  institutionIn,
  institutionsOf,
  mediatorsNamed,
  type RoomState,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { caucusesIn, findItem, findMember, findRoom } from '../../names/find.ts'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { columns } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { demandCertainty, gather, type YesFlags, yesOption } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { rows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'

export function registerTeam(program: Command, terminal: Terminal): void {
  const team = gather(program, 'team', 'mediators of other institutions, whom each party lets come')
  defineWork(
    team,
    terminal,
    {
      name: 'list',
      summary: 'which institutions each party was asked about, what it said, and who is here',
      answers: {
        institutions: rows({ handle: text, institution: text, says: text, here: words }),
        alone: rows({ member: text, name: text, notIn: words }),
      },
      examples: ['goodoffices team list'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const found = processOf()
      const caucuses = caucusesIn(session, found)
      const desk = session.rooms(found.process).find(({ kind }) => kind === 'desk')
      const listed = caucuses.flatMap(room => institutionsOf(room).map(thing => rowOf(room, thing.item)))
      const alone = desk === undefined ? [] : atDeskAlone(desk, caucuses)
      return {
        text: [
          listed.length === 0
            ? 'No party was asked about another institution.'
            : columns(
                listed.map(({ handle, institution, says, here }) => [
                  handle,
                  institution,
                  says,
                  here.join(', '),
                ]),
              ),
          ...alone.map(
            ({ member, caucuses: without }) =>
              `AT THE DESK, AND NOT IN EVERY CAUCUS: ${member.name}, not in ${without.map(roomHandle).join(' ')}`,
          ),
        ].join('\n'),
        json: {
          institutions: listed,
          alone: alone.map(({ member, caucuses: without }) => ({
            member: member.member,
            name: member.name,
            notIn: without.map(roomHandle),
          })),
        },
      }
    },
  )
  defineWork(
    team,
    terminal,
    {
      name: 'bring',
      arguments: {
        '<caucus>': 'such as caucus:iran',
        '<people...>': 'mediators of another institution, of those you know',
      },
      summary: 'offer the party a room to go on in with them, where it lets them read from here on',
      answers: { room: text, 'offered?': text },
      examples: ['goodoffices team bring caucus:iran envoy'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = '', ...names] }) => {
      const found = processOf()
      const room = findRoom(session, found, typed)
      const people = names.map(name => findMember(session, found, name))
      demand(
        await offerSuccessor(
          session,
          room.id,
          people.map(({ member }) => member),
        ),
      )
      return {
        text: `Offered to ${room.party?.name ?? ''}: a room to go on in, with ${people.map(({ name }) => name).join(', ')}. It counts once the party says yes.`,
        json: { room: room.id, offered: session.room(room.id)?.successor?.room },
      }
    },
  )
  defineWork<RecordFlags & YesFlags>(
    team,
    terminal,
    {
      name: 'go-on',
      arguments: { '<caucus>': 'such as caucus:iran' },
      summary: 'say yes to the room that is offered: the caucus goes on there, and nothing more is said here',
      options: [...recordOptions, yesOption],
      answers: { room: text, goesOnIn: text },
      examples: ['goodoffices team go-on caucus:iran --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags, terminal: at }) => {
      const room = findRoom(session, processOf(), typed)
      const { successor } = room
      const names = (successor?.coming ?? []).join(', ')
      if (successor === undefined) throw missing('successor-unknown')
      demandCertainty(
        flags,
        `${roomHandle(room)}  ${names}, ${successor.institution}: what is said from here on`,
      )
      const { recorded } = readRecorded(flags, at.now())
      demand(await adoptSuccessor(session, room.id, { room: successor.room, recorded }))
      return {
        text: `The caucus goes on in a new room, where ${names} reads too. Consent is given anew there.`,
        json: { room: room.id, goesOnIn: successor.room },
      }
    },
  )
  defineWork<YesFlags>(
    team,
    terminal,
    {
      name: 'let-go',
      arguments: { '<institution>': 'such as caucus:iran/i1' },
      summary: 'take its mediators out of that caucus and out of the desk, in one step',
      options: [yesOption],
      answers: { room: text, institution: text, out: words },
      examples: ['goodoffices team let-go caucus:iran/i1 --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const { room, id } = findItem(caucusesIn(session, processOf()), itemHandles.item, typed)
      const { institution, here, handle } = rowOf(room, id as ItemId)
      if (institution === '') throw missing('item-unknown')
      demandCertainty(flags, `${handle}  ${here.join(', ')}`)
      demand(await letGo(session, room.id, institution))
      return {
        text: `Out of ${roomHandle(room)} and of the desk: ${here.join(', ')}`,
        json: { room: room.id, institution, out: here },
      }
    },
  )
}

function rowOf(room: RoomState, item: ItemId) {
  const thing = institutionsOf(room).find(each => each.item === item)
  const institution = thing === undefined ? '' : institutionIn(thing)
  return {
    handle: fullHandle(room, itemHandles.item, item),
    institution,
    says: thing === undefined ? '' : withoutMarks(standingName(writingIn(room), thing) ?? ''),
    here: mediatorsNamed(room, institution).map(({ name }) => name),
  }
}
