/** The addresses of disputed figures within talks. */

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
