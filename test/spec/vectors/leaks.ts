/** What the leak check finds in a wording, in several languages, and what of rooms it is held against. */

import type { RoomFile } from '../../../packages/core/test/vector-operations.ts'
import {
  admit,
  avalon,
  borduria,
  type Draft,
  fileOf,
  linesOf,
  logOf,
  opening,
  type Step,
  say,
} from './cast.ts'

type Fields = Readonly<Record<string, unknown>>

/** Where a finding comes from. */
const guarded = (...texts: readonly string[]): Fields => ({
  guarded: texts.map((text, at) => ({ message: `message-${at + 1}`, text })),
})

const find = (rule: string, name: string, wording: string, input: Fields): Draft => ({
  name,
  rules: [rule],
  operation: 'findLeaks',
  input: { wording, guarded: [], reworded: [], known: [], substance: [], names: [], people: [], ...input },
})

const leila = { people: ['Leila Rahmani'] }
const harbour = 'We could open the harbour before the winter ends.'

const wordings: readonly Draft[] = [
  find('LEAK-1', 'a person, whole and by one name', 'Leila Rahmani said so; Rahmani’s people agree.', leila),
  find('LEAK-1', 'a name without a capital, and part of a word', 'A leila would agree, Rahman too.', leila),
  find('LEAK-1', 'a name of two letters is found with the others alone', 'Bo Ek came; Ek stayed.', {
    people: ['Bo Ek'],
  }),
  find('LEAK-1', 'a party, however written', 'avalon, and the Avalon-backed side; Avalonians not.', {
    names: ['Avalon'],
  }),
  find('LEAK-1', 'a party in French', 'd’Avalon et de l’Avalon', { names: ['Avalon'] }),
  find('LEAK-6', 'a person in Arabic, typed as Persian is', 'قال السيد علي رحماني ذلك', {
    names: ['علی رحمانی'],
  }),
  find('LEAK-6', 'a person in Persian with vowel signs', 'قَالَ كَرِيم', { names: ['کریم'] }),
  find(
    'LEAK-1',
    'a name that stands by itself, whole',
    'Ask the lakes institute; an Institute of the Lakes not.',
    {
      guarded: [{ text: 'Lakes Institute', nameOf: 'institution' }],
    },
  ),
  find('LEAK-5', 'a name that the recipient has read in words', 'Ask the Lakes Institute.', {
    guarded: [{ text: 'Lakes Institute', nameOf: 'institution' }],
    known: ['Why not the Lakes Institute?'],
  }),
  find('LEAK-6', 'a name in Persian with a non-joiner that nobody sees', 'از کا\u200cبل', {
    names: ['کابل'],
  }),
  find('LEAK-2', 'a day by itself, its figures apart', 'By 14 March 2026; 14 of 2026 not.', {
    guarded: [{ text: '2026-03-14', isDay: true }],
  }),
  find('LEAK-7', 'a day in the Persian calendar', 'تا ۲۳ اسفند ۱۴۰۴', {
    guarded: [{ text: '2026-03-14', isDay: true }],
  }),
  find('LEAK-7', 'a figure with a fraction', 'It is 4 1/4 million.', guarded('4,250,000')),
  find('LEAK-7', 'a figure over the end of a line', 'It is 4,250,\n000.', guarded('4 250 000')),
  find(
    'LEAK-2',
    'a figure in thousands, in English and German',
    'It is 1,250,000 in all.',
    guarded('Es sind 1.250.000.'),
  ),
  find(
    'LEAK-2',
    'a figure in thousands, French',
    'Cela fait 1\u202f250\u202f000 en tout.',
    guarded('1250000'),
  ),
  find('LEAK-7', 'a figure in Persian digits', '۱٬۲۵۰٬۰۰۰ دلار', guarded('1 250 000')),
  find('LEAK-7', 'a figure in Arabic digits', 'نحو ٤٠٠ شخص', guarded('Some 400 people.')),
  find('LEAK-7', 'decimals, with point and comma', 'Rate 3,50.', guarded('The rate is 3.5 at most.')),
  find(
    'LEAK-7',
    'one sign before three digits parts thousands',
    'About 3.500 men.',
    guarded('We have 3500, not 3.5.'),
  ),
  find('LEAK-2', 'another figure', 'It is 401.', guarded('It is 400.')),
  find(
    'LEAK-3',
    'a word with a capital inside a sentence',
    'The place is geneva; then we go.',
    guarded('We meet in Geneva. Then we go.'),
  ),
  find(
    'LEAK-6',
    'a word in Spanish with an accent',
    'Se trata de malaga.',
    guarded('La reunión es en Málaga.'),
  ),
  find('LEAK-4', 'a run of four words', 'They would open the harbour before spring.', guarded(harbour)),
  find(
    'LEAK-4',
    'runs that overlap are one',
    'They could open the harbour before the winter.',
    guarded(harbour),
  ),
  find('LEAK-4', 'three words are no run', 'To open the harbour early.', guarded(harbour)),
  find(
    'LEAK-6',
    'a run in Arabic, with and without vowel signs',
    'سنفتح الميناء قبل نهاية الشتاء',
    guarded('نحن سَنَفْتَحُ الميناءَ قبل نهاية الشتاء إن شئتم'),
  ),
  find(
    'LEAK-6',
    'a run in Persian with other letters',
    'بندر را پيش از پايان زمستان باز مي كنيم',
    guarded('ما بندر را پیش از پایان زمستان باز می‌کنیم'),
  ),
  find('LEAK-4', 'five of the passage’s own words are none', 'One could open the harbour before spring.', {
    reworded: [{ message: 'message-1', text: harbour }],
  }),
  find('LEAK-4', 'six of the passage’s own words are', 'One could open the harbour before the spring.', {
    reworded: [{ message: 'message-1', text: harbour }],
  }),
  find('LEAK-5', 'what the recipient knows', 'We meet in Geneva at 400.', {
    ...guarded('They meet in Geneva at 400.'),
    known: ['Geneva? We meet in Geneva at 400.'],
  }),
  find(
    'LEAK-5',
    'of substance the figures and words pass, the runs do not',
    'It could open the harbour before 400.',
    {
      ...guarded('We could open the harbour before 400.'),
      substance: ['They open at 400.'],
    },
  ),
  find('LEAK-8', 'places count code units', '\u{1F54A}\u{1F54A} in Geneva', guarded('We meet in Geneva.')),
  find('LEAK-8', 'nothing to find', 'A pause may be thinkable.', guarded('Not that.')),
]

