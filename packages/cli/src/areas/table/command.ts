/** The table: opened and closed for direct exchange, and spoken at. */

import type { Act } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { onlyRoom } from '../../names/find.ts'
import { noted } from '../../names/words.ts'
import { gather, option } from '../../shell/define.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { type ReachFlags, reachOptions, sayChecked } from '../desk/reach.ts'
import { type SayingFlags, say, sayingOptions } from '../message/speak.ts'

export function registerTable(program: Command, terminal: Terminal): void {
  const table = gather(program, 'table', 'where all are: opened by the mediator for direct exchange')
  for (const name of ['open', 'close'] as const) {
    defineWork<ReachFlags & { readonly note?: string }>(
      table,
      terminal,
      {
        name,
        summary: name === 'open' ? 'let the parties speak to each other directly' : 'end the direct exchange',
        options: [option('--note <words>', 'said with it'), ...reachOptions],
        examples: [`goodoffices table ${name}`],
        acts: true,
      },
      async ({ session, processOf, flags }) => {
        const room = onlyRoom(session, processOf(), 'table')
        const act: Act = { kind: `table.${name}`, ...noted(flags.note) }
        return sayChecked(session, room, {
          act,
          flags,
          said: () => ({
            text: name === 'open' ? 'The table is open.' : 'The table is closed.',
            json: { tableOpen: name === 'open' },
          }),
        })
      },
    )
  }
  defineWork<SayingFlags & ReachFlags>(
    table,
    terminal,
    {
      name: 'say',
      arguments: { '[words]': 'what is said; standard input if left out' },
      summary: 'say something at the table',
      options: [...sayingOptions, ...reachOptions],
      examples: ['goodoffices table say "We thank our hosts."'],
      acts: true,
    },
    async work => say(work, onlyRoom(work.session, work.processOf(), 'table')),
  )
}
