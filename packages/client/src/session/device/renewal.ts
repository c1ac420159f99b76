/** New keys for this device: begun by its person, told of room by room, ended where a room cannot be waited for. */

import { createDevice, createSecret } from '@goodoffices/log'
import { deviceToCard } from '../../identity/identity.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Session } from '../session.ts'
import type { RoomRenewal } from './renewing.ts'

/** `key`: the passphrase was set by release 0.1, and what it protects may lie open: it is set anew first. */
export type SeedExposure = 'none' | 'seed' | 'key'

/** Whether somebody who finds this device's disk might find the keys with which it acts (RING-20). */
export const seedExposure = ({ engine }: Pick<Session, 'engine'>): Promise<SeedExposure> =>
  engine.box.exposure()

export type Renewal = {
  /** The old keys are destroyed. */
  readonly isOver: boolean
  /** How far each room is, one's own first; none any more once it is over. */
  readonly rooms: readonly RoomRenewal[]
}

/** New keys that were being taken up when this session was opened, or since. */
export function renewalOf({ engine, renewing }: Pick<Session, 'engine' | 'renewing'>): Renewal | undefined {
  if (engine.identity.former === undefined) return undefined
  return { isOver: renewing.former === undefined, rooms: renewing.rooms() }
}

/**
 * Begins: from here on this session acts with the new keys wherever a room has taken them. Durable when it resolves; the rooms follow as
 * they can be reached. Fails with `renewal-under-way`, with `passphrase-of-before` where what seals the new keys may lie open itself, with
 * `device-exchange-open` while something is begun that only the old keys can complete, and where one's own room takes no further device.
 */
export async function renewDevice(session: Session): Promise<Result<null>> {
  const { engine, renewing, inviting, joining, offering } = session
  if (renewing.former !== undefined) return fail('renewal-under-way')
  if ((await engine.box.exposure()) === 'key') return fail('passphrase-of-before')
  if ((await inviting.isOpen()) || joining.isOpen || offering.isOpen || isMakingRooms(session))
    return fail('device-exchange-open')
  const seed = createSecret()
  const device = await createDevice(seed)
  const taken = engine.checkAct(engine.identity.home.room, { kind: 'device.add', card: deviceToCard(device) })
  if (!taken.ok) return taken
  const { device: before, seed: formerSeed } = engine.identity
  await session.become({ ...engine.identity, device, seed, former: { device: before, seed: formerSeed } })
  return ok(null)
}

/** A room that no log has yet was founded with the old keys; a mailbox is nobody's device's. */
const isMakingRooms = ({ engine }: Session): boolean =>
  engine.outbox.waiting().some(({ job }) => job.kind === 'create' && job.entries.length > 0)

/** Waits for no further room. Fails with `renewal-not-begun`. */
export async function finishRenewal({ renewing }: Pick<Session, 'renewing'>): Promise<Result<null>> {
  if (renewing.former === undefined) return fail('renewal-not-begun')
  await renewing.finish()
  return ok(null)
}
