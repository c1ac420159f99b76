import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { figureScreens } from '../fact/screens.ts'
import type { words } from '../fact/words/en.ts'

export const item: WebArea<'item', keyof typeof words, 'put'> = {
  words: {
    en: async () => (await import('../fact/words/en.ts')).words,
    ar: async () => (await import('../fact/words/ar.ts')).words,
    fa: async () => (await import('../fact/words/fa.ts')).words,
    fr: async () => (await import('../fact/words/fr.ts')).words,
    es: async () => (await import('../fact/words/es.ts')).words,
  },
  screens: figureScreens,
  outside: [],
  entries: {
    item: {
      Entry: lazyScreen(() => import('./thing-entry.tsx'), 'ThingEntry'),
      anchor: ({ thing }) => `i-${thing.item}`,
    },
  },
  places: [],
  sections: [{ at: 40, Section: lazyScreen(() => import('../fact/figures-here.tsx'), 'FiguresHere') }],
  waits: {
    put: ({ room, thing }, titleIn) => ({
      about: thing.item,
      anchor: `i-${thing.item}`,
      words: titleIn(room, thing.item),
      carry: `item=${thing.item}`,
    }),
  },
}
