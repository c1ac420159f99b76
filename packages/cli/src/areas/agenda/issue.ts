/** Issues: put on the table as a conveyance, asked up a stage, taken down, put off. */

import {
  assentedStage,
  deliver,
  missingLanguages,
  planOfIssue,
  prepareConveyance,
  previewConveyance,
  stageAct,
} from '@goodoffices/client'
import { say } from '@goodoffices/client/words'
import { claimsOn, type IssueFields, type RoomId, stages, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findParty, findRoom, onlyRoom } from '../../names/find.ts'
import { noted, recordOptions } from '../../names/words.ts'
import { withoutMarks } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'
import { pass, type ReachFlags, reachOptions, sayAllChecked, sayChecked } from '../desk/reach.ts'
import { namingIn } from '../item/naming.ts'
import { readTerm } from '../item/read.ts'
import { writingIn } from '../item/writing.ts'
import { answerOf, findThing, type SayFlags, sayOf } from './things.ts'

const ofOne = { '<issue>': 'such as table/i1' } as const
type PostFlags = ReachFlags & { readonly raisedBy?: string; readonly named?: true; readonly proposed?: true }
type StageFlags = ReachFlags & { readonly group?: string }

export function registerIssue(program: Command, terminal: Terminal): void {
  const issue = gather(program, 'issue', 'what is talked about, as all read it')
  defineWork<PostFlags>(
    issue,
    terminal,
    {
      name: 'post',
      arguments: { '<issue>': 'one that is drafted at the desk, such as desk/i1' },
      summary: 'put an issue on the table: as agreed, unless it is raised by a party or proposed by you',
      options: [
        option('--raised-by <party>', 'as raised and not agreed: whose wish it is; its leave is needed'),
        option('--named', 'with --raised-by: and that party is named'),
        option('--proposed', 'as your own proposal'),
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: ['goodoffices issue post desk/i1 --preview'],
      acts: true,
    },
    post,
  )
  defineWork<AskFlags>(
    issue,
    terminal,
    {
      name: 'ask',
      arguments: {
        ...ofOne,
        '<stage>': stages.slice(1).join(' or '),
        '[words]': 'the question; standard input if left out',
      },
      summary: 'ask all whether an issue goes up a stage; nobody is the one who would not',
      options: askOptions,
      answers: askAnswers,
      examples: [
        'goodoffices issue ask table/i1 heads "Shall the heads speak of it?" --closes 2026-02-05T18:00+03:00',
      ],
      acts: true,
    },
    askUp,
  )
  defineWork<StageFlags>(
    issue,
    terminal,
    {
      name: 'stage',
      arguments: { ...ofOne, '<stage>': stages.join(', ') },
      summary: 'take an issue up to the stage that all have said yes to, or down to any',
      options: [option('--group <room>', 'the room of the heads'), ...reachOptions],
      answers: [thingFields, previewed],
      examples: ['goodoffices issue stage table/i1 heads'],
      acts: true,
    },
    turn,
  )
  defineWork<ReachFlags & { readonly until?: string; readonly note?: string }>(
    issue,
    terminal,
    {
      name: 'park',
      arguments: ofOne,
      summary: 'put an issue off',
      options: [
        option('--until <day>', 'until when'),
        option('--note <words>', 'why, in words that all read'),
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: ['goodoffices issue park table/i4 --until 2026-02-20'],
      acts: true,
    },
    park,
  )
  defineWork<SayFlags & { readonly quietly?: true }>(
    issue,
    terminal,
    {
      name: 'apart',
      arguments: ofOne,
      summary: 'speak of it separately again: at once, at the table, as your own word; no reason is asked',
      options: [
        option(
          '--quietly',
          'in your caucus alone: the mediators do it, and the table does not read who asked',
        ),
        ...recordOptions,
        ...reachOptions,
      ],
      answers: [thingFields, previewed],
      examples: ['goodoffices issue apart table/i1'],
      acts: true,
    },
    apart,
  )
}

async function post(work: Work<PostFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const found = processOf()
  const { thing } = findThing(work, 'issue', work.args[0] ?? '', ['desk'])
  const raiser = flags.raisedBy === undefined ? undefined : findParty(session, found, flags.raisedBy).party
  const footing: IssueFields['footing'] =
    raiser !== undefined ? 'raised-not-agreed' : flags.proposed === true ? 'proposed' : 'agreed'
  const plan = demand(
    planOfIssue(session, found.process, thing.item, {
      footing,
      ...(raiser === undefined ? {} : { raiser }),
      named: flags.named === true,
    }),
  )
  const table = onlyRoom(session, found, 'table')
  const without = missingLanguages({ table, caucuses: caucusesIn(session, found) }, standingOf(thing).fields)
  const w = writingIn(table)
  const languages = w.all(without.map(w.languageName))
  const preview = demand(previewConveyance(session, found.process, plan))
  const beside =
    without.length === 0
      ? []
      : ['', withoutMarks(say(w.vocabulary.terms['titles-missing'], { languages }, w.figures))]
  const passed = pass(session, [{ room: table, preview, beside }], flags)
  if ('shown' in passed) return passed.shown
  const accepted = passed.accepted[0] ?? []
  const prepared = demand(await prepareConveyance(session, found.process, { ...plan, accepted }))
  demand(await deliver(session, found.process, prepared))
  return answerOf(session.room(table.id) ?? table, thing.item)
}

const stageTyped = (typed: string | undefined) => {
  const stage = stages.find(each => each === typed)
  if (stage === undefined)
    throw missing(
      'word-unknown',
      { word: typed ?? '' },
      stages.map(handle => ({ handle })),
    )
  return stage
}

async function askUp(work: Work<AskFlags>): Promise<Answer> {
  const [typed = '', stage, ...words] = work.args
  const { thing } = findThing(work, 'issue', typed, ['table'])
  return ask({ ...work, args: words }, { kind: 'stage', issue: thing.item, stage: stageTyped(stage) })
}

async function turn(work: Work<StageFlags>): Promise<Answer> {
  const { session, processOf, flags, args } = work
  const found = processOf()
  const { room, thing } = findThing(work, 'issue', args[0] ?? '', ['table'])
  const stage = stageTyped(args[1])
  const assented = assentedStage(onlyRoom(session, found, 'desk'), thing)
  const group: { readonly group?: RoomId } =
    flags.group === undefined ? {} : { group: findRoom(session, found, flags.group).id }
  const act = stageAct(thing, {
    stage,
    ...group,
    ...(assented?.stage === stage ? { agreedIn: assented.agreedIn } : {}),
  })
  return sayChecked(session, room, {
    act,
    flags,
    said: () => answerOf(session.room(room.id) ?? room, thing.item),
  })
}

async function park(
  work: Work<ReachFlags & { readonly until?: string; readonly note?: string }>,
): Promise<Answer> {
  const { session, processOf, flags } = work
  const { room, thing } = findThing(work, 'issue', work.args[0] ?? '', ['table', 'desk'])
  const rooms = session.rooms(processOf().process)
  const naming = namingIn(session, processOf(), rooms, { vocabulary: writingIn(room).vocabulary })
  const rev = thing.revisions.length
  const until = flags.until
  const anew =
    until === undefined
      ? []
      : [
          {
            room,
            act: {
              kind: 'item.put' as const,
              item: thing.item,
              register: 'issue',
              rev: rev + 1,
              fields: { ...standingOf(thing).fields, putOffUntil: readTerm(until, naming) },
            },
          },
        ]
  const mark = {
    room,
    act: {
      kind: 'item.mark' as const,
      item: thing.item,
      rev,
      verb: 'put-off',
      ...noted(flags.note),
    },
  }
  return sayAllChecked(session, [mark, ...anew], {
    flags,
    said: () => answerOf(session.room(room.id) ?? room, thing.item),
  })
}

async function apart(work: Work<SayFlags & { readonly quietly?: true }>): Promise<Answer> {
  const { session, processOf, flags, args } = work
  const { room, thing } = findThing(work, 'issue', args[0] ?? '', ['table'])
  if (flags.quietly !== true) return sayOf(work, { room, thing }, { verb: 'speak-separately' })
  const caucus = onlyRoom(session, processOf(), 'caucus')
  const claim = claimsOn(caucus, thing.item).at(-1)
  if (claim === undefined) throw missing('item-unknown')
  return sayOf(work, { room: caucus, thing: claim }, { verb: 'apart-again' })
}
