import { type DatedOnce, datedNow, loadViews } from '@goodoffices/client'
import { use } from 'react'
import { useTalks } from '../../talks/talks.tsx'

/** All that has a day in these talks; awaited while it is drawn, since what the areas tell of it is fetched first. */
export function useDated(): readonly DatedOnce[] {
  const { session, process } = useTalks()
  return datedNow(session, process.process, use(loadViews()))
}
