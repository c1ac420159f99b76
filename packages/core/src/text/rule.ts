/**
 * TEXT-1 to TEXT-8: what is read is what was recorded. A text holds nothing that cannot be seen, nothing that turns what stands beside
 * it, and nothing that a reader's screen needs minutes for. Judged by tables that stand here, and by no engine's own.
 */

import type { TextForm } from '../schema.ts'
import { letterRuns } from './letters.ts'
import {
  lineEndClass,
  markClass,
  marksMax,
  noncharacterClass,
  overrideClass,
  runsToClass,
  strayIsolates,
  unseenClass,
} from './signs.ts'

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
const letter = new RegExp(`[${runsToClass(letterRuns)}]`, 'u')

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
const breakable =
  /[\t\n \-\u1680\u2000-\u2014\u3000\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/g

/** Where the first run begins that is too long; −1 where none is. In one pass: a pattern that counts begins anew at every sign. */
function findUnbroken(text: string): number {
  if (text.length <= unbrokenMax) return -1
  let from = 0
  for (const { index } of text.matchAll(breakable)) {
    if (index - from > unbrokenMax) return from
    from = index + 1
  }
  return text.length - from > unbrokenMax ? from : -1
}

/** On one line, nothing turns the direction of what stands beside it, not even a mark. */
const directionMark = /[\u061C\u200E\u200F\u2066-\u2069]/
const plain = /^[\t\n -~]*$/

const isOnOneLine = (form: TextForm): boolean => form === 'title' || form === 'name' || form === 'figure'

/**
 * The first thing in a text that will not do in its form; undefined where all of it will. A beginning of another text (`excerpt`) is
 * judged by what it holds, since what it was cut from has been judged whole.
 */
export function textFault(text: string, form: TextForm): TextFault | undefined {
  const oneLine = isOnOneLine(form)
  const checks: readonly (readonly [TextReason, number])[] = plain.test(text)
    ? [['unbroken', findUnbroken(text)]]
    : [
        ['line-end', text.search(lineEnd)],
        ['noncharacter', text.search(noncharacter)],
        ['direction', text.search(override)],
        ['unseen', text.search(unseen)],
        ['direction', oneLine ? text.search(directionMark) : -1],
        ['direction', form === 'excerpt' ? -1 : (strayIsolates(text)[0] ?? -1)],
        ['joiner', form === 'excerpt' ? -1 : text.search(looseJoiner)],
        ['marks', text.search(oneLine ? tooManyMarks.onOneLine : tooManyMarks.running)],
        ['unbroken', findUnbroken(text)],
      ]
  const found = checks.find(([, at]) => at >= 0)
  if (found !== undefined) return { reason: found[0], at: found[1] }
  return (form === 'title' || form === 'name') && !letter.test(text)
    ? { reason: 'no-letter', at: 0 }
    : undefined
}
