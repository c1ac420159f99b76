import { lazyScreen } from '../../route/route.tsx'
import { noWords, type WebArea } from '../area.ts'

export const item: WebArea<'item', never, 'put'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {
    item: {
      Entry: lazyScreen(() => import('./thing-entry.tsx'), 'ThingEntry'),
      anchor: ({ thing }) => `i-${thing.item}`,
    },
  },
  things: {},
  places: [],
  sections: [],
  waits: {
    put: ({ room, thing }, titleIn) => ({
      about: thing.item,
      anchor: `i-${thing.item}`,
      words: titleIn(room, thing.item),
      carry: `item=${thing.item}`,
    }),
  },
}
