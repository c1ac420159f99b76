import type { InvitationId, RoomId } from '../ids.ts'
import type { RoomState } from '../room.ts'
import type { Certificate, Kept, KeptInvitation, KeyringAct } from './acts.ts'

export type Invited = KeptInvitation & { standing: 'open' | 'completed' | 'cancelled' }

export type KeyringState = {
  readonly keyring: Record<RoomId, Kept>
  readonly invitations: Record<InvitationId, Invited>
  readonly certificates: Record<RoomId, Certificate>
}

export function applyKeyring(room: RoomState, act: KeyringAct): void {
  switch (act.kind) {
    case 'key.keep':
      room.keyring[act.kept.room] = act.kept
      return
    case 'key.drop':
      delete room.keyring[act.room]
      return
    case 'certificate.keep':
      room.certificates[act.certificate.room] = act.certificate
      delete room.keyring[act.certificate.room]
      return
    case 'invitation.keep':
      room.invitations[act.invitation.invitation] = { ...act.invitation, standing: 'open' }
      return
    case 'invitation.settle': {
      const known = room.invitations[act.invitation]
      if (known !== undefined) known.standing = act.standing
      return
    }
  }
}
