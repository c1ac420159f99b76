/** All that has a day in some talks as they stand, found once for whoever asks while nothing has changed. */

import type { ProcessId } from '@goodoffices/core'
import type { Session } from '../session/session.ts'
import { hereIn } from '../waiting/waits.ts'
import type { AreaViews } from './area-views.ts'
import { type DatedOnce, datedIn } from './dated.ts'

type Known = { readonly version: number; readonly days: Map<ProcessId, readonly DatedOnce[]> }
const found = new WeakMap<Session, Known>()

export function datedNow(
  session: Session,
  process: ProcessId,
  views: readonly AreaViews[],
): readonly DatedOnce[] {
  const version = session.version()
  const before = found.get(session)
  const known = before?.version === version ? before : { version, days: new Map() }
  if (known !== before) found.set(session, known)
  const days = known.days.get(process) ?? datedIn(hereIn(session, process), views)
  known.days.set(process, days)
  return days
}
