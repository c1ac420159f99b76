/** A member's devices: which there are, and taking one out. */

import type { Act, DeviceId } from '@goodoffices/core'
import type { Everywhere } from '../../process/decided.ts'
import { actEverywhere, whereListed } from '../../process/everywhere.ts'
import { fail, type Result } from '../../result.ts'
import type { AtWork } from '../at-work.ts'
import { cardsListed, checkAllRead } from './listing.ts'

export type OwnDevice = { readonly device: DeviceId; readonly is: 'this' | 'former' | 'paper' | 'other' }

/** The paper one too. `former`: keys that this device had, until every room has taken those it has now. */
export const devicesOf = ({ engine }: AtWork): readonly OwnDevice[] =>
  cardsListed(engine).map(({ device }) => ({ device, is: whose(engine, device) }))

function whose({ device: own, identity }: AtWork['engine'], device: DeviceId): OwnDevice['is'] {
  if (device === own) return 'this'
  if (device === identity.former?.device.id) return 'former'
  return device === identity.paper.device ? 'paper' : 'other'
}

/**
 * Takes a device out of every room that lists it, and says where it remains (SYNC-38). New keys follow at once where this member administers, elsewhere by whoever
 * does. Fails with `device-in-use`, `device-unknown`, and `relay-unreachable` while a room is unread.
 */
export async function removeDevice({ engine }: AtWork, device: DeviceId): Promise<Result<Everywhere>> {
  if (device === engine.device || device === engine.identity.former?.device.id) return fail('device-in-use')
  const read = checkAllRead(engine)
  if (!read.ok) return read
  const act: Act = { kind: 'device.remove', device }
  const { rooms } = whereListed({ engine }, device)
  if (rooms.length === 0) return fail('device-unknown')
  return actEverywhere(
    engine,
    rooms.map(room => ({ room, act })),
  )
}
