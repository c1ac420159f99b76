/** The addresses of meetings within talks. */

import type { Route } from '../../route/match.ts'
import { lazyScreen } from '../../route/route.tsx'

export const meetingScreens: readonly Route[] = [
  { path: 'rooms/$room/meeting', screen: lazyScreen(() => import('./meeting-screen.tsx'), 'PutScreen') },
  {
    path: 'rooms/$room/meeting/$meeting',
    screen: lazyScreen(() => import('./meeting-screen.tsx'), 'MeetingScreen'),
  },
  {
    path: 'rooms/$room/meeting/$meeting/word',
    screen: lazyScreen(() => import('./meeting-screen.tsx'), 'WordScreen'),
  },
  {
    path: 'rooms/$room/meeting/$meeting/arrange',
    screen: lazyScreen(() => import('./meeting-screen.tsx'), 'ArrangeScreen'),
  },
  {
    path: 'rooms/$room/beside-meeting',
    screen: lazyScreen(() => import('./beside-screen.tsx'), 'BesidePutScreen'),
  },
  {
    path: 'rooms/$room/beside-meeting/$thing/word',
    screen: lazyScreen(() => import('./beside-screen.tsx'), 'BesideWordScreen'),
  },
  {
    path: 'rooms/$room/beside-meeting/$thing',
    screen: lazyScreen(() => import('./beside-screen.tsx'), 'BesideScreen'),
  },
]

export const meetingPath = (meeting: string): string => `meeting/${meeting}`
