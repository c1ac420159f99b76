/** AGEN-8: a deadline whose clock stands still at times is later than its term says, or has no day. */

import { clockOf } from '@goodoffices/core'
import type { AreaViews, Dated } from '../../views/area-views.ts'
import type { Here } from '../../waiting/wait.ts'
import { sayClock } from './saying.ts'
import { deadlinesIn, itemsAround } from './waits.ts'

const days = ({ rooms }: Here): readonly Dated[] =>
  rooms.flatMap(room =>
    deadlinesIn(room).map((deadline): Dated => {
      const clock = clockOf(deadline, itemsAround(rooms, room))
      return {
        room,
        about: deadline.item,
        field: 'due',
        filedAs: deadline.item,
        thing: deadline,
        ...(clock.kind === 'runs'
          ? { when: clock.day }
          : { when: { kind: 'waiting', for: [] }, beside: w => sayClock(w, clock) }),
      }
    }),
  )

export const views: AreaViews = { days }
