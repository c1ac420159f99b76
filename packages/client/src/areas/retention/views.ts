/** RET-4: from when a room's record may be destroyed by its rule. */

import { destructionDue, standingHolds } from '@goodoffices/core'
import type { AreaViews, Dated } from '../../views/area-views.ts'
import type { Here } from '../../waiting/wait.ts'

const days = ({ rooms }: Here): readonly Dated[] =>
  rooms.flatMap((room): readonly Dated[] => {
    const at = destructionDue(room)
    // While something holds it there is no such day.
    if (at === undefined || standingHolds(room).length > 0) return []
    return [
      {
        room,
        about: room.id,
        field: 'retention',
        when: { kind: 'moment', at },
        called: { term: 'kept-until', words: room.retention?.basis ?? '' },
      },
    ]
  })

export const views: AreaViews = { days }
