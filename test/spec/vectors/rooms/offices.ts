/** Good offices; who does what, beside which other talks. */

import { admit, type Draft, openCaucus, openDesk, put, replay, type Step } from '../cast.ts'

const lakes = 'Lakes Institute'

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

const answered: readonly Step[] = [
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

const besideTalks: readonly Step[] = [
  ['lead', openDesk],
  ['lead', admit('second')],
  ['second', put('water', 'portfolio', { inHandsOf: 'member-second', duties: 'Water' })],
  ['lead', put('water', 'portfolio', { inHandsOf: 'member-second', duties: 'Water' })],
  ['lead', { kind: 'item.mark', item: 'item-water', rev: 1, verb: 'portfolio-taken' }],
  ['second', { kind: 'item.mark', item: 'item-water', rev: 1, verb: 'portfolio-taken' }],
  ['second', put('house', 'track', { trackOf: 'A house', trackState: 'active', relation: 'parallel' })],
  ['second', put('envoy', 'safety', { whom: 'The envoy' })],
  ['second', { kind: 'item.mark', item: 'item-envoy', rev: 1, verb: 'safety-flag' }],
  ['second', { kind: 'item.mark', item: 'item-envoy', rev: 1, verb: 'safety-flag', note: 'Is watched.' }],
]

export const offices: readonly Draft[] = [
  replay(
    'good offices offered, answered and changed, and an agreement to mediate',
    ['GOOD-1', 'GOOD-9', 'GOOD-15'],
    'room-offices',
    answered,
  ),
  replay(
    'who does what, another track, somebody’s safety',
    ['GOOD-13', 'GOOD-14', 'GOOD-16'],
    'room-beside',
    besideTalks,
  ),
]
