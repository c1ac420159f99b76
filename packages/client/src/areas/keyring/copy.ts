import type { InvitationId, RoomId } from '@goodoffices/core'
import type { AreaCopy } from '../area.ts'

/** Whose they are alone reads them; and what opens anything is never in a copy. */
export const copy: AreaCopy<'keyring'> = {
  items: {},
  texts: {},
  books: {
    'key.keep': (room, id) => {
      const kept = room.keyring[id as RoomId]
      return kept === undefined ? undefined : { kept }
    },
    'epochs.keep': (room, id) => {
      const kept = room.epochs[id as RoomId]
      if (kept === undefined) return undefined
      return {
        room: id,
        keys: Object.keys(kept.keys).map(epoch => ({ epoch: Number(epoch) })),
        slots: Object.keys(kept.slots).map(slot => ({ slot })),
      }
    },
    'key.drop': (_, room) => ({ room }),
    'paper.name': (_, device) => ({ device }),
    'certificate.keep': (room, id) => {
      const certificate = room.certificates[id as RoomId]
      return certificate === undefined ? undefined : { certificate }
    },
    'invitation.keep': (room, id) => {
      const invitation = room.invitations[id as InvitationId]
      return invitation === undefined ? undefined : { invitation }
    },
    'invitation.settle': (room, invitation) => ({
      invitation,
      standing: room.invitations[invitation as InvitationId]?.standing,
    }),
  },
}
