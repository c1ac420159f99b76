/**
 * What an invitation says of itself before anything was compared: who invites, to what, for whom, until when (INV-28). It lies in the
 * mailbox beside the offer, so that the words on paper say it too, and nobody reads it but who has the link. Nobody has proved any of it.
 */

import {
  type Invited,
  isName,
  isRole,
  isTitle,
  type PartyCard,
  type PartyId,
  type Role,
  type RoomState,
} from '@goodoffices/core'
import { encode, type Value } from '@goodoffices/log'
import { toFields } from '../fields.ts'
import { roomsOf } from '../process/held.ts'
import type { Engine } from '../session/engine/engine.ts'

export type Claims = {
  /** Of the talks. */
  readonly title: string
  /** Who invites, as they are called there, and whose mediator they are where it is not the institution that began the talks. */
  readonly by: string
  readonly institution?: string
  /** Whom, as the inviter spells it: the guest may spell it otherwise. */
  readonly name: string
  readonly role: Role
  /** For which party, by name; of a mediator none. */
  readonly party?: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

export const writeClaims = (claims: Claims): Uint8Array => encode(['claims', claims])

/** Undefined where anything in it is not what it should be: half of it would mislead. */
export function readClaims(value: Value | undefined): Claims | undefined {
  const { title, by, institution, name, role, party, expires } = toFields(value)
  const isSound = isTitle(title) && isName(by) && isName(name) && isRole(role) && typeof expires === 'number'
  if (!isSound || [institution, party].some(text => text !== undefined && !isName(text))) return undefined
  return {
    title,
    by,
    name,
    role,
    expires,
    ...(isName(institution) ? { institution } : {}),
    ...(isName(party) ? { party } : {}),
  }
}

type Request = Pick<Invited, 'process' | 'name' | 'role' | 'party' | 'expires'>

/** As the inviter's own rooms have it: of the talks nothing but their title, and of people nobody but the two. */
export function claimsOf(
  engine: Engine,
  { process, name, role, party, expires }: Request,
): Claims | undefined {
  const rooms = roomsOf(engine, process).filter(({ kind }) => kind !== 'private')
  const [first] = rooms
  if (first === undefined) return undefined
  const me = rooms.flatMap(({ members }) => members[engine.identity.member] ?? [])[0]
  const known = party === undefined ? undefined : rooms.flatMap(room => partyCardIn(room, party) ?? [])[0]
  return {
    title: first.process.title,
    by: me?.name ?? engine.identity.name,
    ...(me?.institution === undefined ? {} : { institution: me.institution }),
    name,
    role,
    ...(known === undefined ? {} : { party: known.name }),
    expires,
  }
}

/** A room of one party holds its card, others list those that they know. */
const partyCardIn = (room: RoomState, party: PartyId): PartyCard | undefined =>
  room.party?.party === party ? room.party : room.parties[party]
