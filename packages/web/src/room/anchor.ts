/** Where a link finds an entry: by what it is and its id, or, of what happened to the room itself, by its place in the log. */

import type { Item } from '@goodoffices/core'
import type { AnyWebArea } from '../areas/area.ts'
import { viewOf } from '../areas/use-areas.ts'

export const anchorOf = (areas: readonly AnyWebArea[], item: Item): string =>
  item.kind === 'event' ? `e-${item.position}` : viewOf(areas, item).anchor(item)
