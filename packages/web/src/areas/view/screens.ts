/** The addresses of the views within talks. */

import type { Route } from '../../route/match.ts'
import { lazyScreen } from '../../route/route.tsx'

export const viewScreens: readonly Route[] = [
  { path: 'calendar', screen: lazyScreen(() => import('./calendar-page.tsx'), 'CalendarPage') },
  { path: 'bring', screen: lazyScreen(() => import('./bring-page.tsx'), 'BringPage') },
  { path: 'equal', screen: lazyScreen(() => import('./equal-page.tsx'), 'EqualPage') },
]

export const outsideScreens: readonly Route[] = [
  { path: 'statistics', screen: lazyScreen(() => import('./statistics-page.tsx'), 'StatisticsPage') },
]