const secret = 'We would give back the Zeta valley for 4711 dollars.'
const source: readonly Step[] = [
  ['lead', opening('lead', { kind: 'caucus', party: avalon })],
  ['lead', admit('head')],
  ['head', { kind: 'consent.give', party: 'party-avalon', limits: 'Nothing of the Omega road.' }],
  ['head', say('message-one', secret, { marking: 'nothing' })],
  ['head', say('message-two', 'We could wait for thirty days.', { marking: 'attributed' })],
  [
    'head',
    {
      kind: 'offer.make',
      offer: 'offer-one',
      ifThey: 'They leave the Gamma bridge.',
      thenWe: 'We pay 9000.',
      binding: false,
    },
  ],
]
const rooms = {
  avalon: logOf('room-avalon', source),
  borduria: logOf('room-borduria', [
    ['lead', opening('lead', { kind: 'caucus', party: borduria })],
    ['lead', admit('other')],
    ['other', say('message-theirs', 'Nobody goes to Lambda.')],
  ]),
}

const plan = (wording: string, changes: Fields): Fields => ({
  conveyance: 'conveyance-one',
  delivery: 'delivery-one',
  origin: { kind: 'mediators' },
  to: 'room-borduria',
  as: 'verbatim',
  form: 'oral-message',
  binding: false,
  wording,
  timing: { kind: 'now' },
  tell: 'nothing',
  carrier: 'member-lead',
  accepted: [],
  ...changes,
})

const findIn = (
  rule: string,
  name: string,
  wording: string,
  changes: Fields = {},
  also: readonly Step[] = [],
): Draft => ({
  name,
  rules: [rule],
  operation: 'findLeaksIn',
  input: {
    source: 'avalon',
    recipient: 'borduria',
    rooms: ['avalon', 'borduria'],
    ...(also.length === 0
      ? {}
      : { also: { borduria: linesOf('room-borduria', also, rooms.borduria.log.length) } }),
    plan: plan(wording, changes),
  },
})
const from = (message: string, as: string): Fields => ({
  origin: { kind: 'passage', room: 'room-avalon', passage: { message } },
  as,
})

const plans: readonly Draft[] = [
  findIn('LEAK-9', 'words that may not pass', 'They might give back the Zeta valley for 4711.'),
  findIn('LEAK-9', 'the limits of a consent', 'Nothing of the Omega road is asked.'),
  findIn('LEAK-9', 'an offer that is not the one put', 'If one leaves the Gamma bridge, 9000.'),
  findIn('LEAK-9', 'the offer that is put', 'If one leaves the Gamma bridge, 9000.', {
    origin: { kind: 'offer', room: 'room-avalon', offer: 'offer-one' },
    as: 'unattributed',
  }),
  findIn(
    'LEAK-1',
    'the people of the other side, and the side where it is not named',
    'Ilse Brandt of Avalon.',
    from('message-two', 'unattributed'),
  ),
  findIn('LEAK-1', 'the side where it is named', 'Avalon could wait.', from('message-two', 'attributed')),
  findIn(
    'LEAK-4',
    'the very passage, its substance alone passing',
    'They could wait for thirty days too.',
    from('message-two', 'attributed'),
  ),
  findIn(
    'LEAK-4',
    'six words of it',
    'We could wait for thirty days too.',
    from('message-two', 'attributed'),
  ),
  findIn('LEAK-8', 'the title first', 'At 4711.', { title: 'On Zeta' }),
  findIn('LEAK-5', 'what the recipient has said itself', 'The Zeta valley, and Lambda.', {}, [
    ['other', say('message-more', 'It is about the Zeta valley.')],
  ]),
  findIn('LEAK-5', 'what mediators said there of themselves clears nothing', 'The Zeta valley.', {}, [
    ['lead', say('message-more', 'It is about the Zeta valley.')],
  ]),
]

export const leaks = (): RoomFile =>
  fileOf(
    'What the leak check finds in a wording, and what of rooms it is held against.',
    [...wordings, ...plans],
    rooms,
  )
