/** How often was met, and nothing of what was said. */

import { outcomeOf, type ProcessId } from '@goodoffices/core'
import { tableOf } from '../../process/find.ts'
import type { Engine } from '../../session/engine/engine.ts'

/** Meetings of the table that were held, in whole or in part. */
export const sessionsHeld = (engine: Engine, process: ProcessId): number =>
  Object.values(tableOf(engine, process)?.items ?? {}).filter(thing => {
    const outcome = thing.register === 'meeting' ? outcomeOf(thing) : undefined
    return outcome === 'held' || outcome === 'held-in-part'
  }).length
