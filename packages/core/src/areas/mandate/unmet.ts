/** How it stands with a condition, and what follows of one that is not met. */

import { type ItemState, type RegisterItem, standingOf } from '../../item/item.ts'
import { countingMarks } from '../../item/register.ts'
import { makerOf } from '../../item/who.ts'
import type { Room } from '../../room/state.ts'
import { conditionVerbs } from './verbs.ts'

type Known = RegisterItem<unknown>
export type ConditionStanding =
  | 'condition-open'
  | 'condition-offered'
  | 'condition-met'
  | 'condition-not-met'
  | 'condition-not-enough'
  | 'condition-waived'

/** What counts of what was said of it. What is judged by agreement is met once two sides say so, and not while one says otherwise. */
export function conditionStanding(condition: Known, judgedBy: string): ConditionStanding {
  const said = countingMarks({ verbs: conditionVerbs }, condition)
  const judged = said.filter(({ verb }) => verb !== 'waived' && verb !== 'offered')
  if (said.some(({ verb }) => verb === 'waived')) return 'condition-waived'
  const last = judged.at(-1)?.verb
  if (judgedBy === 'by-agreement') {
    const against = judged.find(({ verb }) => verb !== 'met')?.verb
    if (against !== undefined) return `condition-${against as 'not-met' | 'not-enough'}`
    if (judged.length > 1) return 'condition-met'
  } else if (last !== undefined) return `condition-${last as 'met' | 'not-met' | 'not-enough'}`
  return said.some(({ verb }) => verb === 'offered') ? 'condition-offered' : 'condition-open'
}

/** MAND-7: the conditions on which something hangs, in the order in which they were put; only its own side's count. */
export const conditionsOf = (thing: Known, room: Room & ItemState): readonly RegisterItem[] =>
  Object.values(room.items).filter(
    other =>
      other.register === 'condition' &&
      standingOf(other).fields['governs'] === thing.item &&
      makerOf(room, other) === makerOf(room, thing),
  )

/** Which of them, counted from 1, is the first that suspends and is not met; undefined where none is. */
export function ordinalOfUnmet(thing: Known, room: Room & ItemState): number | undefined {
  // MAND-17: what mediators post of a side's is held up by that side alone.
  if (makerOf(room, thing) === 'mediators') return undefined
  const at = conditionsOf(thing, room).findIndex(condition => {
    const { consequence, judgedBy = '' } = standingOf(condition).fields
    return (
      consequence === 'suspends' && conditionStanding(condition, judgedBy as string) === 'condition-not-met'
    )
  })
  return at < 0 ? undefined : at + 1
}
