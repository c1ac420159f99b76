/** A text as a mediator's device issues it: previewed room by room, and compared with what is guarded in each. */

import {
  type Attribution,
  type DraftId,
  type Finding,
  findLeaksInAct,
  type IssueId,
  issueText,
  type ProcessId,
  type RoomId,
  type TextId,
} from '@goodoffices/core'
import { deskOf } from '../../process/find.ts'
import { checkComparable, currentRoomsOf, roomsOf, unreadOf } from '../../process/held.ts'
import { newId } from '../../process/id.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { openOf } from '../desk/leaks.ts'
import type { ReachPreview } from '../desk/reaching.ts'
import { checkRead } from '../eyes/doors.ts'
import { type IssueTextAct, issueToRead } from './going.ts'

/** The act that issues it. Random ids: make it once. */
export const planOfIssuing = (
  text: TextId,
  rooms: readonly RoomId[],
  {
    attribution,
    accepted = [],
  }: { readonly attribution: Attribution; readonly accepted?: readonly Finding[] },
): IssueTextAct => ({
  kind: 'text.issue',
  issuing: newId<IssueId>(),
  text,
  to: rooms.map(room => ({ room, draft: newId<DraftId>() })),
  attribution,
  accepted,
})

/** What each room would receive, part by part, and what the leak check names in it. Fails as issuing it would. */
export function previewIssuing(
  { engine }: AtWork,
  process: ProcessId,
  plan: IssueTextAct,
): Result<readonly ReachPreview[]> {
  const desk = deskOf(engine, process)
  if (desk === undefined) return fail('mediators-only')
  const author = engine.checkAct(desk.id, plan)
  const read = checkRead(
    { rooms: currentRoomsOf(engine, process), by: engine.identity.member },
    issueToRead(plan),
  )
  const taken = author.ok ? read : author
  const brought = issueText(desk, plan, id => engine.room(id))
  if (!brought.ok) return brought
  const rooms = roomsOf(engine, process)
  const comparable = checkComparable(engine, process)
  return ok(
    brought.value.flatMap(({ room, act: arrival }): readonly ReachPreview[] => {
      const recipient = engine.room(room)
      if (recipient === undefined) return []
      const findings = findLeaksInAct({ act: arrival, recipient }, rooms)
      return [
        {
          arrival,
          room,
          findings,
          open: openOf(findings, plan.accepted),
          unread: unreadOf(engine, process),
          allowed: taken.ok ? comparable : taken,
        },
      ]
    }),
  )
}
