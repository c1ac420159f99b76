/** Random acts over a few ids, so that they meet: most name something that may be there. */

import * as fc from 'fast-check'
import { cardOf, circumstance, deviceOf, memberId, partyA, partyB, thirdParty } from './cast.ts'

export const people = [
  'lead',
  'second',
  'helper',
  'headA',
  'principalA',
  'delegateA',
  'adviserA',
  'headB',
  'guarantor',
  'observer',
  'stranger',
] as const
/** Those who may do something come more often. */
export const randomPerson = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('lead', 'headA') },
  { weight: 2, arbitrary: fc.constantFrom('second', 'delegateA', 'adviserA') },
  { weight: 1, arbitrary: fc.constantFrom(...people) },
)

const idOf = (name: string) => fc.nat(1).map(n => `${name}-000${n}`)
const message = idOf('message')
const delivery = idOf('delivery')
const conveyance = idOf('conveyance')
const ask = idOf('ask')
const offer = idOf('offer')
const readback = idOf('readback')
const party = fc.constantFrom(partyA, partyB, thirdParty)
const body = fc.constantFrom('A pause of 90 days.', 'Nein, danke.', 'لا', '😀😀😀😀😀😀')
const marking = fc.constantFrom('nothing', 'unattributed', 'attributed', 'verbatim')
const passing = fc.constantFrom('unattributed', 'attributed', 'verbatim')
const recorded = fc.constant(circumstance)
const span = fc.constantFrom(
  { part: 'part-0001', from: 0, to: 2 },
  { part: 'part-0002', from: 2, to: 4 },
  { part: 'part-0003', from: 1, to: 3 },
)
const passage = fc.record(
  { message, part: fc.constantFrom('part-0001', 'part-0002') },
  { requiredKeys: ['message'] },
)
const terms = fc.record({
  role: fc.constantFrom('carry', 'host', 'propose'),
  disclosure: fc.constantFrom('open', 'closed'),
})
const form = fc.constantFrom('oral-message', 'non-paper')
const note = fc.constant('A note.')
const member = randomPerson.map(memberId)
const room = fc.constantFrom('room-caucus-a', 'room-caucus-b')

/** Optional fields are there one time in five: each is one more thing that may be refused. */
const act = (
  kind: string,
  needed: Record<string, fc.Arbitrary<unknown>> = {},
  optional: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record({ kind: fc.constant(kind), ...needed }),
      fc.record(
        Object.fromEntries(
          Object.entries(optional).map(([key, arbitrary]) => [
            key,
            fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary }),
          ]),
        ),
      ),
    )
    .map(([act, more]) => ({
      ...act,
      ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)),
    }))

const plan = fc.record(
  {
    conveyance,
    delivery,
    origin: fc.oneof(
      fc.record({ kind: fc.constant('passage'), room, passage }),
      fc.record({ kind: fc.constant('offer'), room, offer }),
      fc.constant({ kind: 'mediators' }),
    ),
    to: room,
    as: passing,
    form,
    binding: fc.boolean(),
    wording: body,
    timing: fc.constant({ kind: 'now' }),
    tell: fc.constantFrom('nothing', 'that', 'words'),
    carrier: member,
    accepted: fc.constant([]),
    answers: message,
  },
  {
    requiredKeys: [
      'conveyance',
      'delivery',
      'origin',
      'to',
      'as',
      'form',
      'binding',
      'wording',
      'timing',
      'tell',
      'carrier',
      'accepted',
    ],
  },
)

const card = randomPerson.chain(person =>
  fc.constantFrom(cardOf(person), cardOf(person, { role: 'mediator' }), cardOf(person, { role: 'lead' })),
)

/** What is said and carried comes more often than the coming and going of people. */
export const randomAct: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: act(
      'message.say',
      { message, form, binding: fc.boolean(), body },
      {
        marking,
        recorded,
        answers: delivery,
        parts: fc.array(
          fc.tuple(span, marking).map(([part, marking]) => ({ ...part, marking })),
          { maxLength: 2 },
        ),
      },
    ),
  },
  { weight: 4, arbitrary: act('message.mark', { message, marking }, { part: span, recorded }) },
  act('message.confirm', { message }),
  act('message.correct', { message, body }, { note }),
  { weight: 4, arbitrary: act('release.ask', { ask, passage, marking: passing }, { wording: body }) },
  { weight: 3, arbitrary: act('release.give', { ask, marking: passing }, { wording: body, recorded }) },
  { weight: 2, arbitrary: act('release.refuse', { ask }, { note, recorded }) },
  act(
    'convey.tell',
    { conveyance, passage, to: fc.constant('Borduria'), marking: passing },
    { wording: body },
  ),
  {
    weight: 3,
    arbitrary: act(
      'delivery.make',
      { delivery, form, binding: fc.boolean(), body, verbatim: fc.boolean() },
      { answers: message, corrects: delivery },
    ),
  },
  act('delivery.hand', { delivery, circumstance: recorded }, { copies: fc.nat(3) }),
  { weight: 2, arbitrary: act('readback.give', { readback, delivery, body }, { recorded }) },
  act('readback.confirm', { readback }, { note }),
  act('readback.correct', { readback, body }),
  act(
    'offer.make',
    { offer, ifThey: body, thenWe: body, binding: fc.boolean() },
    { until: fc.nat(), recorded },
  ),
  act('offer.withdraw', { offer }, { note, recorded }),
  act('offer.report', { offer, standing: fc.constantFrom('held', 'put') }, { wording: body }),
  { weight: 4, arbitrary: act('carry.prepare', { conveyance: plan }) },
  act('carry.assign', { conveyance, to: member }, { note }),
  { weight: 2, arbitrary: act('carry.deliver', { conveyance }) },
  act('carry.cancel', { conveyance }, { note }),
  act('note.write', { note: idOf('note'), body }),
  act('terms.set', { terms }),
  act('consent.give', { party: party.map(({ party }) => party) }, { limits: note, recorded }),
  act('consent.withdraw', { party: party.map(({ party }) => party) }, { note, recorded }),
  act('table.open', {}, { note }),
  act('table.close', {}, { note }),
  { weight: 2, arbitrary: act('member.admit', { card }) },
  act('member.remove', { member }, { note }),
  act('member.leave'),
  act('device.add', {
    card: fc
      .tuple(randomPerson, fc.integer({ min: 1, max: 3 }))
      .map(([person, nth]) => deviceOf(person, nth)),
  }),
  act('device.remove', {
    device: fc
      .tuple(randomPerson, fc.integer({ min: 1, max: 3 }))
      .map(([person, nth]) => deviceOf(person, nth).device),
  }),
  act('lead.hand-over', { to: member }),
  act('party.add', {
    card: fc
      .tuple(party, fc.boolean(), fc.boolean())
      .map(([card, hidden, account]) => ({ ...card, hidden, account })),
  }),
  act('room.register', { room, roomKind: fc.constant('caucus') }),
  act('contact.record', { member, mailbox: fc.constant({ log: 'log-of-mailbox', key: 'key' }), card }),
  act('key.drop', { room }),
)
