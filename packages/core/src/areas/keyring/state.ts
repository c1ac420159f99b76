import type { DeviceId, InvitationId, RoomId } from '../../ids.ts'
import type { Certificate, Kept, KeptInvitation, KeptSlots } from './kept.ts'

export type Invited = KeptInvitation & { standing: 'open' | 'completed' | 'cancelled' }

/** Every key of a room that its member ever held, by epoch, and the newest secret of each steward slot. */
export type KeptEpochs = {
  keys: Record<number, string>
  slots: Partial<Record<KeptSlots[number]['slot'], string>>
}

export type KeyringState = {
  readonly keyring: Record<RoomId, Kept>
  readonly epochs: Record<RoomId, KeptEpochs>
  readonly invitations: Record<InvitationId, Invited>
  readonly certificates: Record<RoomId, Certificate>
  /** The paper devices that were named, the one named last at the end; the first of a member need not be. */
  papers: readonly DeviceId[]
}
