/** A second pair of eyes, as a term among the mediators: off, wished or required, for each of what goes out of their hands. */

import type { ItemState } from '../../item/item.ts'
import { act, area } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import { demandFields } from './plan.ts'
import { secondReading } from './registers/second-reading.ts'
import { checkEyesSet } from './rules.ts'
import type { EyesState } from './state.ts'

const eyesAct = act<Room & EyesState & ItemState>()

export const eyes = area({
  name: 'eyes',
  begin: (): EyesState => ({}),
  acts: [
    eyesAct({
      kind: 'eyes.set',
      since: 2,
      fields: demandFields,
      about: () => '',
      check: checkEyesSet,
      apply: (room, said, demanded) => {
        room.eyes = { ...said, ...demanded }
      },
      stands: 'as-event',
    }),
  ],
  registers: [secondReading],
})
