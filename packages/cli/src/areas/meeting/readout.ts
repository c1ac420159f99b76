/** `readout ask`: words for the public, which stand only where all have cleared them. MEET-8. */

import { questionThatPut } from '@goodoffices/client'
import { type RoomState, tidyText } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findThing, onlyRoom } from '../../names/find.ts'
import { readWords } from '../../names/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'

type ReadoutFlags = AskFlags & {
  readonly text?: string
  readonly speaker?: string
  readonly fallback?: true
  readonly meeting?: string
}

export function registerReadout(program: Command, terminal: Terminal): void {
  defineWork<ReadoutFlags>(
    gather(program, 'readout', 'words for the public, cleared by all or not said'),
    terminal,
    {
      name: 'ask',
      arguments: { '[words]': 'what is asked of each; standard input if left out' },
      summary: 'ask all whether these words may be said in public; they stand only if all say yes',
      options: [
        option('--text <path>', 'the words for the public are in this file'),
        option('--speaker <name>', 'in whose name they are said; the mediators’ if left out'),
        option('--meeting <meeting>', 'the meeting at the desk that they are about'),
        option('--fallback', 'this is the line that is said where the other words are not cleared'),
        ...askOptions,
      ],
      answers: askAnswers,
      examples: [
        'goodoffices readout ask "May this be said on Friday evening?" --text readout.md --closes 2026-02-06T18:00+03:00',
      ],
      more: 'A line to fall back on is a question of its own: it stands only if all say yes to it.',
      acts: true,
    },
    askReadout,
  )
}

async function askReadout(work: Work<ReadoutFlags>): Promise<Answer> {
  const { session, processOf, flags, terminal } = work
  const found = processOf()
  const desk = onlyRoom(session, found, 'desk')
  const body = await readWords(terminal, {
    typed: undefined,
    file: flags.text,
    needed: 'readout-words-needed',
  })
  const language = flags.language ?? 'en'
  const put = flags.meeting === undefined ? undefined : meetingPlan(desk, flags.meeting)
  return ask(work, {
    kind: 'clearance',
    ...(put === undefined ? {} : { concerning: put.content.nonce }),
    thing: {
      register: 'statement',
      fields: {
        kind: 'readout',
        speaker: tidyText(flags.speaker ?? desk.members[session.me.member]?.name ?? ''),
        wordings: [{ language, body }],
        ...(flags.fallback === true ? { isFallback: true } : {}),
      },
    },
  })
}

/** ASNT-29: the question by which the meeting came to stand with those who are asked. */
function meetingPlan(desk: RoomState, typed: string) {
  const put = questionThatPut(desk, findThing([desk], 'meeting', typed).thing.item)
  if (put === undefined) throw missing('item-unknown')
  return put
}
