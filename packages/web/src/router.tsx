/** The first screen, which comes with the page, and all others: their addresses come with the areas, when one of them is asked for. */

import { HomePage } from './home/home-page.tsx'
import { fetchPart } from './route/fetched.ts'
import type { Route } from './route/match.ts'
import { lazyScreen } from './route/route.tsx'
import type { Catalogues } from './words/words.tsx'

const loadInside = () => import('./inside.tsx')

export const routes: readonly Route[] = [
  { path: '', screen: HomePage },
  { path: '*', screen: lazyScreen(loadInside, 'Inside') },
]

/** What the areas say. */
export const loadAreaWords = async (): Promise<readonly Catalogues[]> =>
  (await fetchPart(loadInside)).areaWords
