/** Bringing another device of one's own in, on one that is there already: offer, compare, list it, or take the offer back. */

import type { DeviceId } from '@goodoffices/core'
import { createSecret, deviceIdOf } from '@goodoffices/log'
import { deviceToCard } from '../../identity/identity.ts'
import { mailboxOf, mailStep, offerStep } from '../../invitation/exchange.ts'
import { invitationToText } from '../../invitation/link.ts'
import { cancelledMove } from '../../invitation/mailbox.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../at-work.ts'
import type { DeviceOffering, KeptOffer } from './offering.ts'

export type DeviceOffer = {
  readonly link: string
  readonly words: readonly string[]
  readonly standing: 'sent' | 'answered' | 'expired'
  /** Six digits, once answered: to be compared between the two screens. */
  readonly code?: string
  /** More than one answer has come: the link has been in other hands. */
  readonly contested: boolean
  readonly created: number
  readonly expires: number
}

export type OfferRequest = { readonly hoursMax?: number }

type Offerer = AtWork & { readonly offering: DeviceOffering }

const hourMs = 3_600_000
const hoursDefault = 24

/** The offer that stands on this device, and how far it has come. */
export function deviceOfferOf(session: Offerer): DeviceOffer | undefined {
  const { kept } = session.offering.standing
  return kept === undefined ? undefined : describe(session, kept)
}

/**
 * Begins to bring another device of this member in: see `linkDevice` for the other side. One at a time: an offer made before is taken
 * back. Fails where the member's own room has not been read.
 */
export async function offerDevice(
  session: Offerer,
  { hoursMax = hoursDefault }: OfferRequest = {},
): Promise<Result<DeviceOffer>> {
  const { engine, offering } = session
  if (engine.home() === undefined) return fail('room-unknown')
  const { relay } = engine.identity.home
  const created = engine.now()
  const kept: KeptOffer = {
    secret: createSecret(),
    nonce: createSecret(),
    relay,
    created,
    expires: created + hoursMax * hourMs,
  }
  const { kept: before } = offering.standing
  const steps = [
    ...(before === undefined ? [] : [await mailStep(before, cancelledMove)]),
    await offerStep(kept, offering.sideOf(kept)),
  ]
  await offering.replace(kept, steps)
  return ok(describe(session, kept))
}

/**
 * The codes are the same: the new device enters every room. Decided in one write; the letter is written when all that it
 * leads to stands, if need be in a later session. Fails with `device-not-answered`, `device-offer-expired` and `invitation-contested`; where the mailbox cannot be read to its end,
 * as `sync` does, and with `relay-unreachable` while a room is unread that the device is to be listed in.
 */
export async function completeDevice({ engine, offering }: Offerer): Promise<Result<DeviceId>> {
  const { kept } = offering.standing
  if (kept === undefined) return fail('device-offer-unknown')
  // Another answer may have come since.
  const read = await engine.sync((await mailboxOf(kept.secret)).id)
  if (!read.ok) return read
  const { answered, contested } = offering.standing.answered
  if (contested) return fail('invitation-contested')
  if (answered?.inTime !== true)
    return fail(engine.now() > kept.expires ? 'device-offer-expired' : 'device-not-answered')
  const { keys } = answered.side
  const card = deviceToCard({ id: deviceIdOf(keys), publicKeys: keys })
  const listed = await offering.takeUp(kept, card)
  if (!listed.ok) return listed
  await engine.settle()
  await offering.settled()
  await engine.settle()
  return ok(card.device)
}

/** The link opens nothing any more, and who has answered it is told. Fails with `device-offer-unknown`. */
export async function cancelDeviceOffer({ offering }: Pick<Offerer, 'offering'>): Promise<Result<null>> {
  const { kept } = offering.standing
  if (kept === undefined) return fail('device-offer-unknown')
  await offering.replace(undefined, [await mailStep(kept, cancelledMove)])
  return ok(null)
}

function describe(
  { engine, offering }: Offerer,
  { secret, relay, created, expires }: KeptOffer,
): DeviceOffer {
  const { answered, contested } = offering.standing.answered
  const isAnswered = answered?.inTime === true
  return {
    ...invitationToText(relay.address, secret, 'device'),
    standing: isAnswered ? 'answered' : engine.now() > expires ? 'expired' : 'sent',
    ...(isAnswered ? { code: answered.code } : {}),
    contested,
    created,
    expires,
  }
}
