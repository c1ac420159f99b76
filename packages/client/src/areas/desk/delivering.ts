/** EYES-2: what is asked before something goes that was prepared, and again when it is sent. */

import { checkEyes, readersOfCarried, togetherWith } from '@goodoffices/core'
import { ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'
import { digestOfCarried } from '../eyes/coming-to.ts'

/** Each of what goes together was read. */
export const delivering: GoesWith = ({ step: { act }, room: desk, by, rooms }) => {
  const carried = act.kind === 'carry.deliver' ? desk.conveyances[act.conveyance] : undefined
  if (carried === undefined) return ok([])
  const all = rooms()
  for (const each of togetherWith(desk, carried)) {
    const digest = digestOfCarried(desk, all, each)
    const readers = digest === undefined ? [] : readersOfCarried(desk, each, { digest, actor: by })
    const checked = checkEyes(desk, { door: 'deliver', actor: by, readers })
    if (!checked.ok) return checked
  }
  return ok([])
}
