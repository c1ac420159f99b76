/** Guests who have answered, and sit in front of a code. */

import type { Here, Wait } from '../../waiting/wait.ts'

export const waits = ({ invitations }: Here): readonly Wait[] =>
  invitations
    .filter(({ standing }) => standing === 'answered' || standing === 'introduced')
    .map(invitation => ({
      item: { kind: 'invitation', invitation },
      urgency: 'first',
      about: invitation.id,
      rooms: [],
      by: invitation.expires,
    }))
