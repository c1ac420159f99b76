/**
 * XML as GENIUS writes and takes it, made well formed without moving a character to another line: a blank line or comment
 * before the declaration, a bare `&` in an attribute, no space between two attributes.
 */

import type { Position } from './mistake.ts'

export type Mended = {
  readonly text: string
  /** Stands for a bare `&`, of one width with it; what is read back has the `&` again. */
  readonly ampersand: string
  /** The place in the file of a place in `text`. */
  readonly locate: (at: Position) => Position
}

/** What XML gives a meaning after `&`; also an unknown entity, which the parser refuses by name. */
const reference = /&(?:#\d+|#x[\da-f]+|[a-z_][\w.-]*);/iy

const nameStart = /[A-Za-z_:]/

/** Private characters, of which some file may use one. */
function unusedIn(text: string): string {
  let code = 0xe000
  while (text.includes(String.fromCharCode(code))) code++
  return String.fromCharCode(code)
}

export function mendXml(source: string): Mended {
  const text = blankDeclaration(source)
  const ampersand = unusedIn(text)
  const inserted: Position[] = []
  const out: string[] = []
  let line = 1
  let lineStart = 0
  let i = 0
  const put = (to: number): void => {
    for (let k = i; k < to; k++) {
      if (text[k] !== '\n') continue
      line++
      lineStart = k + 1
    }
    out.push(text.slice(i, to))
    i = to
  }
  let isInTag = false
  while (i < text.length) {
    const skipped = isInTag ? undefined : skipAt(text, i)
    const char = text[i] as string
    if (skipped !== undefined) put(skipped)
    else if (char === '&') {
      reference.lastIndex = i
      if (reference.test(text)) put(reference.lastIndex)
      else {
        out.push(ampersand)
        i++
      }
    } else if (!isInTag) {
      isInTag = char === '<'
      put(i + 1)
    } else if (char === '"' || char === "'") {
      // The value up to its end, each `&` in it looked at.
      const end = text.indexOf(char, i + 1)
      const close = end < 0 ? text.length : end
      out.push(char + mendAmpersands(text.slice(i + 1, close), ampersand))
      for (let k = i; k < close; k++) {
        if (text[k] !== '\n') continue
        line++
        lineStart = k + 1
      }
      i = close
      if (i < text.length) put(i + 1)
      if (nameStart.test(text[i] ?? '')) {
        out.push(' ')
        inserted.push({ line, column: i - lineStart + 1 })
      }
    } else {
      isInTag = char !== '>'
      put(i + 1)
    }
  }
  return { text: out.join(''), ampersand, locate: at => shiftBack(at, inserted) }
}

function mendAmpersands(value: string, ampersand: string): string {
  return value.replaceAll(/&(?!(?:#\d+|#x[\da-f]+|[a-z_][\w.-]*);)/gi, ampersand)
}

/** The end of a comment, section or instruction that begins here. */
function skipAt(text: string, at: number): number | undefined {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(open, at)) continue
    const end = text.indexOf(close, at + open.length)
    return end < 0 ? text.length : end + close.length
  }
  return undefined
}

/** A declaration that does not come first says nothing that a reader of text needs. */
function blankDeclaration(text: string): string {
  const match = /^((?:\s|<!--[^]*?-->)+)(<\?xml\s[^]*?\?>)/.exec(text)
  if (match === null) return text
  const [whole, before = '', declaration = ''] = match
  return before + declaration.replaceAll(/[^\n]/g, ' ') + text.slice(whole.length)
}

function shiftBack(at: Position, inserted: readonly Position[]): Position {
  // Each space was put in at a column of the file; those before the place moved it by one.
  let column = at.column
  for (const { line, column: where } of inserted) {
    if (line === at.line && where < column) column--
  }
  return { line: at.line, column }
}
