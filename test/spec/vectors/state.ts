/** Logs of rooms, and what each position of them makes of the room: refusals too. */

import type { RoomFile } from '../../../packages/core/test/vector-operations.ts'
import { agendaAtTable, claimed } from './agenda.ts'
import {
  admit,
  avalon,
  borduria,
  caledon,
  cardOf,
  closed,
  type Draft,
  day,
  deviceOf,
  fileOf,
  logOf,
  opening,
  process,
  type Step,
  say,
  timeAt,
} from './cast.ts'
import { factsAtDesk, factsAtTable } from './facts.ts'
import { atHome, inCaucus } from './mandates.ts'
import { asked, atDesk } from './questions.ts'

const replay = (name: string, rules: readonly string[], room: string, steps: readonly Step[]): Draft => ({
  name,
  rules,
  operation: 'replay',
  input: logOf(room, steps),
})

const openCaucus = opening('lead', { kind: 'caucus', party: avalon })
const openDesk = opening('lead', { kind: 'desk' })
const openTable = opening('lead', { kind: 'table' })
/** As release 0.1 founded rooms: without a number. */
const openOlder = {
  kind: 'room.open',
  process,
  room: { kind: 'group', title: 'Working group' },
  terms: closed,
  founder: cardOf('lead'),
  history: 'all',
}
const openOwn = opening('principal', { kind: 'private' })
const recorded = { at: timeAt(-60), way: 'by-phone', hearing: 'two neighbours' } as const
const known = (card: object): Step => ['lead', { kind: 'party.add', card }]
const remove = (person: string): Readonly<Record<string, unknown>> => ({
  kind: 'member.remove',
  member: `member-${person}`,
})

const comingAndGoing: readonly Step[] = [
  ['lead', openCaucus],
  ['lead', admit('principal')],
  { keys: 'lead', epoch: 2 },
  ['principal', admit('head')],
  ['head', admit('adviser')],
  ['adviser', admit('head')],
  ['head', admit('other')],
  { keys: 'adviser', epoch: 3 },
  { keys: 'head', epoch: 4 },
  { keys: 'head', epoch: 3 },
  ['head', remove('principal')],
  ['adviser', { kind: 'member.leave', note: 'Called home.' }],
  ['adviser', say('message-late', 'One more thing.')],
  { keys: 'lead', epoch: 4 },
  ['head', admit('adviser', { role: 'counsel' })],
  ['lead', { kind: 'member.leave' }],
  ['lead', admit('second')],
  ['lead', { kind: 'lead.hand-over', to: 'member-second' }],
  ['lead', { kind: 'member.leave' }],
  ['principal', remove('head')],
  [
    'principal',
    {
      kind: 'contact.record',
      member: 'member-head',
      mailbox: { log: 'log-of-head', key: 'AAAA' },
      card: cardOf('head'),
    },
  ],
  ['principal', { kind: 'contact.move', mailbox: { log: 'log-of-nobody', key: 'AAAA' } }],
  [
    'principal',
    {
      kind: 'contact.record',
      member: 'member-principal',
      mailbox: { log: 'log-of-principal', key: 'AAAA' },
      card: cardOf('principal'),
    },
  ],
  ['principal', { kind: 'contact.move', mailbox: { log: 'log-of-principal-2', key: 'BBBB' } }],
  ['principal', { kind: 'keys.missed', epoch: 40 }],
  ['principal', { kind: 'keys.missed', epoch: 2 }],
  ['principal', { kind: 'keys.missed', epoch: 2 }],
  ['principal', { kind: 'keys.missed', room: 'room-of-others', epoch: 40 }],
  ['principal', openCaucus],
  ['other', say('message-none', 'Let me in.')],
]

const devices: readonly Step[] = [
  ['lead', openDesk],
  ['lead', admit('second', { devices: [deviceOf('second'), deviceOf('second', 2)] })],
  ['second', { kind: 'device.add', card: deviceOf('second', 3) }],
  ['second', { kind: 'device.add', card: deviceOf('second', 3) }],
  ['second', { kind: 'device.add', card: deviceOf('lead') }],
  ['second', { kind: 'device.remove', device: 'device-second-1' }],
  ['second', say('message-put-away', 'From the device put away.')],
  ['second', say('message-of-another', 'From another.'), { device: 'device-second-2' }],
  ['second', { kind: 'device.add', card: deviceOf('second') }, { device: 'device-second-2' }],
  ['lead', { kind: 'device.remove', device: 'device-lead-1' }],
]

