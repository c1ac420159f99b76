/**
 * What is behind the first screen: the areas, and every other address, those of areas and those that are none's. Fetched when the
 * first screen stands, or at once where another is asked for; a screen's own program when it is opened.
 */

import { AreasContext } from './areas/use-areas.ts'
import { allAreas } from './areas.ts'
import { InLanguage } from './frame/in-language.tsx'
import { LostPage, LostScreen } from './frame/lost-page.tsx'
import { preloadScreens, type Route } from './route/match.ts'
import { lazyScreen, Screens } from './route/route.tsx'

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

export const routes: readonly Route[] = [
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
  { path: '*', screen: LostScreen },
]

export const areaWords = allAreas.map(({ words }) => words)

/** Around every screen but the first. */
export const Inside = Object.assign(
  () => (
    <AreasContext value={allAreas}>
      <InLanguage>
        <Screens routes={routes} />
      </InLanguage>
    </AreasContext>
  ),
  { preload: (to: string) => preloadScreens(routes, to) },
)
