/** How a mandate stands with those who gave it. */

import type { RegisterItem } from '../../item/item.ts'
import { mandateVerbs } from './verbs.ts'

type Known = RegisterItem<unknown>
export type Course = 'drafted' | 'given' | 'suspended' | 'withdrawn' | 'spent' | 'differing'

const courses = {
  given: 'given',
  'in-force-again': 'given',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
  spent: 'spent',
} as const satisfies Readonly<Record<string, Course>>

/**
 * What its principals say of it. Of each the last word counts, and no principal's hides another's: a principal who is here speaks as
 * that person, one who is written down as the body that is named.
 */
export function courseOf({ marks }: Known): { readonly course: Course; readonly voices: number } {
  const last = new Map<string, Course>()
  for (const { verb, by, for: speaker, recorded, lapsed } of marks) {
    if (!Object.hasOwn(courses, verb)) continue
    const named = speaker !== undefined && 'name' in speaker ? `named ${speaker.name}` : undefined
    // What was given in other words leaves nothing said before it to stand again.
    const course = lapsed === undefined ? courses[verb as keyof typeof courses] : 'drafted'
    last.set(named ?? (recorded === undefined ? by : 'recorded'), course)
  }
  const [first = 'drafted', ...others] = new Set(last.values())
  return { course: others.length === 0 ? first : 'differing', voices: last.size }
}

/** Whether its envoy has gone beyond it and its principal has not confirmed that since. */
export function hasUnconfirmed({ marks }: Known): boolean {
  const groups = marks.map(({ verb }) => mandateVerbs[verb as keyof typeof mandateVerbs])
  const lastOf = (group: string): number =>
    groups.findLastIndex(known => known !== undefined && 'group' in known && known.group === group)
  return lastOf('beyond') > lastOf('afterwards')
}
