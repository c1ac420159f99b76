import type { ClientArea } from '../area.ts'
import { attestingCopy, puttingAsGiven } from './checking.ts'
import { codes, type Term } from './wording.ts'

export const undertaking = {
  codes,
  words: {
    en: async () => (await import('../../words/en/undertaking.ts')).undertaking,
    ar: async () => (await import('../../words/ar/undertaking.ts')).undertaking,
    fa: async () => (await import('../../words/fa/undertaking.ts')).undertaking,
    fr: async () => (await import('../../words/fr/undertaking.ts')).undertaking,
    es: async () => (await import('../../words/es/undertaking.ts')).undertaking,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  goesWith: { 'item.put': puttingAsGiven, 'item.mark': attestingCopy },
} satisfies ClientArea<'undertaking', typeof codes, Term>
