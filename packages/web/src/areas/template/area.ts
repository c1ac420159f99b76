import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const template: WebArea<'template', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    { path: 'template', screen: lazyScreen(() => import('./template-page.tsx'), 'TemplatePage') },
    {
      path: 'rooms/$room/template/$thing',
      screen: lazyScreen(() => import('./followed-page.tsx'), 'FollowedPage'),
    },
  ],
  outside: [],
  entries: {},
  things: { template: { page: (_, { item }) => `template/${item}` } },
  places: [],
  sections: [
    { at: 90, atDesk: true, Section: lazyScreen(() => import('./template-here.tsx'), 'TemplateHere') },
  ],
  waits: {},
}
