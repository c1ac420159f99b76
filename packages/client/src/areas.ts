/** What is known of every area of the list. Leaving one out does not compile. */

import type { AreaName } from '@goodoffices/core'
import type { AboutToSay, ClientArea, GoesWith } from './areas/area.ts'
import * as list from './areas/list.ts'
import { ok } from './result.ts'
import type { CodesOf } from './words/area-words.ts'

const all = list
export const areas = all satisfies {
  readonly [N in AreaName]: ClientArea<N, CodesOf<N>, string>
}

const besides: Readonly<Record<string, GoesWith | undefined>> = Object.assign(
  {},
  ...Object.values(areas).map(area => ('goesWith' in area ? area.goesWith : {})),
)

const again: ReadonlySet<string> = new Set(
  Object.values(areas).flatMap(area => ('askedAgain' in area ? area.askedAgain : [])),
)

/** Whether the author's caucuses are asked about an act once more before it is sent. */
export const isAskedAgain = ({ kind }: { readonly kind: string }): boolean => again.has(kind)

/** What is said in other rooms with an act, and whether it may be said at all, by what only its author's rooms together show. */
export const goesWith: GoesWith = (about: AboutToSay) => besides[about.step.act.kind]?.(about) ?? ok([])
