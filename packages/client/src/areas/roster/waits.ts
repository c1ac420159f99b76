/** Guests who have answered and sit in front of the digits, those who go no further, and those of whom nothing was heard in time. */

import { stops } from '../../invitation/stopped.ts'
import type { Guest, Here, Wait } from '../../waiting/wait.ts'

const standings: readonly string[] = ['answered', 'introduced', 'expired', ...stops]

const isTold = (invitation: Here['invitations'][number]): invitation is Guest =>
  standings.includes(invitation.standing)

export const waits = ({ invitations }: Here): readonly Wait[] =>
  invitations.filter(isTold).map((invitation): Wait => {
    const { id, expires, standing } = invitation
    const isLate = standing === 'expired'
    return {
      item: { kind: 'invitation', invitation },
      urgency: isLate ? 'read' : 'first',
      about: id,
      rooms: [],
      ...(isLate ? { since: expires } : { by: expires }),
    }
  })
