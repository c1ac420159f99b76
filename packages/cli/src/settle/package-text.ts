/** A package as typed at the command line: `Share of water=half each; Hours a day=6`. */

import {
  isPickOf,
  type Package,
  type Pick,
  type Problem,
  parseRational,
  toText,
} from '@goodoffices/settlement'
import { normalText } from '@goodoffices/settlement/files'

export type PackageMistake = { readonly what: string; readonly expected: string; readonly example: string }

export type ParsedPackage =
  | { readonly ok: true; readonly value: Package }
  | { readonly ok: false; readonly error: readonly PackageMistake[] }

/**
 * Names may hold `;` and `=`: a part begins only where an issue's own name is followed by `=`. What is typed names what looks
 * the same.
 */
export function parsePackage(problem: Problem, typed: string): ParsedPackage {
  const text = normalText(typed)
  const names = problem.issues.map(issue => normalText(issue.name)).toSorted((a, b) => b.length - a.length)
  const starts = names.flatMap(name => findStarts(text, name))
  const parts = starts
    .filter(start => !starts.some(other => other.name.length > start.name.length && other.at === start.at))
    .toSorted((a, b) => a.at - b.at)
  const errors: PackageMistake[] = []
  const example = problem.issues
    .map(
      issue =>
        `${issue.name}=${issue.kind === 'discrete' ? issue.options[0] : issue.kind === 'integer' ? issue.lower : 1}`,
    )
    .join('; ')
  const before = text.slice(0, parts[0]?.at ?? text.length).replaceAll(/[;\s]/g, '')
  if (before !== '')
    errors.push({
      what: `“${text.slice(0, parts[0]?.at ?? text.length).trim()}” names no issue`,
      expected: `one of: ${names.toReversed().join(', ')}`,
      example,
    })
  const texts = new Map(
    parts.map(({ name, end }, i) => [
      name,
      text
        .slice(end, parts[i + 1]?.at ?? text.length)
        .replace(/[;\s]+$/, '')
        .trim(),
    ]),
  )
  const missing = problem.issues
    .filter(issue => !texts.has(normalText(issue.name)))
    .map(issue => `“${issue.name}”`)
  if (missing.length > 0) {
    errors.push({
      what: `Nothing is said about ${missing.join(', ')}`,
      expected: 'a choice for every issue',
      example,
    })
  }
  const picks = problem.issues.map(issue => {
    const chosen = texts.get(normalText(issue.name))
    const pick = chosen === undefined ? undefined : textToPick(issue, chosen)
    if (chosen !== undefined && pick === undefined) {
      errors.push({ what: `“${chosen}” is not possible for “${issue.name}”`, ...expectedOf(issue) })
    }
    return pick
  })
  const whole = picks.filter(pick => pick !== undefined)
  return errors.length === 0 ? { ok: true, value: whole } : { ok: false, error: errors }
}

type Start = { readonly name: string; readonly at: number; readonly end: number }

function findStarts(text: string, name: string): readonly Start[] {
  const starts: Start[] = []
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const equals = /^\s*=/.exec(text.slice(at + name.length))
    const isFirst = /(^|;)\s*$/.test(text.slice(0, at))
    if (equals !== null && isFirst) starts.push({ name, at, end: at + name.length + equals[0].length })
  }
  return starts
}

function expectedOf(issue: Problem['issues'][number]): {
  readonly expected: string
  readonly example: string
} {
  if (issue.kind === 'discrete')
    return { expected: `one of: ${issue.options.join(', ')}`, example: `${issue.name}=${issue.options[0]}` }
  const [low, high] =
    issue.kind === 'integer'
      ? [String(issue.lower), String(issue.upper)]
      : [toText(issue.lower), toText(issue.upper)]
  const whole = issue.kind === 'integer' ? 'a whole number' : 'a number'
  return { expected: `${whole} from ${low} to ${high}`, example: `${issue.name}=${low}` }
}

function textToPick(issue: Problem['issues'][number], text: string): Pick | undefined {
  if (issue.kind === 'discrete') {
    const option = issue.options.findIndex(each => normalText(each) === text)
    return option === -1 ? undefined : option
  }
  const number = parseRational(text)
  if (number === undefined) return undefined
  const pick = issue.kind === 'integer' && number.den === 1n ? Number(number.num) : number
  return isPickOf(issue, pick) ? pick : undefined
}
