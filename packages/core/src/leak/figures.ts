/** The figures that a folded word is, however they are written (LEAK-7). */

import { fold } from './fold.ts'

/** What a word with digits may be taken for: the one it is, and what else it may be read as. */
export type Figures = { readonly figure: string; readonly others: readonly string[] }

/** By how many powers of ten a word multiplies the figure before it. */
const magnitudes: ReadonlyMap<string, number> = new Map(
  (
    [
      [3, 'k thousand thousands mil mille millier milliers ألف الف آلاف ألفا هزار'],
      [5, 'lakh lakhs lac lacs'],
      [6, 'm mn mln mio million millions millón millones مليون ملايين مليونا میلیون'],
      [7, 'crore crores'],
      [
        9,
        'bn bln billion billions milliard milliards millardo millardos مليار مليارات ملیارد میلیارد بليون بیلیون',
      ],
      [12, 'tn trn trillion trillions billón billones تريليون تریلیون'],
    ] as const
  ).flatMap(([power, words]) => words.split(' ').map(word => [fold(word), power] as const)),
)

/** The power of ten that a folded word multiplies by; undefined where it is no such word. */
export const powerOf = (folded: string): number | undefined => magnitudes.get(folded)

/** Letters before the digits, the digits and what parts them, letters behind. */
const parts = /^([\p{L}\p{M}]*)([0-9][0-9.,٫٬'’·‧⋅∙_ \u00A0\u2000-\u200A\u202F\u205F]*)([\p{L}\p{M}]*)$/u

/**
 * LEAK-7: the figure that a folded word is, or undefined where it holds no digit. "1,250,000", "1.250.000", "1 250 000" and
 * "1250000" are one figure; so are "3.5", "3,5" and "3.50". Where one sign parts exactly three digits from at most three
 * others it is taken to part thousands.
 */
export const figureOf = (folded: string): string | undefined => figuresOf(folded)?.figure

/** LEAK-7: the same with what else it may be: "4.25m", or "4.25" before words that multiply by 10 to `power`, is 4250000, and 4.25. */
export function figuresOf(folded: string, power = 0): Figures | undefined {
  if (!/[0-9]/.test(folded)) return undefined
  const [, mantissa, exponent] = scientific.exec(folded) ?? []
  if (mantissa !== undefined && Number(exponent) <= exponentMax)
    return { figure: multiply(readNumber(mantissa), Number(exponent) + power), others: [folded] }
  const [, before = '', written, behind = ''] = parts.exec(folded) ?? []
  if (written === undefined) return { figure: folded, others: none }
  const value = readNumber(written)
  if (power === 0 && before === '' && behind === '') return { figure: value, others: none }
  const times = (powerOf(behind) ?? 0) + power
  const isParted = isPartedFrom(before, value) && isPartedFrom(behind, value)
  if (times === 0) return { figure: folded, others: isParted ? [value] : none }
  return { figure: multiply(value, times), others: [value, folded, ...otherwise(written, times)] }
}

const none: readonly string[] = []

/** 4.25e6, as programs write it. */
const scientific = /^([0-9][0-9.,]*)e\+?([0-9]{1,2})$/
const exponentMax = 15

/** Letters that name what is counted; one Latin letter beside few digits is a name of its own: B52, 007a. */
const isPartedFrom = (letters: string, value: string): boolean => !/^[a-z]$/.test(letters) || value.length > 3

/** "4.250 million" is four millions and a quarter at least as often as four thousand of them. */
const otherwise = (written: string, times: number): readonly string[] => {
  const decimals = /^([0-9]{1,3})[.,]([0-9]{3})$/.exec(written)
  return decimals === null ? none : [multiply(`${decimals[1]}.${decimals[2]}`, times)]
}

/** By 10 to `power`, digit by digit. */
function multiply(value: string, power: number): string {
  const [whole = '', fraction = ''] = value.split('.')
  const digits = fraction.padEnd(power, '0')
  return toNumber(whole + digits.slice(0, power), digits.slice(power))
}

function toNumber(whole: string, decimals: string): string {
  const integer = whole.replace(/^0+(?=[0-9])/, '')
  const fraction = decimals.replace(/0+$/, '')
  return fraction === '' ? integer : `${integer}.${fraction}`
}

function readNumber(written: string): string {
  const digits = written
    .replaceAll(/[٫·‧⋅∙]/g, '.')
    .replaceAll(/[٬ \u00A0\u2000-\u200A\u202F\u205F’'_]/g, "'")
  const { whole, decimals } = partDecimals(digits)
  return toNumber(whole.replaceAll(/[.,']/g, ''), decimals)
}

/** The last point or comma parts decimals, unless it parts thousands: it stands more than once, or as "1,250" does. */
function partDecimals(digits: string): { readonly whole: string; readonly decimals: string } {
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const sign = digits.at(at)
  if (at < 0 || sign === undefined) return { whole: digits, decimals: '' }
  const isThousands = digits.indexOf(sign) !== at || /^[0-9]{1,3}[.,][0-9]{3}$/.test(digits)
  return isThousands
    ? { whole: digits, decimals: '' }
    : { whole: digits.slice(0, at), decimals: digits.slice(at + 1) }
}
