/** Instruments in a caucus and at the table, approvals and a ballot at home. */

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
const words = 'w'.repeat(43)
const others = 'o'.repeat(43)
const terms = {
  title: 'Terms for the spring',
  instrumentIs: 'agreement',
  textIn: [
    { kind: 'text', language: 'en', body: 'Each takes half.' },
    { kind: 'file', language: 'fr', sha256: 'ab'.repeat(32), fileName: 'termes.pdf' },
  ],
  digest: words,
  authenticIn: ['en'],
  boundParties: ['party-avalon', 'party-borduria'],
  boundBy: 'ratification',
  inForceUpon: 'deposit',
  inForceFor: 'each',
  inForceAfter: 30,
  inForceUnit: 'days',
  inForceZone: 'Asia/Tehran',
  provisional: true,
  depositary: 'The school',
}
const signing = (party: string, done: string, more: object = {}) => ({
  instrument: 'item-terms',
  party: `party-${party}`,
  done,
  digest: words,
  signedBy: 'The council',
  proof: 'A'.repeat(86),
  ...more,
})

const signedInCaucus: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('principal')],
  ['principal', admit('head')],
  ['lead', put('terms', 'instrument', terms)],
  ['head', put('terms-2', 'instrument', terms)],
  ['lead', put('none', 'instrument', { ...terms, inForceOn: '2026-06-01' })],
  ['head', mark('terms', 'text-adopted')],
  ['head', mark('terms', 'words-compared')],
  ['head', mark('terms', 'attested-apart')],
  [
    'head',
    put('powers', 'powers', {
      holder: 'The head',
      person: 'member-head',
      powersMay: ['adopt', 'initial', 'sign-ad-referendum'],
    }),
  ],
  ['head', put('one', 'signing', signing('avalon', 'confirmed'))],
  ['head', put('one', 'signing', signing('borduria', 'initialled'))],
  ['head', put('one', 'signing', signing('avalon', 'initialled', { digest: others }))],
  ['head', put('one', 'signing', signing('avalon', 'initialled', { paperScan: 'ab'.repeat(32) }))],
  [
    'head',
    put(
      'one',
      'signing',
      signing('avalon', 'initialled', { paperAt: 'The school', paperBefore: 'Two elders' }),
    ),
  ],
  ['head', put('one', 'signing', signing('avalon', 'initialled'), { rev: 2 })],
  ['head', put('two', 'signing', signing('avalon', 'signed'))],
  [
    'head',
    put(
      'two',
      'signing',
      signing('avalon', 'signed-ad-referendum', { subjectTo: 'Subject to approval', mayBeShown: true }),
    ),
  ],
  ['head', put('three', 'signing', signing('avalon', 'confirmed'))],
  ['principal', put('three', 'signing', signing('avalon', 'confirmed'))],
  ['head', put('four', 'signing', signing('avalon', 'ratified'))],
  ['head', mark('two', 'signing-withdrawn')],
  [
    'head',
    put('home', 'approval', {
      approver: 'The presidency',
      inOrder: 1,
      approvalIs: 'consent',
      neededBefore: 'signed',
    }),
  ],
]

