/** The signs that texts are judged by and shown with: as classes of a regular expression, and where isolates stand alone. */

import { markRuns } from './marks.ts'

/** Marks on one letter: in running text as in Unicode's stream-safe format (UAX #15), in names and titles as any orthography needs. */
export const marksMax = { running: 30, onOneLine: 8 } as const

/** Runs as in `marks.ts`, as what stands between the brackets of a class. */
export const runsToClass = (runs: string): string => {
  let next = 0
  return runs
    .split(' ')
    .map(run => {
      const [gap = '', length = '1'] = run.split('.')
      const from = next + Number.parseInt(gap, 36)
      next = from + Number.parseInt(length, 36)
      return `\\u{${from.toString(16)}}-\\u{${(next - 1).toString(16)}}`
    })
    .join('')
}

/** Nonspacing and enclosing marks, as a class of a regular expression. */
export const markClass = runsToClass(markRuns)
/** TEXT-1: what ends a line and is no line feed. */
export const lineEndClass = String.raw`\r\v\f\u0085\u2028\u2029`
/** TEXT-2: 66 code points that are no characters, and that no XML document holds. */
export const noncharacterClass = `\\uFDD0-\\uFDEF${Array.from({ length: 17 }, (_, plane) => `\\u{${plane.toString(16)}FFFE}\\u{${plane.toString(16)}FFFF}`).join('')}`
/** TEXT-3: embeddings and overrides of direction. */
export const overrideClass = String.raw`\u202A-\u202E`
/**
 * TEXT-4: code points that Unicode lets a program leave out of what is shown (Default_Ignorable_Code_Point), and notes between lines. Not:
 * joiners, marks of direction and isolates, and what chooses a letter's variant, each of which has its own rule.
 */
export const unseenClass = String.raw`\u00AD\u115F\u1160\u17B4\u17B5\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}`

/** TEXT-3: where isolates are not closed in their own paragraph, or closed where none is open. */
export function strayIsolates(text: string): readonly number[] {
  const stray: number[] = []
  let open: number[] = []
  for (const { 0: sign, index } of text.matchAll(/[\n\u2066-\u2069]/g)) {
    if (sign === '\u2069') {
      if (open.pop() === undefined) stray.push(index)
    } else if (sign !== '\n') open.push(index)
    else {
      stray.push(...open)
      open = []
    }
  }
  return [...stray, ...open].sort((a, b) => a - b)
}
