/** TXT-53: a draft that a side has not answered; what it said of one that the mediators have not answered; what they ask it to let pass. */

import { isMediator, isPresent } from '@goodoffices/core'
import { type Here, ownCaucuses, type Wait } from '../../waiting/wait.ts'
import { draftsIn } from './reading.ts'
import { idOfSaying, isAskedToPass, isUnanswered, sayingsIn, unansweredIn } from './saying.ts'

export const waits = (here: Here): readonly Wait[] => [...ofSide(here), ...ofMediators(here)]

function ofSide(here: Here): readonly Wait[] {
  return ownCaucuses(here).flatMap(room => {
    const draft = draftsIn(room).at(-1)
    const count = draft === undefined || draft.withdrawn !== undefined ? 0 : unansweredIn(room, draft).length
    const asked = sayingsIn(room).filter(isAskedToPass)
    return [
      ...(draft === undefined || count === 0
        ? []
        : [
            {
              item: { kind: 'draft' as const, room, draft, count },
              urgency: 'answer' as const,
              about: draft.draft,
              rooms: [room],
              ...(draft.time === undefined ? {} : { since: draft.time }),
            },
          ]),
      ...asked.map(
        (saying): Wait => ({
          item: { kind: 'may-pass', room, saying },
          urgency: 'answer',
          about: idOfSaying(saying),
          rooms: [room],
          ...(saying.answer === undefined ? {} : { since: saying.answer.time }),
        }),
      ),
    ]
  })
}

function ofMediators({ rooms, me }: Here): readonly Wait[] {
  return rooms.flatMap((room): readonly Wait[] => {
    const seat = room.members[me]
    if (room.kind !== 'caucus' || seat === undefined || !isPresent(seat) || !isMediator(seat)) return []
    const [first, ...others] = sayingsIn(room).filter(isUnanswered)
    if (first === undefined) return []
    return [
      {
        item: { kind: 'draft-said', room, sayings: [first, ...others] },
        urgency: 'answer',
        about: room.id,
        rooms: [room],
        since: first.time,
        mediating: true,
      },
    ]
  })
}
