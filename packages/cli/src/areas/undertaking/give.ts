/** `undertaking give`: put in one's own caucus and given, in one command; or put to be given later. */

import { newId } from '@goodoffices/client'
import type { Act, ItemFields, ItemId, RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findParty, roomOrOnly } from '../../names/find.ts'
import { type RecordFlags, readRecorded, readWords, recordOptions } from '../../names/words.ts'
import { option, repeated } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { answerOf } from '../agenda/things.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { namingIn } from '../item/naming.ts'
import { readTerm } from '../item/read.ts'
import { english } from '../item/writing.ts'

const ties = ['unilateral', 'third-party', 'bargained'] as const
const shapes = ['letter', 'note-verbale', 'public-statement', 'oral-message'] as const

type GiveFlags = ReachFlags &
  RecordFlags & {
    readonly to?: readonly string[]
    readonly toBody?: string
    readonly headed?: string
    readonly by?: string
    readonly file?: string
    readonly language?: string
    readonly form?: (typeof shapes)[number]
    readonly tie?: (typeof ties)[number]
    readonly clause?: string
    readonly invites?: string
    readonly onCondition?: string
    readonly revocable?: string
    readonly until?: string
    readonly watchedBy?: string
    readonly in?: string
    readonly draft?: true
  }

export function registerGive(parent: Command, terminal: Terminal): void {
  defineWork<GiveFlags>(
    parent,
    terminal,
    {
      name: 'give',
      arguments: {
        '<title>': 'what it is called here',
        '[words]': 'its exact words; standard input if left out',
      },
      summary: 'undertake something in your own words: to all, to parties, or to a body that is not here',
      options: [
        repeated('--to <party>', 'to whom, once for each; all if left out'),
        option('--to-body <name>', 'to a body that is none of the talks'),
        option('--headed <words>', 'how it is headed; the parties’ names if left out'),
        option('--by <name>', 'as what you undertake it; your party’s name if left out'),
        option('--file <file>', 'its exact words in a file; - for standard input'),
        option('--language <language>', 'in which language its words are (en)'),
        option('--form <form>', 'as what it is given (letter)', shapes),
        option('--tie <tie>', 'for what (unilateral)', ties),
        option('--clause <words>', 'with --tie bargained: where that was agreed'),
        option('--invites <words>', 'with --tie unilateral: what it invites others to'),
        option('--on-condition <words>', 'on what condition'),
        option('--revocable <how>', 'yes, no, notice:30d, or not-said (not-said)'),
        option('--until <day>', 'until when, such as 2026-12-31'),
        option('--watched-by <name>', 'who else says whether it is kept'),
        option('--draft', 'put it, and give it later: goodoffices item mark i1 undertaking-given'),
        option('--in <caucus>', 'in which caucus, for mediators who write it down'),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: [
        'goodoffices undertaking give "The road" "Nobody is stopped on the road." --to upper --revocable notice:30d',
      ],
      acts: true,
    },
    give,
  )
}

async function give(work: Work<GiveFlags>) {
  const { session, processOf, flags, terminal } = work
  const room = roomOrOnly(session, processOf(), flags.in, 'caucus')
  const [item, recorded] = [newId<ItemId>(), readRecorded(flags, terminal.now())]
  const fields = await readFieldsOf(work, room)
  const act: Act = { kind: 'item.put', item, register: 'undertaking', rev: 1, fields, ...recorded }
  const answer = await sayChecked(session, room, {
    act,
    flags,
    said: () => answerOf(session.room(room.id) ?? room, item),
  })
  if (flags.draft === true || flags.preview === true) return answer
  const given: Act = { kind: 'item.mark', item, rev: 1, verb: 'undertaking-given', ...recorded }
  demand(await session.act(room.id, given))
  return answerOf(session.room(room.id) ?? room, item)
}

async function readFieldsOf(
  { session, processOf, flags, terminal, args: [title = '', typed] }: Work<GiveFlags>,
  room: RoomState,
): Promise<ItemFields> {
  const found = processOf()
  const { party } = room
  if (party === undefined) throw misuse('room-needed')
  const body = await readWords(terminal, { typed, file: flags.file })
  const to = (flags.to ?? []).map(name => findParty(session, found, name))
  const naming = namingIn(session, found, [room], { vocabulary: english })
  return {
    title,
    party: party.party,
    undertakenBy: flags.by ?? party.name,
    addressedTo:
      flags.toBody !== undefined
        ? { kind: 'to-body', named: flags.toBody }
        : to.length === 0
          ? { kind: 'to-all' }
          : {
              kind: 'to-parties',
              toParties: to.map(each => each.party),
              named: flags.headed ?? to.map(({ name }) => name).join(', '),
            },
    exactWords: [{ language: flags.language ?? 'en', body }],
    form: flags.form ?? 'letter',
    tie: tieOf(flags),
    ...(flags.onCondition === undefined ? {} : { conditionalOn: flags.onCondition }),
    revocable: readRevocable(flags.revocable ?? 'not-said'),
    ...(flags.until === undefined ? {} : { lapsesOn: readTerm(flags.until, naming) }),
    ...(flags.watchedBy === undefined ? {} : { watchedBy: flags.watchedBy }),
  }
}

function tieOf({ tie = 'unilateral', clause, invites }: GiveFlags): ItemFields {
  if (tie === 'bargained') return { kind: tie, ...(clause === undefined ? {} : { clause }) }
  return {
    kind: tie,
    ...(invites === undefined ? {} : { invites }),
    ...(clause === undefined ? {} : { clause }),
  }
}

const plainly: Readonly<Record<string, string>> = {
  yes: 'can-be-revoked',
  no: 'cannot-be-revoked',
  'not-said': 'not-said',
}

/** UNDT-5: what is left out was not said. */
function readRevocable(typed: string): ItemFields {
  const [, days] = /^notice:(\d{1,5})d?$/.exec(typed) ?? []
  if (days !== undefined) return { kind: 'with-notice', noticeDays: Number(days) }
  const kind = plainly[typed]
  if (kind === undefined)
    throw misuse(
      'choice-unknown',
      { field: 'revocable', text: typed },
      [...Object.keys(plainly), 'notice:30d'].map(handle => ({ handle })),
    )
  return { kind }
}
