/** A second pair of eyes from the shell: where it is wanted, what a colleague is asked to read, and their word. */

import { giveSecondReading, standingName } from '@goodoffices/client'
import { readingsIn } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork } from '../../member/work.ts'
import { noted } from '../../names/words.ts'
import { withoutMarks } from '../../page/words.ts'
import { gather, option, repeated } from '../../shell/define.ts'
import { demand } from '../../shell/exit.ts'
import { thingFields } from '../../shell/rows.ts'
import { openRows, text, words, yesNo } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { thingToJson, thingToText } from '../item/text.ts'
import { writingIn } from '../item/writing.ts'
import { demandAnswers, demandLines, demandsIn, deskOf, eyesIn, readDemands } from './demands.ts'
import { type AskFlags, askToRead, findReading, readables, showReading } from './reading.ts'

export function registerEyes(program: Command, terminal: Terminal): void {
  const eyes = gather(program, 'eyes', 'a second mediator who reads what goes out, before it does')
  defineWork(
    eyes,
    terminal,
    {
      name: 'show',
      summary: 'where it is wanted, and what is asked to be read',
      answers: {
        ...demandAnswers,
        readings: openRows({ item: text, handle: text, standing: text }),
      },
      examples: ['goodoffices eyes show'],
      acts: false,
    },
    async work => {
      const desk = deskOf(work)
      const readings = readingsIn(desk)
      const w = writingIn(desk)
      return {
        text: [
          ...demandLines(eyesIn(desk)),
          ...readings.flatMap(thing => ['', thingToText(desk, thing)]),
        ].join('\n'),
        json: {
          ...demandsIn(desk),
          readings: readings.map(thing => ({
            ...thingToJson(desk, thing),
            standing: withoutMarks(standingName(w, thing) ?? ''),
          })),
        },
      }
    },
  )
  defineWork(
    eyes,
    terminal,
    {
      name: 'set',
      arguments: { '<demands...>': 'deliver, issue, open, bring or destroy; off, wished or required' },
      summary: 'state where it is wanted; what is left out stays as it is',
      answers: demandAnswers,
      examples: ['goodoffices eyes set deliver=required destroy=required'],
      acts: true,
    },
    async work => {
      const desk = deskOf(work)
      const wanted = readDemands(work.args, eyesIn(desk))
      demand(await work.session.act(desk.id, { kind: 'eyes.set', ...wanted }))
      const now = deskOf(work)
      return { text: demandLines(eyesIn(now)).join('\n'), json: demandsIn(now) }
    },
  )
  defineWork<AskFlags>(
    eyes,
    terminal,
    {
      name: 'ask',
      arguments: {
        '<what>': readables.join(', '),
        '[of...]': 'issue: the rooms; bring: the name; destroy: the room; loosen: such as deliver=off',
      },
      summary: 'ask somebody else of the team to read it before it is done; of a delivery: convey --reader',
      options: [
        option('--reader <mediator>', 'who is asked (anybody of the team)'),
        option('--note <words>', 'open: what would be said with it at the table'),
        repeated('--heed <party>', 'open: whose limits would be kept'),
        option('--post <words>', 'bring: as what they come'),
        option('--institution <name>', 'bring: whose they are'),
        option('--names', 'issue: with names'),
      ],
      answers: thingFields,
      examples: [
        'goodoffices eyes ask open --reader second',
        'goodoffices eyes ask bring "The envoy" --post Adviser',
        'goodoffices eyes ask destroy caucus:iran',
        'goodoffices eyes ask loosen deliver=wished',
      ],
      acts: true,
    },
    askToRead,
  )
  defineWork(
    eyes,
    terminal,
    {
      name: 'read',
      arguments: { '<reading>': 'such as i1' },
      summary: 'what you are asked to read, whole, and whether it still is what it was',
      answers: { ...thingFields, asItWas: yesNo, readers: words },
      examples: ['goodoffices eyes read i1'],
      acts: false,
    },
    async work => showReading(work, findReading(work)),
  )
  defineWork<{ readonly note?: string }>(
    eyes,
    terminal,
    {
      name: 'seen',
      arguments: { '<reading>': 'such as i1' },
      summary: 'say that you have read it, and nothing is against it; else: item mark i1 eyes-against',
      options: [option('--note <words>', 'what you think of it, for the team')],
      answers: { ...thingFields, asItWas: yesNo, readers: words },
      examples: ['goodoffices eyes seen i1'],
      acts: true,
    },
    async work => {
      const { session, processOf, flags } = work
      const { item } = findReading(work)
      demand(await giveSecondReading(session, processOf().process, { item, ...noted(flags.note) }))
      return showReading(work, findReading(work))
    },
  )
}
