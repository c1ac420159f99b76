/** How many people of each side are there. */

import { isMediator, isPresent } from '@goodoffices/core'
import type { AreaViews, Counting } from '../../views/area-views.ts'
import { ofEach } from '../../views/figures.ts'

const counts = (counting: Counting) => [
  ofEach(
    counting,
    { of: 'measure.people', unit: 'times', by: 'side' },
    room => Object.values(room.members).filter(each => isPresent(each) && !isMediator(each)).length,
  ),
]

export const views: AreaViews = { counts }
