/** What is known of every area of the list. Leaving one out does not compile. */

import type { AreaName } from '@goodoffices/core'
import type { AboutToSay, ClientArea, GoesWith } from './areas/area.ts'
import * as list from './areas/list.ts'
import { ok } from './result.ts'
import type { ActStep } from './session/engine/ground.ts'
import type { CodesOf } from './words/area-words.ts'

const all = list
export const areas = all satisfies {
  readonly [N in AreaName]: ClientArea<N, CodesOf<N>, string>
}

/** What areas ask and say with each kind of act, their own or another's. */
const besides = new Map<string, GoesWith[]>()
for (const area of Object.values(areas))
  for (const [kind, goes] of Object.entries('goesWith' in area ? area.goesWith : {}))
    besides.set(kind, [...(besides.get(kind) ?? []), goes])

const again: ReadonlySet<string> = new Set(
  Object.values(areas).flatMap(area => ('askedAgain' in area ? area.askedAgain : [])),
)

/** Whether the author's caucuses are asked about an act once more before it is sent. */
export const isAskedAgain = ({ kind }: { readonly kind: string }): boolean => again.has(kind)

/** What is said in other rooms with an act, and whether it may be said at all, by what only its author's rooms together show. */
export const goesWith: GoesWith = (about: AboutToSay) => {
  const steps: ActStep[] = []
  for (const goes of besides.get(about.step.act.kind) ?? []) {
    const beside = goes(about)
    if (!beside.ok) return beside
    steps.push(...beside.value)
  }
  return ok(steps)
}
