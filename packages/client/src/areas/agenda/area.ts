import type { ClientArea } from '../area.ts'
import { ofQuestions } from './asking.ts'
import { puttingInto, writing } from './checking.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const agenda = {
  codes,
  words: {
    en: async () => (await import('../../words/en/agenda.ts')).agenda,
    ar: async () => (await import('../../words/ar/agenda.ts')).agenda,
    fa: async () => (await import('../../words/fa/agenda.ts')).agenda,
    fr: async () => (await import('../../words/fr/agenda.ts')).agenda,
    es: async () => (await import('../../words/es/agenda.ts')).agenda,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
  goesWith: { ...ofQuestions, 'item.put': puttingInto, 'message.say': writing },
} satisfies ClientArea<'agenda', typeof codes, Term>
