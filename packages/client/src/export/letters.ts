/** What a file's format asks of the letters in it. */

/** Every way of ending a line that a text may come with, Word's own among them. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)

/** XML 1.0 has no place for these; each stands as the sign for a character that could not be shown. */
export const xmlSafe = (text: string): string =>
  text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')

/** Without the marks of isolation that a line's own words stand between. */
export const withoutMarks = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '')

/** A line in pieces: what the copy says, and between the marks of isolation what people wrote. */
export function piecesOf(text: string): readonly { readonly text: string; readonly isolated: boolean }[] {
  const pieces: { text: string; isolated: boolean }[] = []
  let depth = 0
  for (const part of text.split(/([\u2068\u2069])/)) {
    if (part === '\u2068') depth += 1
    else if (part === '\u2069') depth = Math.max(0, depth - 1)
    else if (part !== '') pieces.push({ text: part, isolated: depth > 0 })
  }
  return pieces
}
