/** "If they X, we Y": held by the mediator, who decides what of it is ever put to the other side. */

import * as v from 'valibot'
import { id, type OfferId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { act } from '../../room/area.ts'
import { checkForParty } from '../../room/in-whose-name.ts'
import { isMediator, leadsParty, speaksForParty } from '../../room/roles.ts'
import type { Member } from '../../room/state.ts'
import { body, type Circumstance, note, time } from '../../schema.ts'
import { checkPowers } from '../mandate/powers.ts'
import { recorded } from './passage.ts'
import type { Talking } from './state.ts'

const messageAct = act<Talking>()

export const offerActs = [
  messageAct({
    kind: 'offer.make',
    fields: {
      offer: id('offer'),
      ifThey: body,
      thenWe: body,
      until: v.exactOptional(time),
      binding: v.boolean(),
      /** AGEN-15: the issue that it is about. */
      issue: v.exactOptional(id('item')),
      recorded,
    },
    fieldsSince: { issue: 2 },
    about: ({ offer }) => offer,
    deed: (_, { binding }) => (binding ? 'agree-ad-referendum' : 'propose'),
    // MSG-11: an offer binds as its maker says, so those make and withdraw it who may bind.
    check: checkOffer,
    apply: (room, said, made) => {
      room.offers[made.offer] = { ...made, ...said, reports: [] }
    },
    stands: 'on-its-subject',
  }),
  messageAct({
    kind: 'offer.withdraw',
    fields: { offer: id('offer'), note: v.exactOptional(note), recorded },
    about: ({ offer }) => offer,
    check: checkWithdrawal,
    apply: (room, said, { offer, ...words }) => {
      const made = room.offers[offer]
      if (made !== undefined) made.withdrawn = { ...said, ...words }
    },
    stands: 'on-its-subject',
  }),
  /** What the mediator lets the offering party know of its offer. */
  messageAct({
    kind: 'offer.report',
    fields: {
      offer: id('offer'),
      standing: v.picklist(['held', 'put', 'met', 'declined']),
      /** The words in which it was put, where the mediator says so. */
      wording: v.exactOptional(body),
      note: v.exactOptional(note),
    },
    about: ({ offer }) => offer,
    check: (room, author, { offer }) => {
      if (!isMediator(author)) return fail('mediators-only')
      return Object.hasOwn(room.offers, offer) ? ok(null) : fail('offer-unknown')
    },
    apply: (room, said, { offer, ...report }) => {
      room.offers[offer]?.reports.push({ ...said, ...report })
    },
    stands: 'on-its-subject',
  }),
] as const

type Offered = { readonly offer: OfferId; readonly binding: boolean; readonly recorded?: Circumstance }

function checkOffer(room: Talking, author: Member, act: Offered) {
  if (Object.hasOwn(room.offers, act.offer)) return fail('id-taken')
  const allowed = checkForParty(room, author, act, speaksForParty)
  if (!allowed.ok || !act.binding) return allowed
  return checkPowers(room, author, { ...act, needs: 'negotiate', about: act.offer })
}

/** MSG-11: by those who may bind, or whoever made it. */
function checkWithdrawal(
  room: Talking,
  author: Member,
  act: { readonly offer: OfferId; readonly recorded?: Circumstance },
) {
  const offer = room.offers[act.offer]
  if (offer === undefined) return fail('offer-unknown')
  if (offer.withdrawn !== undefined) return fail('offer-withdrawn')
  return checkForParty(room, author, act, member => leadsParty(member) || offer.by === member.member)
}
