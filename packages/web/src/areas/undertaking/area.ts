import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { isClosingUsed } from '../close/used.ts'
import type { words } from './words/en.ts'

const screen = (name: 'PutScreen' | 'ThingScreen' | 'WordScreen') =>
  lazyScreen(() => import('./screens.tsx'), name)
const page = (_: unknown, { item }: { readonly item: string }): string => `undertaking/${item}`

export const undertaking: WebArea<'undertaking', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    { path: 'agreement', screen: lazyScreen(() => import('./undertakings-page.tsx'), 'UndertakingsScreen') },
    { path: 'agreement/steps', screen: lazyScreen(() => import('./steps-page.tsx'), 'StepsScreen') },
    { path: 'rooms/$room/undertaking', screen: screen('PutScreen') },
    { path: 'rooms/$room/undertaking/$thing', screen: screen('ThingScreen') },
    { path: 'rooms/$room/undertaking/$thing/word', screen: screen('WordScreen') },
  ],
  outside: [],
  entries: {},
  things: { undertaking: { page }, 'unilateral-step': { page } },
  places: [
    {
      at: 18,
      to: 'agreement',
      name: 'term.agreement',
      // Whoever is no side comes to undertake something: it is there before anything is.
      isUsed: rooms =>
        isClosingUsed(rooms) ||
        rooms.some(
          ({ items, kind, party }) =>
            (kind === 'caucus' && party?.kind === 'third') ||
            Object.values(items).some(
              ({ register }) => register === 'undertaking' || register === 'unilateral-step',
            ),
        ),
    },
  ],
  sections: [{ at: 44, Section: lazyScreen(() => import('./undertakings-here.tsx'), 'UndertakingsHere') }],
  waits: {},
}
