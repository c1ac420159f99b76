/** Talks: begun, listed, shown; their parties, their terms, and who agrees to them. */

import type { PartyRequest, ProcessSummary, Session } from '@goodoffices/client'
import { addParty, createProcess } from '@goodoffices/client'
import { type Act, type Terms, thirdRoles } from '@goodoffices/core'
import type { Command } from 'commander'
import { type ReachFlags, reachOptions, sayAllChecked } from '../areas/desk/reach.ts'
import { defineWork } from '../member/work.ts'
import { roomOrOnly } from '../names/find.ts'
import { roomHandle, slugOf } from '../names/handles.ts'
import { noted, type RecordFlags, readRecorded, recordOptions } from '../names/words.ts'
import { columns, timeToText } from '../page/text.ts'
import { gather, option, repeated } from '../shell/define.ts'
import { demand, misuse } from '../shell/exit.ts'
import type { Terminal } from '../shell/terminal.ts'

type TermsFlags = { readonly role?: Terms['role']; readonly disclosure?: Terms['disclosure'] }

const roleNames: Readonly<Record<Terms['role'], string>> = {
  carry: 'carries messages',
  host: 'carries messages and hosts meetings',
  propose: 'carries messages, hosts meetings and proposes solutions',
}
const disclosureNames: Readonly<Record<Terms['disclosure'], string>> = {
  open: 'the substance may pass unless it is marked otherwise',
  closed: 'nothing passes without release',
}

const termsOptions = [
  option('--role <role>', 'what the mediator may do', ['carry', 'host', 'propose']),
  option('--disclosure <rule>', 'what may pass where nothing was said', ['open', 'closed']),
]

export function registerProcess(program: Command, terminal: Terminal): void {
  const process = gather(program, 'process', 'the talks you are in')

  defineWork<
    TermsFlags & {
      readonly party?: readonly string[]
      readonly partyWithoutAccount?: readonly string[]
      readonly hiddenParty?: readonly string[]
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
      ],
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
      const begun = demand(await createProcess(session, { title, terms, parties }))
      const rooms = session.rooms(begun.process).map(room => roomHandle(room))
      return {
        text: [`Begun: ${title}`, ...termsLines(terms), `Rooms: ${rooms.join(', ')}`].join('\n'),
        json: { process: begun.process, title, terms, parties: begun.parties, rooms },
      }
    },
  )

  defineWork(
    process,
    terminal,
    {
      name: 'list',
      summary: 'the talks you are in',
      examples: ['goodoffices process list'],
      acts: false,
    },
    async ({ session }) => {
      const all = session.processes()
      const rows = all.map(each => [
        slugOf(each.title),
        each.title,
        each.role,
        each.over ? 'over for you' : '',
      ])
      return {
        text: rows.length === 0 ? 'You are in no talks yet.' : columns(rows),
        json: { processes: all.map(each => ({ ...each, handle: slugOf(each.title) })) },
      }
    },
  )

  defineWork(
    process,
    terminal,
    {
      name: 'show',
      summary: 'the parties, terms and rooms of the talks, as far as you know them',
      examples: ['goodoffices process show --process algiers'],
      acts: false,
    },
    async ({ session, processOf }) => showProcess(session, processOf()),
  )

  const party = gather(program, 'party', 'the parties to the talks')
  defineWork<{
    readonly withoutAccount?: true
    readonly hidden?: true
    readonly third?: (typeof thirdRoles)[number]
    readonly language?: string
  }>(
    party,
    terminal,
    {
      name: 'add',
      arguments: { '<name>': 'what the party is called' },
      summary: 'add a party, or a third party, that joins later',
      options: [
        option('--without-account', 'you write down what it says and print what it is told'),
        option('--hidden', 'known to the mediators only'),
        option('--third <role>', 'a third party: what it is to the talks', thirdRoles),
        option('--language <tag>', 'its language, such as fa'),
      ],
      examples: ['goodoffices party add "Certifying agency" --third certifier'],
      acts: true,
    },
    async ({ session, processOf, args: [name = ''], flags }) => {
      const found = processOf()
      const card: PartyRequest = {
        ...partyOf(name, { account: flags.withoutAccount !== true, hidden: flags.hidden === true }),
        ...(flags.third === undefined ? {} : { kind: 'third', thirdRole: flags.third }),
        ...(flags.language === undefined ? {} : { language: flags.language }),
      }
      checkNames([...knownNames(session, found), name])
      const id = demand(await addParty(session, found.process, card))
      return {
        text: `Added: ${name} (caucus:${slugOf(name)}).`,
        json: { party: id, name, room: `caucus:${slugOf(name)}` },
      }
    },
  )

  defineWork<TermsFlags & ReachFlags & { readonly note?: string }>(
    program,
    terminal,
    {
      name: 'terms',
      summary: 'the mediator’s role and the disclosure rule: shown, or stated anew in every room by the lead',
      options: [...termsOptions, option('--note <words>', 'said with it'), ...reachOptions],
      examples: ['goodoffices terms', 'goodoffices terms --disclosure open'],
      acts: true,
    },
    async ({ session, processOf, flags }) => {
      const found = processOf()
      const stated = flags.role !== undefined || flags.disclosure !== undefined
      const terms: Terms = {
        role: flags.role ?? found.terms.role,
        disclosure: flags.disclosure ?? found.terms.disclosure,
      }
      const act: Act = { kind: 'terms.set', terms, ...noted(flags.note) }
      const rooms = session.rooms(found.process).filter(room => room.kind !== 'delegation')
      const said = () => ({ text: termsLines(terms).join('\n'), json: { terms, stated } })
      const steps = rooms.map(room => ({ room, act }))
      return stated ? sayAllChecked(session, steps, { flags, said }) : said()
    },
  )

  registerConsent(program, terminal)
}

