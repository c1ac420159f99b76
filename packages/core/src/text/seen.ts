/** TEXT-10: how a text of a room's first rules is shown, in which anything could stand. */

import {
  lineEndClass,
  markClass,
  marksMax,
  noncharacterClass,
  overrideClass,
  strayIsolates,
  unseenClass,
} from './rule.ts'

const sign = '\uFFFD'
const hidden = new RegExp(`[${lineEndClass}${noncharacterClass}${overrideClass}${unseenClass}]`, 'gu')
const deepMarks = new RegExp(`(?<=[${markClass}]{${marksMax.running}})[${markClass}]`, 'gu')
const plain = /^[\t\n -~]*$/

/**
 * The same text with a sign for each thing that would not be seen, or would turn the order of what is read. It has as many code units, so
 * that a place in one is the place in the other.
 */
export function seen(text: string): string {
  if (plain.test(text)) return text
  const stray = strayIsolates(text)
  const shown = text
    .replaceAll('\r\n', ' \n')
    .replaceAll(hidden, found => sign.repeat(found.length))
    .replaceAll(deepMarks, found => sign.repeat(found.length))
  if (stray.length === 0) return shown
  const units = shown.split('')
  for (const at of stray) units[at] = sign
  return units.join('')
}
