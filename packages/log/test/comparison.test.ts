import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describe, expect, test } from 'vitest'
import { compareText, comparisonWords, utf8 } from '../src/index.ts'

const parts = [utf8('The parties meet.'), utf8('The parties agree.')]

/** Each costs a third of a second, and many on a busy machine. */
const made = compareText('draft/log-a', parts)

describe('KEY-40 a code for words that two hold', () => {
  test('is twenty digits in groups of four, and six places in a list', async () => {
    const one = await made
    expect(one.digits).toMatch(/^\d{4}( \d{4}){4}$/)
    expect(one.places).toHaveLength(6)
    for (const place of one.places) expect(wordlist[place]).toBeTypeOf('string')
    expect(comparisonWords(one, wordlist)).toEqual(one.places.map(place => wordlist[place]))
  })

  test('is the same for the same, and another for another name, order or parting', async () => {
    const one = await made
    expect(await compareText('draft/log-a', parts)).toEqual(one)
    const others = await Promise.all([
      compareText('draft/log-b', parts),
      compareText('draft/log-a', [utf8('The parties agree.The parties meet.')]),
    ])
    expect(new Set([one, ...others].map(({ digits }) => digits)).size).toBe(3)
    expect(new Set([one, ...others].map(({ places }) => places.join())).size).toBe(3)
  })

  test('digits and words do not follow from each other: neither gives away part of the other', async () => {
    const one = await made
    const number = BigInt(one.digits.replaceAll(' ', ''))
    const words = one.places.reduce((sum, place) => (sum << 11n) | BigInt(place), 0n)
    expect(number % 2n ** 20n).not.toBe(words % 2n ** 20n)
  })

  test('needs a whole list of words', async () => {
    const one = await made
    expect(() => comparisonWords(one, wordlist.slice(1))).toThrow(RangeError)
  })
})
