/** The newcomer's verbs: answer, compare, introduce oneself. */

import type { RelayCard, RoomId } from '@goodoffices/core'
import { createEpochKey, createSecret, deviceIdOf, sealTo, secretToText } from '@goodoffices/log'
import { nameRoom } from '../process/new-room.ts'
import { readRelayCard } from '../relay/card.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import type { Engine } from '../session/engine/engine.ts'
import { holdMailbox, mailboxOf, mailStep } from './exchange.ts'
import type { JoiningDesk, KeptJoining } from './joining.ts'
import { textToInvitation } from './link.ts'
import { cardContext, readMoves, writeIntroduction, writeLetter } from './mailbox.ts'

type Newcomer = AtWork & { readonly joining: JoiningDesk }

export type Joining = {
  /** The mailbox's id. */
  readonly id: RoomId
  readonly standing: 'waiting' | 'compare' | 'introduced' | 'joined' | 'failed'
  readonly code?: string
  /** Why it failed: `invitation/commitment` means that somebody between the two has exchanged keys. */
  readonly reason?: string
}

/** Invitations that this device has answered, and how far each is. */
export const joiningsOf = ({ joining }: Pick<Newcomer, 'joining'>): readonly Joining[] =>
  joining.all.map(kept => describe(joining, kept))

/**
 * Answers an invitation; `address` with words. Returns the joining's id. Fails where the text is none, with `relay-unreachable`, and with
 * `invitation-not-found` or `invitation-cancelled`; an invitation that somebody else has answered first is joined as `contested` on
 * the other side.
 */
export async function answerInvitation(
  { engine, joining }: Newcomer,
  text: string,
  address?: string,
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
  const letter = await sealTo({
    sender: identity.device,
    recipients: [inviter.keys],
    context: cardContext(id),
    plaintext: writeIntroduction({
      name: identity.name,
      member: identity.member,
      devices: (home.members[identity.member]?.devices ?? []).filter(
        ({ device }) => device !== identity.former?.device.id,
      ),
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

/** The codes differ, or the person thinks better of it. */
export const abandonJoining = ({ joining }: Pick<Newcomer, 'joining'>, id: RoomId): Promise<void> =>
  joining.forget(id)

async function relayAt(engine: Engine, address: string): Promise<Result<RelayCard>> {
  const { relay } = engine.identity.home
  if (relay.address === address) return ok(relay)
  return readRelayCard(engine.port({ address, verifier: '' }), address)
}

function describe(joining: JoiningDesk, kept: KeptJoining): Joining {
  const heard = joining.heardIn(kept.id)
  const standing =
    kept.stage !== 'waiting'
      ? kept.stage
      : heard?.reason !== undefined
        ? 'failed'
        : heard?.code === undefined
          ? 'waiting'
          : 'compare'
  return {
    id: kept.id,
    standing,
    ...(heard?.code === undefined ? {} : { code: heard.code }),
    ...(heard?.reason === undefined ? {} : { reason: heard.reason }),
  }
}
