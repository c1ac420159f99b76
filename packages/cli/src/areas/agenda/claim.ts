/** What one's own side says belongs to the talks, and what does not. */

import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { recordOptions } from '../../names/words.ts'
import { gather, option } from '../../shell/define.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { reachOptions } from '../desk/reach.ts'
import { type PutFlags, putThing } from '../item/put.ts'
import { findThing, ownRoom, registerOf, type SayFlags, sayOf } from './things.ts'

const positions = ['in', 'out', 'in-if']
const firmnesses = ['never', 'not-now', 'not-in-this-format']

const said = [
  option('--position <position>', 'whether it belongs', positions),
  option('--firmness <firmness>', 'of what does not belong: how firm that is', firmnesses),
  option('--only-if <words>', 'of what belongs only if something is so: what'),
  option('--issue <issue>', 'the issue that it is about, such as table/i1'),
  option('--reasons <words>', 'why'),
  ...recordOptions,
  ...reachOptions,
]
/** What is said while something belongs only if, or not at all, is gone where that changes. */
const droppedBy: Readonly<Record<string, readonly string[]>> = {
  in: ['onlyIf', 'firmness'],
  out: ['onlyIf'],
  'in-if': [],
}

export function registerClaim(program: Command, terminal: Terminal): void {
  const claim = gather(program, 'claim', 'what your side says belongs to the talks; no other party reads it')
  const ofOne = { '<claim>': 'such as caucus:iran/i2' }
  defineWork<PutFlags>(
    claim,
    terminal,
    {
      name: 'put',
      arguments: { '<what>': 'what you call it' },
      summary: 'say that a subject belongs, belongs only if something is so, or does not',
      options: [option('--in <room>', 'your caucus if left out; your delegation for a draft'), ...said],
      answers: [thingFields, previewed],
      examples: ['goodoffices claim put "Missiles" --position out --firmness never'],
      acts: true,
    },
    async work => {
      const flags = { ...work.flags, ...ownRoom(work), what: work.args[0] ?? '' }
      return putThing({ ...work, flags }, registerOf('claim'))
    },
  )
  defineWork<PutFlags>(
    claim,
    terminal,
    {
      name: 'move',
      arguments: ofOne,
      summary: 'say it anew; nothing tells the other party until an issue is put',
      options: said,
      answers: [thingFields, previewed],
      examples: ['goodoffices claim move i2 --position in-if --only-if "Sanctions first"'],
      acts: true,
    },
    async work => {
      const { position } = work.flags
      const without = (typeof position === 'string' ? droppedBy[position] : undefined) ?? []
      return putThing(
        { ...work, flags: { ...work.flags, without, item: work.args[0] ?? '' } },
        registerOf('claim'),
      )
    },
  )
  for (const [name, verb, summary] of [
    ['met', 'condition-met', 'of what belongs only if something is so: that it is'],
    ['withdraw', 'claim-withdrawn', 'take it back'],
  ] as const)
    defineWork<SayFlags>(
      claim,
      terminal,
      {
        name,
        arguments: ofOne,
        summary,
        options: [option('--note <words>', 'what else'), ...recordOptions, ...reachOptions],
        answers: [thingFields, previewed],
        examples: [`goodoffices claim ${name} i2`],
        acts: true,
      },
      async work => sayOf(work, findThing(work, 'claim', work.args[0] ?? ''), { verb }),
    )
}
