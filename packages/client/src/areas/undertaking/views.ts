/** UNDT-4: the last day of a notice that runs. UNDT-9: what each side has undertaken, by what it was given for, and no sum. */

import { countUndertakings, lastDayOf } from '@goodoffices/core'
import type { AreaViews, CountsOf, DaysOf } from '../../views/area-views.ts'
import { ofEach } from '../../views/figures.ts'
import { undertakingsIn } from './towards.ts'

const days: DaysOf = ({ rooms }) =>
  undertakingsIn(rooms).flatMap(({ room, thing }) => {
    const day = lastDayOf(thing, room)
    const known = room.items[thing.item]
    return day === undefined || known === undefined
      ? []
      : [{ room, about: thing.item, field: 'noticeDays', when: { kind: 'day', day }, thing: known }]
  })

const counts: CountsOf = counting =>
  (['unilateral', 'thirdParty', 'bargained', 'steps'] as const).map(kind =>
    ofEach(counting, { of: `count.${kind}`, unit: 'times', by: 'side' }, caucus =>
      caucus.party === undefined ? undefined : countUndertakings([caucus], [caucus.party.party])[0]?.[kind],
    ),
  )

export const views: AreaViews = { days, counts }
