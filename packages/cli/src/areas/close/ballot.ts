/** Ballots: what was counted, and what that comes to, as arithmetic. */

import { nameOfThing, newId, sayOutcome, standingName } from '@goodoffices/client'
import { type ItemFields, type ItemId, standingOf, talliesOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { indent, printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { misuse } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { type Fields, openRows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { itemHandles } from '../item/handles.ts'
import { writingIn } from '../item/writing.ts'
import { findBallot } from './things.ts'

const ballotAnswer: Fields = {
  ballot: text,
  title: text,
  standing: text,
  counts: openRows({ handle: text, standing: text, lines: words }),
}

type ResultFlags = ReachFlags &
  RecordFlags & {
    readonly members?: string
    readonly eligible?: string
    readonly returned?: string
    readonly yes?: string
    readonly no?: string
    readonly blankVoid?: string
    readonly by?: string
    readonly on?: string
    readonly scrutineer?: string
  }

export function registerBallot(program: Command, terminal: Terminal): void {
  const ballot = gather(program, 'ballot', 'ballots, what was counted, and what that comes to')
  defineWork(
    ballot,
    terminal,
    {
      name: 'show',
      arguments: { '<ballot>': 'such as delegation/i3' },
      summary: 'every count, with its arithmetic; a recount takes the place of none',
      answers: ballotAnswer,
      examples: ['goodoffices ballot show delegation/i3'],
      acts: false,
    },
    async work => show(work),
  )
  defineWork<ResultFlags>(
    ballot,
    terminal,
    {
      name: 'result',
      arguments: { '<ballot>': 'such as delegation/i3' },
      summary: 'enter what was counted; of several groups: item put tally --file',
      options: [
        option('--eligible <number>', 'how many may vote; as many as were returned if left out'),
        option('--members <number>', 'how many belong to the body'),
        option('--returned <number>', 'papers returned'),
        option('--yes <number>', 'in favour'),
        option('--no <number>', 'opposed'),
        option('--blank-void <number>', 'blank or void (0)'),
        option('--by <whom>', 'who counted; as the ballot says if left out'),
        option('--on <day>', 'when it was counted'),
        option('--scrutineer <whom>', 'who watched over it'),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [ballotAnswer, previewed],
      examples: [
        'goodoffices ballot result delegation/i3 --returned 11845 --yes 5100 --no 6646 --blank-void 99',
      ],
      acts: true,
    },
    enter,
  )
}

function show(work: Work<object>): Answer {
  const { room, ballot } = findBallot(work, work.args[0] ?? '')
  const w = writingIn(room)
  const title = printable(nameOfThing(w, ballot.item))
  const standing = withoutMarks(standingName(w, ballot) ?? '')
  const counts = talliesOf(ballot, room).map(tally => ({
    handle: fullHandle(room, itemHandles.item, tally.item),
    standing: withoutMarks(standingName(w, tally) ?? ''),
    lines: sayOutcome(w, ballot, tally).map(withoutMarks),
  }))
  return {
    text: [
      `${title}  ${standing}`,
      ...counts.flatMap(({ handle, standing, lines }) => [
        `${handle}  ${standing}`,
        ...lines.map(line => indent(line)),
      ]),
    ].join('\n'),
    json: { ballot: fullHandle(room, itemHandles.item, ballot.item), title, standing, counts },
  }
}

function whole(typed: string | undefined, field: string): number {
  const number = Number(typed)
  if (typed === undefined || !/^\d+$/.test(typed) || !Number.isSafeInteger(number))
    throw misuse('number-unreadable', { field, text: typed ?? '' })
  return number
}

async function enter(work: Work<ResultFlags>): Promise<Answer> {
  const { session, flags, terminal } = work
  const { room, ballot } = findBallot(work, work.args[0] ?? '')
  const returned = whole(flags.returned, 'returned')
  const counted = {
    ...(flags.members === undefined ? {} : { membersInAll: whole(flags.members, 'members') }),
    eligible: flags.eligible === undefined ? returned : whole(flags.eligible, 'eligible'),
    returned,
    inFavour: whole(flags.yes, 'yes'),
    opposed: whole(flags.no, 'no'),
    blankOrVoid: whole(flags.blankVoid ?? '0', 'blank-void'),
  }
  const fields: ItemFields = {
    ballot: ballot.item,
    countedBy: flags.by ?? standingOf(ballot).fields.countedBy,
    counted: [counted],
    ...(flags.on === undefined ? {} : { countedOn: flags.on }),
    ...(flags.scrutineer === undefined ? {} : { scrutineer: flags.scrutineer }),
  }
  return sayChecked(session, room, {
    act: {
      kind: 'item.put',
      item: newId<ItemId>(),
      register: 'tally',
      rev: 1,
      fields,
      ...readRecorded(flags, terminal.now()),
    },
    flags,
    said: () => show(work),
  })
}
