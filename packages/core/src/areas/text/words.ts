/**
 * Words as a redline takes them: never cut in Arabic, Persian, French or Spanish. By an expression and by no engine's segmenter, which not
 * all browsers have and which differ; scripts without spaces are taken letter by letter.
 */

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const letter = String.raw`(?:(?![${unspaced}])[\p{L}\p{N}\p{M}])`
/** What joins two halves of a word or of a figure: the Persian non-joiner, apostrophes, decimal signs, a hidden hyphen. */
const joiner = String.raw`[\u200C\u200D\u00AD'’ʼ.,٫٬·_]`
const token = new RegExp(
  String.raw`${letter}+(?:${joiner}${letter}+)*\u200C?|[${unspaced}]\p{M}*|\s+|\P{M}\p{M}*|\p{M}+`,
  'gu',
)

/** All of a text, in pieces: words, stretches of white space, and every other sign by itself with the marks upon it. */
export const cutWords = (text: string): readonly string[] => text.match(token) ?? []

/** The places at which words, spaces and signs begin and end, from 0 to the text's length. */
export function wordEnds(text: string): readonly number[] {
  const ends = [0]
  for (const piece of cutWords(text)) ends.push((ends.at(-1) ?? 0) + piece.length)
  return ends
}

const wordly = /[\p{L}\p{N}]/u
/** Whether there is a word or a figure in it. */
export const hasWord = (text: string): boolean => wordly.test(text)
