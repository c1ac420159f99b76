import { type Rational, rational } from '@goodoffices/settlement'
import { expect, it } from 'vitest'
import { isFactorExact, toMarked, toShort } from '../../src/settle/numbers.ts'

const smallest: Rational = rational(9n, 10n ** 400n)

it('CLI-48: what is more than nothing is not written as nothing, however small', () => {
  expect(toMarked(smallest)).toBe('≈ 9e-400')
  expect(toShort(rational(-1n, 3_000_000n))).toBe('-3.3333e-7')
  expect(toShort(rational(1n, 20_000n))).toBe('0.0001')
  expect(toShort(rational(1n, 20_001n))).toBe('4.9998e-5')
  expect(toShort(rational(0n))).toBe('0')
  expect(isFactorExact(smallest)).toBe(true)
})
