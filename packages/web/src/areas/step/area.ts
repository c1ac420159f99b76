import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { areStepsUsed, certifyPath, incidentsPath, stepPath, stepsPath } from './paths.ts'
import type { words } from './words/en.ts'

export const step: WebArea<'step', keyof typeof words, 'step-late' | 'step-uncured'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    { path: stepsPath, screen: lazyScreen(() => import('./steps-screen.tsx'), 'StepsScreen') },
    {
      path: incidentsPath,
      screen: lazyScreen(() => import('./steps-screen.tsx'), 'IncidentsScreen'),
    },
    { path: certifyPath, screen: lazyScreen(() => import('./steps-screen.tsx'), 'CertifyScreen') },
    { path: 'rooms/$room/step', screen: lazyScreen(() => import('./step-screen.tsx'), 'StepPutScreen') },
    { path: 'rooms/$room/step/$thing', screen: lazyScreen(() => import('./step-screen.tsx'), 'StepScreen') },
    {
      path: 'rooms/$room/step/$thing/word',
      screen: lazyScreen(() => import('./step-screen.tsx'), 'StepWordScreen'),
    },
  ],
  outside: [],
  entries: {},
  things: {
    step: { page: (_, { item }) => stepPath(item) },
    incident: { page: (_, { item }) => stepPath(item) },
    finding: { page: (_, { item }) => stepPath(item) },
    calendar: { page: (_, { item }) => stepPath(item) },
  },
  places: [
    {
      at: 30,
      to: stepsPath,
      name: 'term.steps',
      within: 'agreement',
      pages: ['step'],
      isUsed: areStepsUsed,
    },
    { at: 32, to: incidentsPath, name: 'term.incidents', within: 'agreement', isUsed: areStepsUsed },
    { at: 34, to: certifyPath, name: 'term.to-certify', within: 'agreement', isUsed: areStepsUsed },
  ],
  sections: [{ at: 43, atDesk: true, Section: lazyScreen(() => import('./steps-here.tsx'), 'StepsHere') }],
  waits: {
    'step-late': ({ room, step }) => lineOf(room.id, step.item),
    'step-uncured': ({ room, step }) => lineOf(room.id, step.item),
  },
}

const lineOf = (room: string, step: string) => ({ about: step, to: `rooms/${room}/${stepPath(step)}` })
