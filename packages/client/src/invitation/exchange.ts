/** The three moves as each side follows them: the same for somebody invited and for another device of one's own. */

import type { ProcessId, RelayCard } from '@goodoffices/core'
import {
  bytesToBase64url,
  comparisonCode,
  creationRight,
  type InvitationSecret,
  type InvitationSide,
  invitationEpochKey,
  makeOffer,
  makeReveal,
  readAnswer,
  readReveal,
  secretToText,
  sha256,
} from '@goodoffices/log'
import { sealMail } from '../log/mail-log.ts'
import { type NewRoom, nameRoom } from '../process/new-room.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { Job } from '../session/outbox.ts'
import type { Moves } from './mailbox.ts'

/** What leads to the mailbox of an exchange. */
export type Exchange = { readonly secret: InvitationSecret; readonly relay: RelayCard }

export const mailboxOf = (secret: InvitationSecret): Promise<NewRoom> => nameRoom(invitationEpochKey(secret))

/** Opens the mailbox and follows it. */
export async function holdMailbox(engine: Engine, { secret, relay }: Exchange): Promise<void> {
  const { id, key } = await mailboxOf(secret)
  await engine.hold({ room: id, purpose: 'mailbox', relay, epoch: 1, key })
}

/** The step that makes the mailbox, with the offer in it, and what is said of it. */
export async function offerStep(
  { secret, relay }: Exchange,
  mine: InvitationSide,
  beside: readonly Uint8Array[] = [],
): Promise<Extract<Job, { kind: 'create' }>> {
  const { id: room, key } = await mailboxOf(secret)
  const messages = [makeOffer(secret, mine), ...beside]
  const envelopes = await Promise.all(messages.map(message => sealMail(room, key, message)))
  return { kind: 'create', room, relay, key: secretToText(key), envelopes, entries: [] }
}

/** The step that puts a message into the mailbox. */
export async function mailStep(
  { secret, relay }: Exchange,
  message: Uint8Array,
): Promise<Extract<Job, { kind: 'mail' }>> {
  const { id: log, key } = await mailboxOf(secret)
  const envelope = await sealMail(log, key, message)
  return { kind: 'mail', log, relay, key: secretToText(key), envelope }
}

/** The name of the right that goes with an invitation. */
const rightOf = (secret: InvitationSecret): string => bytesToBase64url(sha256(creationRight(secret).reveal()))

/** The step that lets whoever answers make the logs that a guest needs, where the host lets in no strangers. */
export const mintStep = (
  { secret, relay }: Exchange,
  process: ProcessId,
  until: number,
): Extract<Job, { kind: 'mint' }> => ({ kind: 'mint', relay, process, right: rightOf(secret), until })

/** The step that takes back what is left of that. */
export const revokeStep = (
  { secret, relay }: Exchange,
  process: ProcessId,
): Extract<Job, { kind: 'revoke' }> => ({ kind: 'revoke', relay, process, right: rightOf(secret) })

/** What an offer has led to so far. */
export type Answered = {
  /** `mine`: the side that was answered; `inTime`: revealed to, or to be revealed to; an answer that came too late is not. */
  readonly answered?: {
    readonly mine: InvitationSide
    readonly side: InvitationSide
    readonly code: string
    readonly inTime: boolean
  }
  /** More than one answer has come: the link has been in other hands. */
  readonly contested: boolean
}

/** `mine`: the side that the offer commits to, where it is known. */
export async function hearAnswer(
  { offer, answers, reveals }: Moves,
  {
    secret,
    mine,
    isOpen,
  }: {
    readonly secret: InvitationSecret
    readonly mine: InvitationSide | undefined
    readonly isOpen: boolean
  },
): Promise<Answered> {
  const [answer] = answers
  const contested = answers.length > 1
  const side = offer === undefined || answer === undefined ? undefined : await readAnswer(offer, answer)
  if (side?.ok !== true || mine === undefined) return { contested }
  const code = comparisonCode(secret, mine, side.value)
  const inTime = reveals.length > 0 || isOpen
  return { contested, answered: { mine, side: side.value, code, inTime } }
}

/** The third move, once: where there is an answer that came in time, and nothing has been revealed yet. */
export async function revealTo(
  engine: Engine,
  exchange: Exchange,
  { moves: { reveals }, heard: { answered } }: { readonly moves: Moves; readonly heard: Answered },
): Promise<void> {
  if (!engine.leads() || answered?.inTime !== true || reveals.length > 0) return
  if (await isWriting(engine, exchange)) return
  await engine.enqueue([await mailStep(exchange, makeReveal(answered.mine))])
}

/** Whether a move of ours is on its way. */
export async function isWriting(engine: Engine, { secret }: Exchange): Promise<boolean> {
  const { id } = await mailboxOf(secret)
  return engine.outbox.waiting().some(({ job }) => job.kind === 'mail' && job.log === id)
}

/** Who made the offer, as it has shown itself to whoever answered, or why that is not believed. Undefined before. */
export async function hearReveal(
  { offer, reveals }: Pick<Moves, 'offer' | 'reveals'>,
  { secret, mine }: { readonly secret: InvitationSecret; readonly mine: InvitationSide },
): Promise<
  { readonly inviter: InvitationSide; readonly code: string } | { readonly reason: string } | undefined
> {
  const [reveal] = reveals
  if (offer === undefined || reveal === undefined) return undefined
  const inviter = await readReveal(secret, offer, reveal)
  if (!inviter.ok) return { reason: inviter.error.code }
  return { inviter: inviter.value, code: comparisonCode(secret, inviter.value, mine) }
}
