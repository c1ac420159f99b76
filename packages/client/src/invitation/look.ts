/** An invitation before it is answered: what it says of itself, and how it stands; and that it is not for whoever holds it. */

import type { RoomId } from '@goodoffices/core'
import { createAccessKey, textToVerifier } from '@goodoffices/log'
import { MailLog, sealMail } from '../log/mail-log.ts'
import { Replica } from '../log/replica.ts'
import type { NewRoom } from '../process/new-room.ts'
import { readRelayCard } from '../relay/card.ts'
import { createHttpRelay } from '../relay/http.ts'
import { RelayError, type RelayPort, toViolation } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import { createMemoryVault } from '../vault/memory.ts'
import type { Claims } from './claims.ts'
import { type Exchange, mailboxOf } from './exchange.ts'
import { textToInvitation } from './link.ts'
import { type Moves, readMoves, stoppedMove } from './mailbox.ts'
import type { Stopped } from './stopped.ts'

/** A mailbox, and the relay where it is, for whoever has no session yet. */
export type Line = { readonly port: RelayPort; readonly mailbox: NewRoom }

/** Of a mailbox that holds a few messages, unless somebody with the link has filled it. */
const pagesMax = 20

/** Read whole each time, into nothing. Fails with `invitation-not-found`, and as the relay refuses. */
export async function readMailbox({ relay }: Exchange, { port, mailbox }: Line): Promise<Result<Moves>> {
  const messages = await readMessages(relay, { port, mailbox })
  if (messages.ok) return ok(readMoves(messages.value))
  return messages.error.code === 'relay/unknown-log' ? fail('invitation-not-found') : messages
}

/** What lies in a mailbox, in its order. Fails with `relay/unknown-log` where there is none. */
export async function readMessages(
  relay: Exchange['relay'],
  { port, mailbox }: Line,
): Promise<Result<readonly Uint8Array[]>> {
  const verifier = textToVerifier(relay.verifier)
  if (!verifier.ok) return fail('relay-unreachable', { address: relay.address })
  const replica = Replica.begin(mailbox.id, { vault: createMemoryVault(), relay: verifier.value })
  const mail = await MailLog.open(mailbox.id, replica, mailbox)
  try {
    for (let page = 0; page < pagesMax; page += 1) {
      const taken = await replica.take(await port.read(mailbox.id, mail.access, replica.next), replica.size)
      if (!taken.ok) return taken
      // What is missing may be another's answer, or that the offer was taken back.
      if (taken.value.kind === 'withheld') return fail('envelope-withheld')
      if (taken.value.kind === 'taken') await mail.read(taken.value.records)
      if (taken.value.kind !== 'more') return ok(mail.messages)
    }
    return fail('relay-withholds')
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    return { ok: false, error: toViolation(error, relay.address) }
  }
}

export async function postMove(message: Uint8Array, { port, mailbox }: Line): Promise<Result<null>> {
  const { id, key } = mailbox
  try {
    await port.append(id, await createAccessKey(key), [await sealMail(id, key, message)])
    return ok(null)
  } catch (error) {
    if (error instanceof RelayError) return { ok: false, error: toViolation(error, port.address) }
    throw error
  }
}

/** How an invitation stands for somebody who has not answered it. */
export type Look = {
  /** The id of its mailbox, by which whoever answered it here knows it. */
  readonly mailbox: RoomId
  readonly standing: 'open' | 'answered' | 'cancelled' | 'expired' | Stopped
  /** Nothing where an older version made it. */
  readonly claims?: Claims
}

type Looking = {
  /** The link, or its words with the address printed above them. */
  readonly text: string
  readonly address?: string | undefined
  readonly relayAt?: ((address: string) => RelayPort) | undefined
  readonly now?: (() => number) | undefined
}

/**
 * Reads, and says nothing (INV-28). Fails where the text is none, with `invitation-not-found`, and where the relay is not reached.
 */
export async function lookAtInvitation(looking: Looking): Promise<Result<Look>> {
  const found = await findMailbox(looking)
  if (!found.ok) return found
  const moves = await readMailbox(found.value.exchange, found.value.line)
  if (!moves.ok) return moves
  const { offer, answers, claims, isCancelled, stopped } = moves.value
  if (offer === undefined) return fail('invitation-not-found')
  const isOver = claims !== undefined && claims.expires < (looking.now ?? Date.now)()
  const standing = isCancelled
    ? 'cancelled'
    : (stopped ?? (answers.length > 0 ? 'answered' : isOver ? 'expired' : 'open'))
  return ok({ mailbox: found.value.line.mailbox.id, standing, ...(claims === undefined ? {} : { claims }) })
}

/** The link has reached somebody whom it was not meant for: says so to the inviter, and nothing of who says it. */
export async function sendBack(looking: Looking): Promise<Result<null>> {
  const found = await findMailbox(looking)
  if (!found.ok) return found
  const read = await readMailbox(found.value.exchange, found.value.line)
  return read.ok ? postMove(stoppedMove('elsewhere'), found.value.line) : read
}

async function findMailbox({
  text,
  address,
  relayAt = at => createHttpRelay({ address: at }),
}: Looking): Promise<Result<{ readonly exchange: Exchange; readonly line: Line }>> {
  const invitation = textToInvitation(text, { address, what: 'join' })
  if (!invitation.ok) return invitation
  const { secret } = invitation.value
  const line = { port: relayAt(invitation.value.address), mailbox: await mailboxOf(secret) }
  const relay = await readRelayCard(line.port, invitation.value.address)
  return relay.ok ? ok({ exchange: { secret, relay: relay.value }, line }) : relay
}
