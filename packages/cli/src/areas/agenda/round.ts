/** Rounds of talks: opened, suspended with clocks running or stopped, resumed, closed. */

import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { readTime } from '../../names/words.ts'
import { gather, option } from '../../shell/define.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { reachOptions } from '../desk/reach.ts'
import { findThing, type SayFlags, sayOf } from './things.ts'

type Flags = SayFlags & { readonly stopClocks?: true }

const turns = [
  ['open', 'round-opened', 'open a round that was entered'],
  ['suspend', 'round-suspended', 'suspend it; say with --note why, in words that all read'],
  [
    'resume',
    'round-resumed',
    'resume it with the same parties; clocks that stood go on with what they had left',
  ],
  ['close', 'round-closed', 'close it'],
] as const

export function registerRound(program: Command, terminal: Terminal): void {
  const round = gather(program, 'round', 'rounds of talks, as all read them at the table')
  for (const [name, verb, summary] of turns) {
    const suspends = name === 'suspend'
    defineWork<Flags>(
      round,
      terminal,
      {
        name,
        arguments: { '<round>': 'such as table/i3' },
        summary,
        options: [
          option('--note <words>', 'why, or what else'),
          option('--when <time>', 'when it happened; now if left out'),
          ...(suspends ? [option('--stop-clocks', 'deadlines that may pause stand still meanwhile')] : []),
          ...reachOptions,
        ],
        answers: [thingFields, previewed],
        examples: [`goodoffices round ${name} table/i3${suspends ? ' --stop-clocks --note "War."' : ''}`],
        acts: true,
      },
      async work => {
        const { stopClocks, when } = work.flags
        return sayOf(work, findThing(work, 'round', work.args[0] ?? '', ['table']), {
          verb: stopClocks === true ? 'clocks-stopped' : verb,
          ...(when === undefined ? {} : { at: readTime(when) }),
        })
      },
    )
  }
}
