/** What a side undertakes in its caucus and what is carried into another; what it does of itself at the table. */

import {
  admit,
  avalon,
  borduria,
  type Draft,
  mark,
  opening,
  put,
  replay,
  type Step,
  timeAt,
} from '../cast.ts'

const recorded = { at: timeAt(-60), way: 'on-paper' } as const
const letter = {
  title: 'Force limits',
  party: 'party-avalon',
  undertakenBy: 'Avalon',
  addressedTo: { kind: 'to-parties', toParties: ['party-borduria'], named: 'The Government of Borduria' },
  exactWords: [{ language: 'en', body: 'No more than 40 guards stand at the weir.' }],
  form: 'letter',
  tie: { kind: 'unilateral', invites: 'As many below.' },
  revocable: { kind: 'with-notice', noticeDays: 30 },
}
const word = (delivery: string, from: string, verb: string) => ({
  kind: 'delivery.make',
  delivery: `delivery-${delivery}`,
  form: 'oral-message',
  binding: false,
  body: 'They say so.',
  from,
  verbatim: true,
  thing: { item: 'item-letter', rev: 1, verb },
})

const undertaken: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('head')],
  ['lead', put('letter', 'undertaking', letter)],
  ['head', put('letter', 'undertaking', { ...letter, party: 'party-borduria' })],
  ['head', put('letter', 'undertaking', { ...letter, tie: { kind: 'unilateral', clause: 'Article 4' } })],
  ['head', put('letter', 'undertaking', letter)],
  ['lead', mark('letter', 'undertaking-given')],
  ['head', mark('letter', 'undertaking-given')],
  ['lead', mark('letter', 'communicated-to')],
  ['lead', mark('letter', 'communicated-to', { note: 'To Borduria, by hand.' })],
  ['head', mark('letter', 'relied-on')],
  ['lead', word('relied', 'Borduria', 'relied-on')],
  ['lead', word('revoked', 'Borduria', 'undertaking-revoked')],
  ['lead', mark('letter', 'copy-attested')],
  ['head', mark('letter', 'undertaking-revoked')],
  ['head', put('bank', 'undertaking', { ...letter, addressedTo: { kind: 'to-body', named: 'The bank' } })],
  ['head', mark('bank', 'undertaking-given')],
  ['lead', mark('bank', 'undertaking-noted', { recorded, for: { name: 'Another' } })],
  ['lead', mark('bank', 'undertaking-noted', { recorded, for: { name: 'The bank' } })],
]

const step = {
  title: 'The sluice',
  party: 'party-avalon',
  undertakenBy: 'Avalon',
  exactWords: [{ language: 'en', body: 'We open it by a hand.' }],
  invites: 'The same below.',
}

const ofThemselves: readonly Step[] = [
  ['lead', opening('lead', { kind: 'table' })],
  ['lead', { kind: 'party.add', card: avalon }],
  ['lead', { kind: 'party.add', card: borduria }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['head', put('letter', 'undertaking', letter)],
  ['head', put('all', 'undertaking', { ...letter, addressedTo: { kind: 'to-all' } })],
  ['head', mark('all', 'undertaking-given')],
  ['head', mark('all', 'relied-on')],
  ['other', mark('all', 'relied-on')],
  ['other', mark('all', 'undertaking-not-kept')],
  ['other', mark('all', 'undertaking-not-kept', { note: 'Fifty stood there.' })],
  ['head', mark('all', 'undertaking-kept')],
  ['head', put('step', 'unilateral-step', { ...step, clause: 'Article 4' })],
  ['head', put('step', 'unilateral-step', step)],
  ['other', mark('step', 'step-taken')],
  ['head', mark('step', 'step-announced')],
  ['head', mark('step', 'step-taken')],
  ['head', mark('step', 'step-contested', { note: 'So.' })],
  [
    'other',
    put('answer', 'unilateral-step', {
      ...step,
      party: 'party-borduria',
      undertakenBy: 'Borduria',
      answersStep: 'item-step',
    }),
  ],
  ['other', mark('step', 'step-noted')],
  ['head', mark('step', 'step-called-off')],
]

export const undertaking: readonly Draft[] = [
  replay(
    'what a side undertakes, to whom, and what is said of it',
    ['UNDT-1', 'UNDT-2', 'UNDT-4', 'UNDT-6', 'UNDT-8', 'UNDT-10', 'UNDT-12'],
    'room-undertaken',
    undertaken,
  ),
  replay(
    'what is undertaken before all, and what is done for nothing',
    ['UNDT-1', 'UNDT-3', 'UNDT-6', 'UNDT-11'],
    'room-of-themselves',
    ofThemselves,
  ),
]
