import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import type { KeyringAct } from './acts.ts'

/** RING-1: a keyring is in a private room. RING-2: an invitation is made once and settled once. RING-13: certificates. */
export function checkKeyring(room: RoomState, act: KeyringAct): Result<null> {
  if (room.kind !== 'private') return fail('wrong-room')
  switch (act.kind) {
    case 'key.keep':
      return Object.hasOwn(room.certificates, act.kept.room) ? fail('record-destroyed') : ok(null)
    case 'key.drop':
      return Object.hasOwn(room.keyring, act.room) ? ok(null) : fail('room-unknown')
    case 'certificate.keep':
      return room.keyring[act.certificate.room]?.purpose === 'room' ||
        Object.hasOwn(room.certificates, act.certificate.room)
        ? ok(null)
        : fail('room-unknown')
    case 'invitation.keep':
      return Object.hasOwn(room.invitations, act.invitation.invitation) ? fail('id-taken') : ok(null)
    case 'invitation.settle': {
      const known = room.invitations[act.invitation]
      if (known === undefined) return fail('invitation-unknown')
      return known.standing === 'open' ? ok(null) : fail('invitation-settled', { standing: known.standing })
    }
  }
}
