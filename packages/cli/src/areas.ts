/** What the shell knows of every area of the list. Leaving one out does not compile. */

import type { AreaName } from '@goodoffices/core'
import type { CliArea } from './areas/area.ts'
import * as list from './areas/list.ts'

export const areas: { readonly [N in AreaName]: CliArea<N> } = list
