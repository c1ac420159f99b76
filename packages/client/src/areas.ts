/** What is known of every area of the list. Leaving one out does not compile. */

import type { AreaName, RoomKind } from '@goodoffices/core'
import type { AboutToSay, AboutToWeigh, ClientArea, GoesWith } from './areas/area.ts'
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

const again: ReadonlyMap<string, readonly RoomKind[]> = new Map(
  Object.values(areas).flatMap(area =>
    'askedAgain' in area ? Object.entries<readonly RoomKind[]>(area.askedAgain) : [],
  ),
)

/** Of an act that is asked once more before it is sent, which of the author's rooms are read first; undefined of any other. */
export const askedAgainIn = ({ kind }: { readonly kind: string }): readonly RoomKind[] | undefined =>
  again.get(kind)

/** What speaks on the member's own side against an act: it was passed by whoever decided it, and is asked again of what waited. */
export const weighedOf = (about: AboutToWeigh): readonly string[] =>
  Object.values(areas).flatMap(area => ('weighs' in area ? area.weighs(about) : []))

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
