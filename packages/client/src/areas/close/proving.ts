/** Whose signature it is, as each reader's device finds it by the devices that it knows: a mediator's word is taken for no party's. */

import {
  type Instrument,
  isMediator,
  type PartyId,
  type RoomState,
  type Signing,
  signingsOn,
  standingOf,
} from '@goodoffices/core'
import { base64urlToBytes, verifyAdherence } from '@goodoffices/log'
import { roomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'
import { type SigningFields, signedStatement } from './digest.ts'

/** `word`: this device knows none of that party's devices; `none`: it knows some, and it is by none of them. */
export type SigningProof = 'signed' | 'recorded' | 'word' | 'none'

export type SignerKey = { readonly device: string; readonly sign: Uint8Array; readonly party?: PartyId }

/** The devices that rooms list for whoever `who` names, with the keys that this device has of them. */
export function signerKeys({ engine }: AtWork, room: RoomState): readonly SignerKey[] {
  const rooms = roomsOf(engine, room.process.process).filter(
    ({ kind, id }) => id === room.id || kind === 'table' || kind === 'caucus',
  )
  return rooms.flatMap(held =>
    Object.entries(held.devices).flatMap(([device, owner]): readonly SignerKey[] => {
      const member = held.members[owner]
      const sign = engine.roomLog(held.id)?.signKeyOf(device as keyof RoomState['devices'])
      if (member === undefined || sign === undefined) return []
      if (isMediator(member)) return [{ device, sign }]
      return member.party === undefined ? [] : [{ device, sign, party: member.party }]
    }),
  )
}

/** The key by which a signature was made, of those that may have made it. */
export async function keyOfSigning(
  room: Pick<RoomState, 'process'>,
  fields: SigningFields,
  keys: readonly SignerKey[],
): Promise<SignerKey | undefined> {
  const bytes = base64urlToBytes(fields.proof)
  if (!bytes.ok) return undefined
  const adhering = {
    process: room.process.process,
    digest: signedStatement(room, fields),
    party: fields.party,
  }
  for (const key of keys.filter(({ party }) => party === (fields.madeByMediators ? undefined : fields.party)))
    if (await verifyAdherence(key.sign, adhering, bytes.value)) return key
  return undefined
}

export async function proofOfSigning(
  session: AtWork,
  room: RoomState,
  signing: Signing,
): Promise<SigningProof> {
  const { fields } = standingOf(signing)
  const keys = signerKeys(session, room)
  if ((await keyOfSigning(room, fields, keys)) !== undefined)
    return fields.madeByMediators === true ? 'recorded' : 'signed'
  const isKnown = keys.some(({ party }) => party === fields.party)
  return isKnown || fields.madeByMediators === true ? 'none' : 'word'
}

/** Of all that stands signed of an instrument in a room. */
export const proofsOfSignings = async (
  session: AtWork,
  room: RoomState,
  instrument: Instrument,
): Promise<ReadonlyMap<string, SigningProof>> =>
  new Map(
    await Promise.all(
      signingsOn(instrument, room).map(
        async signing => [signing.item as string, await proofOfSigning(session, room, signing)] as const,
      ),
    ),
  )
