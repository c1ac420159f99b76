/** What the mediators said to a party, and put right of what it had understood, until it was read on this device. */

import { type Message, placedAt } from '@goodoffices/core'
import { type Here, ownCaucuses, type Wait } from '../../waiting/wait.ts'

export const waits = (here: Here): readonly Wait[] =>
  ownCaucuses(here).flatMap((room): readonly Wait[] => {
    const read = here.readTo(room.id)
    const [first, ...rest] = Object.values(room.messages)
      .filter(({ side, position }) => side === 'mediators' && position >= read)
      .toSorted((a: Message, b: Message) => a.position - b.position)
    const corrected = Object.values(room.readBacks).filter(
      ({ verdict }) => verdict?.standing === 'corrected' && verdict.position >= read,
    )
    return [
      ...(first === undefined
        ? []
        : [
            {
              item: { kind: 'told', room, messages: [first, ...rest] },
              urgency: 'read',
              about: room.id,
              rooms: [room],
              since: placedAt(room, first.position) ?? first.time,
            } satisfies Wait,
          ]),
      ...corrected.map((readBack): Wait => {
        const { position, time } = readBack.verdict ?? readBack
        return {
          item: { kind: 'corrected', room, readBack },
          urgency: 'read',
          about: readBack.readback,
          rooms: [room],
          since: placedAt(room, position) ?? time,
        }
      }),
    ]
  })
