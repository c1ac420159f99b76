/** Whether keys that were opened begin an epoch of a room: by the rules that the room is in. */

import { type DeviceId, type RoomState, rosterDevices, wholeEpochsSince } from '@goodoffices/core'
import {
  type DeviceKeys,
  type OpenedKeys,
  type openKeysEnvelope,
  type ReceivedKeys,
  verifyKeysAuthor,
} from '@goodoffices/log'
import { fail, ok, type Result } from '../result.ts'
import type { Epochs } from './epochs.ts'
import { leftOutIn, type Stewardship } from './stewardship.ts'

type Opened = {
  readonly keys: OpenedKeys
  readonly author: DeviceKeys
  /** The own device that is of the room, and what was wrapped for it; undefined where none is. */
  readonly self: DeviceId | undefined
  readonly received: Awaited<ReturnType<typeof openKeysEnvelope>> | undefined
  /** The keys with which the log began. */
  readonly isFirst: boolean
}

/**
 * By the rules of number 1: made by the device that it names, for exactly those who are in the room. By those of number 2: whole
 * (ENV-50 to ENV-56), and given to this device too, where it is of the room. What of the state it hangs on is read before anything is
 * waited for. Returns the keys as this device was given them, or the code of what is amiss.
 */
export function checkWhole(
  state: RoomState,
  { keys, author, self, received, isFirst }: Opened,
  { stewardship, epochs }: { readonly stewardship: Stewardship; readonly epochs: Epochs },
): Promise<Result<ReceivedKeys>> {
  const given = received?.ok === true ? received.value : keys
  // Whoever finds no keys for it there has them from elsewhere by now, as all others do.
  const isLeftOut = received?.ok === false && received.error.code === 'envelope/not-a-recipient'
  if (isLeftOut) stewardship.missedEpoch = keys.epoch
  if (state.rules < wholeEpochsSince) {
    const roster = rosterDevices(state).map(({ device }) => device)
    return toResult(verifyKeysAuthor(keys, author, roster), given)
  }
  if (received?.ok === false && !isLeftOut) return Promise.resolve(fail(received.error.code))
  const before = stewardship.before(state.epoch, epochs.key(state.epoch))
  const expected = {
    author,
    ...(received?.ok === true && self !== undefined ? { self } : {}),
    ...(isFirst ? {} : { before }),
  }
  const leftOut = leftOutIn(state, given)
  return toResult(stewardship.check(state, given, expected), given, code => {
    if (code === 'envelope/left-out') stewardship.noteLeftOut(leftOut)
  })
}

async function toResult(
  checking: ReturnType<Stewardship['check']>,
  given: ReceivedKeys,
  onRefused: (code: string) => void = () => {},
): Promise<Result<ReceivedKeys>> {
  const checked = await checking
  if (checked.ok) return ok(given)
  onRefused(checked.error.code)
  return fail(checked.error.code)
}
