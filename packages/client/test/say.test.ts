import { describe, expect, it, test } from 'vitest'
import { figuresOf, isolate, say } from '../src/words/say.ts'

const english = figuresOf('en')
const arabic = figuresOf('ar-u-nu-arab')

test('a text goes into its place isolated, a bare number as it is, a figure in the numerals of the language', () => {
  expect(say('For {name}: {count}', { name: 'ليلى', count: 1200 }, english)).toBe(
    `For ${isolate('ليلى')}: 1200`,
  )
  expect(say('{count, number} of {of, number}', { count: 1200, of: 3 }, english)).toBe('1,200 of 3')
  expect(say('{count, number}', { count: 12 }, arabic)).toBe('١٢')
})

test('a count chooses its form: the exact one first, then that of its category, then the last resort', () => {
  const pattern = '{n, plural, =0 {none} one {# thing} other {# things}}'
  expect([0, 1, 2, 1000].map(n => say(pattern, { n }, english))).toEqual([
    'none',
    '1 thing',
    '2 things',
    '1,000 things',
  ])
  const forms = '{n, plural, zero {z} one {o} two {t} few {f#} many {m#} other {r#}}'
  expect([0, 1, 2, 3, 11, 100].map(n => say(forms, { n }, arabic))).toEqual([
    'z',
    'o',
    't',
    'f٣',
    'm١١',
    'r١٠٠',
  ])
  expect(say('{n, plural, other {any #}}', { n: 1 }, english)).toBe('any 1')
})

test('a form holds places of its own, and # outside of a form is a letter', () => {
  const pattern =
    '# {n, plural, one {# from {who}} other {# from {who}, {m, plural, one {# day} other {# days}}}}'
  expect(say(pattern, { n: 2, m: 1, who: 'Iran' }, english)).toBe(`# 2 from ${isolate('Iran')}, 1 day`)
})

test('an apostrophe is a letter, and what is put in is not read again', () => {
  expect(say("It's {what}", { what: '{n, plural}' }, english)).toBe(`It's ${isolate('{n, plural}')}`)
})

test('a place without a value is left as it was written', () => {
  expect(say('By {by}', {}, english)).toBe('By {by}')
})

describe('what is no sentence is refused', () => {
  it.each([
    'open {',
    'open {name',
    'shut }',
    '{}',
    '{name, date}',
    '{n, plural, one {x}}',
    '{n, plural, single {x} other {y}}',
    '{n, plural, other {x}',
    '{n, plural, other {{n, plural, other {{n, plural, other {{n, plural, other {{n, plural, other {x}}}}}}}}}}',
  ])('%s', pattern => {
    expect(() => say(pattern, { name: 'x', n: 1 }, english)).toThrow()
  })
})
