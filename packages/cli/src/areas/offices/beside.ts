/** Who of the mediators does what, and other mediations beside this one, from the shell. */

import { issuesIn, standingName } from '@goodoffices/client'
import {
  findRegister,
  type ItemFields,
  type ItemId,
  type Register,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem, onlyRoom } from '../../names/find.ts'
import { fullHandle, isSameName } from '../../names/handles.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { thingFields } from '../../shell/rows.ts'
import { openRows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type SayFlags, sayOf } from '../agenda/things.ts'
import { itemHandles } from '../item/handles.ts'
import { type PutFlags, putThing } from '../item/put.ts'
import { thingToJson, thingToText } from '../item/text.ts'
import { writingIn } from '../item/writing.ts'

type Beside = 'track' | 'portfolio'

const registerOf = (name: Beside): Register => {
  const found = findRegister(name)
  if (found === undefined) throw new Error(`no such register: ${name}`)
  return found
}

/** Where the reader keeps such things: mediators at the desk, a party in its delegation. */
const keptIn = ({ session, processOf }: Work<object>): RoomState => {
  const found = processOf()
  return onlyRoom(session, found, found.party === undefined ? 'desk' : 'delegation')
}

type Found = { readonly room: RoomState; readonly thing: RegisterItem }

function findThing(work: Work<object>, register: Beside): Found {
  const room = keptIn(work)
  const { id } = findItem([room], itemHandles.item, work.args[0] ?? '')
  const thing = room.items[id as ItemId]
  if (thing?.register !== register) throw missing('item-unknown')
  return { room, thing }
}

/** What was typed by the names of the register's fields. */
const named = (
  flags: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([flag, field]) =>
      flags[flag] === undefined ? [] : [[field, flags[flag]]],
    ),
  )

const listed = openRows({ item: text, handle: text, standing: text })

function list(work: Work<object>, register: Beside): Answer {
  const room = keptIn(work)
  const things = Object.values(room.items).filter(thing => thing.register === register)
  const w = writingIn(room)
  return {
    text:
      things.length === 0 ? 'There is none yet.' : things.map(thing => thingToText(room, thing)).join('\n\n'),
    json: {
      things: things.map(thing => ({
        ...thingToJson(room, thing),
        standing: withoutMarks(standingName(w, thing) ?? ''),
      })),
    },
  }
}

type TrackFlags = PutFlags & {
  readonly state?: string
  readonly relation?: string
  readonly about?: string
  readonly contact?: string
  readonly sharing?: string
  readonly known?: string
}
const trackFields = {
  state: 'trackState',
  relation: 'relation',
  about: 'trackAbout',
  contact: 'contactPerson',
  sharing: 'sharing',
  known: 'heardFrom',
} as const
const trackOptions = [
  option('--state <state>', 'how it stands', ['proposed', 'active', 'dormant', 'closed']),
  option('--relation <relation>', 'how it lies to these talks', ['parallel', 'competing', 'merged', 'under']),
  option('--about <words>', 'what it is about'),
  option('--contact <words>', 'whom to speak to there'),
  option('--sharing <words>', 'what has been agreed to be told to each other'),
  option('--known <words>', 'from whom it is known'),
]

export function registerTrack(program: Command, terminal: Terminal): void {
  const track = gather(program, 'track', 'other mediations beside this one, as you know of them')
  defineWork<TrackFlags>(
    track,
    terminal,
    {
      name: 'put',
      arguments: { '<body>': 'who mediates there' },
      summary: 'keep another track: at the desk, or in your delegation',
      options: trackOptions,
      answers: thingFields,
      examples: ['goodoffices track put "Another ministry" --state active --relation parallel'],
      acts: true,
    },
    async work => {
      const flags = { state: 'active', relation: 'parallel', ...work.flags }
      const fields = { ...named(flags, trackFields), trackOf: work.args[0] ?? '' }
      return putThing({ ...work, flags: { in: keptIn(work).id, ...fields } }, registerOf('track'))
    },
  )
  defineWork<TrackFlags>(
    track,
    terminal,
    {
      name: 'move',
      arguments: { '<track>': 'such as i1' },
      summary: 'say anew how it stands; what is left out stays',
      options: trackOptions,
      answers: thingFields,
      examples: ['goodoffices track move i1 --state dormant'],
      acts: true,
    },
    async work => {
      const { thing } = findThing(work, 'track')
      return putThing(
        { ...work, flags: { item: thing.item, ...named(work.flags, trackFields) } },
        registerOf('track'),
      )
    },
  )
  defineWork(
    track,
    terminal,
    {
      name: 'list',
      summary: 'those that are kept, and how each stands',
      answers: { things: listed },
      examples: ['goodoffices track list'],
      acts: false,
    },
    async work => list(work, 'track'),
  )
}