function registerConsent(program: Command, terminal: Terminal): void {
  const consent = gather(program, 'consent', 'a party accepts the mediator’s good offices, or no longer does')
  type Flags = RecordFlags & { readonly in?: string; readonly limits?: string; readonly note?: string }
  const inOption = option('--in <caucus>', 'the party’s caucus, for mediators who write it down')
  const add = (
    name: 'give' | 'withdraw',
    summary: string,
    words: 'limits' | 'note',
    example: string,
  ): void => {
    defineWork<Flags>(
      consent,
      terminal,
      {
        name,
        summary,
        options: [option(`--${words} <words>`, 'in the party’s own words'), inOption, ...recordOptions],
        examples: [example],
        acts: true,
      },
      async ({ session, processOf, flags }) => {
        const found = processOf()
        const room = roomOrOnly(session, found, flags.in, 'caucus')
        if (room.party === undefined) throw misuse('room-needed')
        const said = flags[words]
        const act: Act = {
          kind: `consent.${name}`,
          party: room.party.party,
          ...(said === undefined ? {} : { [words]: said }),
          ...readRecorded(flags, terminal.now()),
        }
        demand(await session.act(room.id, act))
        const verb =
          name === 'give'
            ? 'accepts the good offices'
            : 'withdraws its consent: nothing is carried to it or from it'
        return {
          text: `${room.party.name} ${verb}.`,
          json: { party: room.party.party, standing: name === 'give' ? 'given' : 'withdrawn' },
        }
      },
    )
  }
  add(
    'give',
    'accept the good offices, with limits where there are any',
    'limits',
    'goodoffices consent give --limits "The nuclear file only."',
  )
  add(
    'withdraw',
    'withdraw consent: nothing is carried to you or from you',
    'note',
    'goodoffices consent withdraw --note "Not while shots are fired."',
  )
}

const partyOf = (name: string, rest: Partial<PartyRequest> = {}): PartyRequest => ({
  name,
  kind: 'party',
  hidden: false,
  account: true,
  ...rest,
})

const knownNames = (session: Session, { process }: ProcessSummary): readonly string[] => {
  const cards = session.rooms(process).flatMap(room => Object.values(room.parties))
  return [...new Map(cards.map(card => [card.party, card.name])).values()]
}

/** Two parties of one handle could not be told apart when typed. */
function checkNames(names: readonly string[]): void {
  const slugs = names.map(slugOf)
  const twice = slugs.find((slug, i) => slugs.indexOf(slug) !== i)
  if (twice !== undefined) throw misuse('party-name-taken', { name: twice })
}

const termsLines = (terms: Terms): readonly string[] => [
  `The mediator ${roleNames[terms.role]}.`,
  `By default ${disclosureNames[terms.disclosure]}.`,
]

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
          party.kind === 'third' ? (party.thirdRole ?? 'third party') : 'party',
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
      ...(table?.direct === true ? ['The table is open: the parties speak to each other directly.'] : []),
    ].join('\n'),
    json: {
      process: found.process,
      title: found.title,
      role: found.role,
      terms: found.terms,
      parties,
      rooms: rooms.map(roomHandle),
      tableOpen: table?.direct ?? false,
      over: found.over,
    },
  }
}
