/** Decimal digits as people write them: in the numerals of any script, in groups, from either side. */

const digit = /\p{Nd}/u

/** What stands between groups: blanks, hyphens and dashes of any kind, and marks of direction, which nobody sees. */
const between = /[\s\p{Pd}\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu

/** In every script ten digits stand in a row, beginning with the zero; where rows adjoin, the next begins with its own. */
function valueOf(sign: string): number {
  const at = sign.codePointAt(0) ?? 0
  let zero = at
  while (digit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return (at - zero) % 10
}

/** The digits from 0 to 9 that a text says; undefined where it says anything else, or nothing. */
export function textToDigits(text: string): string | undefined {
  const signs = Array.from(text.replaceAll(between, ''))
  if (signs.length === 0 || !signs.every(sign => digit.test(sign))) return undefined
  return signs.map(valueOf).join('')
}
