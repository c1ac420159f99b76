import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { meetingPath, meetingScreens } from './screens.ts'
import type { words } from './words/en.ts'

export const meeting: WebArea<'meeting', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: meetingScreens,
  outside: [],
  entries: {},
  things: {
    meeting: { page: (_, { item }) => meetingPath(item) },
    arrangement: {
      page: (_, { revisions }) => {
        const meeting = revisions.at(-1)?.fields['meeting']
        return typeof meeting === 'string' ? meetingPath(meeting) : undefined
      },
    },
    'delegation-list': { page: (_, { item }) => `beside-meeting/${item}` },
    minutes: { page: (_, { item }) => `beside-meeting/${item}` },
    statement: { page: (_, { item }) => `beside-meeting/${item}` },
    'house-plan': { page: (_, { item }) => `beside-meeting/${item}` },
  },
  places: [],
  sections: [
    { at: 35, atDesk: true, Section: lazyScreen(() => import('./meetings-here.tsx'), 'MeetingsHere') },
  ],
  waits: {},
}
