/** Making rooms: their first key, their first entries, and a place on the maker's keyring. */

import { type Act, isMediator, type Kept, type MemberCard, type RoomKind } from '@goodoffices/core'
import {
  createEntryId,
  createStewardSecret,
  emptyRoot,
  makeSlottedKeysEnvelope,
  sealEnvelope,
  secretToText,
  signEntry,
} from '@goodoffices/log'
import { keepKey } from '../areas/keyring/acts.ts'
import type { Opening } from '../areas/roster/founding.ts'
import { cardToKeys } from '../log/cards.ts'
import type { Pending } from '../log/overlay.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { Job } from '../session/outbox.ts'
import type { NewRoom } from './new-room.ts'

/**
 * The job that makes a room: the keys of its first epoch for the founder's devices, then its opening and what is said with it,
 * all in one append, so that no half-made room can exist.
 */
export async function makeRoom(
  engine: Engine,
  room: NewRoom,
  {
    opening,
    acts = [],
    time,
  }: { readonly opening: Opening; readonly acts?: readonly Act[]; readonly time?: number },
): Promise<Extract<Job, { kind: 'create' }>> {
  const { device } = engine.identity
  const logId = room.id
  const ids = opening.founder.devices.map(card => card.device)
  const keys = await makeSlottedKeysEnvelope({
    logId,
    epoch: 1,
    epochKey: room.key,
    slots: { mediators: { secret: createStewardSecret() }, party: { secret: createStewardSecret() } },
    // Whoever founds a room administers it, alone.
    stewards: isMediator(opening.founder) ? { mediators: ids, party: [] } : { mediators: [], party: ids },
    roster: opening.founder.devices.flatMap(card => cardToKeys(card) ?? []),
    author: device,
  })
  const entries: Pending[] = [opening, ...acts].map(act => ({
    id: createEntryId(),
    act,
    time: time ?? engine.now(),
  }))
  const sealed = await Promise.all(
    entries.map(async ({ id, act, time: at }) =>
      sealEnvelope({
        logId,
        epoch: 1,
        epochKey: room.key,
        plaintext: await signEntry(device, {
          id: id,
          logId,
          epoch: 1,
          // Nothing stood in the log when these were written.
          head: { size: 0, root: emptyRoot },
          time: at,
          act: act,
        }),
      }),
    ),
  )
  return {
    kind: 'create',
    room: room.id,
    relay: engine.identity.home.relay,
    key: secretToText(room.key),
    envelopes: [keys, ...sealed],
    entries,
  }
}

/** The keyring's line for a room just named. */
export const keepRoom = (
  engine: Engine,
  room: NewRoom,
  about: { readonly kind: RoomKind; readonly process: Kept['process']; readonly party?: Kept['party'] },
): Act =>
  keepKey({
    room: room.id,
    purpose: 'room',
    roomKind: about.kind,
    ...(about.process === undefined ? {} : { process: about.process }),
    ...(about.party === undefined ? {} : { party: about.party }),
    relay: engine.identity.home.relay,
    epoch: 1,
    key: secretToText(room.key),
  })

/** This member's own card, in a role. */
export function ownCard(
  engine: Engine,
  as: Pick<MemberCard, 'role' | 'party' | 'post' | 'institution'>,
): MemberCard {
  const { identity } = engine
  const devices = engine.home()?.members[identity.member]?.devices
  if (devices === undefined) throw new Error('a member without a private room')
  return {
    member: identity.member,
    name: identity.name,
    role: as.role,
    ...(as.party === undefined ? {} : { party: as.party }),
    ...(as.post === undefined ? {} : { post: as.post }),
    ...(as.institution === undefined ? {} : { institution: as.institution }),
    devices: [...devices],
  }
}
