/** Talks: begun, listed, shown. */

import { createProcess, type PartyRequest, type ProcessSummary, type Session } from '@goodoffices/client'
import type { Terms } from '@goodoffices/core'
import type { Command } from 'commander'
import { noDemand, readDemands } from '../areas/eyes/demands.ts'
import { type TermsFlags, termsLines, termsOptions } from '../areas/mandate/terms.ts'
import { checkNames, partyOf } from '../areas/roster/party.ts'
import { defineWork } from '../member/work.ts'
import { roomHandle, slugOf } from '../names/handles.ts'
import { processRow, roomsToRows } from '../names/rows.ts'
import { columns, timeToText } from '../page/text.ts'
import { gather, repeated } from '../shell/define.ts'
import { demand } from '../shell/exit.ts'
import { partyFields, processFields, roomRows, terms } from '../shell/rows.ts'
import { openRows, rows, text, yesNo } from '../shell/shape.ts'
import type { Terminal } from '../shell/terminal.ts'

export function registerProcess(program: Command, terminal: Terminal): void {
  const process = gather(program, 'process', 'the talks you are in')

  defineWork<
    TermsFlags & {
      readonly party?: readonly string[]
      readonly partyWithoutAccount?: readonly string[]
      readonly hiddenParty?: readonly string[]
      readonly eyes?: readonly string[]
    }
  >(
    process,
    terminal,
    {
      name: 'create',
      arguments: { '<title>': 'what the talks are called' },
      summary: 'begin talks, as their mediator',
      options: [
        repeated('--party <name>', 'a party; give it once for each'),
        repeated('--party-without-account <name>', 'a party for which you write down what it says'),
        repeated('--hidden-party <name>', 'a party that only the mediators know of'),
        ...termsOptions,
        repeated('--eyes <demand>', 'where a second mediator reads first, such as deliver=required'),
      ],
      answers: { ...processFields, terms, parties: rows(partyFields), rooms: roomRows },
      examples: [
        'goodoffices process create "The Algiers channel" --party Iran --party "United States"',
        'goodoffices process create "The spring" --party Upper --party-without-account Lower --disclosure open',
      ],
      acts: true,
    },
    async ({ session, args: [title = ''], flags }) => {
      const parties: readonly PartyRequest[] = [
        ...(flags.party ?? []).map(name => partyOf(name)),
        ...(flags.partyWithoutAccount ?? []).map(name => partyOf(name, { account: false })),
        ...(flags.hiddenParty ?? []).map(name => partyOf(name, { hidden: true })),
      ]
      checkNames(parties.map(({ name }) => name))
      const terms: Terms = { role: flags.role ?? 'carry', disclosure: flags.disclosure ?? 'closed' }
      const eyes = flags.eyes === undefined ? {} : { eyes: readDemands(flags.eyes, noDemand) }
      const begun = demand(await createProcess(session, { title, terms, ...eyes, parties }))
      const rooms = session.rooms(begun.process)
      return {
        text: [`Begun: ${title}`, ...termsLines(terms), `Rooms: ${rooms.map(roomHandle).join(', ')}`].join(
          '\n',
        ),
        json: {
          ...processRow(session, { process: begun.process, title }),
          terms,
          parties: begun.parties.map((party, i) => {
            const name = parties[i]?.name ?? ''
            return { party, handle: slugOf(name), name }
          }),
          rooms: roomsToRows(rooms),
        },
      }
    },
  )

  defineWork(
    process,
    terminal,
    {
      name: 'list',
      summary: 'the talks you are in',
      answers: {
        processes: rows({
          ...processFields,
          role: text,
          'party?': text,
          terms,
          rooms: roomRows,
          over: yesNo,
        }),
      },
      examples: ['goodoffices process list'],
      acts: false,
    },
    async ({ session }) => {
      const all = session.processes()
      const rows = all.map(each => [
        processRow(session, each).handle,
        each.title,
        each.role,
        each.over ? 'over for you' : '',
      ])
      return {
        text: rows.length === 0 ? 'You are in no talks yet.' : columns(rows),
        json: {
          processes: all.map(each => ({
            ...each,
            ...processRow(session, each),
            rooms: roomsToRows(session.rooms(each.process)),
          })),
        },
      }
    },
  )

  defineWork(
    process,
    terminal,
    {
      name: 'show',
      summary: 'the parties, terms and rooms of the talks, as far as you know them',
      answers: {
        ...processFields,
        role: text,
        terms,
        parties: openRows(partyFields),
        rooms: roomRows,
        tableOpen: yesNo,
        over: yesNo,
      },
      examples: ['goodoffices process show --process algiers'],
      acts: false,
    },
    async ({ session, processOf }) => showProcess(session, processOf()),
  )
}

function showProcess(session: Session, found: ProcessSummary) {
  const rooms = session.rooms(found.process)
  const cards = new Map(rooms.flatMap(room => Object.values(room.parties)).map(card => [card.party, card]))
  const consents = Object.fromEntries(rooms.flatMap(room => Object.entries(room.consents)))
  const parties = [...cards.values()].map(card => ({
    ...card,
    handle: slugOf(card.name),
    ...(consents[card.party] === undefined ? {} : { consent: consents[card.party] }),
  }))
  const table = rooms.find(room => room.kind === 'table')
  return {
    text: [
      found.title,
      ...termsLines(found.terms),
      ...parties.map(party => {
        const facts = [
          party.kind === 'third' ? (party.thirdRole ?? 'third') : 'party',
          party.account ? undefined : 'without an account',
          party.hidden ? 'known to the mediators only' : undefined,
          party.consent === undefined
            ? undefined
            : `consent ${party.consent.standing} ${timeToText(party.consent.time)}`,
          party.consent?.words,
        ]
        return `  ${party.name}: ${facts.filter(fact => fact !== undefined).join(', ')}`
      }),
      `Rooms: ${rooms.map(roomHandle).join(', ')}`,
      ...(table?.direct === true ? ['Direct exchange is open: the parties speak to each other.'] : []),
    ].join('\n'),
    json: {
      ...processRow(session, found),
      role: found.role,
      terms: found.terms,
      parties,
      rooms: roomsToRows(rooms),
      tableOpen: table?.direct ?? false,
      over: found.over,
    },
  }
}