const closedAtTable: readonly Step[] = [
  ['lead', opening('lead', { kind: 'table' })],
  ['lead', { kind: 'party.add', card: avalon }],
  ['lead', { kind: 'party.add', card: borduria }],
  ['lead', admit('head')],
  ['lead', admit('other')],
  ['lead', put('terms', 'instrument', { ...terms, depositary: 'The school' })],
  ['head', put('one', 'signing', signing('avalon', 'signed'))],
  ['lead', put('one', 'signing', signing('avalon', 'signed', { signedOn: '2026-03-01' }))],
  [
    'lead',
    put('two', 'signing', signing('borduria', 'signed', { signedOn: '2026-03-01', madeByMediators: true })),
  ],
  ['other', mark('one', 'signing-contested')],
  ['other', mark('one', 'signing-contested', { note: 'Not by the council.' })],
  ['lead', mark('terms', 'attested-on-it')],
  ['lead', put('terms', 'instrument', { ...terms, digest: others }, { rev: 2 })],
  [
    'lead',
    put('terms', 'instrument', { ...terms, digest: others, formerly: [words], agreedIn: 'AAAA' }, { rev: 2 }),
  ],
  [
    'lead',
    put('three', 'signing', signing('avalon', 'ratified', { digest: others, signedOn: '2026-04-01' })),
  ],
  ['lead', { ...mark('terms', 'deposit-received', { evidence: ['item-three'] }), rev: 2 }],
  [
    'lead',
    {
      ...mark('terms', 'deposit-received', {
        evidence: ['item-three'],
        for: { name: 'The school' },
        recorded,
      }),
      rev: 2,
    },
  ],
  ['lead', put('four', 'signing', signing('borduria', 'consent-refused', { digest: others }))],
  ['lead', { ...mark('terms', 'overtaken', { note: 'A law of the province.' }), rev: 2 }],
  [
    'lead',
    put('copy', 'instrument', {
      ...terms,
      instrumentIs: 'separate-copies',
      boundParties: ['party-avalon'],
      boundBy: 'signature',
      inForceUpon: 'fixed-day',
      inForceOn: '2026-06-01',
    }),
  ],
]

const ballot = {
  title: 'The terms',
  askedWords: 'Do you accept the terms?',
  electorate: 'The members',
  majorityOf: 'valid',
  threshold: '1/2',
  tieRule: 'not-carried',
  countedBy: 'The tellers',
}
const rail = { eligible: 11_845, returned: 11_845, inFavour: 5_100, opposed: 6_646, blankOrVoid: 99 }
const ofPresidency = { for: { name: 'The presidency' }, recorded }

const approvedAtHome: readonly Step[] = [
  ['head', opening('head', { kind: 'delegation', party: avalon })],
  ['head', admit('adviser')],
  [
    'head',
    put('home', 'approval', {
      approver: 'The presidency',
      inOrder: 1,
      approvalIs: 'last-word',
      neededBefore: 'confirmed',
      neededBy: { kind: 'on', day: '2026-06-01' },
    }),
  ],
  [
    'adviser',
    put('more', 'approval', {
      approver: 'The council',
      inOrder: 2,
      approvalIs: 'advice',
      neededBefore: 'signed',
    }),
  ],
  ['head', mark('home', 'approval-sought')],
  ['head', mark('home', 'approved')],
  ['adviser', mark('home', 'approved', ofPresidency)],
  ['head', mark('home', 'approved-with-conditions', ofPresidency)],
  ['head', mark('home', 'approved', ofPresidency)],
  ['adviser', mark('home', 'gone-without', { note: 'Signed before it was there.' })],
  ['head', put('poll', 'ballot', { ...ballot, threshold: '3/2' })],
  ['head', put('poll', 'ballot', ballot)],
  [
    'head',
    put('count', 'tally', {
      ballot: 'item-poll',
      countedBy: 'The tellers',
      counted: [{ ...rail, blankOrVoid: 98 }],
    }),
  ],
  [
    'head',
    put('count', 'tally', {
      ballot: 'item-poll',
      countedBy: 'The tellers',
      counted: [rail],
      scrutineer: 'A notary',
    }),
  ],
  ['head', mark('count', 'result-certified')],
  ['head', mark('count', 'result-certified', { for: { name: 'A notary' }, recorded })],
  ['adviser', mark('count', 'result-contested')],
  [
    'head',
    put('groups', 'ballot', {
      ...ballot,
      majorityOf: 'members',
      orExactly: true,
      quorum: '1/2',
      groups: [{ groupName: 'All', threshold: '3/5' }, { groupName: 'One' }],
    }),
  ],
]

export const close: readonly Draft[] = [
  replay(
    'signatures in a caucus, with powers on file',
    ['CLOS-1', 'CLOS-6', 'CLOS-10'],
    'room-signed',
    signedInCaucus,
  ),
  replay(
    'an instrument at the table, placed, put right, ratified and deposited',
    ['CLOS-5', 'CLOS-9', 'CLOS-11', 'CLOS-13', 'CLOS-14'],
    'room-closed',
    closedAtTable,
  ),
  replay('approvals and a ballot at home', ['CLOS-2', 'CLOS-3'], 'room-approved', approvedAtHome),
]
