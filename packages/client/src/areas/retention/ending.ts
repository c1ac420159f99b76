/** What is asked before a record is destroyed, and again when that is sent. */

import { isMediator } from '@goodoffices/core'
import { ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'
import { checkRead } from '../eyes/doors.ts'

/** EYES-2: where a mediator does it. A side's own room, and a member's, are theirs to destroy. */
export const ending: GoesWith = ({ room, by, rooms }) => {
  const author = room.members[by]
  if (author === undefined || !isMediator(author) || room.kind === 'private') return ok([])
  const read = checkRead({ rooms: rooms(), by }, { door: 'destroy', room: room.id })
  return read.ok ? ok([]) : read
}
