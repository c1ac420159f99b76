/** What the areas tell the views, loaded with the first that is opened. */

import { areas } from '../areas.ts'
import type { AreaViews } from './area-views.ts'

let loading: Promise<readonly AreaViews[]> | undefined

/** The same promise every time, so that it can be awaited while rendering; asked for again where it was rejected. */
export function loadViews(): Promise<readonly AreaViews[]> {
  if (loading !== undefined) return loading
  const wanted = Promise.all(Object.values(areas).flatMap(area => ('views' in area ? [area.views()] : [])))
  loading = wanted
  wanted.catch(() => (loading = undefined))
  return wanted
}
