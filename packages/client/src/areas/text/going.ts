/** What is asked before a text is issued, and again when it is sent. */

import type { Act, IssueId, ReadableOf, RoomId, RoomState } from '@goodoffices/core'
import { ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'
import { checkRead } from '../eyes/doors.ts'

export type IssueTextAct = Extract<Act, { readonly kind: 'text.issue' }>

/** EYES-2: what a colleague reads before it goes. */
export const issueToRead = ({
  text,
  to,
  attribution,
}: Pick<IssueTextAct, 'text' | 'attribution'> & {
  readonly to: readonly { readonly room: RoomId }[]
}): ReadableOf<'issue'> => ({
  door: 'issue',
  text,
  issuedTo: to.map(({ room }) => room).toSorted(),
  attribution,
})

/** As it was before: asked when it is sent, its own word stands on this device already. */
const withoutIssuing = (room: RoomState, issuing: IssueId): RoomState =>
  Object.hasOwn(room.issuings, issuing)
    ? {
        ...room,
        issuings: Object.fromEntries(Object.entries(room.issuings).filter(([id]) => id !== issuing)),
      }
    : room

/** EYES-2: once a colleague has read it, where that is required. */
export const issuing: GoesWith = ({ step: { act }, by, rooms }) => {
  if (act.kind !== 'text.issue') return ok([])
  const before = rooms().map(room => withoutIssuing(room, act.issuing))
  const read = checkRead({ rooms: before, by }, issueToRead(act))
  return read.ok ? ok([]) : read
}
