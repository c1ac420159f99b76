/** A side's own room, which no mediator enters: in these talks, and in talks that a body has with its delegation alone. */

import {
  isPresent,
  type Mandate,
  type MemberCard,
  type PartyCard,
  type PartyId,
  type ProcessId,
  type RoomId,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { decide, type PartyRequest } from '../../process/begin.ts'
import { processesOf } from '../../process/find.ts'
import { currentRoomsOf } from '../../process/held.ts'
import { newId } from '../../process/id.ts'
import { nameRoom } from '../../process/new-room.ts'
import { keepRoom, makeRoom, ownCard } from '../../process/rooms.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import { openRoom } from '../roster/founding.ts'

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

/** MAND-18: whether these are talks of a body with its delegation alone. */
export const areOwnTalks = (rooms: readonly RoomState[]): boolean =>
  rooms.some(({ kind }) => kind === 'delegation') &&
  rooms.every(({ kind }) => kind === 'delegation' || kind === 'private')

/** A mandate, and the room of one's own in which it stands. */
export type HomeMandate = { readonly room: RoomState; readonly mandate: Mandate }

const mandatesIn = (room: RoomState): readonly Mandate[] =>
  Object.values(room.items).filter(({ register }) => register === 'mandate') as unknown as readonly Mandate[]

const isOwn = ({ kind }: RoomState): boolean => kind === 'delegation'

/**
 * MAND-18: the mandates that a member acts on in some talks: those of its side's own room there, and those of its body's own talks which
 * are for these talks or for all. None for who sits there for no party. Nothing of them is copied: each stands in its own room.
 */
export function homeMandates({ engine }: AtWork, process: ProcessId): readonly HomeMandate[] {
  const rooms = currentRoomsOf(engine, process)
  const me = engine.identity.member
  const sits = rooms.some(({ members }) => {
    const seat = members[me]
    return seat?.party !== undefined && isPresent(seat)
  })
  if (!sits) return []
  const elsewhere = processesOf(engine)
    .filter(other => other.process !== process)
    .map(other => currentRoomsOf(engine, other.process))
    .filter(areOwnTalks)
    .flat()
  return [...rooms, ...elsewhere]
    .filter(room => isOwn(room) && room.members[me] !== undefined)
    .flatMap(room =>
      mandatesIn(room)
        .filter(mandate => {
          const { talks } = standingOf(mandate).fields
          return room.process.process === process || talks === undefined || talks === process
        })
        .map(mandate => ({ room, mandate })),
    )
}
