/** A member's devices: which there are, and taking one out. */

import type { Act, DeviceId } from '@goodoffices/core'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../at-work.ts'
import { cardsListed, checkAllRead, roomsWith } from './listing.ts'

export type OwnDevice = { readonly device: DeviceId; readonly is: 'this' | 'paper' | 'other' }

/** The paper one too. */
export const devicesOf = ({ engine }: AtWork): readonly OwnDevice[] =>
  cardsListed(engine).map(({ device }) => ({
    device,
    is: device === engine.device ? 'this' : device === engine.identity.paper.device ? 'paper' : 'other',
  }))

/**
 * Takes a device out of every room. New keys follow at once where this member administers, elsewhere by whoever
 * does. Fails with `device-in-use`, `device-unknown`, and `relay-unreachable` while a room is unread.
 */
export async function removeDevice({ engine }: AtWork, device: DeviceId): Promise<Result<null>> {
  if (device === engine.device) return fail('device-in-use')
  const read = checkAllRead(engine)
  if (!read.ok) return read
  const act: Act = { kind: 'device.remove', device }
  const rooms = roomsWith(engine).filter(room => engine.checkAct(room, act).ok)
  if (rooms.length === 0) return fail('device-unknown')
  const removed = await engine.submit(rooms.map(room => ({ room, act })))
  return removed.ok ? ok(null) : removed
}
