/**
 * TEXT-1 to TEXT-8: what is read is what was recorded. A text holds nothing that cannot be seen, nothing that turns what stands beside
 * it, and nothing that a reader's screen needs minutes for. Judged by tables that stand here, and by no engine's own.
 */

import type { TextForm } from '../schema.ts'
import { letterRuns, markRuns } from './tables.ts'

/** Why a text will not do. */
export type TextReason =
  | 'line-end'
  | 'noncharacter'
  | 'direction'
  | 'unseen'
  | 'joiner'
  | 'marks'
  | 'unbroken'
  | 'no-letter'

export type TextFault = {
  readonly reason: TextReason /** In code units from the text's beginning. */
  readonly at: number
}

/** Code units without a place where a line may be broken; a screen takes longer than their square over them. */
const unbrokenMax = 2_000
/** Marks on one letter: in running text as in Unicode's stream-safe format (UAX #15), in names and titles as any orthography needs. */
export const marksMax = { running: 30, onOneLine: 8 } as const

const runsToClass = (runs: string): string => {
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
const letter = new RegExp(`[${runsToClass(letterRuns)}]`, 'u')

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

const lineEnd = new RegExp(`[${lineEndClass}]`)
const noncharacter = new RegExp(`[${noncharacterClass}]`, 'u')
const override = new RegExp(`[${overrideClass}]`)
const unseen = new RegExp(`[${unseenClass}]|[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]{2}`, 'u')
/** TEXT-5: a joiner joins something that stands before it, in a script or a picture that has joined forms. */
const looseJoiner = /(?<=^|[\0-\u05FF\u2000-\u206F\u3000])[\u200C\u200D]/
const tooManyMarks = {
  running: new RegExp(`[${markClass}]{${marksMax.running + 1}}`, 'u'),
  onOneLine: new RegExp(`[${markClass}]{${marksMax.onOneLine + 1}}`, 'u'),
}
/** TEXT-6: white space, hyphens, and scripts that are broken between any two letters. */
const unbroken = new RegExp(
  `[^\\t\\n \\-\\u1680\\u2000-\\u2014\\u3000\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\uA4CF\\uAC00-\\uD7AF\\uF900-\\uFAFF\\uFF00-\\uFFEF]{${unbrokenMax + 1}}`,
)
/** On one line, nothing turns the direction of what stands beside it, not even a mark. */
const directionMark = /[\u061C\u200E\u200F\u2066-\u2069]/
const plain = /^[\t\n -~]*$/

const isOnOneLine = (form: TextForm): boolean => form === 'title' || form === 'name' || form === 'figure'

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

/**
 * The first thing in a text that will not do in its form; undefined where all of it will. A beginning of another text (`excerpt`) is
 * judged by what it holds, since what it was cut from has been judged whole.
 */
export function textFault(text: string, form: TextForm): TextFault | undefined {
  const oneLine = isOnOneLine(form)
  const checks: readonly (readonly [TextReason, number])[] = plain.test(text)
    ? [['unbroken', text.search(unbroken)]]
    : [
        ['line-end', text.search(lineEnd)],
        ['noncharacter', text.search(noncharacter)],
        ['direction', text.search(override)],
        ['unseen', text.search(unseen)],
        ['direction', oneLine ? text.search(directionMark) : -1],
        ['direction', form === 'excerpt' ? -1 : (strayIsolates(text)[0] ?? -1)],
        ['joiner', form === 'excerpt' ? -1 : text.search(looseJoiner)],
        ['marks', text.search(oneLine ? tooManyMarks.onOneLine : tooManyMarks.running)],
        ['unbroken', text.search(unbroken)],
      ]
  const found = checks.find(([, at]) => at >= 0)
  if (found !== undefined) return { reason: found[0], at: found[1] }
  return (form === 'title' || form === 'name') && !letter.test(text)
    ? { reason: 'no-letter', at: 0 }
    : undefined
}
