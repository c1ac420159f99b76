import { describe, expect, test } from 'vitest'
import { readDecimal } from '../src/areas/fact/decimal.ts'

const [en, fr, es, ar, fa] = [
  'en-GB-u-nu-latn',
  'fr-u-nu-latn',
  'es-u-nu-latn',
  'ar-u-nu-arab',
  'fa-u-nu-arabext',
] as const

describe('a number as it is typed', () => {
  test.each([
    [en, '108000', '108000'],
    [en, ' 108,000.50 ', '108000.50'],
    [en, '-3.5', '-3.5'],
    [en, '−3.5', '-3.5'],
    [en, '1,234,567', '1234567'],
    [fr, '108 000,50', '108000.50'],
    [fr, '108\u202f000', '108000'],
    [fr, '3,5', '3.5'],
    [es, '108.000,5', '108000.5'],
    [es, '3,5', '3.5'],
    [ar, '١٠٨٬٠٠٠٫٥', '108000.5'],
    [fa, '۱۰۸٬۰۰۰', '108000'],
    [fa, '۳٫۵', '3.5'],
    [fa, '3.5', '3.5'],
    [fr, '3.5', '3.5'],
    [es, '3.5', '3.5'],
    [en, '0.10', '0.10'],
  ])('FACT-3 in %s "%s" is %s, exactly', (locale, typed, read) => {
    expect(readDecimal(typed, locale)).toBe(read)
  })

  test.each([
    [en, ''],
    [en, 'about 7'],
    [en, '1,5'],
    [en, '1,50,000'],
    [en, '1.2.3'],
    [en, '1.234,5'],
    [fr, '1 5'],
    [en, '1e5'],
    [en, '.5'],
    [en, '5.'],
    [en, '--5'],
    [en, '9'.repeat(31)],
  ])('FACT-3 in %s "%s" is none, and is not made one', (locale, typed) => {
    expect(readDecimal(typed, locale)).toBeUndefined()
  })

  test('FACT-3 law: what is shown is read back as it was, in every language', () => {
    for (const locale of [en, fr, es, ar, fa])
      for (const written of ['7', '640', '650.5', '108000', '1234567.25', '-42'] as const) {
        const places = written.split('.')[1]?.length ?? 0
        const shown = new Intl.NumberFormat(locale, { minimumFractionDigits: places }).format(Number(written))
        expect([locale, readDecimal(shown, locale)]).toEqual([locale, written])
      }
  })
})
