/** Laying out text: width as a terminal shows it, tables, wrapping, emphasis. */

import { stripVTControlCharacters } from 'node:util'
import { graphemes, widthOf } from '../page/width.ts'

export type Screen = {
  readonly columns: number
  /** Bold and dim may be used. */
  readonly colour: boolean
  /** A plot may be drawn: a terminal, and wide enough. */
  readonly plots: boolean
}

const pageColumnsMax = 100

/** What user-supplied text may contain but a terminal must not obey. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text.normalize('NFC')).replaceAll(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    ' ',
  )
}

/** Cut to a width, with an ellipsis where something is lost. */
export function fit(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept) + widthOf(segment) > columns - 1) break
    kept += segment
  }
  return `${kept}…`
}

function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text
}

export function wrap(text: string, columns: number, indent = ''): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > columns - indent.length) {
      lines.push(indent + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  if (line !== '') lines.push(indent + line)
  return lines
}

export type Column = { readonly align: 'left' | 'right'; readonly widthMax?: number }

/** Rows under a rule; columns as wide as their content, and past `widthMax` on several lines. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly string[] {
  const all = [head, ...rows].map(row =>
    columns.map(({ widthMax = 60 }, i) => wrapCell(row[i] ?? '', widthMax)),
  )
  const widths = columns.map((_, i) => Math.max(...all.flatMap(row => (row[i] ?? []).map(widthOf))))
  const toLines = (row: readonly (readonly string[])[]): readonly string[] => {
    const height = Math.max(...row.map(cell => cell.length))
    return Array.from({ length: height }, (_, line) =>
      columns
        .map(({ align }, i) => (align === 'right' ? padStart : padEnd)(row[i]?.[line] ?? '', widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
  const rule = widths.map(width => '─'.repeat(width)).join('  ')
  const [top, ...body] = all.map(toLines)
  return [...(top ?? []), rule, ...body.flat()].map(line => `  ${line}`)
}

/** Lines no wider than `columns`; a word that is wider itself is cut. */
function wrapCell(text: string, columns: number): readonly string[] {
  const words = text.split(' ').map(word => fit(word, columns))
  const lines = wrap(words.join(' '), columns)
  return lines.length === 0 ? [''] : lines
}

export function bold(text: string, screen: Screen): string {
  return screen.colour ? `\u001b[1m${text}\u001b[22m` : text
}

export function dim(text: string, screen: Screen): string {
  return screen.colour ? `\u001b[2m${text}\u001b[22m` : text
}

/** The screen that a stream is: colour and plots only on a terminal, none with NO_COLOR or a dumb terminal. */
export function streamToScreen(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: { readonly [name: string]: string | undefined },
): Screen {
  const isTerminal = stream.isTTY === true
  const columns = Math.min(pageColumnsMax, Math.max(40, stream.columns ?? 80))
  const isDumb = environment['TERM'] === 'dumb'
  const noColour = environment['NO_COLOR'] !== undefined && environment['NO_COLOR'] !== ''
  return {
    columns,
    colour: isTerminal && !noColour && !isDumb,
    plots: isTerminal && !isDumb && columns >= 60,
  }
}
