/** Device cards: what is in an act, what keys they stand for, and whether they are what they say. */

import {
  type Act,
  type DeviceCard,
  type DeviceId,
  type RoomState,
  rosterDevices,
  specOf,
  stewardDevices,
} from '@goodoffices/core'
import {
  base64urlToBytes,
  bytesToBase64url,
  type DeviceKeys,
  deviceIdOf,
  enrolDevice,
  type KeysRecipient,
} from '@goodoffices/log'

/** Every device card in an act. */
export const cardsIn = (act: Act): readonly DeviceCard[] => specOf(act).cards?.(act) ?? []

/** Who the keys of a room's next epoch are wrapped for. */
export function keysRecipients(state: RoomState): readonly KeysRecipient[] {
  const stewards = stewardDevices(state)
  return rosterDevices(state).flatMap(card => {
    const keys = cardToKeys(card)
    return keys === undefined ? [] : [{ ...keys, isSteward: stewards.has(card.device) }]
  })
}

export const keysToCard = (device: DeviceId, { sign, wrap }: DeviceKeys): DeviceCard => ({
  device,
  sign: bytesToBase64url(sign),
  wrap: bytesToBase64url(wrap),
})

export function cardToKeys(card: DeviceCard): DeviceKeys | undefined {
  const sign = base64urlToBytes(card.sign)
  const wrap = base64urlToBytes(card.wrap)
  return sign.ok && wrap.ok ? { sign: sign.value, wrap: wrap.value } : undefined
}

/** Devices whose keys have been found usable, kept because finding out costs more than a signature; the oldest leaves first. */
const usable = new Set<DeviceId>()
const usableMax = 4096

/** Its id follows from its keys, and everybody's software can use them: a card that nobody could wrap to would stop every rekey. */
export function isTrueCard(card: DeviceCard): boolean {
  const keys = cardToKeys(card)
  if (keys === undefined || deviceIdOf(keys) !== card.device) return false
  // The id is a hash of the keys: what held for them once holds for the id.
  if (usable.has(card.device)) return true
  if (!enrolDevice(keys).ok) return false
  for (const oldest of usable) {
    if (usable.size < usableMax) break
    usable.delete(oldest)
  }
  usable.add(card.device)
  return true
}
