import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { areOneSidedUsed, areUndertakingsUsed, oneSidedPath, undertakingsPath } from './paths.ts'
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
    {
      path: undertakingsPath,
      screen: lazyScreen(() => import('./undertakings-page.tsx'), 'UndertakingsScreen'),
    },
    { path: oneSidedPath, screen: lazyScreen(() => import('./steps-page.tsx'), 'StepsScreen') },
    { path: 'rooms/$room/undertaking', screen: screen('PutScreen') },
    { path: 'rooms/$room/undertaking/$thing', screen: screen('ThingScreen') },
    { path: 'rooms/$room/undertaking/$thing/word', screen: screen('WordScreen') },
  ],
  outside: [],
  entries: {},
  things: { undertaking: { page }, 'unilateral-step': { page } },
  places: [
    {
      at: 10,
      to: undertakingsPath,
      name: 'term.undertakings',
      within: 'agreement',
      pages: ['undertaking'],
      isUsed: areUndertakingsUsed,
    },
    {
      at: 20,
      to: oneSidedPath,
      name: 'term.one-sided-steps',
      within: 'agreement',
      isUsed: areOneSidedUsed,
    },
  ],
  sections: [{ at: 44, Section: lazyScreen(() => import('./undertakings-here.tsx'), 'UndertakingsHere') }],
  waits: {},
}