type PortfolioFlags = PutFlags & {
  readonly party?: readonly string[]
  readonly issue?: readonly string[]
  readonly from?: string
  readonly until?: string
}

/** GOOD-19: what the agenda has by its ids, at the desk or at the table; what it has not by its name. */
function subjectsTyped({ session, processOf, flags: { issue = [] } }: Work<PortfolioFlags>): ItemFields {
  const rooms = session.rooms(processOf().process).filter(({ kind }) => kind === 'desk' || kind === 'table')
  const known = rooms.flatMap(room =>
    issuesIn(room).map(each => ({
      id: each.item,
      names: [fullHandle(room, itemHandles.item, each.item), standingOf(each).fields.title],
    })),
  )
  const found = issue.map(typed => ({
    typed,
    id: known.find(({ names }) => names.some(name => isSameName(name, typed)))?.id,
  }))
  const issues = [...new Set(found.flatMap(({ id }) => id ?? []))]
  const others = found.flatMap(({ typed, id }) => (id === undefined ? [typed] : []))
  return {
    ...(issues.length === 0 ? {} : { issues }),
    ...(others.length === 0 ? {} : { forIssues: others }),
  }
}

export function registerPortfolio(program: Command, terminal: Terminal): void {
  const portfolio = gather(program, 'portfolio', 'who of the mediators looks after what; it forbids nothing')
  defineWork<PortfolioFlags>(
    portfolio,
    terminal,
    {
      name: 'give',
      arguments: { '<mediator>': 'in whose hands', '<duties>': 'what they look after' },
      summary: 'give a portfolio, as the lead',
      options: [
        repeated('--party <party>', 'for which party'),
        repeated(
          '--issue <issue>',
          'for which issue of the agenda, such as desk/i1; another subject by its name',
        ),
        option('--from <day>', 'from which day'),
        option('--until <day>', 'until which day'),
      ],
      answers: thingFields,
      examples: ['goodoffices portfolio give second "The nuclear file" --party iran'],
      acts: true,
    },
    async work => {
      const [inHandsOf = '', duties = ''] = work.args
      const fields = named(work.flags, {
        party: 'forParties',
        from: 'fromDay',
        until: 'untilDay',
      })
      return putThing(
        { ...work, flags: { in: keptIn(work).id, inHandsOf, duties, ...fields } },
        registerOf('portfolio'),
        subjectsTyped(work),
      )
    },
  )
  for (const [name, verb, summary] of [
    ['take', 'portfolio-taken', 'take what you were given'],
    ['decline', 'portfolio-declined', 'decline what you were given'],
    ['hand-over', 'handed-over', 'say that you have handed it over, and to whom'],
  ] as const)
    defineWork<SayFlags>(
      portfolio,
      terminal,
      {
        name,
        arguments: { '<portfolio>': 'such as i1' },
        summary,
        options: [
          option(
            '--note <words>',
            name === 'hand-over' ? 'to whom, and how it stands (needed)' : 'what else',
          ),
        ],
        answers: thingFields,
        examples: [`goodoffices portfolio ${name} i1${name === 'hand-over' ? ' --note "To the lead."' : ''}`],
        acts: true,
      },
      async work => sayOf(work, findThing(work, 'portfolio'), { verb }),
    )
  defineWork(
    portfolio,
    terminal,
    {
      name: 'list',
      summary: 'who looks after what, and whether they have taken it',
      answers: { things: listed },
      examples: ['goodoffices portfolio list'],
      acts: false,
    },
    async work => list(work, 'portfolio'),
  )
}
