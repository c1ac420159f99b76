/** The app's own router: addresses are strings, screens are found by them, links are links. */

import {
  type ComponentType,
  createContext,
  lazy,
  type MouseEvent,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { fetchPart } from './fetched.ts'
import {
  isWithin,
  type Match,
  matchRoutes,
  type Params,
  preloadScreens,
  type Route,
  type Screen,
} from './match.ts'
import { type Journey, listenToPlaces, navigate, type Place, readPlace } from './place.ts'
import { noteOffsets, restoreOffsets, scrollToTop, watchScrolling } from './scroll.ts'

type Here = {
  readonly place: Place
  readonly match: Match
  /** Fetches the programs of an address's screens. */
  readonly preload: (to: string) => void
}

const HereContext = createContext<Here | undefined>(undefined)
const DepthContext = createContext(0)

type RouterProps = {
  readonly routes: readonly Route[]
  /** Around every screen; holds an `Outlet`. */
  readonly children: ReactNode
}

/** The old screen stays until the new one's program has been fetched. */
export function Router({ routes, children }: RouterProps) {
  const [{ place, how }, setArrival] = useState<Arrival>(() => ({ place: readPlace(), how: 'came-back' }))
  const shown = useRef(place.key)
  useEffect(() => watchScrolling(() => shown.current), [])
  useEffect(
    () =>
      listenToPlaces((next, by) => {
        noteOffsets(shown.current)
        startTransition(() => setArrival({ place: next, how: by }))
      }),
    [],
  )
  const previous = useRef(place)
  // After the screen's own effects, and before it is painted.
  useLayoutEffect(() => {
    const isSamePage = previous.current.path === place.path && previous.current.search === place.search
    shown.current = place.key
    previous.current = place
    if (how === 'went') scrollToTop()
    // A link to a part of the page has scrolled to it already.
    else restoreOffsets(place.key, isSamePage)
  }, [place, how])
  const here = useMemo(
    () => ({
      place,
      match: matchRoutes(routes, place.path),
      preload: (to: string) => preloadScreens(routes, new URL(to, location.origin).pathname),
    }),
    [routes, place],
  )
  return <HereContext value={here}>{children}</HereContext>
}

type Arrival = { readonly place: Place; readonly how: 'went' | 'came-back' }

function useHere(): Here {
  const here = use(HereContext)
  if (here === undefined) throw new Error('not within a router')
  return here
}

/** Where the next screen inwards goes. */
export function Outlet() {
  const { match } = useHere()
  const depth = use(DepthContext)
  const Inner = match.screens[depth]
  if (Inner === undefined) return null
  return (
    <DepthContext value={depth + 1}>
      <Inner />
    </DepthContext>
  )
}

/** The screens inside of one that takes every address, by a table that came with its program. */
export function Screens({ routes }: { readonly routes: readonly Route[] }) {
  const { place, preload } = useHere()
  const here = useMemo(
    () => ({ place, match: matchRoutes(routes, place.path), preload }),
    [routes, place, preload],
  )
  return (
    <HereContext value={here}>
      <DepthContext value={0}>
        <Outlet />
      </DepthContext>
    </HereContext>
  )
}

/** The entry of the history that is shown, by a key of its own. */
export const usePlaceKey = (): string => useHere().place.key

/** Where one is. */
export const usePlace = (): Place => useHere().place

/** What the address gives, by the names in the route's path. */
export const useParams = (): Partial<Params> => useHere().match.params

/** What stands after the question mark; of a name that stands twice the last. */
export const useSearch = (): Partial<Params> =>
  Object.fromEntries(new URLSearchParams(useHere().place.search).entries())

export const usePreload = (): ((to: string) => void) => useHere().preload

export const useNavigate = (): ((journey: Journey) => void) => navigate

/** Goes elsewhere as soon as it is shown. */
export function Navigate({ to, replace = false }: { readonly to: string; readonly replace?: boolean }) {
  useEffect(() => navigate({ to, replace }), [to, replace])
  return null
}

type LinkProps = {
  readonly to: string
  readonly className?: string
  /** Whether it leads to where the reader is, where the address alone does not say so. */
  readonly isHere?: boolean | undefined
  readonly children: ReactNode
}

/** Also for a new tab, a new window and a download the browser's own. */
const isForBrowser = (event: MouseEvent): boolean =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey

/**
 * A link within the app. Its screens' programs are fetched when it is pointed at or focused. Outside of a router, where there is
 * no app to go on in, it loads the page.
 */
export function Link(props: LinkProps) {
  const here = use(HereContext)
  if (here !== undefined) return <LinkWithin {...props} here={here} />
  const { to, className, children } = props
  return (
    <a href={to} className={className}>
      {children}
    </a>
  )
}

function LinkWithin({
  to,
  className,
  isHere,
  children,
  here: { place, preload },
}: LinkProps & { readonly here: Here }) {
  const prepare = () => preload(to)
  return (
    <a
      href={to}
      className={className}
      aria-current={(isHere ?? isWithin(place, to)) ? 'page' : undefined}
      onClick={event => {
        if (isForBrowser(event)) return
        event.preventDefault()
        navigate({ to })
      }}
      onPointerEnter={prepare}
      onFocus={prepare}
      onTouchStart={prepare}
    >
      {children}
    </a>
  )
}

/** Each has props of its own, which the lazy component takes over. */
type Lazy<S> = S & { readonly preload: (to?: string) => void }

/** A screen whose program is fetched when it is first needed. */
export function lazyScreen<Name extends string, Module extends Readonly<Record<Name, ComponentType<never>>>>(
  load: () => Promise<Module>,
  name: Name,
): Lazy<Module[Name]> {
  type Fetched = {
    readonly default: ComponentType<Readonly<Record<string, unknown>>> & Pick<Screen, 'preload'>
  }
  let fetched: Fetched | undefined
  let fetching: Promise<Fetched> | undefined
  const fetchOnce = () => {
    fetching ??= fetchPart(load).then(module => {
      fetched = { default: module[name] as unknown as Fetched['default'] }
      return fetched
    })
    return fetching
  }
  const preload = (to?: string): void => {
    fetchOnce().then(
      ({ default: { preload: preloadInside } }) => to !== undefined && preloadInside?.(to),
      // What could not be fetched ahead is asked for again when it is shown.
      () => (fetching = undefined),
    )
  }
  const Awaited = lazy(fetchOnce)
  // What is here already is drawn at once: waiting for it, were it for a moment, would hide what stands beside it, and the focus with that.
  function Part(props: Readonly<Record<string, unknown>>) {
    const [Drawn] = useState(() => fetched?.default ?? Awaited)
    return <Drawn {...props} />
  }
  return Object.assign(Part, { preload }) as unknown as Lazy<Module[Name]>
}
