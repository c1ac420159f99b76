/** What is asked before somebody comes into a room: by what only the rooms of whoever lets them in show together. */

import { isMediator, isPresent } from '@goodoffices/core'
import { ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'
import { checkBringing } from '../eyes/doors.ts'
import { comingToDesk } from '../team/at-desk.ts'

/** EYES-2: whoever mediates in one of the rooms already has been brought in. TEAM-8 of the desk. */
export const comingIn: GoesWith = about => {
  const { step, by, rooms } = about
  if (step.act.kind !== 'member.admit' || !isMediator(step.act.card)) return ok([])
  const { card } = step.act
  const all = rooms()
  const isIn = all.some(({ kind, members }) => {
    const seat = members[card.member]
    return kind !== 'private' && seat !== undefined && isPresent(seat) && isMediator(seat)
  })
  const brought = isIn ? ok(null) : checkBringing({ rooms: all, by }, card)
  return brought.ok ? comingToDesk(about) : brought
}