const table: readonly Step[] = [
  ['lead', openTable],
  known(avalon),
  known(borduria),
  known({ ...borduria, party: 'party-hidden', hidden: true }),
  ['lead', { kind: 'party.add', card: caledon }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['lead', admit('observer')],
  ['lead', admit('adviser', { party: 'party-nobody' })],
  ['head', say('message-early', 'May I?')],
  ['lead', say('message-welcome', 'The rules of this table.')],
  ['head', { kind: 'table.open' }],
  ['lead', { kind: 'table.open', note: 'Both have asked.' }],
  ['lead', { kind: 'table.open' }],
  ['head', say('message-direct', 'To you directly.')],
  ['head', say('message-marked', 'With a marking.', { marking: 'verbatim' })],
  ['observer', say('message-observer', 'I would add.')],
  ['lead', { kind: 'table.close' }],
  ['other', say('message-too-late', 'One answer.')],
  ['lead', { kind: 'terms.set', terms: { role: 'propose', disclosure: 'open' } }],
  ['head', { kind: 'consent.give', party: 'party-avalon' }],
]

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

const askAbout = (rev: number, institution: string) => ({
  kind: 'item.put',
  item: 'item-lakes',
  register: 'mediators-accepted',
  rev,
  fields: { institution, task: 'For water.' },
})
const lakes = 'Lakes Institute'
const answer = (rev: number, verb: string) => ({ kind: 'item.mark', item: 'item-lakes', rev, verb })
const offer = (room: string) => ({
  kind: 'successor.offer',
  room,
  item: 'item-lakes',
  coming: ['Tomas Vale'],
})
const ofAnother = admit('second', { institution: lakes })
const comingOfOthers: readonly Step[] = [
  ['lead', openCaucus],
  ['lead', admit('head')],
  ['lead', admit('adviser', { institution: lakes })],
  ['lead', ofAnother],
  ['lead', askAbout(1, lakes)],
  ['adviser', answer(1, 'accepted-with-record')],
  ['lead', admit('adviser')],
  ['adviser', answer(1, 'accepted-with-record')],
  ['head', answer(1, 'accepted-with-record')],
  ['lead', askAbout(2, 'Another')],
  ['lead', ofAnother],
  ['lead', askAbout(3, lakes)],
  ['lead', ofAnother],
  ['lead', offer('room-next')],
  ['head', answer(3, 'accepted-from-here')],
  ['lead', ofAnother],
  ['head', offer('room-next')],
  ['lead', offer('room-caucus-of-others')],
  ['lead', offer('room-first')],
  ['lead', offer('room-next')],
  ['adviser', { kind: 'successor.adopt', room: 'room-next' }],
  ['head', { kind: 'successor.adopt', room: 'room-first' }],
  ['head', { kind: 'successor.adopt', room: 'room-next' }],
  ['head', say('message-late', 'One more thing.')],
  ['head', answer(3, 'asked-out')],
  ['head', { kind: 'hold.place', hold: 'hold-late', reason: 'A court asks.' }],
  ['lead', ofAnother],
]

const offered = (rev: number, changes: object = {}) => ({
  kind: 'item.put',
  item: 'item-offices',
  register: 'good-offices',
  rev,
  fields: {
    offeredBy: lakes,
    wouldDo: ['carry', 'propose'],
    format: 'shuttle',
    publicity: 'nothing',
    alsoAsked: 'not-said',
    ...changes,
  },
})
const ofOffer = (rev: number, verb: string, note?: string) => ({
  kind: 'item.mark',
  item: 'item-offices',
  rev,
  verb,
  ...(note === undefined ? {} : { note }),
})
const agreedOn = (rev: number, sha256: string) => ({
  kind: 'item.put',
  item: 'item-agreement',
  register: 'agreement-to-mediate',
  rev,
  fields: {
    title: 'Rules of the mediation',
    agreementIn: [
      { kind: 'text', language: 'en', body: 'Nothing is said outside.' },
      { kind: 'file', language: 'fa', sha256, fileName: 'rules-fa.pdf' },
    ],
  },
})
const offices: readonly Step[] = [
  ['lead', openCaucus],
  ['lead', admit('head')],
  ['lead', admit('adviser')],
  ['head', offered(1)],
  ['lead', offered(1, { wouldDo: ['arbitrate'] })],
  ['lead', offered(1, { wouldDo: [] })],
  ['lead', offered(1)],
  ['adviser', ofOffer(1, 'accepted')],
  ['lead', ofOffer(1, 'accepted')],
  ['head', ofOffer(1, 'accepted-with-limits')],
  ['head', ofOffer(1, 'accepted-with-limits', 'Not as host.')],
  ['lead', offered(2, { costs: 'None.', interests: 'A neighbour.' })],
  ['head', ofOffer(2, 'objected', 'They own the well.')],
  ['lead', offered(3, { place: 'Istanbul' })],
  ['head', ofOffer(2, 'accepted')],
  ['head', ofOffer(3, 'accepted')],
  ['lead', agreedOn(1, 'a1'.repeat(32))],
  ['head', { kind: 'item.mark', item: 'item-agreement', rev: 1, verb: 'accepted' }],
  ['lead', agreedOn(2, 'b2'.repeat(32))],
  ['lead', agreedOn(3, 'b2')],
  ['lead', ofOffer(3, 'offices-withdrawn')],
]

const beside = (item: string, register: string, fields: object) => ({
  kind: 'item.put',
  item,
  register,
  rev: 1,
  fields,
})
const besideTalks: readonly Step[] = [
  ['lead', openDesk],
  ['lead', admit('second')],
  ['second', beside('item-water', 'portfolio', { inHandsOf: 'member-second', duties: 'Water' })],
  ['lead', beside('item-water', 'portfolio', { inHandsOf: 'member-second', duties: 'Water' })],
  ['lead', { kind: 'item.mark', item: 'item-water', rev: 1, verb: 'portfolio-taken' }],
  ['second', { kind: 'item.mark', item: 'item-water', rev: 1, verb: 'portfolio-taken' }],
  [
    'second',
    beside('item-house', 'track', { trackOf: 'A house', trackState: 'active', relation: 'parallel' }),
  ],
  ['second', beside('item-envoy', 'safety', { whom: 'The envoy' })],
  ['second', { kind: 'item.mark', item: 'item-envoy', rev: 1, verb: 'safety-flag' }],
  ['second', { kind: 'item.mark', item: 'item-envoy', rev: 1, verb: 'safety-flag', note: 'Is watched.' }],
]

const toRead = (item: string, plan: object) =>
  beside(item, 'second-reading', { toRead: plan, digest: 'bMx0-k_2'.repeat(5) + 'bMx' })
const demanded = { eyesDeliver: 'required', eyesOpen: 'wished', eyesBring: 'off', eyesDestroy: 'required' }
const eyesAtDesk: readonly Step[] = [
  ['lead', openDesk],
  ['lead', { kind: 'eyes.set', ...demanded, eyesBring: 'required' }],
  // Alone at the desk it is loosened without another.
  ['lead', { kind: 'eyes.set', ...demanded }],
  ['lead', admit('second')],
  ['second', { kind: 'eyes.set', ...demanded }],
  ['lead', { kind: 'eyes.set', ...demanded, eyesDeliver: 'wished' }],
  ['lead', toRead('item-less', { door: 'loosen', ...demanded, eyesDeliver: 'wished' })],
  ['lead', { kind: 'item.mark', item: 'item-less', rev: 1, verb: 'eyes-seen' }],
  ['lead', { kind: 'eyes.set', ...demanded, eyesDeliver: 'wished' }],
  ['second', { kind: 'item.mark', item: 'item-less', rev: 1, verb: 'eyes-seen' }],
  ['lead', { kind: 'eyes.set', ...demanded, eyesDeliver: 'wished' }],
  ['lead', toRead('item-table', { door: 'open', note: 'At noon.', heeded: ['party-avalon'] })],
  ['second', { kind: 'item.mark', item: 'item-table', rev: 1, verb: 'eyes-against' }],
  ['second', { kind: 'item.mark', item: 'item-table', rev: 1, verb: 'eyes-against', note: 'Too early.' }],
  [
    'lead',
    toRead('item-bring', { door: 'bring', name: 'Envoy', post: 'Adviser', institution: 'Lakes Institute' }),
  ],
  ['lead', toRead('item-close', { door: 'destroy', room: 'room-table' })],
  ['lead', toRead('item-shut', { door: 'shut' })],
]

const goingOn: readonly Step[] = [
  [
    'lead',
    opening(
      'lead',
      { kind: 'caucus', party: avalon },
      { succeeds: { room: 'room-caucus-of-others', size: 18, root: 'bMx0-k_2' } },
    ),
  ],
  ['lead', ofAnother],
  ['lead', admit('head')],
  ['head', { ...askAbout(1, lakes) }],
  ['head', answer(1, 'asked-out')],
  ['lead', remove('second')],
  ['lead', ofAnother],
]

const figure = (value: string) => ({ kind: 'exactly', value })
const items: readonly Step[] = [
  ['lead', openTable],
  known(avalon),
  known(borduria),
  ['lead', admit('head')],
  ['lead', admit('other')],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-flow',
      register: 'matter',
      rev: 1,
      fields: { kind: 'figure', title: 'Flow of the spring', unit: 'litres a day' },
    },
  ],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-other',
      register: 'matter',
      rev: 1,
      fields: { kind: 'figure', title: 'Wells' },
    },
  ],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 1,
      fields: { matter: 'item-flow', of: 'Avalon', figure: { kind: 'at-least', value: '108000' } },
    },
  ],
  [
    'other',
    {
      kind: 'item.put',
      item: 'item-theirs',
      register: 'version',
      rev: 1,
      fields: {
        matter: 'item-flow',
        of: 'Borduria',
        figure: { kind: 'no-number', words: 'likely far higher' },
      },
    },
  ],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 1, verb: 'contested' }],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 1, verb: 'contested', note: 'Counted after rain.' }],
  [
    'other',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 2,
      fields: { matter: 'item-flow', of: 'Avalon', figure: figure('1') },
    },
  ],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 2,
      fields: { matter: 'item-flow', of: 'Avalon', figure: figure('108000') },
    },
  ],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 1, verb: 'accepted' }],
  ['other', { kind: 'item.mark', item: 'item-ours', rev: 2, verb: 'accepted' }],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-ours',
      register: 'version',
      rev: 3,
      fields: { matter: 'item-flow', of: 'Avalon', figure: { ...figure('108000'), unit: 'litres' } },
    },
  ],
  [
    'head',
    { kind: 'item.mark', item: 'item-ours', rev: 2, verb: 'accepted', for: { party: 'party-borduria' } },
  ],
  ['lead', { kind: 'item.mark', item: 'item-flow', rev: 1, verb: 'parked' }],
  ['head', { kind: 'item.mark', item: 'item-flow', rev: 1, verb: 'resumed' }],
  ['lead', { kind: 'item.mark', item: 'item-flow', rev: 1, verb: 'resumed' }],
  ['other', { kind: 'item.mark', item: 'item-theirs', rev: 1, verb: 'superseded' }],
  [
    'head',
    {
      kind: 'item.put',
      item: 'item-new-kind',
      register: 'of-a-later-release',
      rev: 1,
      fields: { anything: ['at all', 1, true, null] },
    },
  ],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-new-kind',
      register: 'of-a-later-release',
      rev: 1,
      fields: { anything: ['at all', 1, true, null] },
    },
  ],
  ['other', { kind: 'item.mark', item: 'item-new-kind', rev: 1, verb: 'sung' }],
  ['lead', { kind: 'item.mark', item: 'item-new-kind', rev: 1, verb: 'sung' }],
  ['other', { kind: 'item.mark', item: 'item-nowhere', rev: 1, verb: 'noted' }],
]

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

