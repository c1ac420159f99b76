/** What each side put into its own room, whatever the register. */

import { isMediatorsItem } from '@goodoffices/core'
import type { AreaViews, Counting } from '../../views/area-views.ts'
import { ofEach } from '../../views/figures.ts'

const counts = (counting: Counting) => [
  ofEach(
    counting,
    { of: 'measure.put', unit: 'times', by: 'side' },
    room => Object.values(room.items).filter(thing => !isMediatorsItem(room, thing)).length,
  ),
]

export const views: AreaViews = { counts }
