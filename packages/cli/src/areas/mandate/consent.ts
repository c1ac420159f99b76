/** A party's consent to the mediation: given, with limits where there are any, or withdrawn. */

import type { Act } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { roomOrOnly } from '../../names/find.ts'
import { type RecordFlags, readRecorded, recordOptions } from '../../names/words.ts'
import { gather, option } from '../../shell/define.ts'
import { demand, misuse } from '../../shell/exit.ts'
import { oneOf, text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'

export function registerConsent(program: Command, terminal: Terminal): void {
  const consent = gather(program, 'consent', 'a party accepts the mediator’s good offices, or no longer does')
  type Flags = RecordFlags & { readonly in?: string; readonly limits?: string; readonly note?: string }
  const inOption = option('--in <caucus>', 'the party’s caucus, for mediators who write it down')
  const add = (
    name: 'give' | 'withdraw',
    summary: string,
    words: 'limits' | 'note',
    example: string,
  ): void => {
    defineWork<Flags>(
      consent,
      terminal,
      {
        name,
        summary,
        options: [option(`--${words} <words>`, 'in the party’s own words'), inOption, ...recordOptions],
        answers: { party: text, standing: oneOf('given', 'withdrawn') },
        examples: [example],
        acts: true,
      },
      async ({ session, processOf, flags }) => {
        const found = processOf()
        const room = roomOrOnly(session, found, flags.in, 'caucus')
        if (room.party === undefined) throw misuse('room-needed')
        const said = flags[words]
        const act: Act = {
          kind: `consent.${name}`,
          party: room.party.party,
          ...(said === undefined ? {} : { [words]: said }),
          ...readRecorded(flags, terminal.now()),
        }
        demand(await session.act(room.id, act))
        const verb =
          name === 'give'
            ? 'accepts the good offices'
            : 'withdraws its consent: nothing is carried to it or from it'
        return {
          text: `${room.party.name} ${verb}.`,
          json: { party: room.party.party, standing: name === 'give' ? 'given' : 'withdrawn' },
        }
      },
    )
  }
  add(
    'give',
    'accept the good offices, with limits where there are any',
    'limits',
    'goodoffices consent give --limits "The nuclear file only."',
  )
  add(
    'withdraw',
    'withdraw consent: nothing is carried to you or from you',
    'note',
    'goodoffices consent withdraw --note "Not while shots are fired."',
  )
}
