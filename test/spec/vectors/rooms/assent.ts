/** Questions put to several, as they stand in a caucus and at the desk. */

import {
  admit,
  type Draft,
  openCaucus,
  openDesk,
  put,
  recorded,
  replay,
  type Step,
  say,
  timeAt,
} from '../cast.ts'

const asking = {
  kind: 'proposal',
  texts: [
    { language: 'en', body: 'Do you accept the draft of Monday?', follow: 'It is read out on Friday.' },
    { language: 'fr', body: 'Acceptez-vous le projet de lundi ?' },
  ],
  parties: [
    { party: 'party-avalon', name: 'Avalon' },
    { party: 'party-borduria', name: 'Borduria' },
  ],
  effect: 'commits',
  times: { closes: timeAt(20), tellBy: timeAt(30), early: false },
  nonce: 'AAAA',
}
const digest = 'bMx0-k_2bMx0-k_2bMx0-k_2bMx0-k_2bMx0-k_2bMx'
const signature = 'yes-'.repeat(21) + 'ok'
const nothing = 'none'.repeat(21) + 'ok'
const shown = (adherence: string) =>
  ['party-avalon', 'party-borduria'].map(party => ({ party, adherence, byMediators: false }))
const ask = (question: string, changes: object = {}) => ({
  kind: 'assent.ask',
  question: `question-${question}`,
  content: { ...asking, ...changes },
  digest,
})
const answer = (question: string, yes: boolean, changes: object = {}) => ({
  kind: 'assent.answer',
  question: `question-${question}`,
  yes,
  adherence: yes ? signature : nothing,
  ...changes,
})
const tell = (question: string, match: boolean) => ({
  kind: 'assent.tell',
  question: `question-${question}`,
  match,
  adherences: shown(match ? signature : nothing),
})

/** What is put where all say yes, told as soon as they have. */
const putting = { times: { closes: timeAt(60), tellBy: timeAt(90), early: true }, nonce: 'DDDD' }
const named = (title: string) => ({ register: 'proposal', fields: { title } })

/** An exchange of lists. */
const list = {
  kind: 'item.put',
  item: 'item-list',
  register: 'delegation-list',
  rev: 1,
  fields: { title: 'Envoys', delegation: [{ name: 'The envoy of Avalon' }] },
}
const own = { item: 'item-list', rev: 1, nonce: 'EEEE' }
const theirs = {
  party: 'party-borduria',
  under: 'item-theirs',
  nonce: 'FFFF',
  thing: {
    register: 'delegation-list',
    fields: { title: 'Those who come', delegation: [{ name: 'The envoy of Borduria' }] },
  },
}
const exchange = (question: string, changes: object = {}, more: object = {}) => ({
  ...ask(question, {
    ...putting,
    kind: 'exchange',
    nonce: 'GGGG',
    gives: ['party-avalon', 'party-borduria'].map(party => ({ party, digest })),
    ...changes,
  }),
  ...more,
})

