/** Undertakings from the shell: given, carried whole, answered, taken back; who has undertaken what to whom; copies of one text. */

import { carryWhole, newId, wholeOf } from '@goodoffices/client'
import type { Act, AskId, RegisterItem, RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findCaucus, findRoom, findThing } from '../../names/find.ts'
import { noted, type RecordFlags, readRecorded, readWords, recordOptions } from '../../names/words.ts'
import { type Answer, gather, option, repeated } from '../../shell/define.ts'
import { misuse } from '../../shell/exit.ts'
import { conveyanceFields, previewed, reachRows, thingFields } from '../../shell/rows.ts'
import { count, rows } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { answerOf } from '../agenda/things.ts'
import { prepareAll } from '../desk/convey.ts'
import { deskOf } from '../desk/conveyances.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { askFields, askFor } from '../message/release.ts'
import { registerGive } from './give.ts'
import { registerLists } from './lists.ts'

/** As it is typed, and what is said by it. */
const sayings = [
  { name: 'note', verb: 'undertaking-noted', summary: 'take note of one that was given to you' },
  { name: 'rely', verb: 'relied-on', summary: 'say that you will act on it' },
  { name: 'kept', verb: 'undertaking-kept', summary: 'say that it is kept' },
  { name: 'not-kept', verb: 'undertaking-not-kept', summary: 'say that it is not kept, and why (--note)' },
  { name: 'discharge', verb: 'undertaking-released', summary: 'free whoever gave it' },
  {
    name: 'revoke',
    verb: 'undertaking-revoked',
    summary: 'take your own back: with notice, it is in force until that has run',
  },
  {
    name: 'told',
    verb: 'communicated-to',
    summary: 'say whom you told otherwise than here, and how (--note)',
  },
  {
    name: 'attest',
    verb: 'copy-attested',
    summary: 'say that another party’s copy of the same text is before you',
  },
] as const

type SayFlags = ReachFlags & RecordFlags & { readonly note?: string; readonly of?: string }

export function registerUndertaking(program: Command, terminal: Terminal): void {
  const undertaking = gather(program, 'undertaking', 'who undertook what, to whom, in which words')
  registerGive(undertaking, terminal)
  for (const { name, verb, summary } of sayings)
    defineWork<SayFlags>(
      undertaking,
      terminal,
      {
        name,
        arguments: { '<undertaking>': 'such as caucus:upper/i2' },
        summary,
        options: [
          option('--note <words>', 'why, or what else'),
          option('--of <body>', 'whose word it is, of a body that is none of the talks'),
          ...recordOptions,
          ...reachOptions,
        ],
        answers: [thingFields, previewed],
        examples: [`goodoffices undertaking ${name} caucus:upper/i2 --note "By hand."`],
        acts: true,
      },
      work => say(work, verb),
    )
  defineWork<ReachFlags>(
    undertaking,
    terminal,
    {
      name: 'ask',
      arguments: { '<undertaking>': 'one that was given to you, such as caucus:host/i1' },
      summary: 'ask whoever gave it whether it may be carried, whole and verbatim',
      options: reachOptions,
      answers: [askFields, previewed],
      examples: ['goodoffices undertaking ask caucus:host/i1'],
      acts: true,
    },
    async work => {
      const { room, thing } = undertakingOf(work)
      const [ask, passage] = [newId<AskId>(), wholeOf(thing)]
      const act = { kind: 'release.ask', ask, passage, marking: 'verbatim' } as const
      return askFor(work.session, room, { act, flags: work.flags })
    },
  )
  defineWork<ReachFlags & { readonly to?: readonly string[]; readonly wording?: string }>(
    undertaking,
    terminal,
    {
      name: 'carry',
      arguments: { '<undertaking>': 'such as caucus:host/i1' },
      summary: 'prepare it for whoever it was said to: whole and word for word, or not at all',
      options: [
        repeated('--to <room>', 'to whom: a party, or table; to several at once, given again'),
        option('--wording <words>', 'what you say with it; standard input if left out'),
        ...reachOptions,
      ],
      answers: [
        { ...conveyanceFields, conveyances: rows(conveyanceFields), together: reachRows, accepted: count },
        previewed,
      ],
      examples: [
        'goodoffices undertaking carry caucus:host/i1 --to upper --wording "As it was given to us."',
      ],
      acts: true,
    },
    carry,
  )
  registerLists(undertaking, terminal)
}

type Found = { readonly room: RoomState; readonly thing: RegisterItem }

const undertakingOf = ({ session, processOf, args }: Work<object>): Found =>
  findThing(session.rooms(processOf().process), 'undertaking', args[0] ?? '')

async function say(work: Work<SayFlags>, verb: string): Promise<Answer> {
  const { session, flags, terminal } = work
  const { room, thing } = undertakingOf(work)
  const act: Act = {
    kind: 'item.mark',
    item: thing.item,
    rev: thing.revisions.length,
    verb,
    ...noted(flags.note),
    ...(flags.of === undefined ? {} : { for: { name: flags.of } }),
    ...readRecorded(flags, terminal.now()),
  }
  const said = () => answerOf(session.room(room.id) ?? room, thing.item)
  return sayChecked(session, room, { act, flags, said })
}

async function carry(
  work: Work<ReachFlags & { readonly to?: readonly string[]; readonly wording?: string }>,
): Promise<Answer> {
  const { session, processOf, flags, terminal } = work
  const found = processOf()
  const { to = [] } = flags
  if (to.length === 0) throw misuse('recipient-needed')
  const placed = undertakingOf(work)
  const wording = await readWords(terminal, { typed: flags.wording })
  const plans = to.map(name => {
    const room = /^(table|group:)/.test(name)
      ? findRoom(session, found, name)
      : findCaucus(session, found, name)
    return { to: room, plan: carryWhole(placed, room, wording) }
  })
  return prepareAll(work, deskOf(session, found), plans)
}
