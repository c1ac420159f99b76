/** A member's devices: which there are, and taking one out. */

import type { Act, DeviceId } from '@goodoffices/core'
import type { Everywhere } from '../../process/decided.ts'
import { actEverywhere, whereListed } from '../../process/everywhere.ts'
import { fail, type Result } from '../../result.ts'
import type { AtWork } from '../at-work.ts'
import type { Engine } from '../engine/engine.ts'
import { cardsListed, checkAllRead, papersOf } from './listing.ts'

/** `former`: keys that this device had, until every room has taken those it has now; `former-paper`: recovery words that others take the place of. */
export type DeviceKind = 'this' | 'former' | 'paper' | 'former-paper' | 'other'

export type OwnDevice = { readonly device: DeviceId; readonly is: DeviceKind }

/** The paper one too. */
export function devicesOf({ engine }: AtWork): readonly OwnDevice[] {
  const listed = cardsListed(engine).map(({ device }) => device)
  const papers = papersOf(engine).filter(device => listed.includes(device))
  return listed.map(device => ({ device, is: kindOf(engine, { device, papers }) }))
}

function kindOf(
  { device: own, identity }: Engine,
  { device, papers }: { readonly device: DeviceId; readonly papers: readonly DeviceId[] },
): DeviceKind {
  if (device === own) return 'this'
  if (device === identity.former?.device.id) return 'former'
  if (!papers.includes(device)) return 'other'
  return device === papers.at(-1) ? 'paper' : 'former-paper'
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
