/** A number as a reader types it, in whatever digits and marks their language has, as the decimal that it is; and back. */

const zeros = ['0', '٠', '۰'] as const

/** Digits of every script that the product has, as those of ASCII. */
const toAscii = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹]/g, digit => {
    const zero = zeros.find(known => {
      const at = (digit.codePointAt(0) ?? 0) - (known.codePointAt(0) ?? 0)
      return at >= 0 && at <= 9
    })
    return String((digit.codePointAt(0) ?? 0) - (zero?.codePointAt(0) ?? 0))
  })

const markOf = (locale: string, type: 'decimal' | 'group'): string =>
  toAscii(new Intl.NumberFormat(locale).formatToParts(12_345.6).find(part => part.type === type)?.value ?? '')

const decimalPattern = /^-?\d{1,30}(?:\.\d{1,30})?$/

/**
 * The decimal, written with a point and without groups; undefined for what is none. The reader's own mark counts as the decimal mark; so
 * does a point where the language does not group by it. Groups are of three digits, or it is no number: 1,5 is never 15.
 */
export function readDecimal(typed: string, locale: string): string | undefined {
  const decimal = markOf(locale, 'decimal')
  const group = markOf(locale, 'group')
  const text = toAscii(typed.replaceAll(/[\u200E\u200F\u061C]/g, '').trim()).replaceAll('−', '-')
  const [whole = '', places, ...more] = text.split(decimal === '٫' ? /[٫.]/ : decimal)
  if (more.length > 0) return undefined
  const grouped = /[\s\u00A0\u202F,.٬'’]/
  if (grouped.test(places ?? '')) return undefined
  const groups = whole.split(/[\s\u00A0\u202F]/.test(group) ? /[\s\u00A0\u202F]/ : group)
  const isGrouped = groups.length > 1
  const isRight = !isGrouped || groups.slice(1).every(part => /^\d{3}$/.test(part))
  // A point in French or Spanish stands for the decimal mark, unless it groups by threes.
  const joined = isRight ? groups.join('') : places === undefined ? whole : ''
  const read = `${joined}${places === undefined ? '' : `.${places}`}`
  return decimalPattern.test(read) ? read : undefined
}
