/** Acts as they are read: what has the form, and what has not. */

import type { RoomFile } from '../../../packages/core/test/vector-operations.ts'
import { admit, cardOf, type Draft, fileOf, opening, say, timeAt } from './cast.ts'

type Fields = Readonly<Record<string, unknown>>

const read = (name: string, act: unknown, rules: readonly string[] = ['ROOM-18']): Draft => ({
  name,
  rules,
  operation: 'readAct',
  input: { act },
})
const bad = (name: string, act: unknown, rules: readonly string[] = ['ROOM-18']): Draft => ({
  ...read(name, act, rules),
  refused: 'act-malformed',
})

const words = say('message-one', 'Ninety days.')
const noted = (note: string): Fields => ({ kind: 'member.leave', note })
const titled = (title: string): Fields => ({ ...words, title })
const withId = (message: string): Fields => ({ ...words, message })
const offer = { kind: 'offer.make', offer: 'offer-one', ifThey: 'leave', thenWe: 'stay', binding: true }
const put = (fields: unknown): Fields => ({
  kind: 'item.put',
  item: 'item-one-',
  register: 'some-register',
  rev: 1,
  fields,
})
const nested = (depth: number): unknown => (depth === 0 ? 'deep' : { inner: nested(depth - 1) })

export const acts = (): RoomFile =>
  fileOf('Acts as they are read: the form that each must have.', [
    read('an act with what it must have', words),
    read('an act with all that it may have', {
      ...words,
      title: 'On the pause',
      language: 'fa-Arab-IR',
      marking: 'unattributed',
      parts: [{ part: 'part-one', from: 0, to: 6, marking: 'verbatim' }],
      answers: 'delivery-one',
      recorded: { at: timeAt(0), way: 'by-phone', hearing: 'two neighbours' },
    }),
    read('an act without fields', { kind: 'table.open' }),
    read('the opening of a room', opening('lead', { kind: 'desk' })),
    read('text of several lines, with a tab', say('message-one', 'One.\n\tTwo.\r\nThree.'), ['ROOM-21']),
    read('text beyond the basic plane', noted('\u{1F54A} ﷺ 水'), ['ROOM-21']),
    read('a note of 4,000 code units', noted('\u{1F54A}'.repeat(2_000)), ['ROOM-21']),
    read('the latest time', { ...offer, until: 253_402_300_799_999 }),
    read('an id of eight characters', withId('a1234567'), ['ROOM-20']),
    read('an id of sixty-four characters', withId(`a${'-_0'.repeat(21)}`), ['ROOM-20']),
    read('a rule without an end', { kind: 'retention.set', days: null, basis: 'Article 9.' }),
    read('plain data eight deep', put({ deep: nested(7) }), ['ITEM-7']),
    { ...read('a kind that nobody knows', { kind: 'message.shout' }), refused: 'act-unknown' },
    { ...read('a name that every object has', { kind: 'constructor' }), refused: 'act-unknown' },
    bad('no kind', { note: 'Nothing.' }),
    bad('a kind that is no text', { kind: 1 }),
    bad('a list', [words]),
    bad('null', null),
    bad('a field that is missing', { kind: 'message.say', message: 'message-one', body: 'Ninety days.' }),
    bad('a field that nobody knows', { ...words, mood: 'calm' }),
    bad('a field that is null in the place of one left out', titled(null as unknown as string)),
    bad('text where a truth value stands', { ...words, binding: 'no' }),
    bad('a word that is none of the choices', { ...words, form: 'shout' }),
    bad('a text that is empty', noted(''), ['ROOM-21']),
    bad('a text that is blank', noted(' \u00a0\n'), ['ROOM-21']),
    bad('a text with a control character', noted('bell\u0007'), ['ROOM-21']),
    bad('a text with a lone half of a surrogate pair', noted('half \ud83d'), ['ROOM-21']),
    bad('a note of 4,001 code units', noted(`${'\u{1F54A}'.repeat(2_000)}a`), ['ROOM-21']),
    bad('a title of 201 code units', titled('a'.repeat(201)), ['ROOM-21']),
    bad('a title of two lines', titled('one\ntwo'), ['ROOM-21']),
    bad('a title with a tab', titled('one\ttwo'), ['ROOM-21']),
    bad('a title parted by U+2028', titled('one\u2028two'), ['ROOM-21']),
    bad('a title that turns the direction', titled('one\u202etwo'), ['ROOM-21']),
    bad('a name that isolates a direction', admit('head', { name: '\u2067Ilse' }), ['ROOM-21']),
    bad('an id of seven characters', withId('a123456'), ['ROOM-20']),
    bad('an id of sixty-five characters', withId('a'.repeat(65)), ['ROOM-20']),
    bad('an id of digits alone', withId('12345678'), ['ROOM-20']),
    bad('an id that every object has', withId('hasOwnProperty'), ['ROOM-20']),
    bad('an id with another character', withId('message.one'), ['ROOM-20']),
    bad('a time below 0', { ...offer, until: -1 }),
    bad('a time beyond the year 9999', { ...offer, until: 253_402_300_800_000 }),
    bad('a time that is no whole number', { ...offer, until: 1.5 }),
    bad('a card without devices', admit('head', { devices: [] })),
    bad(
      'a card of thirty-three devices',
      admit('head', { devices: Array.from({ length: 33 }, () => cardOf('head')['devices']).flat() }),
    ),
    bad('a room that hides what was said', opening('lead', { kind: 'desk' }, { history: 'from-here' })),
    bad('a room by the rules of number 1, said', opening('lead', { kind: 'desk' }, { rules: 1 }), ['RULE-1']),
    bad('a language that is no tag', { ...words, language: 'english please' }),
    bad('plain data nine deep', put({ deep: nested(8) }), ['ITEM-7']),
    bad('plain data with a fraction', put({ figure: 1.5 }), ['ITEM-7']),
    bad('plain data with a name that is none', put({ 'two words': 1 }), ['ITEM-7']),
    bad('plain data too long', put({ words: 'a'.repeat(20_000) }), ['ITEM-7']),
  ])
