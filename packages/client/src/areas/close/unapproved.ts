/** S14: what one's own side still has to approve before something is signed: it warns, on the device of who holds that room's key. */

import {
  type Act,
  type Approval,
  approvalsMissing,
  type Done,
  isPresent,
  type MemberId,
  type RoomState,
} from '@goodoffices/core'

export type ApprovalFinding = {
  readonly kind: 'approval-missing'
  readonly room: RoomState
  readonly approval: Approval
}

type About = { readonly act: Act; readonly room: RoomState; readonly me: MemberId }

/** `held` is asked only of what is signed. */
export function unapproved(
  { act, room, me }: About,
  held: () => readonly RoomState[],
): readonly ApprovalFinding[] {
  if (act.kind !== 'item.put' || act.register !== 'signing' || room.kind !== 'caucus') return []
  const { digest, done } = act.fields
  return held()
    .filter(({ kind, process, members }) => {
      const seat = members[me]
      return (
        kind === 'delegation' &&
        process.process === room.process.process &&
        seat !== undefined &&
        isPresent(seat)
      )
    })
    .flatMap(home =>
      approvalsMissing(home, { digest: digest as string, done: done as Done }).map(approval => ({
        kind: 'approval-missing' as const,
        room: home,
        approval,
      })),
    )
}
