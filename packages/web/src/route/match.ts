/** Which screens an address names. Pure, so that it is tried without a browser. */

import type { ComponentType } from 'react'

/** A screen may have a program to fetch before it is shown, for itself and for what an address shows inside of it. */
export type Screen = ComponentType & { readonly preload?: (to: string) => void }

export type Route = {
  /**
   * Segments between slashes; one that begins with `$` takes any value, under that name. Empty: the place itself. `*` alone:
   * whatever no route before it has taken.
   */
  readonly path: string
  readonly screen: Screen
  /** What is shown inside of this screen, by what follows in the address. */
  readonly under?: readonly Route[]
}

export type Params = Readonly<Record<string, string>>

/** The screens from the outermost in, and what the address gives them. */
export type Match = { readonly screens: readonly Screen[]; readonly params: Params }

const segmentsOf = (path: string): readonly string[] => path.split('/').filter(segment => segment !== '')

/** As it was before it was put into an address; where it never was, as it stands. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** What the first segments give a route, or nothing where they are not its own. Letters count in either case. */
function readSegments(route: Route, segments: readonly string[]): Params | undefined {
  const wanted = segmentsOf(route.path)
  if (wanted.length > segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, segment] of wanted.entries()) {
    const given = segments[i] ?? ''
    if (segment.startsWith('$')) params[segment.slice(1)] = decodeSegment(given)
    else if (segment !== given.toLowerCase()) return undefined
  }
  return params
}

/** The first route that takes all of the address, with what is inside of it; no screen where there is none. */
export const matchRoutes = (routes: readonly Route[], path: string): Match =>
  matchSegments(routes, segmentsOf(path)) ?? { screens: [], params: {} }

function matchSegments(routes: readonly Route[], segments: readonly string[]): Match | undefined {
  for (const route of routes) {
    if (route.path === '*') return { screens: [route.screen], params: {} }
    const params = readSegments(route, segments)
    const rest = segments.slice(segmentsOf(route.path).length)
    if (params === undefined || (route.under === undefined && rest.length > 0)) continue
    if (route.under === undefined) return { screens: [route.screen], params }
    const inner = matchSegments(route.under, rest)
    if (inner === undefined) continue
    return { screens: [route.screen, ...inner.screens], params: { ...params, ...inner.params } }
  }
  return undefined
}

/** Fetches the programs of the screens that an address within the app names. */
export function preloadScreens(routes: readonly Route[], path: string): void {
  for (const { preload } of matchRoutes(routes, path).screens) preload?.(path)
}

/** Whether an address is that of a link, or lies within it. */
export function isWithin(here: { readonly path: string; readonly search: string }, to: string): boolean {
  const [path = '', search] = to.replace(/#.*$/, '').split('?')
  const [own, linked] = [segmentsOf(here.path), segmentsOf(path)]
  const isInside = linked.length === 0 ? own.length === 0 : linked.every((segment, i) => segment === own[i])
  return isInside && (search === undefined || here.search === `?${search}`)
}
