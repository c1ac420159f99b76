import type { DeliveryId, RoomId } from '@goodoffices/core'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  useParams,
} from '@tanstack/react-router'
import { Suspense } from 'react'
import { parseCarrySearch } from './carry/carry-search.ts'
import { Frame } from './frame/frame.tsx'
import { LostPage } from './frame/lost-page.tsx'
import { HomePage } from './home/home-page.tsx'
import { homeOf, useTalks } from './talks/talks.tsx'

const rootRoute = createRootRoute({
  component: () => (
    <Suspense>
      <Frame />
    </Suspense>
  ),
  notFoundComponent: () => (
    <main id="main" tabIndex={-1}>
      <LostPage />
    </main>
  ),
})

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage })

const lone = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/begin',
    component: lazyRouteComponent(() => import('./begin/begin-page.tsx'), 'BeginPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/join',
    component: lazyRouteComponent(() => import('./join/join-page.tsx'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/recover',
    component: lazyRouteComponent(() => import('./identity/recover-page.tsx'), 'RecoverPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/device',
    component: lazyRouteComponent(() => import('./identity/recover-page.tsx'), 'RecoverPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
  }),
]

const talksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/talks/$process',
  component: lazyRouteComponent(() => import('./talks/own-talks.tsx'), 'OwnTalks'),
})

const sampleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/samples/$sample/$chair',
  component: lazyRouteComponent(() => import('./talks/sample-talks.tsx'), 'SampleTalks'),
})

function ToHome() {
  return <Navigate to={homeOf(useTalks())} replace />
}

const DeskPage = lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage')
const CarryPage = lazyRouteComponent(() => import('./carry/carry-page.tsx'), 'CarryPage')
const RoomPage = lazyRouteComponent(() => import('./room/room-page.tsx'), 'RoomPage')
const SayPage = lazyRouteComponent(() => import('./room/say-page.tsx'), 'SayPage')
const OfferPage = lazyRouteComponent(() => import('./room/offer-page.tsx'), 'OfferPage')
const PrintPage = lazyRouteComponent(() => import('./room/print-page.tsx'), 'PrintPage')
const PeoplePage = lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage')
const NotesPage = lazyRouteComponent(() => import('./notes/notes-page.tsx'), 'NotesPage')
const RecordPage = lazyRouteComponent(() => import('./record/record-page.tsx'), 'RecordPage')

/** The room that the address names; the same page for another room begins anew. */
function useRoom() {
  const { room } = useParams({ strict: false })
  return useTalks().rooms.find(item => item.id === (room as RoomId | undefined))
}

/** With the page's program it can be fetched before it is shown, as the router does with a screen that is a page itself. */
const DeskScreen = Object.assign(
  () => {
    const { desk } = useTalks()
    return desk === undefined ? <LostPage /> : <DeskPage desk={desk} />
  },
  { preload: () => DeskPage.preload?.() },
)

function RoomScreen() {
  const room = useRoom()
  return room === undefined ? <LostPage /> : <RoomPage key={room.id} room={room} />
}

function OfferScreen() {
  const room = useRoom()
  return room === undefined ? <LostPage /> : <OfferPage key={room.id} room={room} />
}

/** The screens of a process, for one's own talks and for a sample alike. */
function screensUnder(parent: typeof talksRoute | typeof sampleRoute) {
  const sayRoute = createRoute({
    getParentRoute: () => parent as typeof talksRoute,
    path: 'rooms/$room/say',
    validateSearch: (search: Readonly<Record<string, unknown>>) =>
      typeof search['answers'] === 'string' ? { answers: search['answers'] as DeliveryId } : {},
    component: function SayScreen() {
      const room = useRoom()
      const { answers }: { readonly answers?: DeliveryId } = sayRoute.useSearch()
      return room === undefined ? (
        <LostPage />
      ) : (
        <SayPage key={room.id} room={room} {...(answers === undefined ? {} : { answers })} />
      )
    },
  })
  const carryRoute = createRoute({
    getParentRoute: () => parent as typeof talksRoute,
    path: 'carry',
    validateSearch: parseCarrySearch,
    component: function CarryScreen() {
      const search = carryRoute.useSearch()
      return <CarryPage key={JSON.stringify(search)} search={search} />
    },
  })
  const printRoute = createRoute({
    getParentRoute: () => parent as typeof talksRoute,
    path: 'rooms/$room/sheet/$delivery',
    component: function PrintScreen() {
      const room = useRoom()
      const { delivery } = printRoute.useParams()
      return room === undefined ? <LostPage /> : <PrintPage room={room} delivery={delivery as DeliveryId} />
    },
  })
  const under = { getParentRoute: () => parent as typeof talksRoute }
  return parent.addChildren([
    createRoute({ ...under, path: '/', component: ToHome }),
    createRoute({ ...under, path: 'desk', component: DeskScreen }),
    carryRoute,
    createRoute({ ...under, path: 'rooms/$room', component: RoomScreen }),
    sayRoute,
    createRoute({ ...under, path: 'rooms/$room/offer', component: OfferScreen }),
    printRoute,
    createRoute({ ...under, path: 'people', component: PeoplePage }),
    createRoute({ ...under, path: 'notes', component: NotesPage }),
    createRoute({ ...under, path: 'record', component: RecordPage }),
  ])
}

/** Every address there is. Screens load when they are first opened. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, ...lone, screensUnder(talksRoute), screensUnder(sampleRoute)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})
