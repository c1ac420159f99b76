/** Letters in a form in which the same word is the same string however it is written (LEAK-6). */

/**
 * What is seen by nobody and stands in texts: marks of direction and isolates, what chooses a letter's variant, joiners of joined
 * scripts; and what only older rooms admit (TEXT-3, TEXT-4). U+200C is none of them: it parts a Persian word from its ending, and
 * behind a letter that joins nothing after it nobody sees it; so a text is read both ways.
 */
const unseen = new RegExp(
  String.raw`[\u00AD\u061C\u180B-\u180F\u200B\u200D-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]|[\uDB40-\uDB43][\uDC00-\uDFFF]`,
)

/** U+200C, the zero width non-joiner. */
export const nonJoiner = '\u200C'

/** A text without what is unseen, non-joiners too if asked, and where each of its code units stood; absent where nothing was left out. */
export function leaveUnseen(
  text: string,
  nonJoiners: 'part' | 'unseen' = 'part',
): {
  readonly seen: string
  readonly places?: readonly number[]
} {
  const isUnseen = (sign: string): boolean =>
    unseen.test(sign) || (nonJoiners === 'unseen' && sign === nonJoiner)
  if (!unseen.test(text) && (nonJoiners === 'part' || !text.includes(nonJoiner))) return { seen: text }
  const kept: string[] = []
  const places: number[] = []
  let at = 0
  for (const sign of text) {
    if (!isUnseen(sign)) {
      kept.push(sign)
      for (let unit = 0; unit < sign.length; unit += 1) places.push(at + unit)
    }
    at += sign.length
  }
  return { seen: kept.join(''), places }
}

/** Fractions of one sign, and what they are in decimals (LEAK-7). Of a third there is no last one. */
const decimals: ReadonlyMap<string, string> = new Map(
  '¼25 ½5 ¾75 ⅕2 ⅖4 ⅗6 ⅘8 ⅛125 ⅜375 ⅝625 ⅞875 ⅒1'.split(' ').map(pair => [pair.slice(0, 1), pair.slice(1)]),
)
const fraction = new RegExp(String.raw`(\p{Nd}?)([${[...decimals.keys()].join('')}])`, 'gu')
const toDecimals = (text: string): string =>
  text.replaceAll(fraction, (_, digit: string, sign: string) => `${digit || '0'}.${decimals.get(sign) ?? ''}`)

/**
 * LEAK-6: compatibility form without the marks that are left out as often as written (accents, Arabic vowel signs and
 * lengthening, Hebrew points), lower case, one letter for what Arabic and Persian type differently and for letters of other
 * alphabets that look like Latin ones, digits of every script as 0-9.
 */
export function fold(text: string): string {
  if (/^[A-Za-z0-9]*$/.test(text)) return text.toLowerCase()
  const alone = toDecimals(text).normalize('NFKD').replaceAll(leftOut, '')
  // Which of two Latin letters a Greek one is taken for is told by its size, among Latin letters only: a Greek word has one form.
  const told = /[A-Za-z]/.test(alone)
    ? alone.replaceAll(/[ΗΜΝΥηνυγω]/g, one => alikeBySize[one] ?? one)
    : alone
  return told
    .toLowerCase()
    .replaceAll(foldedLetter, letter => folded.get(letter) ?? letter)
    .replaceAll(/\p{Nd}/gu, digitValue)
}

/** Marks that are drawn over a letter or a digit or round it, and the brackets of letters and digits that are one sign with them. */
const leftOut =
  /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED()]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20F0]|[\uFE20-\uFE2F]/g

const alikeBySize: Readonly<Record<string, string>> = {
  Η: 'h',
  Μ: 'm',
  Ν: 'n',
  Υ: 'y',
  η: 'n',
  ν: 'v',
  υ: 'u',
  γ: 'y',
  ω: 'w',
}

/** Lower case letters, each before the one that it is taken for, as itself or as its capital (after UTS #39, confusables). */
const alike: readonly string[] = [
  // Arabic as Persian is typed.
  'يی ىی كک ةه ھه',
  // Cyrillic.
  'аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd һh ӏl ԛq ԝw ѵv үy',
  // Greek.
  'αa βb εe ζz ηh ιi κk μm νn οo ρp τt υy χx ςσ ϲc ϳj',
  // Armenian, and Latin letters of other shapes.
  'օo սu հh ցg ıi ɡg ɑa ɩi',
  // Latin capitals as small as other letters; letters that names are written with, and without.
  'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz',
  'øo łl đd ðd ħh ŧt ßss æae œoe',
]
const folded: ReadonlyMap<string, string> = new Map(
  alike
    .flatMap(row => row.split(' '))
    .map(pair => {
      const [letter = '', ...as] = pair
      return [letter, as.join('')]
    }),
)
const foldedLetter = new RegExp(`[${[...folded.keys()].join('')}]`, 'gu')

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
