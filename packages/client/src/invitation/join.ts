/** The newcomer's verbs: answer, compare, introduce oneself. */

import type { RelayCard, RoomId } from '@goodoffices/core'
import {
  createEpochKey,
  createSecret,
  deviceIdOf,
  sealTo,
  secretToText,
  textToDigits,
} from '@goodoffices/log'
import { nameRoom } from '../process/new-room.ts'
import { readRelayCard } from '../relay/card.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import type { Engine } from '../session/engine/engine.ts'
import type { Claims } from './claims.ts'
import { holdMailbox, mailboxOf, mailStep } from './exchange.ts'
import type { Heard, JoiningDesk, KeptJoining } from './joining.ts'
import { textToInvitation } from './link.ts'
import {
  cardContext,
  differedMove,
  readMoves,
  stoppedMove,
  writeIntroduction,
  writeLetter,
} from './mailbox.ts'

type Newcomer = AtWork & { readonly joining: JoiningDesk }

export type Joining = {
  /** The mailbox's id. */
  readonly id: RoomId
  readonly standing: 'waiting' | 'compare' | 'introduced' | 'joined' | 'failed'
  /** For whoever types it to be compared with (`typeCode`): a screen that shows it invites copying. */
  readonly code?: string
  /** Why it failed: `invitation/commitment` means that somebody between the two has exchanged keys. */
  readonly reason?: string
  /** What the invitation says of itself. */
  readonly claims?: Claims
  /** Other digits were typed once; there is one more try. */
  readonly hasDiffered: boolean
}

/** Invitations that this device has answered, and how far each is. */
export const joiningsOf = (newcomer: Pick<Newcomer, 'joining' | 'engine'>): readonly Joining[] =>
  newcomer.joining.all.map(kept => describe(newcomer, kept))

/**
 * Answers an invitation; `address` with words, `name` where the guest writes theirs otherwise in these talks. Returns the joining's id.
 * Fails where the text is none, with `relay-unreachable`, and with `invitation-not-found` or `invitation-cancelled`; an invitation that
 * somebody else has answered first is joined as `contested` on the other side, and fails here with `invitation-used`.
 */
export async function answerInvitation(
  { engine, joining }: Newcomer,
  text: string,
  { address, name }: { readonly address?: string | undefined; readonly name?: string | undefined } = {},
): Promise<Result<RoomId>> {
  const invitation = textToInvitation(text, { address, what: 'join' })
  if (!invitation.ok) return invitation
  const { secret } = invitation.value
  const room = await mailboxOf(secret)
  if (joining.get(room.id) !== undefined) return ok(room.id)
  const relay = await relayAt(engine, invitation.value.address)
  if (!relay.ok) return relay
  const kept: KeptJoining = {
    id: room.id,
    secret,
    nonce: createSecret(),
    relay: relay.value,
    stage: 'waiting',
    ...(name === undefined || name === engine.identity.name ? {} : { name }),
  }
  await joining.keep(kept)
  await holdMailbox(engine, kept)
  const read = await engine.sync(room.id)
  if (!read.ok) {
    await joining.forget(room.id)
    return read.error.code === 'relay/unknown-log' ? fail('invitation-not-found') : read
  }
  const { offer, isCancelled } = readMoves(engine.mailbox(room.id)?.messages ?? [])
  if (offer === undefined || isCancelled) {
    await joining.forget(room.id)
    return fail(isCancelled ? 'invitation-cancelled' : 'invitation-not-found')
  }
  return ok(room.id)
}

/**
 * The digits as the inviter reads them aloud, in whichever numerals (INV-30): where they are those of this device, `acceptJoining`. Fails
 * with `code-unreadable`, with `code-differs` the first time they are others, of which the inviter is told, and with `invitation-differed` the second
 * time: then it is over here.
 */
export async function typeCode(newcomer: Newcomer, id: RoomId, typed: string): Promise<Result<null>> {
  const { joining } = newcomer
  const kept = joining.get(id)
  const { code, reason } = joining.heardIn(id) ?? {}
  if (kept?.stage === 'stopped') return fail('invitation-differed')
  if (reason !== undefined) return fail(reason)
  if (kept === undefined || code === undefined) return fail('invitation-not-answered')
  const digits = textToDigits(typed)
  if (digits?.length !== code.length) return fail('code-unreadable')
  if (digits === code) return acceptJoining(newcomer, id)
  if (kept.hasDiffered !== true) {
    await joining.keepSaying({ ...kept, hasDiffered: true }, await mailStep(kept, differedMove))
    return fail('code-differs')
  }
  await joining.keepSaying({ ...kept, stage: 'stopped' }, await mailStep(kept, stoppedMove('differed')))
  return fail('invitation-differed')
}

