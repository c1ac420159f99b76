/** Every key of a room is kept on the keyring, and every secret of its stewards: so that recovery hangs on nobody's honesty. */

import { type Act, type RoomState, wholeEpochsSince } from '@goodoffices/core'
import { secretToText, textToSecret } from '@goodoffices/log'
import { adoptRules } from '../areas/rules/acts.ts'
import type { RoomLog } from '../log/room-log.ts'
import type { Ground, Step } from './engine/ground.ts'

type Keep = Extract<Act, { readonly kind: 'epochs.keep' }>

/** Most keys in one act, as its schema has it. */
const keysMax = 500

/** Makes known to a room what the keyring holds of it, and reads on where that opens more. */
export async function learnKept(log: RoomLog, home: RoomState): Promise<void> {
  const kept = home.epochs[log.id]
  if (kept === undefined) return
  for (const [epoch, text] of Object.entries(kept.keys)) {
    const key = textToSecret(text)
    if (key.ok) await log.learn(Number(epoch), key.value)
  }
  if (log.isShutOut) await log.read([])
  for (const slot of ['mediators', 'party'] as const) {
    const secret = textToSecret(kept.slots[slot] ?? '')
    if (secret.ok) await log.stewardship.learn(slot, secret.value)
  }
}

/** What is being put on each keyring: one room after the other, since what each decides hangs on what the one before has. */
const underWay = new WeakMap<Ground, Promise<unknown>>()

/** Puts on the keyring what a room has and the keyring has not: its keys from the second epoch on, and its slots' secrets. */
export function keepEpochs(ground: Ground, log: RoomLog): Promise<void> {
  const before = underWay.get(ground) ?? Promise.resolve()
  const keeping = before.then(() => keepNow(ground, log))
  underWay.set(
    ground,
    keeping.catch(() => undefined),
  )
  return keeping
}

async function keepNow(ground: Ground, log: RoomLog): Promise<void> {
  const home = ground.home()
  if (home === undefined || log.id === home.id || home.keyring[log.id]?.purpose !== 'room') return
  const act = keepingOf(log, home)
  if (act === undefined) return
  const adopting: Step = { room: home.id, act: adoptRules }
  const isOlder = home.rules < wholeEpochsSince
  const kept = await ground.submit([...(isOlder ? [adopting] : []), { room: home.id, act }])
  if (!kept.ok) ground.report({ ...kept.error, room: home.id })
}

/** A room's first key, while it is the only one, is on its line. */
function keepingOf(log: RoomLog, home: RoomState): Keep | undefined {
  const known = home.epochs[log.id]
  const line = home.keyring[log.id]
  const isOnLine = (epoch: number): boolean => known === undefined && log.epoch === 1 && line?.epoch === epoch
  const keys = log
    .epochKeys()
    .filter(({ epoch }) => known?.keys[epoch] === undefined && !isOnLine(epoch))
    .map(({ epoch, key }) => ({ epoch, key: secretToText(key) }))
  const slots = log.stewardship
    .secrets()
    .map(({ slot, secret }) => ({ slot, secret: secretToText(secret) }))
    .filter(({ slot, secret }) => known?.slots[slot] !== secret)
  // The first epoch's secrets were given to every device that was there; a new one comes with keys of its own.
  if (keys.length === 0 && (slots.length === 0 || log.epoch === 1)) return undefined
  return { kind: 'epochs.keep', room: log.id, keys: keys.slice(0, keysMax), slots }
}
