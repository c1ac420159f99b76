/** A member's own list of what they can open, kept in their private room: so that a new device, or the phrase, finds it all. */

import * as v from 'valibot'
import { type InvitationId, id, type RoomId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { act, area } from '../../room/area.ts'
import { cardSince } from '../../room/cards.ts'
import type { Member, Room } from '../../room/state.ts'
import { certificate, epochKeys, invitation, kept, slotSecrets } from './kept.ts'
import type { KeyringState } from './state.ts'

type Ring = Room & KeyringState
const keyringAct = act<Ring>()

export const keyring = area({
  name: 'keyring',
  begin: (): KeyringState => ({ keyring: {}, epochs: {}, invitations: {}, certificates: {}, papers: [] }),
  acts: [
    keyringAct({
      kind: 'key.keep',
      fields: { kept },
      about: ({ kept }) => kept.room,
      check: (room, _, { kept }) => {
        if (!isRing(room)) return fail('wrong-room')
        return Object.hasOwn(room.certificates, kept.room) ? fail('record-destroyed') : ok(null)
      },
      apply: (room, _, { kept }) => {
        room.keyring[kept.room] = kept
      },
      stands: 'nowhere',
    }),
    /** Beside the line of the room: what a later epoch leads back to only if whoever began it was honest. */
    keyringAct({
      kind: 'epochs.keep',
      since: 2,
      fields: { room: id('room'), keys: epochKeys, slots: slotSecrets },
      about: ({ room }) => room,
      check: (ring, _, { room }) => {
        if (!isRing(ring)) return fail('wrong-room')
        return ring.keyring[room]?.purpose === 'room' ? ok(null) : fail('room-unknown')
      },
      apply: (ring, _, { room, keys, slots }) => {
        const known = ring.epochs[room] ?? { keys: {}, slots: {} }
        ring.epochs[room] = known
        for (const { epoch, key } of keys) known.keys[epoch] = key
        for (const { slot, secret } of slots) known.slots[slot] = secret
      },
      stands: 'nowhere',
    }),
    keyringAct({
      kind: 'key.drop',
      fields: { room: id('room') },
      about: ({ room }) => room,
      check: (ring, _, { room }) => {
        if (!isRing(ring)) return fail('wrong-room')
        return Object.hasOwn(ring.keyring, room) ? ok(null) : fail('room-unknown')
      },
      apply: (ring, _, { room }) => {
        delete ring.keyring[room]
        delete ring.epochs[room]
      },
      stands: 'nowhere',
    }),
    /** In the place of the room's key. */
    keyringAct({
      kind: 'certificate.keep',
      fields: { certificate },
      about: ({ certificate }) => certificate.room,
      check: (ring, _, { certificate: { room } }) => {
        if (!isRing(ring)) return fail('wrong-room')
        return isKnown(ring, room) ? ok(null) : fail('room-unknown')
      },
      apply: (ring, _, { certificate }) => {
        ring.certificates[certificate.room] = certificate
        delete ring.keyring[certificate.room]
        delete ring.epochs[certificate.room]
      },
      stands: 'nowhere',
      cards: ({ certificate }) => [certificate.author],
    }),
    /** RING-26: which of the member's devices stands on paper, so that their other devices know it for what it is. */
    keyringAct({
      kind: 'paper.name',
      since: 2,
      fields: { device: id('device') },
      about: ({ device }) => device,
      check: (ring, author, { device }) => {
        if (!isRing(ring)) return fail('wrong-room')
        return author.devices.some(card => card.device === device) ? ok(null) : fail('device-unknown')
      },
      apply: (ring, _, { device }) => {
        ring.papers = [...ring.papers.filter(each => each !== device), device]
      },
      stands: 'nowhere',
    }),
    keyringAct({
      kind: 'invitation.keep',
      sinceOf: ({ invitation }) => cardSince(invitation),
      fields: { invitation },
      about: ({ invitation }) => invitation.invitation,
      check: (ring, _, { invitation }) => {
        if (!isRing(ring)) return fail('wrong-room')
        return Object.hasOwn(ring.invitations, invitation.invitation) ? fail('id-taken') : ok(null)
      },
      apply: (ring, _, { invitation }) => {
        ring.invitations[invitation.invitation] = { ...invitation, standing: 'open' }
      },
      stands: 'nowhere',
    }),
    keyringAct({
      kind: 'invitation.settle',
      fields: { invitation: id('invitation'), standing: v.picklist(['completed', 'cancelled']) },
      about: ({ invitation }) => invitation,
      check: checkSettling,
      apply: (ring, _, { invitation, standing }) => {
        const known = ring.invitations[invitation]
        if (known !== undefined) known.standing = standing
      },
      stands: 'nowhere',
    }),
  ],
})

/** RING-1: a keyring is in a private room. */
const isRing = (room: Room): boolean => room.kind === 'private'

/** RING-13: a certificate takes the place of a room's key, or of an earlier certificate of it. */
const isKnown = (ring: Ring, room: RoomId): boolean =>
  ring.keyring[room]?.purpose === 'room' || Object.hasOwn(ring.certificates, room)

/** RING-2: an invitation is made once and settled once. */
function checkSettling(ring: Ring, _: Member, act: { readonly invitation: InvitationId }) {
  if (!isRing(ring)) return fail('wrong-room')
  const known = ring.invitations[act.invitation]
  if (known === undefined) return fail('invitation-unknown')
  return known.standing === 'open' ? ok(null) : fail('invitation-settled', { standing: known.standing })
}
