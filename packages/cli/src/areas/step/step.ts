/** What is said of steps, and how a plan comes to the sides: asked of all, put at the table, shared with whoever acts together. */

import { draftAbout, stepInCaucus, stepToPut } from '@goodoffices/client'
import { bodyNamed, findRegister, groupOf, type Step, standingOf } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { caucusesIn, onlyRoom } from '../../names/find.ts'
import { readTime, recordOptions } from '../../names/words.ts'
import { type Answer, gather, option } from '../../shell/define.ts'
import { missing } from '../../shell/exit.ts'
import { previewed, thingFields } from '../../shell/rows.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { answerOf, type SayFlags, sayOf } from '../agenda/things.ts'
import { type AskFlags, ask, askAnswers, askOptions } from '../assent/ask.ts'
import { type ReachFlags, reachOptions, sayAllChecked, sayChecked } from '../desk/reach.ts'
import { findFact } from '../fact/things.ts'
import { registerReading } from './reading.ts'

const ofOne = { '<step>': 'such as table/i1' } as const
type WordFlags = SayFlags & { readonly not?: true }

/** Each with the word that it says, and with `--not` its contrary. */
const sayings = [
  ['ready', 'step-ready', 'step-not-ready', 'say that you are ready, to act together with others'],
  ['done', 'step-performed', 'step-unperformed', 'say that it was done'],
  ['dated', 'step-dated', undefined, 'say on which day it was, where you date it otherwise; both days stand'],
  ['certify', 'certified', 'not-certified', 'certify it, as whoever judges it'],
  ['accept', 'step-accepted', 'step-contested', 'accept what was done, or contest it'],
  ['notice', 'breach-noticed', 'notice-withdrawn', 'give notice of a breach; with --note, of which'],
  ['cured', 'step-cured', undefined, 'say that it was made good'],
  ['waive', 'step-waived', 'step-not-waived', 'waive it; it is waived where all for whom it is done say so'],
  ['refer', 'breach-referred', undefined, 'refer it to the commission'],
] as const

export function registerStep(program: Command, terminal: Terminal): void {
  const step = gather(program, 'step', 'what is to be done by whom and by when')
  registerReading(step, terminal)
  defineWork<AskFlags>(
    step,
    terminal,
    {
      name: 'ask',
      arguments: {
        '<step>': 'one that is planned at the desk, such as desk/i5',
        '[words]': 'the question; standard input if left out',
      },
      summary: 'ask all whether they want this step',
      options: askOptions,
      answers: askAnswers,
      examples: ['goodoffices step ask desk/i5 "Shall this be done?" --closes 2026-02-05T18:00+03:00'],
      acts: true,
    },
    async work => {
      const { room, thing } = findFact(work, 'step', work.args[0] ?? '', ['desk'])
      return ask({ ...work, args: work.args.slice(1) }, { kind: 'proposal', ...draftAbout(room, thing) })
    },
  )
  defineWork<ReachFlags>(
    step,
    terminal,
    {
      name: 'open',
      arguments: { '<step>': 'one to which all have said yes, or that names its clause, such as desk/i5' },
      summary: 'put it on the table, in the words to which all have said yes',
      options: reachOptions,
      answers: [thingFields, previewed],
      examples: ['goodoffices step open desk/i5'],
      acts: true,
    },
    open,
  )
  defineWork<ReachFlags>(
    step,
    terminal,
    {
      name: 'share',
      arguments: { '<step>': 'of the table, done together with others' },
      summary: 'put it in the caucus of whoever does it, where it says whether it is ready',
      options: reachOptions,
      answers: [thingFields, previewed],
      examples: ['goodoffices step share table/i5'],
      acts: true,
    },
    share,
  )
  for (const [name, verb, contrary, summary] of sayings)
    defineWork<WordFlags>(
      step,
      terminal,
      {
        name,
        arguments: ofOne,
        summary,
        options: [
          ...(contrary === undefined ? [] : [option('--not', 'the contrary, or that it is taken back')]),
          option('--note <words>', 'what else, or why'),
          option('--when <time>', 'when it was; now if left out'),
          ...recordOptions,
          ...reachOptions,
        ],
        answers: [thingFields, previewed],
        examples: [
          `goodoffices step ${name} table/i1${verb.startsWith('breach') ? ' --note "Nothing was removed."' : ''}`,
        ],
        acts: true,
      },
      async work => {
        const { not, when, record } = work.flags
        const said = not === true && contrary !== undefined ? contrary : verb
        const { room, thing } = findFact(work, 'step', work.args[0] ?? '')
        const who = findRegister('step')?.verbs[said]?.who ?? []
        // ITEM-3: what a body says that is not here is written down in its name.
        const body = record === undefined ? undefined : bodyNamed(room, who, standingOf(thing).fields)
        return sayOf(
          work,
          { room, thing },
          {
            verb: said,
            body,
            ...(when === undefined ? {} : { at: readTime(when) }),
          },
        )
      },
    )
  defineWork<ReachFlags>(
    step,
    terminal,
    {
      name: 'go',
      arguments: ofOne,
      summary: 'tell all that are done together to go; only where each is ready',
      options: reachOptions,
      answers: [thingFields, previewed],
      examples: ['goodoffices step go table/i1'],
      acts: true,
    },
    go,
  )
}

async function open(work: Work<ReachFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const { room: desk, thing } = findFact(work, 'step', work.args[0] ?? '', ['desk'])
  const table = onlyRoom(session, processOf(), 'table')
  const act = stepToPut({ desk, table }, thing as unknown as Step)
  if (act === undefined) throw missing('step-not-assented')
  return sayChecked(session, table, {
    act,
    flags,
    said: () => answerOf(session.room(table.id) ?? table, act.item),
  })
}

async function share(work: Work<ReachFlags>): Promise<Answer> {
  const { session, processOf, flags } = work
  const { thing } = findFact(work, 'step', work.args[0] ?? '', ['table', 'group'])
  const step = thing as unknown as Step
  const { stepOwner } = standingOf(step).fields
  const caucus = caucusesIn(session, processOf()).find(({ party }) => party?.party === stepOwner)
  if (caucus === undefined) throw missing('room-unknown')
  return sayChecked(session, caucus, {
    act: stepInCaucus(caucus, step),
    flags,
    said: () => answerOf(session.room(caucus.id) ?? caucus, step.item),
  })
}

/** STEP-5: each of the group, in one step. */
async function go(work: Work<ReachFlags>): Promise<Answer> {
  const { session, flags } = work
  const { room, thing } = findFact(work, 'step', work.args[0] ?? '', ['table', 'group'])
  const steps = groupOf(thing as unknown as Step, room).map(({ item, revisions }) => ({
    room,
    act: { kind: 'item.mark' as const, item, rev: revisions.length, verb: 'step-go' },
  }))
  return sayAllChecked(session, steps, {
    flags,
    said: () => answerOf(session.room(room.id) ?? room, thing.item),
  })
}
