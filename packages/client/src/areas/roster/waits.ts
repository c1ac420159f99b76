/** Guests who have answered and sit in front of the digits, and those who go no further. */

import { stops } from '../../invitation/stopped.ts'
import type { Guest, Here, Wait } from '../../waiting/wait.ts'

const standings: readonly string[] = ['answered', 'introduced', ...stops]

const isTold = (invitation: Here['invitations'][number]): invitation is Guest =>
  standings.includes(invitation.standing)

export const waits = ({ invitations }: Here): readonly Wait[] =>
  invitations.filter(isTold).map(invitation => ({
    item: { kind: 'invitation', invitation },
    urgency: 'first',
    about: invitation.id,
    rooms: [],
    by: invitation.expires,
  }))
