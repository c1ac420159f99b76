import { standingOf } from '@goodoffices/core'
import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { groupPath, issuePath } from './paths.ts'
import { agendaScreens } from './screens.ts'
import { isAgendaUsed } from './used.ts'
import type { words } from './words/en.ts'

export const agenda: WebArea<'agenda', keyof typeof words, 'overdue' | 'apart'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: agendaScreens,
  outside: [],
  entries: {},
  things: {
    claim: { page: (_, { item }) => `claim?claim=${item}` },
    issue: { page: (_, { item }) => issuePath(item) },
    round: { page: () => undefined },
    deadline: { page: () => undefined },
    'working-group': { page: (_, { item }) => groupPath(item) },
  },
  places: [
    {
      at: 10,
      to: 'agenda',
      name: 'term.agenda',
      pages: ['issue', 'claim', 'round', 'deadline', 'working-group'],
      isUsed: isAgendaUsed,
    },
  ],
  sections: [
    { at: 34, atDesk: true, Section: lazyScreen(() => import('./agenda-here.tsx'), 'AgendaHere') },
    { at: 36, Section: lazyScreen(() => import('./group-here.tsx'), 'GroupHere') },
  ],
  waits: {
    overdue: ({ deadline }) => ({
      about: deadline.item,
      to: 'agenda',
      words: standingOf(deadline).fields.title,
    }),
    apart: ({ room, issue }) => ({ about: issue, to: `rooms/${room.id}/${issuePath(issue)}` }),
  },
}
