/**
 * How far this device's person has read each room, when they were last in talks, and what they have set aside: of this device alone,
 * and sent nowhere. Sizes of logs and days lie open in the vault, as its copies of logs do; what was set aside is sealed.
 */

import type { ProcessId, RoomId } from '@goodoffices/core'
import type { Strongbox } from '../identity/strongbox.ts'

export type Looked = {
  readonly box: Strongbox
  readonly read: Map<RoomId, number>
  readonly here: Map<ProcessId, number>
  readonly aside: Set<string>
}

const readPrefix = 'seen/'
const herePrefix = 'here/'
const asideKey = 'aside'

export async function openLooked(box: Strongbox): Promise<Looked> {
  const [read, here, aside] = await Promise.all([
    scanNumbers<RoomId>(box, readPrefix),
    scanNumbers<ProcessId>(box, herePrefix),
    box.get(asideKey),
  ])
  const kept = Array.isArray(aside) ? aside.filter(each => typeof each === 'string') : []
  return { box, read, here, aside: new Set(kept) }
}

/** SYNC-51: as another window has kept it. */
export async function adoptLooked(looked: Looked, key: string, bytes: Uint8Array | null): Promise<void> {
  const { box, read, here, aside } = looked
  if (key === asideKey) {
    const kept = await box.open(key, bytes ?? undefined)
    aside.clear()
    for (const each of Array.isArray(kept) ? kept : []) if (typeof each === 'string') aside.add(each)
  }
  const number = bytes === null ? Number.NaN : Number(new TextDecoder().decode(bytes))
  if (!Number.isSafeInteger(number)) return
  if (key.startsWith(readPrefix)) {
    const room = key.slice(readPrefix.length) as RoomId
    read.set(room, Math.max(number, read.get(room) ?? 0))
  }
  if (key.startsWith(herePrefix)) here.set(key.slice(herePrefix.length) as ProcessId, number)
}

async function scanNumbers<Id extends string>(box: Strongbox, prefix: string): Promise<Map<Id, number>> {
  const found = await box.vault.scan(prefix)
  const numbers = new Map<Id, number>()
  for (const [key, bytes] of found) {
    const number = Number(new TextDecoder().decode(bytes))
    if (Number.isSafeInteger(number)) numbers.set(key.slice(prefix.length) as Id, number)
  }
  return numbers
}

const toBytes = (number: number): Uint8Array => new TextEncoder().encode(String(number))

/** Never less than before: another window may have read further. Durable when it resolves; whether it is news. */
export async function keepRead({ box, read }: Looked, rooms: ReadonlyMap<RoomId, number>): Promise<boolean> {
  const news = [...rooms].filter(([room, size]) => size > (read.get(room) ?? 0))
  for (const [room, size] of news) read.set(room, size)
  if (news.length > 0)
    await box.vault.write(new Map(news.map(([room, size]) => [`${readPrefix}${room}`, toBytes(size)])))
  return news.length > 0
}

export async function keepHere({ box, here }: Looked, process: ProcessId, time: number): Promise<void> {
  here.set(process, time)
  await box.vault.write(new Map([[`${herePrefix}${process}`, toBytes(time)]]))
}

export async function keepAside({ box, aside }: Looked): Promise<void> {
  await box.put(asideKey, aside.size === 0 ? null : [...aside])
}