/**
 * After both have compared the code: tells the inviter, and nobody else, who this is and where it can be written to. Fails with
 * `invitation-not-answered`, `invitation-cancelled`, and where the mailbox cannot be read to its end.
 */
export async function acceptJoining({ engine, joining }: Newcomer, id: RoomId): Promise<Result<null>> {
  const kept = joining.get(id)
  const inviter = joining.heardIn(id)?.inviter
  const home = engine.home()
  if (kept === undefined || inviter === undefined || home === undefined)
    return fail('invitation-not-answered')
  if (kept.stage !== 'waiting') return ok(null)
  // It may have been taken back since.
  const read = await engine.sync(id)
  if (!read.ok) return read
  const reason = joining.heardIn(id)?.reason
  if (reason !== undefined) return fail(reason)
  const mailbox = await nameRoom(createEpochKey())
  const key = secretToText(mailbox.key)
  const { identity } = engine
  const devices = (home.members[identity.member]?.devices ?? []).filter(
    ({ device }) => device !== identity.former?.device.id,
  )
  const { paper } = identity
  const letter = await sealTo({
    sender: identity.device,
    recipients: [inviter.keys],
    context: cardContext(id),
    plaintext: writeIntroduction({
      name: kept.name ?? identity.name,
      member: identity.member,
      devices,
      ...(devices.some(({ device }) => device === paper.device) ? {} : { first: paper }),
      mailbox: { log: mailbox.id, key },
    }),
  })
  const introduced: KeptJoining = {
    ...kept,
    stage: 'introduced',
    inviter: deviceIdOf(inviter.keys),
  }
  const sent = await joining.keepWith(
    [
      {
        room: home.id,
        act: {
          kind: 'key.keep',
          kept: { room: mailbox.id, purpose: 'mailbox', relay: kept.relay, epoch: 1, key },
        },
      },
      { kind: 'create', room: mailbox.id, relay: kept.relay, key, envelopes: [], entries: [] },
      await mailStep(kept, writeLetter(letter)),
    ],
    introduced,
  )
  if (!sent.ok) return sent
  await engine.holdKept()
  engine.touch()
  return ok(null)
}

/** The person goes no further, and the inviter is told; of one that is over already nothing is said. */
export async function abandonJoining({ joining }: Pick<Newcomer, 'joining'>, id: RoomId): Promise<void> {
  const kept = joining.get(id)
  const isOver = kept === undefined || joining.heardIn(id)?.reason !== undefined
  const isTold = !isOver && (kept.stage === 'waiting' || kept.stage === 'introduced')
  await joining.forget(id, isTold ? [await mailStep(kept, stoppedMove('declined'))] : [])
}

async function relayAt(engine: Engine, address: string): Promise<Result<RelayCard>> {
  const { relay } = engine.identity.home
  if (relay.address === address) return ok(relay)
  return readRelayCard(engine.port({ address, verifier: '' }), address)
}

function describe({ joining, engine }: Pick<Newcomer, 'joining' | 'engine'>, kept: KeptJoining): Joining {
  const heard = joining.heardIn(kept.id)
  const { code, claims } = heard ?? {}
  const reason = whyOver(kept, heard, engine.now())
  return {
    id: kept.id,
    standing: reason !== undefined ? 'failed' : standingOf(kept, code),
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(claims === undefined ? {} : { claims }),
    hasDiffered: kept.hasDiffered === true,
  }
}

function standingOf({ stage }: KeptJoining, code: string | undefined): Joining['standing'] {
  if (stage === 'introduced' || stage === 'joined') return stage
  return code === undefined ? 'waiting' : 'compare'
}

/** Who comes too late is not answered, and would wait for ever (INV-31). */
function whyOver({ stage }: KeptJoining, heard: Heard | undefined, now: number): string | undefined {
  if (stage === 'joined') return undefined
  if (stage === 'stopped') return 'invitation-differed'
  if (heard?.reason !== undefined) return heard.reason
  const isLate = heard?.code === undefined && heard?.claims !== undefined && heard.claims.expires < now
  return isLate ? 'invitation-expired' : undefined
}
