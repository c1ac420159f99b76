/** Release: the mediator asks, the source gives or refuses. */

import { newId } from '@goodoffices/client'
import type { Act, AskId, Passing } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, findAnyPassage, findItem } from '../../names/find.ts'
import { fullHandle, passageHandle } from '../../names/handles.ts'
import { noted, type RecordFlags, readRecorded, readWords, recordOptions } from '../../names/words.ts'
import { markingName } from '../../page/words.ts'
import { gather, option } from '../../shell/define.ts'
import { demand, missing } from '../../shell/exit.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { messageHandles } from './handles.ts'

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

export function registerRelease(program: Command, terminal: Terminal): void {
  const release = gather(program, 'release', 'leave to pass on what is not marked so')

  defineWork<WordingFlags & ReachFlags & { readonly as?: Passing; readonly note?: string }>(
    release,
    terminal,
    {
      name: 'ask',
      arguments: {
        '<message>':
          'such as caucus:iran/m1, caucus:iran/m1.p2 for a part, caucus:iran/i1.figure for fields of an entry',
      },
      summary: 'ask the source that a passage may pass',
      options: [
        option('--as <marking>', 'how (unattributed)', passings),
        ...wordingOptions,
        option('--note <words>', 'said with it'),
        ...reachOptions,
      ],
      examples: [
        'goodoffices release ask caucus:iran/m1 --as unattributed --wording "Assets come first for them."',
      ],
      acts: true,
    },
    async ({ session, processOf, args: [typed = ''], flags }) => {
      const { room, passage } = findAnyPassage(caucusesIn(session, processOf()), typed)
      const ask = newId<AskId>()
      const marking = flags.as ?? 'unattributed'
      const act: Act = {
        kind: 'release.ask',
        ask,
        passage,
        marking,
        ...(await readWording(terminal, flags)),
        ...noted(flags.note),
      }
      return sayChecked(session, room, {
        act,
        flags,
        said: () => {
          const handle = fullHandle(session.room(room.id) ?? room, messageHandles.ask, ask)
          return {
            text: `Asked: ${handle}, of ${passageHandle(room, passage)}: ${markingName(marking)}`,
            json: { ask, handle, passage: passageHandle(room, passage), marking },
          }
        },
      })
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
      examples: ['goodoffices release give a1'],
      acts: true,
    },
    async work => {
      const { session, flags } = work
      const { room, id } = findAsk(work)
      const asked = room.asks[id as AskId]
      if (asked === undefined) throw missing('ask-unknown')
      const marking = flags.as ?? asked.marking
      const act: Act = {
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
        text: `Released: ${handle}: ${markingName(marking)}`,
        json: { ask: id, handle, given: true, marking },
      }
    },
  )

  defineWork<RecordFlags & { readonly note?: string }>(
    release,
    terminal,
    {
      name: 'refuse',
      arguments: { '<ask>': 'such as a1' },
      summary: 'do not let it pass so; the other side is told nothing',
      options: [option('--note <words>', 'said with it'), ...recordOptions],
      examples: ['goodoffices release refuse a1 --note "Not yet."'],
      acts: true,
    },
    async work => {
      const { session, flags } = work
      const { room, id } = findAsk(work)
      const act: Act = {
        kind: 'release.refuse',
        ask: id as AskId,
        ...noted(flags.note),
        ...readRecorded(flags, terminal.now()),
      }
      demand(await session.act(room.id, act))
      const handle = fullHandle(room, messageHandles.ask, id)
      return { text: `Refused: ${handle}`, json: { ask: id, handle, given: false } }
    },
  )
}

const findAsk = ({ session, processOf, args: [typed = ''] }: Work<object>) =>
  findItem(caucusesIn(session, processOf()), messageHandles.ask, typed)