/** Of three: one to which it says no and then yes, one withdrawn, one that comes to nothing. */
const asked: readonly Step[] = [
  ['lead', openCaucus],
  ['lead', admit('head')],
  ['lead', admit('adviser')],
  ['head', ask('one')],
  ['lead', { kind: 'assent.ask', question: 'question-one' }],
  ['lead', ask('one', { parties: asking.parties.toReversed() })],
  ['lead', ask('one', { times: { ...asking.times, tellBy: timeAt(20) } })],
  ['lead', ask('one')],
  ['lead', ask('one')],
  ['lead', ask('two', { effect: 'indicates', nonce: 'HHHH' })],
  ['lead', ask('three', { times: { ...asking.times, closes: timeAt(12) }, nonce: 'IIII' })],
  ['adviser', answer('one', true)],
  ['lead', answer('one', true, { recorded })],
  ['head', answer('three', true), { placed: timeAt(12) + 1, time: timeAt(11) }],
  ['head', answer('one', false)],
  ['head', answer('one', true)],
  ['head', answer('one', false)],
  ['lead', tell('one', true)],
  ['lead', { kind: 'assent.withdraw', question: 'question-two' }],
  ['head', answer('two', true)],
  ['lead', tell('three', true)],
  ['lead', tell('three', false)],
  ['lead', tell('one', true)],
  ['lead', tell('one', true)],
  ['lead', ask('four', { times: { closes: timeAt(25), tellBy: timeAt(26), early: true }, nonce: 'JJJJ' })],
  ['head', answer('four', true), { placed: timeAt(25), time: timeAt(27) }],
  ['lead', tell('four', true), { placed: timeAt(26) + 1 }],
  ['lead', ask('five', { ...putting, thing: { ...named('Draft of Monday'), fields: {} } })],
  ['lead', ask('five', { ...putting, thing: named('Draft of Monday'), answeredBy: 'binds' })],
  ['lead', { kind: 'item.put', item: 'question-five', rev: 1, ...named('Another') }],
  ['lead', ask('six', { ...putting, nonce: 'BBBB', thing: named('Draft of June'), anew: 'CCCC' })],
  ['head', answer('five', true)],
  ['lead', tell('five', true)],
  ['lead', ask('six', { ...putting, nonce: 'BBBB', thing: named('Draft of June'), anew: 'AAAA' })],
  ['lead', ask('six', { ...putting, nonce: 'BBBB', thing: named('Draft of June'), anew: 'DDDD' })],
  ['head', answer('six', true)],
  ['lead', tell('six', true)],
  ['lead', exchange('seven', {}, { own })],
  ['head', list],
  ['lead', exchange('seven')],
  ['lead', exchange('seven', { kind: 'free' }, { own })],
  ['lead', exchange('seven', {}, { own: { ...own, rev: 2 } })],
  ['lead', exchange('seven', {}, { own })],
  ['head', answer('seven', true)],
  ['lead', tell('seven', true)],
  ['lead', { ...tell('seven', true), handed: [{ ...theirs, under: 'item-list' }] }],
  [
    'lead',
    { ...tell('seven', true), handed: [{ ...theirs, thing: { register: 'delegation-list', fields: {} } }] },
  ],
  ['lead', { ...tell('seven', false), handed: [theirs] }],
  ['lead', { ...tell('seven', true), handed: [theirs] }],
]

const planned = (changes: object = {}) => ({
  kind: 'assent.plan',
  question: 'question-desk',
  content: asking,
  digest,
  asked: [
    { party: 'party-avalon', room: 'room-avalon', under: 'question-one' },
    { party: 'party-borduria', room: 'room-borduria', under: 'question-other' },
  ],
  accepted: [{ kind: 'words', from: 0, to: 3, text: 'Do ' }],
  ...changes,
})
const close = (match: boolean) => ({
  kind: 'assent.close',
  question: 'question-desk',
  match,
  adherences: shown(match ? signature : nothing),
  considered: [
    { party: 'party-avalon', upTo: 16, head: 'AAAA', answer: 14 },
    { party: 'party-borduria', upTo: 9, head: 'BBBB' },
  ],
})
const givings = ['avalon', 'borduria'].map(side => ({
  party: `party-${side}`,
  item: `item-list-${side}`,
  rev: 1,
  nonce: 'EEEE',
  under: `item-given-${side}`,
}))
const exchanging = (more: object) =>
  planned({
    question: 'question-lists',
    content: exchange('lists').content,
    asked: planned().asked.map(each => ({ ...each, under: `${each.under}-3` })),
    ...more,
  })
const atDesk: readonly Step[] = [
  ['lead', openDesk],
  ['lead', admit('second')],
  ['lead', planned()],
  ['lead', planned({ asked: planned().asked.toReversed() })],
  ['lead', planned({ question: 'question-again' })],
  ['second', planned({ content: { ...asking, kind: 'move' } })],
  ['lead', close(false)],
  ['second', { kind: 'assent.ask', question: 'question-desk' }],
  ['lead', { kind: 'assent.ask', question: 'question-desk' }],
  ['lead', planned()],
  ['lead', close(false)],
  ['lead', close(false), { placed: timeAt(20) + 1 }],
  ['lead', { kind: 'assent.withdraw', question: 'question-desk' }],
  [
    'lead',
    planned({
      question: 'question-next',
      asked: planned().asked.map(each => ({ ...each, under: `${each.under}-2` })),
    }),
  ],
  ['lead', { kind: 'assent.withdraw', question: 'question-next' }],
  ['lead', { kind: 'assent.ask', question: 'question-next' }],
  ['lead', exchanging({ gives: givings.toReversed() })],
  ['lead', exchanging({ gives: givings })],
]

export const assent: readonly Draft[] = [
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
]
