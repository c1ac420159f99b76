/** What waits at the desk as lines of a list: what goes together is one, since one act delivers or finishes it. */

import type { Carried, WaitingAtDesk } from '@goodoffices/core'
import type { Waits } from '../area.ts'

export type Carrying = Extract<WaitingAtDesk, { readonly carried: Carried }>

export type WaitingLines =
  /** Of one kind: prepared, or cut short. */
  | { readonly kind: Carrying['kind']; readonly all: readonly [Carrying, ...Carrying[]] }
  | { readonly kind: 'other'; readonly item: Waits & WaitingAtDesk }

export function waitingLines(waiting: readonly WaitingAtDesk[]): readonly WaitingLines[] {
  const carried = waiting.filter(item => 'carried' in item)
  return waiting.flatMap((item): readonly WaitingLines[] => {
    if (!('carried' in item)) return [{ kind: 'other', item }]
    const [first, ...rest] = carried.filter(other => other === item || goTogether(other, item))
    return first === item ? [{ kind: item.kind, all: [first, ...rest] }] : []
  })
}

/** Whether they go in one step, and stand alike: what has arrived of a group waits no more. */
const goTogether = (a: Carrying, b: Carrying): boolean =>
  a.kind === b.kind &&
  a.carried.plan.together !== undefined &&
  a.carried.plan.together === b.carried.plan.together
