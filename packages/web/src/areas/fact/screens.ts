/** The addresses of disputed figures within talks. */

import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import type { Route } from '../../route/match.ts'
import { lazyScreen } from '../../route/route.tsx'

export const figureScreens: readonly Route[] = [
  { path: 'rooms/$room/figure', screen: lazyScreen(() => import('./figure-screen.tsx'), 'PutScreen') },
  {
    path: 'rooms/$room/figure/$figure',
    screen: lazyScreen(() => import('./figure-screen.tsx'), 'FigureScreen'),
  },
  {
    path: 'rooms/$room/figure/$figure/give',
    screen: lazyScreen(() => import('./figure-screen.tsx'), 'GiveScreen'),
  },
  {
    path: 'rooms/$room/figure/$figure/word',
    screen: lazyScreen(() => import('./figure-screen.tsx'), 'WordScreen'),
  },
]

export const factScreens: readonly Route[] = [
  { path: 'facts', screen: lazyScreen(() => import('./facts-screen.tsx'), 'FactsScreen') },
  { path: 'facts/statements', screen: lazyScreen(() => import('./statements-page.tsx'), 'StatementsScreen') },
  { path: 'facts/measures', screen: lazyScreen(() => import('./listed-pages.tsx'), 'MeasuresScreen') },
  { path: 'facts/evidence', screen: lazyScreen(() => import('./listed-pages.tsx'), 'EvidenceScreen') },
  { path: 'rooms/$room/fact', screen: lazyScreen(() => import('./fact-screen.tsx'), 'FactPutScreen') },
  { path: 'rooms/$room/fact/$thing', screen: lazyScreen(() => import('./fact-screen.tsx'), 'FactScreen') },
  {
    path: 'rooms/$room/fact/$thing/word',
    screen: lazyScreen(() => import('./fact-screen.tsx'), 'FactWordScreen'),
  },
]

export const figurePath = (matter: ItemId): string => `figure/${matter}`

/** The figure that a version is of, where that stands in the room. */
export function matterIn({ items }: RoomState, { revisions }: RegisterItem): ItemId | undefined {
  const matter = revisions.at(-1)?.fields['matter'] as ItemId | undefined
  return matter !== undefined && items[matter]?.register === 'matter' ? matter : undefined
}
