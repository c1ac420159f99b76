/** The addresses of an agenda within talks. */

import type { Route } from '../../route/match.ts'
import { lazyScreen } from '../../route/route.tsx'

export const agendaScreens: readonly Route[] = [
  { path: 'agenda', screen: lazyScreen(() => import('./agenda-screen.tsx'), 'AgendaScreen') },
  { path: 'rooms/$room/issue', screen: lazyScreen(() => import('./issue-screen.tsx'), 'DraftScreen') },
  { path: 'rooms/$room/issue/$issue', screen: lazyScreen(() => import('./issue-screen.tsx'), 'IssueScreen') },
  {
    path: 'rooms/$room/issue/$issue/draft',
    screen: lazyScreen(() => import('./issue-screen.tsx'), 'DraftScreen'),
  },
  {
    path: 'rooms/$room/issue/$issue/post',
    screen: lazyScreen(() => import('./issue-screen.tsx'), 'PostScreen'),
  },
  {
    path: 'rooms/$room/issue/$issue/group',
    screen: lazyScreen(() => import('./group-screen.tsx'), 'BeginGroupScreen'),
  },
  {
    path: 'rooms/$room/working-group',
    screen: lazyScreen(() => import('./group-screen.tsx'), 'GroupTaskScreen'),
  },
  {
    path: 'rooms/$room/working-group/$thing',
    screen: lazyScreen(() => import('./group-screen.tsx'), 'GroupScreen'),
  },
  {
    path: 'rooms/$room/working-group/$thing/word',
    screen: lazyScreen(() => import('./group-screen.tsx'), 'GroupTaskScreen'),
  },
  { path: 'rooms/$room/claim', screen: lazyScreen(() => import('./claim-screen.tsx'), 'ClaimScreen') },
  { path: 'rooms/$room/round', screen: lazyScreen(() => import('./dated-screen.tsx'), 'RoundScreen') },
  { path: 'rooms/$room/round/$thing', screen: lazyScreen(() => import('./dated-screen.tsx'), 'RoundScreen') },
  {
    path: 'rooms/$room/deadline/$thing',
    screen: lazyScreen(() => import('./dated-screen.tsx'), 'DeadlineScreen'),
  },
  { path: 'rooms/$room/deadline', screen: lazyScreen(() => import('./dated-screen.tsx'), 'DeadlineScreen') },
]
