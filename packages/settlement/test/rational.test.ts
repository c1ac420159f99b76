import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  compare,
  divide,
  floor,
  fromNumber,
  multiply,
  numberCharsMax,
  ONE,
  parseRational,
  rational,
  subtract,
  toDecimal,
  toNumber,
  toText,
  ZERO,
} from '../src/index.ts'
import { numRuns } from './arbitraries.ts'

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([num, den]) => rational(num, den))

test.each([
  ['12', '12'],
  ['-0.5', '-0.5'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['1e-3', '0.001'],
  ['2.5E2', '250'],
  ['2/3', '2/3'],
  [' 1.5 / 4 ', '0.375'],
  ['-0', '0'],
  ['+7', '7'],
])('SET-1: %s is read as %s', (text, expected) => {
  const parsed = parseRational(text)
  expect(parsed && toText(parsed)).toBe(expected)
})

test.each([
  '',
  '.',
  'e5',
  '1/0',
  '1/2/3',
  '1e9999',
  '0x10',
  '1 000',
  'Infinity',
  '½',
  '1'.repeat(numberCharsMax + 1),
])('SET-1: %s is not a number', text => {
  expect(parseRational(text)).toBeUndefined()
})

test('SET-1: text that is written is read back as the same number', () => {
  fc.assert(
    fc.property(rationals, a => {
      expect(parseRational(toText(a))).toEqual(a)
    }),
    numRuns(500),
  )
})

test('SET-1: a float is the number its shortest text says', () => {
  expect(toText(fromNumber(0.1))).toBe('0.1')
  expect(toText(fromNumber(1e21))).toBe('1000000000000000000000')
  expect(() => fromNumber(Number.NaN)).toThrow(RangeError)
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 }), value => {
      expect(Math.abs(toNumber(fromNumber(value)) - value)).toBeLessThanOrEqual(
        Math.abs(value) * 4e-16 + 2 * Number.MIN_VALUE,
      )
      expect(Number(toText(fromNumber(value)))).toBe(value === 0 ? 0 : value)
    }),
    numRuns(500),
  )
})

test('SET-1: field laws, and an order that addition respects', () => {
  fc.assert(
    fc.property(rationals, rationals, rationals, (a, b, c) => {
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      expect(subtract(add(a, b), b)).toEqual(a)
      if (b.num !== 0n) expect(multiply(divide(a, b), b)).toEqual(a)
      expect(compare(add(a, c), add(b, c))).toBe(compare(a, b))
      expect(compare(a, rational(floor(a)))).toBeGreaterThanOrEqual(0)
      expect(compare(rational(floor(a) + 1n), a)).toBeGreaterThan(0)
    }),
    numRuns(500),
  )
})

test('SET-1: decimals round half away from zero', () => {
  expect(toDecimal(rational(1, 3))).toBeUndefined()
  expect(toDecimal(rational(1, 3), 4)).toBe('0.3333')
  expect(toDecimal(rational(5, 1000), 2)).toBe('0.01')
  expect(toDecimal(rational(-5, 1000), 2)).toBe('-0.01')
  expect(toDecimal(ZERO, 2)).toBe('0.00')
  expect(toDecimal(ONE, 0)).toBe('1')
  expect(() => rational(1, 0)).toThrow(RangeError)
})
