/** What the web app knows of every area of the list. Leaving one out, or something that waits, does not compile. */

import type { AnyWebArea, Waits, WebAreas } from './areas/area.ts'
import * as list from './areas/list.ts'

type List = typeof list
type Told = { [N in keyof List]: keyof List[N]['waits'] }[keyof List]

const areas: WebAreas<Exclude<Waits['kind'], Told>> = list

export const allAreas = Object.values(areas) as unknown as readonly AnyWebArea[]
