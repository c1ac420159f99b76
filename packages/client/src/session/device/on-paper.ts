/** Who some recovery words stand for, as a device finds out that has nothing but them; and whether they still do. */

import { type DeviceId, isPresent, type MemberId, type RoomState } from '@goodoffices/core'
import { createDevice, phraseToSecret, type Secret } from '@goodoffices/log'
import { type Identity, identityOfSeed, paperMailboxKeyOf } from '../../identity/identity.ts'
import { readMessages } from '../../invitation/look.ts'
import { lettersIn } from '../../invitation/mailbox.ts'
import { nameRoom } from '../../process/new-room.ts'
import { readRelayCard } from '../../relay/card.ts'
import type { RelayPort } from '../../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../../result.ts'
import { openIdentity } from './letter.ts'

/**
 * Acting with the paper device: of words that took the place of others as their letter says (RING-26), else as the member's first words. Fails where
 * the words are none, and where the relay at the address does not tell.
 */
export async function identityOnPaper(
  phrase: string,
  at: { readonly port: RelayPort; readonly address: string },
): Promise<Result<Identity>> {
  const seed = phraseToSecret(phrase)
  if (!seed.ok) {
    const place = seed.error['at']
    return fail(seed.error.code, typeof place === 'number' ? { at: place } : {})
  }
  const relay = await readRelayCard(at.port, at.address)
  if (!relay.ok) return relay
  const mailbox = await nameRoom(paperMailboxKeyOf(seed.value))
  const messages = await readMessages(relay.value, { port: at.port, mailbox })
  if (!messages.ok && messages.error.code !== 'relay/unknown-log') return messages
  const letters = lettersIn(messages.ok ? messages.value : [])
  return ok(
    (await openLetter(letters, seed.value, mailbox)) ?? (await identityOfSeed(seed.value, relay.value)),
  )
}

async function openLetter(
  letters: readonly Uint8Array[],
  seed: Secret,
  mailbox: Awaited<ReturnType<typeof nameRoom>>,
): Promise<Identity | undefined> {
  if (letters.length === 0) return undefined
  const device = await createDevice(seed)
  return openIdentity(letters, { mailbox: mailbox.id, device, seed })
}

/** Why a paper device that was listed in its member's own room acts for them no more: others took its place, or none; undefined while it does. */
export function whyPutAway(home: RoomState, member: MemberId, paper: DeviceId): Violation | undefined {
  const seat = home.members[member]
  if (seat === undefined || !isPresent(seat) || home.devices[paper] !== member) return undefined
  const isListed = (device: DeviceId): boolean => seat.devices.some(card => card.device === device)
  if (isListed(paper)) return undefined
  const removed = home.timeline.findLast(({ kind, about }) => kind === 'device.remove' && about === paper)
  const isReplaced = home.papers.some(device => device !== paper && isListed(device))
  return { code: isReplaced ? 'phrase-replaced' : 'phrase-removed', replacedAt: removed?.time ?? 0 }
}
