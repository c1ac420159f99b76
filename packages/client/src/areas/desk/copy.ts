import type { Carried, CarriedStep } from '@goodoffices/core'
import type { Block } from '../../export/blocks.ts'
import { actBlocks } from '../../export/fields.ts'
import { factLine, type Writing } from '../../export/writing.ts'
import type { AreaCopy, Placed } from '../area.ts'

export const copy: AreaCopy<'desk'> = {
  items: {},
  texts: {},
  kept: writing =>
    Object.values(writing.room.conveyances).flatMap(carried =>
      carried.steps.map((step, index) => stepOf(writing, carried, step, index)),
    ),
  books: {},
}

/** Each step where it was said: what was prepared, in which words, who took it over, what became of it. */
function stepOf(writing: Writing, carried: Carried, step: CarriedStep, index: number): Placed {
  const { terms } = writing.vocabulary
  const number = writing.number(step.position)
  const heading: Block = {
    kind: 'heading',
    text:
      index === 0
        ? `${number} · ${terms.conveyance}`
        : `${number} · ${terms.conveyance} (${writing.number(carried.position)})`,
  }
  const line = (how: string): Block => factLine(how, writing.person(step.by), writing.time(step.time))
  const { position } = step
  switch (step.did) {
    case 'prepare':
      return {
        position,
        blocks: [
          heading,
          line(terms[index === 0 ? 'prepared' : 'prepared-again']),
          ...actBlocks(writing, 'carry.prepare', { conveyance: step.plan }),
        ],
      }
    case 'assign':
      return {
        position,
        blocks: [
          heading,
          line(`${writing.withColon(terms.assigned)} ${writing.person(step.to)}`),
          ...actBlocks(writing, 'carry.assign', step, { except: ['to'] }),
        ],
      }
    case 'read':
      return {
        position,
        blocks: [heading, line(terms.read), ...actBlocks(writing, 'carry.read', step)],
      }
    case 'deliver':
      return { position, blocks: [heading, line(terms.done)] }
    case 'cancel':
      return {
        position,
        blocks: [heading, line(terms.cancelled), ...actBlocks(writing, 'carry.cancel', step)],
      }
    default:
      return step satisfies never
  }
}
