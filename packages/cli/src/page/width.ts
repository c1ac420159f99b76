/** How wide text is on a terminal. */

import { stripVTControlCharacters } from 'node:util'

export const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Columns that text takes: wide East Asian characters take two, marks none. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text)))
    width += isWide(segment.codePointAt(0) ?? 0) ? 2 : 1
  return width
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}
