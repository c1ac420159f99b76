import { issueIn } from '@goodoffices/core'
import { fail, ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'

/** AGEN-7, AGEN-9: what a question takes up a stage, or moves, stands at the table: else all would say yes to nothing. */
const asking: GoesWith = ({ step: { act }, rooms }) => {
  if (act.kind !== 'assent.plan') return ok([])
  const { kind, issue, moves } = act.content
  const table = rooms().find(each => each.kind === 'table')
  if (kind === 'stage' && (issue === undefined || issueIn(table, issue) === undefined))
    return fail('item-unknown')
  return moves === undefined || table?.items[moves.deadline]?.register === 'deadline'
    ? ok([])
    : fail('item-unknown')
}

export const ofQuestions = { 'assent.plan': asking } as const
