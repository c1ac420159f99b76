/** TEXT-10: how a text of a room's first rules is shown, in which anything could stand. */

import { markClass, marksMax, noncharacterClass, overrideClass, strayIsolates, unseenClass } from './signs.ts'

const sign = '\uFFFD'
const hidden = new RegExp(`[${noncharacterClass}${overrideClass}${unseenClass}]`, 'gu')
const deepMarks = new RegExp(`(?<=[${markClass}]{${marksMax.running}})[${markClass}]`, 'gu')
const lineEnd = /[\r\v\f\u0085\u2028\u2029]/g
const plain = /^[\t\n -~]*$/

/**
 * The same text with a sign for each thing that would not be seen, or would turn the order of what is read, and a line feed for each
 * other way of ending a line. It has as many code units, so
 * that a place in one is the place in the other.
 */
export function seen(text: string): string {
  if (plain.test(text)) return text
  const lines = text.replaceAll('\r\n', ' \n').replaceAll(lineEnd, '\n')
  const stray = strayIsolates(lines)
  const shown = lines
    .replaceAll(hidden, found => sign.repeat(found.length))
    .replaceAll(deepMarks, found => sign.repeat(found.length))
  if (stray.length === 0) return shown
  const units = shown.split('')
  for (const at of stray) units[at] = sign
  return units.join('')
}
