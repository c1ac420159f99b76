/** Words and figures of a text, in a form in which the same word or figure is the same string however it is written. */

export type Word = {
  readonly folded: string
  /** Code units in the text, `from` (included) to `to` (excluded). */
  readonly from: number
  readonly to: number
  readonly capital: boolean
  /** Whether it opens a sentence, where a capital says nothing. */
  readonly opens: boolean
  /** What `figureOf` says of it. */
  readonly figure: string | undefined
}

/** The spaces, points, commas and apostrophes that part the digits of one figure. */
const wordPattern = new RegExp(
  [
    // Thousands parted by spaces, as in French: 1 250 000,50.
    String.raw`\p{Nd}{1,3}(?:[ \u00A0\u2009\u202F]\p{Nd}{3})+(?:[.,٫]\p{Nd}+)?(?![\p{L}\p{M}\p{N}])`,
    // Letters and digits; signs between them only where they stand between two digits.
    String.raw`[\p{L}\p{M}\p{N}]+(?:(?<=\p{Nd})[.,٫٬'’](?=\p{Nd})[\p{L}\p{M}\p{N}]+)*`,
  ].join('|'),
  'gu',
)

/** What ends a sentence or opens a quotation. */
const sentencePattern = /[.!?:;…؟؛。\n"“«„]/

/** What was read of the texts of a room, kept no longer than its state is. */
const readings = new WeakMap<object, Map<string, readonly Word[]>>()

/** Reads texts that stand in a room once: a wording is checked against all of them at every key that is pressed. */
export function readerOf(room: object): (text: string) => readonly Word[] {
  const read = readings.get(room) ?? new Map<string, readonly Word[]>()
  readings.set(room, read)
  return text => {
    const known = read.get(text)
    if (known !== undefined) return known
    const words = wordsOf(text)
    read.set(text, words)
    return words
  }
}

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(wordPattern)) {
    const [written] = match
    const from = match.index
    const between = text.slice(end, from)
    const folded = fold(written)
    words.push({
      folded,
      figure: figureOf(folded),
      from,
      to: from + written.length,
      capital: /^\p{Lu}/u.test(written),
      opens: words.length === 0 || (between !== ' ' && sentencePattern.test(between)),
    })
    end = from + written.length
  }
  return words
}

/**
 * LEAK-6: compatibility form without the marks that are left out as often as written (accents, Arabic vowel signs and
 * lengthening, Hebrew points), lower case, one letter for what Arabic and Persian type differently, digits of every script as
 * 0-9.
 */
export function fold(text: string): string {
  if (/^[A-Za-z0-9]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g, '')
    .replaceAll(/[يىكةھ]/g, letter => persianOf.get(letter) ?? letter)
    .replaceAll(/\p{Nd}/gu, digitValue)
}

const persianOf: ReadonlyMap<string, string> = new Map([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['ة', 'ه'],
  ['ھ', 'ه'],
])

/** Decimal digits stand in order, ten by ten; where two scripts' tens adjoin the run is longer than one of them. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  const known = digitValues.get(digit)
  if (known !== undefined) return known
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  const value = String((code - zero) % 10)
  digitValues.set(digit, value)
  return value
}

/** Digits that were met: looking for the beginning of their script takes longer than all the rest. */
const digitValues = new Map<string, string>()

/**
 * LEAK-7: the figure that a folded word is, or undefined where it holds no digit. "1,250,000", "1.250.000", "1 250 000" and
 * "1250000" are one figure; so are "3.5", "3,5" and "3.50". Where one sign parts exactly three digits from at most three
 * others it is taken to part thousands.
 */
export function figureOf(folded: string): string | undefined {
  if (!/[0-9]/.test(folded)) return undefined
  const digits = folded.replaceAll('٫', '.').replaceAll(/[٬ \u00A0\u2009\u202F’']/g, "'")
  if (!/^[0-9.,']+$/.test(digits)) return folded
  const { whole, decimals } = partDecimals(digits)
  const integer = whole.replaceAll(/[.,']/g, '').replace(/^0+(?=[0-9])/, '')
  const fraction = decimals.replace(/0+$/, '')
  return fraction === '' ? integer : `${integer}.${fraction}`
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
