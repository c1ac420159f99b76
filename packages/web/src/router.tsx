import type { DeliveryId, RoomId, RoomState } from '@goodoffices/core'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  useParams,
} from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { parseCarrySearch } from './carry/carry-search.ts'
import { Frame } from './frame/frame.tsx'
import { LostPage } from './frame/lost-page.tsx'
import { HomePage } from './home/home-page.tsx'
import { destroyedDesk, isDestroyed } from './record/destroyed.ts'
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
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificates',
    component: lazyRouteComponent(() => import('./record/certificates-page.tsx'), 'CertificatesPage'),
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
const DestroyedPage = lazyRouteComponent(() => import('./record/remains.tsx'), 'DestroyedPage')
const TalksCertificatesPage = lazyRouteComponent(
  () => import('./record/certificates-page.tsx'),
  'TalksCertificatesPage',
)

/** The room that the address names, else what is shown instead: a room that was destroyed says so, also to who was reading it. */
function InRoom({ children }: { readonly children: (room: RoomState) => ReactNode }) {
  const params = useParams({ strict: false })
  const { session, rooms } = useTalks()
  const id = params.room as RoomId | undefined
  const room = rooms.find(item => item.id === id)
  if (isDestroyed(session, id, room)) return <DestroyedPage room={id} />
  return room === undefined ? <LostPage /> : children(room)
}

/** With the page's program it can be fetched before it is shown, as the router does with a screen that is a page itself. */
const DeskScreen = Object.assign(
  () => {
    const { session, process, desk } = useTalks()
    const id = desk?.id ?? destroyedDesk(session, process.process)
    if (isDestroyed(session, id, desk)) return <DestroyedPage room={id} />
    return desk === undefined ? <LostPage /> : <DeskPage desk={desk} />
  },
  { preload: () => DeskPage.preload?.() },
)

// The same page for another room begins anew.
function RoomScreen() {
  return <InRoom>{room => <RoomPage key={room.id} room={room} />}</InRoom>
}

function OfferScreen() {
  return <InRoom>{room => <OfferPage key={room.id} room={room} />}</InRoom>
}

/** The screens of a process, for one's own talks and for a sample alike. */
function screensUnder(parent: typeof talksRoute | typeof sampleRoute) {
  const sayRoute = createRoute({
    getParentRoute: () => parent as typeof talksRoute,
    path: 'rooms/$room/say',
    validateSearch: (search: Readonly<Record<string, unknown>>) =>
      typeof search['answers'] === 'string' ? { answers: search['answers'] as DeliveryId } : {},
    component: function SayScreen() {
      const { answers }: { readonly answers?: DeliveryId } = sayRoute.useSearch()
      return (
        <InRoom>
          {room => <SayPage key={room.id} room={room} {...(answers === undefined ? {} : { answers })} />}
        </InRoom>
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
      const { delivery } = printRoute.useParams()
      return <InRoom>{room => <PrintPage room={room} delivery={delivery as DeliveryId} />}</InRoom>
    },
  })
  const recordRoute = createRoute({
    getParentRoute: () => parent as typeof talksRoute,
    path: 'record',
    validateSearch: (search: Readonly<Record<string, unknown>>) =>
      typeof search['room'] === 'string' ? { room: search['room'] as RoomId } : {},
    component: function RecordScreen() {
      const { room }: { readonly room?: RoomId } = recordRoute.useSearch()
      return <RecordPage key={room} {...(room === undefined ? {} : { first: room })} />
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
    recordRoute,
    createRoute({ ...under, path: 'certificates', component: TalksCertificatesPage }),
  ])
}

/** Every address there is. Screens load when they are first opened. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, ...lone, screensUnder(talksRoute), screensUnder(sampleRoute)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})