const desk: readonly Step[] = [
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

const placed = (at: number): { readonly placed: number } => ({ placed: at })
const kept: readonly Step[] = [
  ['lead', openCaucus, placed(timeAt(0))],
  ['lead', admit('head'), placed(timeAt(1))],
  ['head', { kind: 'retention.set', days: 30, basis: 'Article 9.' }, placed(timeAt(2))],
  ['lead', { kind: 'retention.set', days: 3, basis: 'Article 9.' }, placed(timeAt(2))],
  ['lead', { kind: 'retention.set', days: 30, basis: 'Article 9.' }, placed(timeAt(3))],
  [
    'head',
    { kind: 'hold.place', hold: 'hold-one', reason: 'A court has asked for these papers.' },
    placed(timeAt(4)),
  ],
  ['lead', { kind: 'record.destroy', at: timeAt(4) + 30 * day }, placed(timeAt(4) + 30 * day)],
  ['lead', { kind: 'hold.lift', hold: 'hold-one' }, placed(timeAt(4) + 30 * day)],
  [
    'head',
    { kind: 'hold.lift', hold: 'hold-one', note: 'They have them.' },
    { ...placed(timeAt(5) + day), time: timeAt(5) },
  ],
  ['lead', { kind: 'record.destroy', at: timeAt(5) + 31 * day - 1 }, placed(timeAt(5) + 31 * day)],
  ['head', { kind: 'record.destroy', at: timeAt(5) + 31 * day }, placed(timeAt(5) + 31 * day)],
  ['lead', { kind: 'record.destroy', at: timeAt(5) + 31 * day }, placed(timeAt(5) + 31 * day)],
  ['head', say('message-late', 'Is anybody there?'), placed(timeAt(6) + 31 * day)],
  { keys: 'lead', epoch: 2 },
]

const relay = { address: 'https://relay.example', verifier: 'relay.example+0a1b2c3d+AbCd' }
const keptRoom = {
  room: 'room-avalon',
  purpose: 'room',
  roomKind: 'caucus',
  process,
  party: 'party-avalon',
  relay,
  epoch: 1,
  key: 'AAAA',
}
const invitation = {
  invitation: 'invitation-one',
  process: process.process,
  name: 'Peer Holm',
  role: 'adviser',
  party: 'party-avalon',
  relay,
  secret: 'AAAA',
  nonce: 'BBBB',
  created: timeAt(0),
  expires: timeAt(0) + 7 * day,
}
const certificate = {
  room: 'room-avalon',
  roomKind: 'caucus',
  process,
  destroyed: timeAt(9),
  envelopes: 40,
  by: 'Runa Lind',
  basis: 'Article 9.',
  author: deviceOf('lead'),
  verifier: relay.verifier,
  evidence: 'c2sp.org/tlog-proof@v1',
}
const keyring: readonly Step[] = [
  ['principal', openOwn],
  ['principal', { kind: 'key.keep', kept: keptRoom }],
  ['principal', { kind: 'key.keep', kept: { ...keptRoom, epoch: 3 } }],
  [
    'principal',
    { kind: 'key.keep', kept: { room: 'log-mailbox', purpose: 'mailbox', relay, epoch: 1, key: 'AAAA' } },
  ],
  [
    'principal',
    {
      kind: 'epochs.keep',
      room: keptRoom.room,
      keys: [{ epoch: 1, key: 'AAAA' }],
      slots: [{ slot: 'party', secret: 'BBBB' }],
    },
  ],
  ['principal', { kind: 'epochs.keep', room: 'log-mailbox', keys: [], slots: [] }],
  ['principal', { kind: 'paper.name', device: deviceOf('principal')['device'] }],
  ['principal', { kind: 'paper.name', device: deviceOf('second')['device'] }],
  ['principal', { kind: 'key.drop', room: 'log-mailbox' }],
  ['principal', { kind: 'key.drop', room: 'log-mailbox' }],
  ['principal', { kind: 'invitation.keep', invitation }],
  ['principal', { kind: 'invitation.keep', invitation }],
  ['principal', { kind: 'invitation.settle', invitation: 'invitation-one', standing: 'completed' }],
  ['principal', { kind: 'invitation.settle', invitation: 'invitation-one', standing: 'cancelled' }],
  ['principal', { kind: 'retention.set', days: 0, basis: 'My own.' }],
  ['principal', { kind: 'certificate.keep', certificate: { ...certificate, room: 'room-unheard' } }],
  ['principal', { kind: 'certificate.keep', certificate }],
  ['principal', { kind: 'key.keep', kept: keptRoom }],
]

const older: readonly Step[] = [
  ['lead', openOlder],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-flow',
      register: 'matter',
      rev: 1,
      fields: { kind: 'event', title: 'The night of the fire' },
    },
  ],
  ['lead', { kind: 'rules.adopt', number: 1 }],
  ['lead', { kind: 'rules.adopt', number: 2 }],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-flow',
      register: 'matter',
      rev: 1,
      fields: { kind: 'event', title: 'The night of the fire' },
    },
  ],
  ['lead', { kind: 'rules.adopt', number: 9_999 }],
  ['lead', say('message-after', 'By rules that nobody here knows.')],
  { keys: 'lead', epoch: 2 },
]

