/** What is known of every area of the list. Leaving one out does not compile. */

import type { AreaName } from '@goodoffices/core'
import type { ClientArea } from './areas/area.ts'
import * as list from './areas/list.ts'
import type { CodesOf } from './words/area-words.ts'

const all = list
export const areas = all satisfies {
  readonly [N in AreaName]: ClientArea<N, CodesOf<N>, string>
}
