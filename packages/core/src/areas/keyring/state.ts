import type { InvitationId, RoomId } from '../../ids.ts'
import type { Certificate, Kept, KeptInvitation } from './kept.ts'

export type Invited = KeptInvitation & { standing: 'open' | 'completed' | 'cancelled' }

export type KeyringState = {
  readonly keyring: Record<RoomId, Kept>
  readonly invitations: Record<InvitationId, Invited>
  readonly certificates: Record<RoomId, Certificate>
}
