/** A side's own room, which no mediator enters: in these talks, and in talks that a body has with its delegation alone. */

import type { MemberCard, PartyCard, PartyId, ProcessId, RoomId } from '@goodoffices/core'
import { decide, type PartyRequest } from '../../process/begin.ts'
import { allRoomsOf } from '../../process/held.ts'
import { newId } from '../../process/id.ts'
import { nameRoom } from '../../process/new-room.ts'
import { keepRoom, makeRoom, ownCard } from '../../process/rooms.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { openRoom } from '../roster/founding.ts'
import { type HomeMandate, mandatesFor } from './weighing.ts'

export type OwnTalksRequest = {
  readonly title: string
  /** Whose they are: the body, as it is called in its own talks. */
  readonly body: Pick<PartyRequest, 'name'> & Partial<Pick<PartyRequest, 'language'>>
  readonly role: Extract<MemberCard['role'], 'principal' | 'head'>
  readonly post?: string
}

/**
 * MAND-18: talks of a body with its delegation alone: one room of its own, without table, desk and mediators. Its founder keeps it, and
 * invites into it. Fails with `room-unknown` where this device holds nothing yet.
 */
export async function beginOwnTalks(
  { engine }: AtWork,
  { title, body, role, post }: OwnTalksRequest,
): Promise<Result<{ readonly process: ProcessId; readonly room: RoomId }>> {
  if (engine.home() === undefined) return fail('room-unknown')
  const process = { process: newId<ProcessId>(), title }
  const party: PartyCard = { ...body, party: newId<PartyId>(), kind: 'party', hidden: false, account: true }
  const room = await nameRoom()
  const open = openRoom({
    process,
    terms: { role: 'carry', disclosure: 'closed' },
    room: { kind: 'delegation', party },
    founder: ownCard(engine, { role, party: party.party, ...(post === undefined ? {} : { post }) }),
  })
  const begun = await decide(engine, [
    {
      room: engine.identity.home.room,
      act: keepRoom(engine, room, { kind: 'delegation', process, party: party.party }),
    },
    await makeRoom(engine, room, { opening: open }),
  ])
  return begun.ok ? ok({ process: process.process, room: room.id }) : begun
}

/** MAND-18: the mandates that this device's member acts on in some talks. */
export const homeMandates = ({ engine }: AtWork, process: ProcessId): readonly HomeMandate[] =>
  mandatesFor(engine.identity.member, process, allRoomsOf(engine))
