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
import { caucusesIn, findItem, findMember, findOffer, findRoom, offerHandle } from '../../names/find.ts'
import { fullHandle, roomHandle } from '../../names/handles.ts'
import { personRow, roomRow } from '../../names/rows.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { reportEverywhere } from '../../page/everywhere.ts'
import { columns } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { demandCertainty, gather, type YesFlags, yesOption } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { everywhereFields, personFields, roomFields, roomRows } from '../../shell/rows.ts'
import { rows, text } from '../../shell/shape.ts'
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
        institutions: rows({
          handle: text,
          item: text,
          room: text,
          institution: text,
          says: text,
          here: rows(personFields),
        }),
        alone: rows({ ...personFields, notIn: roomRows }),
      },
      examples: ['goodoffices team list'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const found = processOf()
      const caucuses = caucusesIn(session, found)
      const rooms = session.rooms(found.process)
      const desk = rooms.find(({ kind }) => kind === 'desk')
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
                  here.map(({ name }) => name).join(', '),
                ]),
              ),
          ...alone.map(
            ({ member, caucuses: without }) =>
              `AT THE DESK, AND NOT IN EVERY CAUCUS: ${member.name}, not in ${without.map(roomHandle).join(' ')}`,
          ),
        ].join('\n'),
        json: {
          institutions: listed.map(({ here, ...row }) => ({
            ...row,
            here: here.map(each => personRow(session, found, each)),
          })),
          alone: alone.map(({ member, caucuses: without }) => ({
            ...personRow(session, found, member),
            notIn: without.map(room => roomRow(room, rooms)),
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
      answers: { ...roomFields, offered: text, offer: text, people: rows(personFields) },
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
      const offered = session.room(room.id)?.successor?.room
      if (offered === undefined) throw missing('successor-unknown')
      const offer = offerHandle(offered)
      return {
        text: `Offered to ${room.party?.name ?? ''}, ${offer}: a room to go on in, with ${people.map(({ name }) => name).join(', ')}. It counts once the party says yes.`,
        json: {
          ...roomRow(room, session.rooms(found.process)),
          offered,
          offer,
          people: people.map(each => personRow(session, found, each)),
        },
      }
    },
  )
  defineWork<RecordFlags & YesFlags>(
    team,
    terminal,
    {
      name: 'go-on',
      arguments: {
        '<caucus>': 'such as caucus:iran',
        '<offer>': 'the room that is offered, as `inbox` names it: offered: and eight characters',
      },
      summary: 'say yes to the room that is offered: the caucus goes on there, and nothing more is said here',
      options: [...recordOptions, yesOption],
      answers: { ...roomFields, goesOnIn: text },
      examples: ['goodoffices team go-on caucus:iran offered:Ab3fGh12 --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = '', typedOffer = ''], flags, terminal: at }) => {
      const found = processOf()
      const room = findRoom(session, found, typed)
      const successor = findOffer(room, typedOffer)
      const names = successor.coming.join(', ')
      demandCertainty(
        flags,
        `${roomHandle(room)}  ${offerHandle(successor.room)}  ${names}, ${successor.institution}: what is said from here on`,
      )
      const { recorded } = readRecorded(flags, at.now())
      demand(await adoptSuccessor(session, room.id, { room: successor.room, recorded }))
      return {
        text: `The caucus goes on in a new room, where ${names} reads too. Consent is given anew there.`,
        json: { ...roomRow(room, session.rooms(found.process)), goesOnIn: successor.room },
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
      answers: { ...roomFields, institution: text, out: rows(personFields), ...everywhereFields },
      examples: ['goodoffices team let-go caucus:iran/i1 --yes'],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags, exchange }) => {
      const found = processOf()
      const { room, id } = findItem(caucusesIn(session, found), itemHandles.item, typed)
      const { institution, handle } = rowOf(room, id as ItemId)
      const going = mediatorsNamed(room, institution)
      const names = going.map(({ name }) => name).join(', ')
      if (institution === '') throw missing('item-unknown')
      demandCertainty(flags, `${handle}  ${names}`)
      const decided = demand(await letGo(session, room.id, institution))
      await exchange()
      const { lines, json, failed } = await reportEverywhere(session, decided, {
        done: `${names}: out of`,
        kept: `${names}: out as soon as it is sent,`,
        left: `${names}: NOT out of`,
      })
      return {
        text: lines.join('\n'),
        json: {
          ...json,
          ...roomRow(room, session.rooms(found.process)),
          institution,
          out: going.map(each => personRow(session, found, each)),
        },
        ...(failed === undefined ? {} : { failed }),
      }
    },
  )
}

function rowOf(room: RoomState, item: ItemId) {
  const thing = institutionsOf(room).find(each => each.item === item)
  const institution = thing === undefined ? '' : institutionIn(thing)
  return {
    handle: fullHandle(room, itemHandles.item, item),
    item,
    room: room.id,
    institution,
    says: thing === undefined ? '' : withoutMarks(standingName(writingIn(room), thing) ?? ''),
    here: mediatorsNamed(room, institution),
  }
}
