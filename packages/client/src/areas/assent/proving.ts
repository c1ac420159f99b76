/**
 * What shows that all have said yes, as each reader's device finds it by the devices that it knows: a mediator's word is taken for no
 * proof of another's yes.
 */

import { type Adherence, isMediator, type PartyId, type Question, type RoomState } from '@goodoffices/core'
import { base64urlToBytes, verifyAdherence } from '@goodoffices/log'
import { roomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import { adheringOf, isDigestTrue, isGiven } from './digest.ts'
import type { Proof } from './wording.ts'

export type Proved = { readonly party: PartyId; readonly name: string; readonly proof: Proof }

/**
 * Of a match that was told in a caucus, what shows each yes; empty where no match was told. ASNT-5: where one of them is `none`, the
 * match is unproved, and counts as not told.
 */
export async function provesOf(
  { engine }: AtWork,
  room: RoomState,
  question: Question,
): Promise<readonly Proved[]> {
  const { told, content } = question
  if (told?.match !== true) return []
  const isTrue = isDigestTrue(room, question)
  // MEET-7: who says yes to an exchange gives what the question named, and nothing else.
  const isGivenBy = (party: PartyId): boolean =>
    content.gives === undefined ||
    party === room.party?.party ||
    told.handed?.some(given => given.party === party && isGiven(room, content, given)) === true
  return Promise.all(
    told.adherences.map(async given => ({
      party: given.party,
      name: content.parties.find(({ party }) => party === given.party)?.name ?? '',
      proof: isTrue && isGivenBy(given.party) ? await proofOf(engine, { room, question }, given) : 'none',
    })),
  )
}

export const isProved = (proves: readonly Proved[]): boolean => proves.every(({ proof }) => proof !== 'none')

type Told = { readonly room: RoomState; readonly question: Question }

async function proofOf(engine: Engine, { room, question }: Told, given: Adherence): Promise<Proof> {
  const bytes = base64urlToBytes(given.adherence)
  if (!bytes.ok) return 'none'
  const adhering = adheringOf(room, question.content, given.party)
  const keys = given.byMediators ? mediatorKeys(engine, room) : partyKeys(engine, room, given.party)
  for (const key of keys)
    if (await verifyAdherence(key, adhering, bytes.value)) return given.byMediators ? 'recorded' : 'signed'
  // Who knows devices of that party, and finds none of them here, has been shown something false.
  return keys.length === 0 && !given.byMediators ? 'word' : 'none'
}

/** Keys of every device ever listed in a room for whoever `who` names. */
const keysIn = (
  engine: Engine,
  room: RoomState,
  who: (member: RoomState['members'][never]) => boolean,
): readonly Uint8Array[] =>
  Object.entries(room.devices).flatMap(([device, owner]) => {
    const member = room.members[owner]
    const key = engine.roomLog(room.id)?.signKeyOf(device as keyof RoomState['devices'])
    return member !== undefined && key !== undefined && who(member) ? [key] : []
  })

const mediatorKeys = (engine: Engine, room: RoomState): readonly Uint8Array[] =>
  keysIn(engine, room, isMediator)

/** A party's devices, as its own caucus and the table list them, where the reader holds those. */
function partyKeys(engine: Engine, { process }: RoomState, party: PartyId): readonly Uint8Array[] {
  const rooms = roomsOf(engine, process.process).filter(
    ({ kind, party: of }) => kind === 'table' || (kind === 'caucus' && of?.party === party),
  )
  return rooms.flatMap(room => keysIn(engine, room, member => member.party === party))
}
