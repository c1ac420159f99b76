import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { areFactsUsed, factPath, factsPath } from './paths.ts'
import { factScreens, figurePath, figureScreens, matterIn } from './screens.ts'
import type { words } from './words/en.ts'

export const fact: WebArea<'fact', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [...figureScreens, ...factScreens],
  outside: [],
  entries: {},
  things: {
    matter: { page: (_, { item }) => figurePath(item) },
    version: {
      page: (room, version) => {
        const matter = matterIn(room, version)
        return matter === undefined ? undefined : figurePath(matter)
      },
      Beside: lazyScreen(() => import('./version-beside.tsx'), 'VersionBeside'),
    },
    inquiry: { page: (_, { item }) => factPath(item) },
    evidence: { page: (_, { item }) => factPath(item) },
    measure: { page: (_, { item }) => factPath(item) },
    alternative: { page: (_, { item }) => factPath(item) },
  },
  places: [{ at: 15, to: factsPath, name: 'term.facts', pages: ['figure', 'fact'], isUsed: areFactsUsed }],
  sections: [
    { at: 40, atDesk: true, Section: lazyScreen(() => import('./figures-here.tsx'), 'FiguresHere') },
  ],
  waits: {},
}
