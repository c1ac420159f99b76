/** AGEN-8: a deadline whose clock stands still at times is later than its term says, or has no day. */

import { clockOf, type Issue, type RoomState, standingOf } from '@goodoffices/core'
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

const issuesBefore = (room: RoomState): number =>
  Math.max(
    0,
    ...Object.values(room.items)
      .filter(({ register }) => register === 'issue')
      .map(issue => standingOf(issue as unknown as Issue).fields.ordinal),
  )

/** An issue that nobody has looked at yet is the mediators' proposal, and each speaks of it apart. */
const brings: AreaViews['brings'] = {
  issue: (room, at) => ({ ordinal: issuesBefore(room) + at + 1, footing: 'proposed', stage: 'separate' }),
  deadline: () => ({ setBy: 'mediators', pausable: true }),
}

export const views: AreaViews = { days, brings }
