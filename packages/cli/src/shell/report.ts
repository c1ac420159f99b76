/** Prints what a command answered or why it did not, and remembers the exit code for the end of the program. */

import { figuresOf, loadVocabulary, localeOf, say, sayViolation } from '@goodoffices/client/words'
import type { Violation } from '@goodoffices/core'
import { timeToText } from '../page/text.ts'
import type { Answer } from './answer.ts'
import { type Exit, exits, Stop } from './exit.ts'
import { sentences } from './sentences.ts'
import type { Terminal } from './terminal.ts'

/** The end of a command, by the terminal it ran on. */
const ends = new WeakMap<Terminal, Exit>()

export const exitOfLast = (terminal: Terminal): Exit => ends.get(terminal) ?? exits.done

const toLine = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

export async function reportAnswer(terminal: Terminal, answer: Answer, json: boolean): Promise<void> {
  const { failed, exit = failed === undefined ? exits.done : exits.refused } = answer
  const error = failed === undefined ? {} : { error: { ...failed, message: await wordFor(failed) } }
  const object = { ok: failed === undefined, ...error, ...answer.json }
  if (json) terminal.out(answer.isOneLine === true ? `${JSON.stringify(object)}\n` : toLine(object))
  else if (answer.text !== '') terminal.out(`${answer.text}\n`)
  if (!json) for (const note of answer.notes ?? []) terminal.err(`${note}\n`)
  ends.set(terminal, exit)
}

export async function reportFailure(terminal: Terminal, error: unknown, json: boolean): Promise<void> {
  const stop = error instanceof Stop ? error : toStop(error)
  const message = await wordFor(stop.violation)
  const { candidates } = stop
  const listed = candidates.length === 0 ? {} : { candidates }
  if (json) terminal.out(toLine({ ok: false, error: { ...stop.violation, message, ...listed } }))
  else terminal.err([message, ...stop.lines, ''].join('\n'))
  if (stop.exit === exits.fault && error instanceof Error) terminal.err(`${error.stack ?? error.message}\n`)
  ends.set(terminal, stop.exit)
}

/** Errors of the edges that carry a code and words of their own: the vault, the relay's store. */
function toStop(error: unknown): Stop {
  if (!(error instanceof Error)) return new Stop(exits.fault, { code: 'fault', reason: String(error) })
  if (error.name === 'AbortError') return new Stop(exits.stopped, { code: 'stopped' })
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code !== undefined && /^(vault|store)-/.test(code))
    return new Stop(exits.refused, { code, reason: error.message })
  if (code !== undefined && fileCodes.has(code))
    return new Stop(exits.usage, { code: 'file-unusable', reason: error.message })
  return new Stop(exits.fault, { code: 'fault', reason: error.message })
}

const fileCodes: ReadonlySet<string> = new Set([
  'ENOENT',
  'EACCES',
  'EISDIR',
  'ENOTDIR',
  'EEXIST',
  'EPERM',
  'ENOSPC',
  'EROFS',
  'ENAMETOOLONG',
  'ELOOP',
  'EINVAL',
  'EIO',
  'ENXIO',
  'ENODEV',
  'EDQUOT',
  'EFBIG',
])

/**
 * What a violation means: in the command line's own words where it has any, else in those of the catalogue that the web app shares;
 * without the marks of direction, which a terminal would show as boxes. `by`: whose act it was, where it was not the reader's.
 */
export async function wordFor(told: Violation, by?: string): Promise<string> {
  const { replacedAt } = told
  const violation = typeof replacedAt === 'number' ? { ...told, day: timeToText(replacedAt) } : told
  const figures = figuresOf(localeOf('en'))
  const own = sentences[violation.code]
  const said =
    own === undefined
      ? sayViolation(await loadVocabulary('en'), figures, violation, by)
      : say(own, valuesOf(violation), figures)
  const plain = said.replaceAll(/[\u2068\u2069]/g, '')
  // What waits for a relay is kept; what was refused only a screen keeps.
  return violation.code.startsWith('relay/') ? plain : withoutDraft(plain)
}

const withoutDraft = (said: string): string =>
  said
    .replace('Your words are kept and were not sent', 'Your words were not sent')
    .replaceAll(
      /(?:[;,] (?:and )?)?\b(?:what you wrote|your wording|the wording) is kept( on this device)?(?=\.)/gi,
      '',
    )
    .replaceAll(/(^|\. )\. /g, '$1')

const valuesOf = (violation: Violation): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(violation).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? String(value) : value,
    ]),
  )
