import { quoteOf } from '@goodoffices/client'
import type { QuestionContent } from '@goodoffices/core'
import { lazyScreen } from '../../route/route.tsx'
import type { WaitingLine, WebArea } from '../area.ts'
import type { words } from './words/en.ts'

type Put = { readonly question: string; readonly content: QuestionContent }

const lineOf = ({ question: { question, content } }: { readonly question: Put }): WaitingLine => ({
  about: question,
  anchor: `q-${question}`,
  words: w => quoteOf(w, content),
})

export const assent: WebArea<'assent', keyof typeof words, 'question' | 'question-unfinished'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [{ path: 'ask', screen: lazyScreen(() => import('./ask-screen.tsx'), 'AskScreen') }],
  outside: [],
  entries: {},
  things: { proposal: { page: () => undefined } },
  places: [],
  sections: [
    {
      at: 3,
      atDesk: true,
      Section: lazyScreen(() => import('./questions-section.tsx'), 'QuestionsSection'),
    },
  ],
  waits: { question: lineOf, 'question-unfinished': lineOf },
}
