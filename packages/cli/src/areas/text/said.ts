/** What sides said of drafts, as both read it, and what becomes of it: told by the mediators, let pass by the side. */

import { idOfSaying, type SaidOfClause, saidOf, sayingsIn, takeIn } from '@goodoffices/client'
import {
  type Act,
  clausesOfDraft,
  type DraftId,
  type Marking,
  type RoomState,
  type SayingId,
} from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findItem, onlyRoom, roomOrOnly } from '../../names/find.ts'
import { fullHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { indent, personToText, printable, timeToText } from '../../page/text.ts'
import { markings } from '../../page/words.ts'
import { option } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { openRows, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { textHandles } from './handles.ts'

const outcomes = ['taken', 'in-part', 'held', 'not-taken', 'may-pass'] as const

type Found = { readonly room: RoomState; readonly saying: SayingId }

/** What was said of a draft, by its handle, in whichever room it was said. */
function findSaying({ session, processOf }: Work<object>, typed: string): Found {
  const rooms = session.rooms(processOf().process)
  const { room, id } = findItem(rooms, textHandles.saying, typed)
  return { room, saying: id as SayingId }
}

export function registerSayings(group: Command, terminal: Terminal): void {
  defineWork<{ readonly in?: string }>(
    group,
    terminal,
    {
      name: 'said',
      summary: 'what was said of drafts in a room, clause by clause, and what became of it',
      options: [option('--in <room>', 'in which room, such as caucus:iran; one’s own caucus if left out')],
      answers: { said: openRows({ kind: text, by: text }) },
      examples: ['goodoffices draft said', 'goodoffices draft said --in caucus:iran'],
      acts: false,
    },
    async work => {
      const { session, processOf, flags } = work
      const room = roomOrOnly(session, processOf(), flags.in, 'caucus')
      const clauses = new Set(
        Object.values(room.textDrafts).flatMap(draft => clausesOfDraft(draft).map(({ clause }) => clause)),
      )
      const said = [...clauses].flatMap(clause => saidOf(room, clause))
      return {
        text:
          said.length === 0
            ? 'Nothing was said of drafts.'
            : said.map(each => saidToText(room, each)).join('\n\n'),
        json: { said: said.map(each => ({ ...each, ...handleIn(room, each) })) },
      }
    },
  )
  registerTelling(group, terminal)
}

const handleIn = (room: RoomState, said: SaidOfClause): { readonly handle?: string } =>
  said.kind === 'position' ? {} : { handle: fullHandle(room, textHandles.saying, idOfSaying(said)) }

function saidToText(room: RoomState, said: SaidOfClause): string {
  const who = `${timeToText(said.time)}  ${personToText(room, said.by)}`
  const marking = said.marking === undefined ? '' : `  (${said.marking})`
  if (said.kind === 'position')
    return [
      `${who}  ${said.stance}${marking}`,
      ...(said.note === undefined ? [] : [indent(printable(said.note))]),
    ].join('\n')
  const became =
    said.answer === undefined
      ? []
      : [
          `> ${said.answer.outcome}${said.answer.note === undefined ? '' : `: ${printable(said.answer.note)}`}`,
        ]
  return [
    `${handleIn(room, said).handle ?? ''}  ${who}  ${said.kind}${marking}`,
    indent(printable(said.body)),
    ...(said.kind === 'wording' && said.note !== undefined ? [indent(`(${printable(said.note)})`)] : []),
    ...became.map(line => indent(line)),
  ].join('\n')
}

function registerTelling(group: Command, terminal: Terminal): void {
  const sayingArgument = 'what was said, as draft said names it, such as caucus:iran/w1'
  defineWork<ReachFlags & { readonly note?: string }>(
    group,
    terminal,
    {
      name: 'tell',
      arguments: { '<saying>': sayingArgument, '<outcome>': outcomes.join(', ') },
      summary: 'tell a side what became of what it said, or ask whether it may pass',
      options: [option('--note <words>', 'why, or what else'), ...reachOptions],
      answers: { saying: text, outcome: text },
      examples: ['goodoffices draft tell caucus:iran/w1 held --note "Until the hours are there."'],
      acts: true,
    },
    async work => {
      const { args, flags } = work
      const { room, saying } = findSaying(work, args[0] ?? '')
      const outcome = outcomes.find(each => each === args[1])
      if (outcome === undefined) throw missing('nothing-named', { what: 'outcome', name: args[1] ?? '' })
      const act: Act = { kind: 'draft.answer', answered: saying, outcome, ...noted(flags.note) }
      const said = () => ({ text: `Told: ${outcome}`, json: { saying, outcome } })
      return sayChecked(work.session, room, { act, flags, said })
    },
  )
  defineWork<ReachFlags & { readonly note?: string }>(
    group,
    terminal,
    {
      name: 'withdraw',
      arguments: { '<draft>': 'a draft as it was issued in a room, such as caucus:iran/f1' },
      summary: 'say where a draft was issued that it stands no more',
      options: [option('--note <words>', 'why'), ...reachOptions],
      answers: { draft: text },
      examples: ['goodoffices draft withdraw caucus:iran/f1 --note "It went out too early."'],
      acts: true,
    },
    async work => {
      const { session, processOf, args, flags } = work
      const rooms = session.rooms(processOf().process)
      const { room, id } = findItem(rooms, textHandles.draft, args[0] ?? '')
      const act: Act = { kind: 'draft.withdraw', draft: id as DraftId, ...noted(flags.note) }
      const said = () => ({ text: 'Withdrawn.', json: { draft: id } })
      return sayChecked(session, room, { act, flags, said })
    },
  )
  defineWork<RecordFlags>(
    group,
    terminal,
    {
      name: 'release',
      arguments: { '<saying>': sayingArgument, '<marking>': markings.join(', ') },
      summary: 'say anew what may pass of what one’s side said of a draft',
      options: recordOptions,
      answers: { saying: text, marking: text },
      examples: ['goodoffices draft release w1 unattributed'],
      acts: true,
    },
    async work => {
      const { session, args, flags } = work
      const { room, saying } = findSaying(work, args[0] ?? '')
      const marking = markings.find((each): each is Marking => each === args[1])
      if (marking === undefined) throw missing('nothing-named', { what: 'marking', name: args[1] ?? '' })
      const recorded = readRecorded(flags, Date.now())
      demand(await session.act(room.id, { kind: 'draft.release', released: saying, marking, ...recorded }))
      return { text: `May pass: ${marking}`, json: { saying, marking } }
    },
  )
}

/** TXT-54: under `text`, since the desk's text changes by it. */
export function registerTaking(group: Command, terminal: Terminal): void {
  defineWork(
    group,
    terminal,
    {
      name: 'take',
      arguments: { '<saying>': 'words that a side proposed, such as caucus:iran/w1' },
      summary: 'take words that a side proposed into the text, beside what stands, and tell that side',
      answers: { saying: text },
      examples: ['goodoffices text take caucus:iran/w1'],
      acts: true,
    },
    async work => {
      const { session, processOf, args } = work
      const desk = onlyRoom(session, processOf(), 'desk')
      const { room, saying } = findSaying(work, args[0] ?? '')
      const wording = sayingsIn(room).find(each => idOfSaying(each) === saying)
      if (wording?.kind !== 'wording')
        throw missing('nothing-named', { what: 'wording', name: args[0] ?? '' })
      demand(await session.actAll(demand(takeIn(desk, { room, wording }))))
      return { text: 'Taken in, beside what stands.', json: { saying } }
    },
  )
}
