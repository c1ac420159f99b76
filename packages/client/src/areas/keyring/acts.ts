/** Lines of a keyring, as whoever founds a room or brings somebody in writes them together with others. */

import type { Act, DeviceId, InvitationId, Kept } from '@goodoffices/core'

export const namePaper = (device: DeviceId): Act => ({ kind: 'paper.name', device })

export const keepKey = (kept: Kept): Act => ({ kind: 'key.keep', kept })

type Keeping = Extract<Act, { kind: 'invitation.keep' }>
export const keepInvitation = (invitation: Keeping['invitation']): Act => ({
  kind: 'invitation.keep',
  invitation,
})

type Settling = Extract<Act, { kind: 'invitation.settle' }>
export const settleInvitation = (invitation: InvitationId, standing: Settling['standing']): Act => ({
  kind: 'invitation.settle',
  invitation,
  standing,
})
