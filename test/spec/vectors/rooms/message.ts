/** What is said and what may pass of it; for whom the mediators write; what is confirmed. */

import {
  admit,
  avalon,
  type Draft,
  day,
  openCaucus,
  opening,
  recorded,
  replay,
  type Step,
  say,
} from '../cast.ts'

const released: readonly Step[] = [
  ['lead', openCaucus],
  ['lead', admit('head')],
  ['lead', admit('adviser')],
  ['head', { kind: 'consent.give', party: 'party-avalon', limits: 'Not on Sundays.' }],
  ['lead', { kind: 'table.tell-open' }],
  ['head', { kind: 'table.tell-closed' }],
  ['lead', { kind: 'table.tell-closed' }],
  ['adviser', say('message-one', 'We could accept ninety days, not a day more.')],
  ['adviser', { kind: 'message.mark', message: 'message-one', marking: 'unattributed' }],
  [
    'lead',
    { kind: 'release.ask', ask: 'ask-whole', passage: { message: 'message-one' }, marking: 'attributed' },
  ],
  ['adviser', { kind: 'release.refuse', ask: 'ask-whole' }],
  ['head', { kind: 'release.refuse', ask: 'ask-whole', note: 'Not yet.' }],
  ['head', { kind: 'release.give', ask: 'ask-whole', marking: 'attributed' }],
  [
    'head',
    {
      kind: 'message.mark',
      message: 'message-one',
      part: { part: 'part-days', from: 0, to: 27 },
      marking: 'unattributed',
    },
  ],
  [
    'head',
    {
      kind: 'message.mark',
      message: 'message-one',
      part: { part: 'part-over', from: 20, to: 30 },
      marking: 'nothing',
    },
  ],
  [
    'lead',
    {
      kind: 'release.ask',
      ask: 'ask-part',
      passage: { message: 'message-one', part: 'part-days' },
      marking: 'verbatim',
      wording: 'A pause of ninety days.',
    },
  ],
  ['head', { kind: 'release.give', ask: 'ask-part', marking: 'attributed' }],
  [
    'lead',
    {
      kind: 'convey.tell',
      conveyance: 'conveyance-one',
      passage: { message: 'message-one', part: 'part-days' },
      to: 'Borduria',
      marking: 'attributed',
    },
  ],
  [
    'lead',
    {
      kind: 'delivery.make',
      delivery: 'delivery-one',
      form: 'non-paper',
      binding: false,
      body: 'They ask for ten weeks.',
      from: 'Borduria',
      verbatim: false,
    },
  ],
  [
    'lead',
    {
      kind: 'delivery.make',
      delivery: 'delivery-one',
      form: 'non-paper',
      binding: false,
      body: 'Again.',
      verbatim: false,
    },
  ],
  ['head', say('message-answer', 'Ten is little.', { answers: 'delivery-one' })],
  ['head', say('message-astray', 'To what?', { answers: 'delivery-two' })],
  [
    'head',
    {
      kind: 'readback.give',
      readback: 'readback-one',
      delivery: 'delivery-one',
      body: 'Ten weeks, no more.',
    },
  ],
  ['lead', { kind: 'readback.correct', readback: 'readback-one', body: 'Ten weeks at least.' }],
  ['lead', { kind: 'readback.confirm', readback: 'readback-one' }],
  ['adviser', { kind: 'offer.make', offer: 'offer-adviser', ifThey: 'leave', thenWe: 'stay', binding: true }],
  [
    'head',
    {
      kind: 'offer.make',
      offer: 'offer-one',
      ifThey: 'They open the road.',
      thenWe: 'We open the spring.',
      binding: true,
    },
  ],
  ['lead', { kind: 'offer.report', offer: 'offer-one', standing: 'put' }],
  ['head', { kind: 'offer.withdraw', offer: 'offer-one' }],
  ['head', { kind: 'offer.withdraw', offer: 'offer-one' }],
  ['head', { kind: 'consent.withdraw', party: 'party-avalon', note: 'Not under these terms.' }],
  ['head', { kind: 'consent.withdraw', party: 'party-avalon' }],
]

const without: readonly Step[] = [
  [
    'lead',
    opening(
      'lead',
      { kind: 'caucus', party: { ...avalon, account: false } },
      { terms: { role: 'carry', disclosure: 'open' } },
    ),
  ],
  ['lead', say('message-heard', 'They would wait.', { recorded })],
  ['lead', { kind: 'consent.give', party: 'party-avalon', recorded }],
  ['lead', { kind: 'message.mark', message: 'message-heard', marking: 'nothing', recorded }],
  [
    'lead',
    {
      kind: 'delivery.make',
      delivery: 'delivery-one',
      form: 'oral-message',
      binding: false,
      body: 'The others wait too.',
      verbatim: false,
    },
  ],
  [
    'lead',
    {
      kind: 'delivery.hand',
      delivery: 'delivery-one',
      circumstance: { ...recorded, way: 'on-paper' },
      copies: 2,
    },
  ],
  [
    'lead',
    {
      kind: 'readback.give',
      readback: 'readback-one',
      delivery: 'delivery-one',
      body: 'Both wait.',
      recorded,
    },
  ],
  ['lead', { kind: 'readback.confirm', readback: 'readback-one' }],
  ['lead', admit('head')],
  ['lead', say('message-after', 'They would not wait.', { recorded })],
  ['lead', { kind: 'delivery.hand', delivery: 'delivery-one', circumstance: recorded }],
  ['head', { kind: 'message.correct', message: 'message-heard', body: 'We would wait a month.' }],
  ['head', { kind: 'message.confirm', message: 'message-heard' }],
]

const confirmed: readonly Step[] = [
  ...without.slice(0, 2),
  ['lead', admit('head')],
  ['lead', { kind: 'message.confirm', message: 'message-heard' }],
  ['head', { kind: 'message.confirm', message: 'message-heard' }],
]

export const message: readonly Draft[] = [
  replay(
    'what is said, marked, asked, released, delivered and offered',
    ['MSG-2', 'MSG-4', 'MSG-5', 'MSG-7', 'MSG-9', 'MSG-10', 'MSG-11', 'DISC-7', 'MAND-3', 'MAND-4'],
    'room-released',
    released,
  ),
  replay(
    'a party without an account, until its head is there',
    ['MSG-3', 'MSG-8', 'MSG-14', 'DISC-1', 'DISC-10'],
    'room-recorded',
    without,
  ),
  replay('recorded words that are confirmed', ['MSG-8'], 'room-confirmed', confirmed),
]
