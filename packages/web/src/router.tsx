/** Every address there is. But for the first, screens load when they are first opened. */

import { LostPage, LostScreen } from './frame/lost-page.tsx'
import { HomePage } from './home/home-page.tsx'
import type { Route } from './route/match.ts'
import { lazyScreen } from './route/route.tsx'

/** The screens of a process, for one's own talks and for a sample alike. */
const screens: readonly Route[] = [
  { path: '', screen: lazyScreen(() => import('./screens/first.tsx'), 'FirstScreen') },
  { path: 'desk', screen: lazyScreen(() => import('./areas/desk/desk-screen.tsx'), 'DeskScreen') },
  { path: 'carry', screen: lazyScreen(() => import('./areas/desk/carry-screen.tsx'), 'CarryScreen') },
  { path: 'rooms/$room', screen: lazyScreen(() => import('./screens/room.tsx'), 'RoomScreen') },
  {
    path: 'rooms/$room/say',
    screen: lazyScreen(() => import('./areas/message/say-screen.tsx'), 'SayScreen'),
  },
  {
    path: 'rooms/$room/offer',
    screen: lazyScreen(() => import('./areas/message/offer-screen.tsx'), 'OfferScreen'),
  },
  {
    path: 'rooms/$room/sheet/$delivery',
    screen: lazyScreen(() => import('./areas/message/sheet-screen.tsx'), 'SheetScreen'),
  },
  { path: 'people', screen: lazyScreen(() => import('./areas/roster/people-page.tsx'), 'PeoplePage') },
  { path: 'notes', screen: lazyScreen(() => import('./areas/note/notes-page.tsx'), 'NotesPage') },
  { path: 'record', screen: lazyScreen(() => import('./screens/record.tsx'), 'RecordScreen') },
  {
    path: 'certificates',
    screen: lazyScreen(() => import('./areas/retention/certificates-page.tsx'), 'TalksCertificatesPage'),
  },
  { path: '*', screen: LostPage },
]

const RecoverPage = lazyScreen(() => import('./identity/recover-page.tsx'), 'RecoverPage')

const inside: readonly Route[] = [
  { path: 'begin', screen: lazyScreen(() => import('./areas/roster/begin-page.tsx'), 'BeginPage') },
  { path: 'join', screen: lazyScreen(() => import('./areas/roster/join-page.tsx'), 'JoinPage') },
  { path: 'recover', screen: RecoverPage },
  { path: 'device', screen: RecoverPage },
  { path: 'settings', screen: lazyScreen(() => import('./settings/settings-page.tsx'), 'SettingsPage') },
  {
    path: 'certificates',
    screen: lazyScreen(() => import('./areas/retention/certificates-page.tsx'), 'CertificatesPage'),
  },
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
