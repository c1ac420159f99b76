/** Release: the mediator asks, the source gives or refuses. */

import { newId, type Session } from '@goodoffices/client'
import type { Act, Ask, AskId, Passing, RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findAnyPassage, findItem } from '../../names/find.ts'
import { fullHandle, passageHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, readWords, recordOptions } from '../../names/words.ts'
import { passageWords } from '../../page/passage.ts'
import { indent } from '../../page/text.ts'
import { markingName } from '../../page/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import { previewed } from '../../shell/rows.ts'
import { text, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { messageHandles } from './handles.ts'
import { partOption, stretchOf } from './speak.ts'

export const passings: readonly Passing[] = ['unattributed', 'attributed', 'verbatim']

type WordingFlags = { readonly wording?: string; readonly file?: string }

export const wordingOptions = [
  option('--wording <words>', 'in these words'),
  option('--file <file>', 'in the words of this file; - for standard input'),
]

/** A wording where one is given. */
export async function readWording(
  terminal: Terminal,
  { wording, file }: WordingFlags,
): Promise<{ readonly wording?: string }> {
  if (wording === undefined && file === undefined) return {}
  return { wording: await readWords(terminal, { typed: wording, file }) }
}

type Asking = Extract<Act, { readonly kind: 'release.ask' }>

export const askFields = { ask: text, handle: text, passage: text, words: text, marking: text }

/** Asks the party whose room it is, and shows it what is asked. */
export async function askFor(
  session: Session,
  room: RoomState,
  { act, flags }: { readonly act: Asking; readonly flags: ReachFlags },
): Promise<Answer> {
  const { ask, passage, marking } = act
  const words = passageWords(room, passage)
  return sayChecked(session, room, {
    act,
    flags,
    beside: ['', `It is asked of ${passageHandle(room, passage)}:`, '', indent(words)],
    said: () => {
      const handle = fullHandle(session.room(room.id) ?? room, messageHandles.ask, ask)
      return {
        text: `Asked: ${handle}, of ${passageHandle(room, passage)}: ${markingName(marking)}\n${indent(words)}`,
        json: { ask, handle, passage: passageHandle(room, passage), words, marking },
      }
    },
  })
}

export function registerRelease(program: Command, terminal: Terminal): void {
  const release = gather(program, 'release', 'leave to pass on what is not marked so')

  defineWork<
    WordingFlags & ReachFlags & { readonly as?: Passing; readonly note?: string; readonly part?: string }
  >(
    release,
    terminal,
    {
      name: 'ask',
      arguments: {
        '<message>':
          'such as caucus:iran/m1, caucus:iran/m1.p25 for a part, caucus:iran/m1.rest for all but the parts, caucus:iran/i1.figure for fields of an entry',
      },
      summary: 'ask the party that said it whether a passage may pass',
      options: [
        option('--as <marking>', 'how (unattributed)', passings),
        partOption,
        ...wordingOptions,
        option('--note <words>', 'said with it'),
        ...reachOptions,
      ],
      answers: [askFields, previewed],
      examples: [
        'goodoffices release ask caucus:iran/m1 --as unattributed --wording "Assets come first for them."',
      ],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const found = findAnyPassage(caucusesIn(session, processOf()), typed)
      const { room } = found
      const passage = stretchOf(room, found.passage, flags.part)
      const act: Asking = {
        kind: 'release.ask',
        ask: newId<AskId>(),
        passage,
        marking: flags.as ?? 'unattributed',
        ...(await readWording(terminal, flags)),
        ...noted(flags.note),
      }
      return askFor(session, room, { act, flags })
    },
  )

  defineWork<WordingFlags & RecordFlags & { readonly as?: Passing; readonly note?: string }>(
    release,
    terminal,
    {
      name: 'give',
      arguments: { '<ask>': 'such as a1' },
      summary: 'let it pass, as asked or otherwise',
      options: [
        option('--as <marking>', 'how (as asked)', passings),
        ...wordingOptions,
        option('--note <words>', 'said with it'),
        ...recordOptions,
      ],
      answers: { ask: text, handle: text, given: yesNo, marking: text, words: text, 'wording?': text },
      examples: ['goodoffices release give a1'],
      acts: true,
    },
    async work => {
      const { session, flags } = work
      const { room, id } = findAsk(work)
      const asked = room.asks[id as AskId]
      if (asked === undefined) throw missing('ask-unknown')
      const marking = flags.as ?? asked.marking
      const act: Extract<Act, { kind: 'release.give' }> = {
        kind: 'release.give',
        ask: asked.ask,
        marking,
        ...(await readWording(terminal, flags)),
        ...noted(flags.note),
        ...readRecorded(flags, terminal.now()),
      }
      demand(await session.act(room.id, act))
      const handle = fullHandle(room, messageHandles.ask, id)
      return {
        text: [
          `Released: ${handle}: ${markingName(marking)}`,
          ...answeredLines(room, asked, act.wording),
        ].join('\n'),
        json: {
          ask: id,
          handle,
          given: true,
          marking,
          words: passageWords(room, asked.passage),
          ...worded(asked, act.wording),
        },
      }
    },
  )

  defineWork<RecordFlags & { readonly note?: string }>(
    release,
    terminal,
    {
      name: 'refuse',
      arguments: { '<ask>': 'such as a1' },
      summary: 'do not let it pass so; the other party is told nothing',
      options: [option('--note <words>', 'said with it'), ...recordOptions],
      answers: { ask: text, handle: text, given: yesNo, words: text, 'wording?': text },
      examples: ['goodoffices release refuse a1 --note "Not yet."'],
      acts: true,
    },
    async work => {
      const { session, flags } = work
      const { room, id } = findAsk(work)
      const asked = room.asks[id as AskId]
      if (asked === undefined) throw missing('ask-unknown')
      const act: Act = {
        kind: 'release.refuse',
        ask: asked.ask,
        ...noted(flags.note),
        ...readRecorded(flags, terminal.now()),
      }
      demand(await session.act(room.id, act))
      const handle = fullHandle(room, messageHandles.ask, id)
      return {
        text: [`Refused: ${handle}`, ...answeredLines(room, asked)].join('\n'),
        json: { ask: id, handle, given: false, words: passageWords(room, asked.passage), ...worded(asked) },
      }
    },
  )
}

/** The words it holds for, where they are others than what was said: as answered, else as asked. */
const worded = (asked: Ask, wording = asked.wording): { readonly wording?: string } =>
  wording === undefined ? {} : { wording }

/** CLI-40: what was answered for, and in which words. */
function answeredLines(room: RoomState, asked: Ask, given?: string): readonly string[] {
  const { wording } = worded(asked, given)
  return [
    indent(passageWords(room, asked.passage)),
    ...(wording === undefined ? [] : ['  in these words:', indent(wording)]),
  ]
}

const findAsk = ({ session, processOf, args: [typed = ''] }: Work<object>) =>
  findItem(caucusesIn(session, processOf()), messageHandles.ask, typed)
