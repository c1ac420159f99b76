import type { ClientArea } from '../area.ts'
import { goingTogether, puttingStep } from './checking.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const step = {
  codes,
  words: {
    en: async () => (await import('../../words/en/step.ts')).step,
    ar: async () => (await import('../../words/ar/step.ts')).step,
    fa: async () => (await import('../../words/fa/step.ts')).step,
    fr: async () => (await import('../../words/fr/step.ts')).step,
    es: async () => (await import('../../words/es/step.ts')).step,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
  goesWith: { 'item.put': puttingStep, 'item.mark': goingTogether },
} satisfies ClientArea<'step', typeof codes, Term>
