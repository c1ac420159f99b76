/** What a desk carries. */

import { admit, avalon, type Draft, known, openDesk, replay, type Step } from '../cast.ts'

const plan = (conveyance: string, changes: object = {}) => ({
  kind: 'carry.prepare',
  conveyance: {
    conveyance: `conveyance-${conveyance}`,
    delivery: `delivery-${conveyance}`,
    origin: { kind: 'passage', room: 'room-avalon', passage: { message: 'message-one' } },
    to: 'room-borduria',
    as: 'unattributed',
    form: 'oral-message',
    binding: false,
    wording: 'A pause of three months may be thinkable.',
    timing: { kind: 'now' },
    tell: 'that',
    carrier: 'member-lead',
    accepted: [],
    ...changes,
  },
})

const carried: readonly Step[] = [
  ['lead', openDesk],
  known(avalon),
  ['lead', { kind: 'room.register', room: 'room-avalon', roomKind: 'caucus', party: 'party-avalon' }],
  ['lead', admit('second')],
  ['lead', admit('head')],
  ['second', admit('principal')],
  ['lead', plan('one')],
  ['lead', plan('one', { wording: 'A pause of some months may be thinkable.' })],
  ['lead', plan('one', { delivery: 'delivery-other' })],
  ['second', plan('two', { carrier: 'member-second' })],
  ['second', plan('three', { carrier: 'member-second', to: 'room-caledon' })],
  ['second', { kind: 'carry.deliver', conveyance: 'conveyance-one' }],
  ['second', { kind: 'carry.assign', conveyance: 'conveyance-one', to: 'member-second', note: 'Out today.' }],
  ['second', { kind: 'carry.assign', conveyance: 'conveyance-one', to: 'member-head' }],
  ['second', { kind: 'carry.deliver', conveyance: 'conveyance-one' }],
  ['second', { kind: 'carry.cancel', conveyance: 'conveyance-one' }],
  ['lead', { kind: 'carry.read', conveyance: 'conveyance-three', note: 'More softly.' }],
  ['lead', { kind: 'carry.read', conveyance: 'conveyance-three', digest: 'bMx0-k_2'.repeat(5) + 'bMx' }],
  ['lead', { kind: 'carry.cancel', conveyance: 'conveyance-three', note: 'Not now.' }],
  ['lead', { kind: 'carry.read', conveyance: 'conveyance-three' }],
  [
    'lead',
    plan('four', {
      origin: {
        kind: 'passage',
        room: 'room-avalon',
        passage: { message: 'message-one', stretch: { from: 0, to: 8 } },
      },
      translation: { language: 'fr', body: 'Une pause de trois mois est envisageable.' },
      reader: 'member-second',
      passedBecause: 'Known to all since the spring.',
    }),
  ],
  [
    'second',
    {
      kind: 'carry.hear',
      origin: { kind: 'offer', room: 'room-avalon', offer: 'offer-one' },
      note: 'For us alone.',
    },
  ],
  ['lead', { kind: 'carry.hear', origin: { kind: 'offer', room: 'room-avalon', offer: 'offer-one' } }],
  ['lead', { kind: 'carry.hear', origin: { kind: 'mediators' } }],
  ['lead', { kind: 'note.write', note: 'note-one', body: 'Ask about the road.' }],
  ['lead', { kind: 'note.write', note: 'note-one', body: 'Ask about the road and the bridge.' }],
  ['second', { kind: 'note.write', note: 'note-one', body: 'Mine.' }],
]

export const desk: readonly Draft[] = [
  replay(
    'what a desk carries',
    ['DESK-1', 'DESK-2', 'DESK-3', 'DESK-4', 'DESK-5', 'DESK-7', 'DESK-8', 'ROOM-15'],
    'room-desk',
    carried,
  ),
]
