import { lazyScreen } from '../../route/route.tsx'
import { noWords, type WebArea } from '../area.ts'

export const item: WebArea<'item'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {
    item: {
      Entry: lazyScreen(() => import('./thing-entry.tsx'), 'ThingEntry'),
      anchor: ({ thing }) => `i-${thing.item}`,
    },
  },
  places: [],
  sections: [],
  waits: {},
}
