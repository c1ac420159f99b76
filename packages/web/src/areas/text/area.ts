import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { clausePath, draftPath, isTextUsed, textPath } from './paths.ts'
import type { words } from './words/en.ts'

export const text: WebArea<'text', keyof typeof words, 'draft' | 'draft-said' | 'may-pass'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    { path: textPath, screen: lazyScreen(() => import('./text-screens.tsx'), 'TextScreen') },
    { path: `${textPath}/drafts`, screen: lazyScreen(() => import('./text-screens.tsx'), 'DraftsScreen') },
    { path: `${textPath}/terms`, screen: lazyScreen(() => import('./text-screens.tsx'), 'TermsScreen') },
    { path: `${textPath}/new`, screen: lazyScreen(() => import('./text-screens.tsx'), 'BeginScreen') },
    { path: `${textPath}/import`, screen: lazyScreen(() => import('./import-screens.tsx'), 'ImportScreen') },
    { path: `${textPath}/issue`, screen: lazyScreen(() => import('./text-screens.tsx'), 'IssueScreen') },
    {
      path: 'rooms/$room/draft/$draft',
      screen: lazyScreen(() => import('./draft-screen.tsx'), 'DraftScreen'),
    },
    {
      path: 'rooms/$room/draft/$draft/import',
      screen: lazyScreen(() => import('./import-screens.tsx'), 'DraftImportScreen'),
    },
  ],
  outside: [],
  entries: {
    draft: {
      Entry: lazyScreen(() => import('./draft-entry.tsx'), 'DraftEntry'),
      anchor: ({ draft }) => `f-${draft.draft}`,
    },
  },
  things: {},
  places: [
    {
      at: 12,
      to: textPath,
      name: 'term.one-text',
      isUsed: isTextUsed,
      waits: ['draft', 'draft-said', 'may-pass'],
    },
  ],
  sections: [{ at: 41, atDesk: true, Section: lazyScreen(() => import('./text-here.tsx'), 'TextHere') }],
  waits: {
    draft: ({ room, draft: { draft, title = '' } }) => ({
      about: draft,
      to: draftPath(room.id, draft),
      words: title,
    }),
    'draft-said': ({ room, sayings: [first] }) => {
      const clause = first.kind === 'wording' ? (first.clause ?? first.behind) : first.clause
      return { about: room.id, to: clause === undefined ? textPath : clausePath(clause), words: first.body }
    },
    'may-pass': ({ room, saying }) => {
      const clause = saying.kind === 'wording' ? (saying.clause ?? saying.behind) : saying.clause
      return {
        about: saying.draft,
        to: draftPath(room.id, saying.draft, clause),
        words: saying.body,
      }
    },
  },
}
