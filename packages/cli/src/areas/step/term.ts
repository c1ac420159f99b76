/** What a term comes to: counted by what a room knows, and written nowhere. */

import { sayTerm } from '@goodoffices/client'
import type { Term } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { roomOrOnly } from '../../names/find.ts'
import { withoutMarks } from '../../page/words.ts'
import { option } from '../../shell/define.ts'
import { text } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { namingIn } from '../item/naming.ts'
import { readTerm } from '../item/read.ts'
import { writingIn } from '../item/writing.ts'

type TermFlags = { readonly in?: string; readonly zone?: string }

export function registerTerm(program: Command, terminal: Terminal): void {
  defineWork<TermFlags>(
    program,
    terminal,
    {
      name: 'term',
      arguments: { '<words>': 'such as "10 working-days [table/i3] after table/i1 step-performed"' },
      summary: 'what a term comes to by what a room knows now; nothing of it is written',
      options: [
        option('--in <room>', 'by what this room knows; the table if left out'),
        option('--zone <zone>', 'in which zone days are counted (UTC)'),
      ],
      answers: { term: text, comesTo: text },
      examples: ['goodoffices term "30 days after table/i1 step-performed"'],
      acts: false,
    },
    async ({ session, processOf, flags, args }) => {
      const room = roomOrOnly(session, processOf(), flags.in, 'table')
      const w = writingIn(room)
      const term = readTerm(
        args[0] ?? '',
        namingIn(session, processOf(), session.rooms(processOf().process), {
          vocabulary: w.vocabulary,
          zone: flags.zone ?? 'UTC',
        }),
      ) as Term
      const comesTo = withoutMarks(sayTerm(w, term))
      return { text: comesTo, json: { term: args[0] ?? '', comesTo } }
    },
  )
}
