/** The addresses of the views within talks. */

import type { Route } from '../../route/match.ts'
import { lazyScreen } from '../../route/route.tsx'

export const viewScreens: readonly Route[] = [
  { path: 'calendar', screen: lazyScreen(() => import('./calendar-page.tsx'), 'CalendarPage') },
  { path: 'equal', screen: lazyScreen(() => import('./equal-page.tsx'), 'EqualPage') },
]
