/** What a device asks of the desk before an inquiry stands where several sides read it, or the text goes on with a figure (decision 8). */

import { standingOf } from '@goodoffices/core'
import { fail, ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'
import { deskOfMediator, isAssented } from '../assent/assented.ts'

/** FACT-7: an inquiry stands among the sides with the words to which all have said yes. */
export const puttingInquiry: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.put' || act.register !== 'inquiry') return ok([])
  const desk = deskOfMediator(about)
  if (desk === undefined) return ok([])
  const isRight = desk !== 'none' && isAssented(desk, 'inquiry', act.fields, act.fields['agreedIn'])
  return isRight ? ok([]) : fail('inquiry-not-assented')
}

/** FACT-13: the text goes on with a figure to which all have said yes for that. */
export const usingFigure: GoesWith = about => {
  const { act } = about.step
  if (act.kind !== 'item.mark' || act.verb !== 'used-in-text') return ok([])
  const version = about.room.items[act.item]
  const desk = deskOfMediator(about)
  if (desk === undefined || version?.register !== 'version') return ok([])
  const isRight = desk !== 'none' && isAssented(desk, 'version', standingOf(version).fields)
  return isRight ? ok([]) : fail('use-not-assented')
}
