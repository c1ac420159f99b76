/** Figures of which a text makes several words: their thousands oddly parted, or a fraction behind them (LEAK-7). */

import { figuresOf, powerOf } from './figures.ts'

type Part = { readonly folded: string; readonly from: number; readonly to: number }

const firstGroup = /^\d{1,3}(?:[., ]\d{3})*$/
const group = /^\d{3}$/
/** Signs with a space on either side, and ends of lines. */
const oddly = /^(?: ?[.,] ?|[.,]?\s*\n\s*)$/
const hyphen = '-'

/** What else the figure that begins with a word may be: 4-250-000, 4 ,250 ,000, a figure over the end of a line; 4 1/4 million. */
export const partedFigures = (words: readonly Part[], at: number, text: string): readonly string[] => [
  ...inGroups(words, at, text),
  ...withFraction(words, at, text),
]

function inGroups(words: readonly Part[], at: number, text: string): readonly string[] {
  const first = words[at]
  if (first === undefined || !firstGroup.test(first.folded)) return []
  const groups = [first.folded.replaceAll(/[., ]/g, '')]
  let signs = ''
  for (let next = at + 1; next < words.length; next += 1) {
    const [before, word] = [words[next - 1], words[next]]
    if (before === undefined || word === undefined || !group.test(word.folded)) break
    const sign = text.slice(before.to, word.from)
    if (sign !== hyphen && !oddly.test(sign)) break
    signs += sign
    groups.push(word.folded)
    // No magnitude goes further, and a list of figures is no figure.
    if (groups.length > groupsMax) return []
  }
  // "100-200" is from one to another.
  const isRange = signs === hyphen
  return groups.length === 1 || isRange ? [] : [groups.join('').replace(/^0+(?=\d)/, '')]
}

const groupsMax = 6
const slash = /^ ?[/\u2044\u2215] ?$/
const adjoining = /^[\s-]?$/
/** Decimals enough for halves to sixteenths. */
const decimalsMax = 4

function withFraction(words: readonly Part[], at: number, text: string): readonly string[] {
  const [whole, over, under] = words.slice(at, at + 3)
  if (whole === undefined || over === undefined || under === undefined) return []
  const isFraction =
    /^\d{1,15}$/.test(whole.folded) &&
    /^\d{1,2}$/.test(over.folded) &&
    /^\d{1,2}$/.test(under.folded) &&
    text.slice(whole.to, over.from) === ' ' &&
    slash.test(text.slice(over.to, under.from))
  const parts = (Number(over.folded) * 10 ** decimalsMax) / Number(under.folded)
  if (!isFraction || !Number.isInteger(parts) || parts >= 10 ** decimalsMax) return []
  const written = `${whole.folded}.${String(parts).padStart(decimalsMax, '0')}`
  const [behind] = words.slice(at + 3, at + 4)
  const power =
    behind !== undefined && adjoining.test(text.slice(under.to, behind.from)) ? powerOf(behind.folded) : 0
  const figures = figuresOf(written, power ?? 0)
  return figures === undefined ? [] : [figures.figure]
}
