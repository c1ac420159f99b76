/** What was undertaken, as a party reads it and as the mediators do; one-sided steps apart; copies of one text. */

import {
  madeIn,
  type Placed,
  reachedIn,
  sayAddressees,
  sayCopies,
  sayCounts,
  sayForce,
  sayOwed,
  separateCopies,
  standingName,
  stepsIn,
  undertakingsFor,
} from '@goodoffices/client'
import {
  countUndertakings,
  isAddressed,
  type PartyCard,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { columns, printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, option } from '../../shell/define.ts'
import { count, openRows, rows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'

const row = { handle: text, title: text, by: text, to: text, standing: text, more: words }

export function registerLists(parent: Command, terminal: Terminal): void {
  defineWork<{ readonly made?: true; readonly received?: true }>(
    parent,
    terminal,
    {
      name: 'list',
      summary: 'what your side has undertaken, and what was undertaken towards it',
      options: [option('--made', 'only yours'), option('--received', 'only what was given to you')],
      answers: { made: rows(row), received: rows(row) },
      examples: ['goodoffices undertaking list', 'goodoffices undertaking list --received'],
      acts: false,
    },
    listOwn,
  )
  defineWork(
    parent,
    terminal,
    {
      name: 'steps',
      summary: 'one-sided steps, for which nothing is owed, each with what it invites to',
      answers: { steps: openRows({ handle: text, title: text, by: text, standing: text }) },
      examples: ['goodoffices undertaking steps'],
      acts: false,
    },
    listSteps,
  )
  defineWork(
    parent,
    terminal,
    {
      name: 'matrix',
      summary: 'for mediators: who has undertaken what towards whom, how each stands there, and counts',
      answers: {
        undertakings: rows({ ...row, towards: rows({ party: text, standing: text }) }),
        counts: rows({
          party: text,
          unilateral: count,
          thirdParty: count,
          bargained: count,
          steps: count,
        }),
      },
      examples: ['goodoffices undertaking matrix'],
      acts: false,
    },
    listMatrix,
  )
  defineWork(
    parent,
    terminal,
    {
      name: 'copies',
      summary: 'for mediators: letters of the same text that several have given, and its SHA-256',
      answers: { copies: rows({ hash: text, handles: words }) },
      examples: ['goodoffices undertaking copies'],
      acts: false,
    },
    listCopies,
  )
}

function rowOf({ room, thing }: Placed, now: number) {
  const w = writingIn(room)
  const { title, undertakenBy } = standingOf(thing).fields
  const owed = sayOwed(w, thing)
  return {
    handle: fullHandle(room, itemHandles.item, thing.item),
    title: printable(title),
    by: printable(undertakenBy),
    to: withoutMarks(sayAddressees(w, thing)),
    standing: standingOfThing(room, thing),
    more: [...(owed === undefined ? [] : [owed]), ...sayForce(w, { room, thing }, now)].map(withoutMarks),
  }
}

const standingOfThing = (room: RoomState, thing: RegisterItem): string =>
  withoutMarks(standingName(writingIn(room), thing) ?? '')

const lineOf = ({ handle, title, by, to, standing, more }: ReturnType<typeof rowOf>): string =>
  [`${handle}  ${title}  ${by} → ${to}  ${standing}`, ...more.map(line => `    ${line}`)].join('\n')

const part = (name: string, lines: readonly ReturnType<typeof rowOf>[]): readonly string[] =>
  lines.length === 0 ? [] : [name, ...lines.map(lineOf)]

async function listOwn({
  session,
  processOf,
  flags,
  terminal,
}: Work<{ readonly made?: true; readonly received?: true }>): Promise<Answer> {
  const { process, party } = processOf()
  const rooms = session.rooms(process)
  const all = party === undefined ? { made: madeIn(rooms), received: [] } : undertakingsFor(rooms, party)
  const row = (placed: Placed) => rowOf(placed, terminal.now())
  const made = flags.received === true ? [] : all.made.map(row)
  const received = flags.made === true ? [] : all.received.map(row)
  const shown = [
    ...part(party === undefined ? 'Undertaken:' : 'Undertaken by your side:', made),
    ...part('Undertaken towards you:', received),
  ]
  return {
    text: shown.length === 0 ? 'Nothing has been undertaken here yet.' : shown.join('\n'),
    json: { made, received },
  }
}

async function listSteps({ session, processOf }: Work<object>): Promise<Answer> {
  const steps = stepsIn(session.rooms(processOf().process)).map(({ room, thing }) => {
    const { title, undertakenBy, invites } = standingOf(thing).fields
    return {
      handle: fullHandle(room, itemHandles.item, thing.item),
      title: printable(title),
      by: printable(undertakenBy),
      standing: standingOfThing(room, thing),
      ...(invites === undefined ? {} : { invites: printable(invites) }),
    }
  })
  return {
    text:
      steps.length === 0
        ? 'No one-sided step stands here yet.'
        : columns(steps.map(({ handle, title, by, standing }) => [handle, title, by, standing])),
    json: { steps },
  }
}

/** All parties that a mediator holds a caucus of, in the order of the rooms. */
const partiesIn = (rooms: readonly RoomState[]): readonly PartyCard[] =>
  rooms.flatMap(({ kind, party }) => (kind === 'caucus' && party !== undefined ? [party] : []))

async function listMatrix({ session, processOf, terminal }: Work<object>): Promise<Answer> {
  const rooms = session.rooms(processOf().process)
  const parties = partiesIn(rooms)
  const undertakings = madeIn(rooms).map(placed => {
    const { addressedTo, party: by } = standingOf(placed.thing).fields
    return {
      ...rowOf(placed, terminal.now()),
      towards: parties
        .filter(({ party }) => isAddressed(addressedTo, party, by))
        .map(({ party, name }) => {
          const copy = reachedIn(rooms, placed, party)
          const standing =
            copy === undefined
              ? writingIn(placed.room).vocabulary.terms['not-carried']
              : standingOfThing(copy.room, copy.thing)
          return { party: printable(name), standing }
        }),
    }
  })
  const counted = countUndertakings(
    rooms,
    parties.map(({ party }) => party),
  )
  const w = rooms[0] === undefined ? undefined : writingIn(rooms[0])
  const nameOf = (at: number): string => printable(parties[at]?.name ?? '')
  return {
    text: [
      ...undertakings.flatMap(each => [
        lineOf(each),
        ...each.towards.map(({ party, standing }) => `    ${party}: ${standing}`),
      ]),
      ...counted.flatMap((each, at) => [
        nameOf(at),
        ...(w === undefined ? [] : sayCounts(w, each).map(({ label, count }) => `    ${label}: ${count}`)),
      ]),
    ].join('\n'),
    json: { undertakings, counts: counted.map((each, at) => ({ ...each, party: nameOf(at) })) },
  }
}

async function listCopies({ session, processOf }: Work<object>): Promise<Answer> {
  const rooms = session.rooms(processOf().process)
  const found = await separateCopies(rooms)
  const copies = found.map(each => ({
    hash: each.hash,
    handles: each.copies.map(({ room, thing }) => fullHandle(room, itemHandles.item, thing.item)),
    said: each.copies[0] === undefined ? '' : sayCopies(writingIn(each.copies[0].room), each),
  }))
  return {
    text:
      copies.length === 0
        ? 'No text was given by several.'
        : copies.map(({ said, handles }) => `${withoutMarks(said)}\n    ${handles.join(', ')}`).join('\n'),
    json: { copies: copies.map(({ hash, handles }) => ({ hash, handles })) },
  }
}