const entries: readonly Step[] = [
  ['lead', say('message-first', 'Before all else.')],
  ['lead', openDesk, { device: 'device-second-1' }],
  ['second', opening('second', { kind: 'desk' })],
  ['lead', opening('lead', { kind: 'caucus' })],
  ['lead', opening('lead', { kind: 'desk', party: avalon })],
  ['lead', openDesk],
  ['lead', say('message-one', 'Once.'), { id: 'entry-repeated' }],
  ['lead', say('message-two', 'Twice.'), { id: 'entry-repeated' }],
  ['lead', say('message-three', 'At no time.'), { time: -1 }],
  ['lead', say('message-four', 'Where something stood.'), { position: 3 }],
]

export const state = (): RoomFile =>
  fileOf('Logs of rooms, and what each position makes of the room.', [
    replay(
      'coming and going in a caucus',
      ['ROOM-1', 'ROOM-6', 'ROOM-7', 'ROOM-8', 'ROOM-13', 'ROOM-14', 'ROOM-17'],
      'room-caucus',
      comingAndGoing,
    ),
    replay('devices', ['ROOM-9', 'ROOM-10', 'ROOM-17'], 'room-devices', devices),
    replay(
      'a table, opened and closed',
      ['ROOM-5', 'ROOM-11', 'ROOM-12', 'AGEN-1', 'AGEN-2', 'AGEN-3', 'MSG-1', 'MAND-2'],
      'room-table',
      table,
    ),
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
    replay(
      'a figure that two sides give',
      ['ITEM-1', 'ITEM-2', 'ITEM-3', 'ITEM-4', 'ITEM-6', 'FACT-2', 'FACT-3'],
      'room-figure',
      items,
    ),
    replay(
      'what a desk carries',
      ['DESK-1', 'DESK-2', 'DESK-3', 'DESK-4', 'DESK-5', 'DESK-7', 'DESK-8', 'ROOM-15'],
      'room-desk',
      desk,
    ),
    replay(
      'mediators of another institution, and a caucus that goes on elsewhere',
      ['TEAM-1', 'TEAM-3', 'TEAM-4', 'TEAM-10', 'TEAM-11', 'TEAM-12'],
      'room-caucus-of-others',
      comingOfOthers,
    ),
    replay(
      'good offices offered, answered and changed, and an agreement to mediate',
      ['GOOD-1', 'GOOD-9', 'GOOD-15'],
      'room-offices',
      offices,
    ),
    replay(
      'who does what, another track, somebody’s safety',
      ['GOOD-13', 'GOOD-14', 'GOOD-16'],
      'room-beside',
      besideTalks,
    ),
    replay('a second pair of eyes', ['EYES-1', 'EYES-4', 'EYES-5', 'EYES-6'], 'room-eyes', eyesAtDesk),
    replay('the room in which it goes on', ['TEAM-2', 'TEAM-10'], 'room-next', goingOn),
    replay(
      'an agenda at the table: stages, a round, a deadline',
      ['AGEN-7', 'AGEN-9', 'AGEN-15', 'AGEN-16', 'AGEN-17'],
      'room-agenda',
      agendaAtTable,
    ),
    replay(
      'figures, a joint inquiry and a measure at the table',
      ['FACT-4', 'FACT-7', 'FACT-10', 'FACT-11', 'FACT-13', 'FACT-15', 'FACT-17'],
      'room-facts',
      factsAtTable,
    ),
    replay(
      'evidence and an alternative at the desk',
      ['FACT-4', 'FACT-5', 'FACT-6'],
      'room-evidence',
      factsAtDesk,
    ),
    replay('what one side says belongs', ['AGEN-14', 'AGEN-16'], 'room-claimed', claimed),
    replay(
      'questions in a caucus',
      [
        'ASNT-3',
        'ASNT-4',
        'ASNT-5',
        'ASNT-6',
        'ASNT-7',
        'ASNT-9',
        'ASNT-13',
        'ASNT-21',
        'ASNT-22',
        'ASNT-23',
        'ASNT-26',
      ],
      'room-asked',
      asked,
    ),
    replay('a question at the desk', ['ASNT-4', 'ASNT-20', 'ASNT-21', 'ASNT-23'], 'room-asking', atDesk),
    replay('a mandate and its conditions', ['MAND-7', 'MAND-8', 'MAND-16'], 'room-home', atHome),
    replay('powers in a caucus', ['MAND-8', 'MAND-9', 'MAND-10', 'MAND-17'], 'room-powers', inCaucus),
    replay('how long a record is kept', ['RET-1', 'RET-2', 'RET-3', 'RET-4', 'RET-5'], 'room-kept', kept),
    replay('a keyring', ['RING-1', 'RING-2', 'RING-13', 'RET-6'], 'room-keyring', keyring),
    replay('a room of older rules', ['RULE-1', 'RULE-2', 'RULE-3', 'RULE-4'], 'room-older', older),
    replay('entries that are none', ['ROOM-1', 'ROOM-2', 'ROOM-18'], 'room-entries', entries),
  ])
