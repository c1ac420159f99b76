/** GOOD-12: a party's answer to good offices, and its consent to the mediation, which goes with it in one step. */

import {
  acceptanceOf,
  type Circumstance,
  consentStanding,
  type GoodOffices,
  type OfficesAnswer,
  officesIn,
  type RoomState,
} from '@goodoffices/core'
import { decidedIn, type Everywhere } from '../../process/decided.ts'
import { ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { ActStep } from '../../session/engine/ground.ts'
import { giveConsent, withdrawConsent } from '../mandate/acts.ts'

export type Answering = {
  readonly verb: OfficesAnswer
  /** Its limits, the change that it asks for; otherwise a remark. */
  readonly note?: string
  /** What of it was read, where that may have been worded anew since. */
  readonly rev?: number
  /** Of a party without an account, whose answer mediators write down. */
  readonly recorded?: Circumstance
}

/** What says it in the party's caucus: the answer; with a yes the consent, in the same limits; with a no to the only yes that stood its withdrawal. */
export function answerSteps(
  room: RoomState,
  offer: GoodOffices,
  { verb, note, recorded, rev = offer.revisions.length }: Answering,
): readonly ActStep[] {
  const inWhoseName = recorded === undefined ? {} : { recorded }
  const mark = {
    kind: 'item.mark',
    item: offer.item,
    rev,
    verb,
    ...(note === undefined ? {} : { note }),
    ...inWhoseName,
  } as const
  const { party } = room
  const said: ActStep = { room: room.id, act: mark }
  if (party === undefined) return [said]
  const isYes = verb === 'accepted' || verb === 'accepted-with-limits'
  if (isYes) {
    const limits = verb === 'accepted' || note === undefined ? {} : { limits: note }
    const act = giveConsent({ party: party.party, ...limits, ...inWhoseName })
    return isGivenAs(room, limits.limits) ? [said] : [said, { room: room.id, act }]
  }
  const others = officesIn(room).filter(({ item }) => item !== offer.item)
  const isHeldByOther = others.some(other => acceptanceOf(other) !== undefined)
  const isGiven = room.consents[party.party]?.standing === 'given'
  const withdraw = withdrawConsent({ party: party.party, ...inWhoseName })
  return verb === 'declined' && isGiven && !isHeldByOther ? [said, { room: room.id, act: withdraw }] : [said]
}

/** Whether it is given to these terms, in these limits, so that nothing is to be said of it. */
const isGivenAs = (room: RoomState, limits: string | undefined): boolean =>
  consentStanding(room) === 'given' &&
  room.party !== undefined &&
  room.consents[room.party.party]?.words === limits

/** Says it: all of it, or nothing. Fails as its acts do. */
export async function answerOffices(
  { engine }: AtWork,
  room: RoomState,
  answer: Answering & { readonly offer: GoodOffices },
): Promise<Result<Everywhere>> {
  const done = await engine.submit(answerSteps(room, answer.offer, answer))
  return done.ok ? ok(decidedIn(engine, done.value)) : done
}
