import type { RegisterItem } from '@goodoffices/core'
import { lazyScreen } from '../../route/route.tsx'
import type { TitleIn, WaitingLine, WebArea } from '../area.ts'
import type { words } from './words/en.ts'

const ofInstitution = (
  { room, thing }: { readonly room: Parameters<TitleIn>[0]; readonly thing: RegisterItem },
  titleIn: TitleIn,
): WaitingLine => ({ about: thing.item, anchor: `i-${thing.item}`, words: titleIn(room, thing.item) })

export const team: WebArea<'team', keyof typeof words, 'leave-asked' | 'may-come' | 'successor'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    {
      path: 'rooms/$room/institution/$institution',
      screen: lazyScreen(() => import('./institution-screen.tsx'), 'InstitutionScreen'),
    },
  ],
  outside: [],
  entries: {},
  things: { 'mediators-accepted': { page: (_, { item }) => `institution/${item}` } },
  places: [],
  sections: [
    {
      at: 5,
      Section: lazyScreen(() => import('./successor-section.tsx'), 'SuccessorSection'),
    },
  ],
  waits: {
    'leave-asked': ofInstitution,
    'may-come': ofInstitution,
    successor: ({ successor }) => ({
      about: successor.room,
      anchor: `s-${successor.room}`,
      words: successor.coming.join(', '),
    }),
  },
}
