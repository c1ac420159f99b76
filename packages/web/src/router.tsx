/** Every address there is: those of the areas, and those that are no area's. But for the first, screens load when they are first opened. */

import { allAreas } from './areas.ts'
import { LostPage, LostScreen } from './frame/lost-page.tsx'
import { HomePage } from './home/home-page.tsx'
import type { Route } from './route/match.ts'
import { lazyScreen } from './route/route.tsx'

/** The screens of a process, for one's own talks and for a sample alike. */
const screens: readonly Route[] = [
  { path: '', screen: lazyScreen(() => import('./screens/first.tsx'), 'FirstScreen') },
  { path: 'today', screen: lazyScreen(() => import('./today/today-page.tsx'), 'TodayPage') },
  { path: 'find', screen: lazyScreen(() => import('./finding/find-page.tsx'), 'FindPage') },
  { path: 'how', screen: lazyScreen(() => import('./talks/how-page.tsx'), 'HowPage') },
  { path: 'more', screen: lazyScreen(() => import('./talks/more-page.tsx'), 'MorePage') },
  { path: 'rooms/$room', screen: lazyScreen(() => import('./screens/room.tsx'), 'RoomScreen') },
  { path: 'record', screen: lazyScreen(() => import('./screens/record.tsx'), 'RecordScreen') },
  ...allAreas.flatMap(area => area.screens),
  { path: '*', screen: LostPage },
]

const RecoverPage = lazyScreen(() => import('./identity/recover-page.tsx'), 'RecoverPage')

const inside: readonly Route[] = [
  { path: 'recover', screen: RecoverPage },
  { path: 'device', screen: RecoverPage },
  { path: 'settings', screen: lazyScreen(() => import('./settings/settings-page.tsx'), 'SettingsPage') },
  ...allAreas.flatMap(area => area.outside),
  {
    path: 'talks/$process',
    screen: lazyScreen(() => import('./talks/own-talks.tsx'), 'OwnTalks'),
    under: screens,
  },
  {
    path: 'samples/$sample/$chair',
    screen: lazyScreen(() => import('./talks/sample-talks.tsx'), 'SampleTalks'),
    under: screens,
  },
]

export const routes: readonly Route[] = [
  { path: '', screen: HomePage },
  { path: '', screen: lazyScreen(() => import('./frame/inside.tsx'), 'Inside'), under: inside },
  { path: '*', screen: LostScreen },
]
