/** What others wait for: the fewest things to be done first. */

import { type NextStep, nextSteps, sayNext, sayStep, titleOf } from '@goodoffices/client'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { fullHandle } from '../../names/handles.ts'
import { printable } from '../../page/text.ts'
import { withoutMarks } from '../../page/words.ts'
import type { Answer } from '../../shell/define.ts'
import { count, rows, text, words } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { itemHandles } from '../item/handles.ts'
import { english, writingIn } from '../item/writing.ts'
import { allDated } from './calendar.ts'

export function registerNext(program: Command, terminal: Terminal): void {
  defineWork(
    program,
    terminal,
    {
      name: 'next',
      summary: 'the fewest things that others wait for, the longest chain first',
      answers: { steps: rows({ handle: text, verb: text, says: text, count, after: words }) },
      examples: ['goodoffices next'],
      acts: false,
    },
    next,
  )
}

async function next({ session, processOf }: Work<object>): Promise<Answer> {
  const process = processOf()
  const steps = nextSteps(await allDated(session, process), session.rooms(process.process)).map(rowOf)
  return {
    text:
      steps.length === 0
        ? english.terms['next.none']
        : steps
            .flatMap(({ handle, line, after }) => [
              `${handle}  ${line}`,
              ...(after.length < 2 ? [] : [`  ${after.join(' → ')}`]),
            ])
            .join('\n'),
    json: {
      steps: steps.map(({ handle, verb, says, count: many, after }) => ({
        handle,
        verb,
        says,
        count: many,
        after,
      })),
    },
  }
}

const plain = (words: string): string => withoutMarks(printable(words))

function rowOf(step: NextStep) {
  const w = writingIn(step.room)
  return {
    handle: fullHandle(step.room, itemHandles.item, step.thing.item),
    verb: step.verb,
    says: plain(sayNext(w, step)),
    line: plain(sayStep(w, step)),
    count: step.count,
    after: step.chain.map(thing => plain(titleOf(thing) ?? thing.item)),
  }
}
