/** How far this device's person has been shown each room. Sizes of logs only, which lie open in the vault's copies anyway. */

import type { Vault } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'

const keyOf = (room: string): string => `seen/${room}`

export async function readSeen(
  vault: Vault,
  rooms: readonly RoomState[],
): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>()
  for (const { id } of rooms) {
    const bytes = await vault.read(keyOf(id))
    seen.set(id, bytes === undefined ? 0 : Number(new TextDecoder().decode(bytes)))
  }
  return seen
}

/** `sizes`: log positions seen; acts that still wait are not counted. */
export const writeSeen = (vault: Vault, sizes: ReadonlyMap<string, number>): Promise<void> =>
  vault.write(
    new Map([...sizes].map(([room, size]) => [keyOf(room), new TextEncoder().encode(String(size))])),
  )
