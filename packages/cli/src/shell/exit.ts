/** How a command ends. The codes are part of the interface: `docs/spec/command-line.md`, CLI-2. */

import type { Result, Violation } from '@goodoffices/core'

export const exits = {
  done: 0,
  /** A mistake of ours. */
  fault: 1,
  /** What was typed cannot be understood, or is not enough. */
  usage: 2,
  /** A rule, a passphrase or a code said no. */
  refused: 3,
  /** The relay was not reached; what was decided is kept on this device. */
  unreached: 4,
  /** What was named is not there. */
  missing: 5,
  /** By Ctrl+C at a question; shells say so of any program. */
  stopped: 130,
} as const
export type Exit = (typeof exits)[keyof typeof exits]

/** Something that could have been meant. */
export type Candidate = { readonly handle: string; readonly id?: string; readonly about?: string }

const candidateToLine = ({ handle, id, about }: Candidate): string =>
  `  ${handle}${about === undefined ? '' : `: ${about}`}${id === undefined ? '' : `  (${id})`}`

/** Ends a command: what happened is a violation, which the catalogue words. */
export class Stop extends Error {
  readonly exit: Exit
  readonly violation: Violation
  /** More lines for a person, such as what the leak check names. */
  readonly lines: readonly string[]
  /** CLI-9: what could have been meant. */
  readonly candidates: readonly Candidate[]

  constructor(exit: Exit, violation: Violation, more: readonly (string | Candidate)[] = []) {
    super(violation.code)
    this.name = 'Stop'
    this.exit = exit
    this.violation = violation
    this.lines = more.map(each => (typeof each === 'string' ? each : candidateToLine(each)))
    this.candidates = more.filter(each => typeof each !== 'string')
  }
}

const unreachedCodes: ReadonlySet<string> = new Set(['relay-unreachable', 'unreachable', 'nonsense'])
const missingCodes: ReadonlySet<string> = new Set([
  'no-identity',
  'invitation-cancelled',
  'invitation-not-found',
  'phrase-unknown-here',
])
const usageCodes: ReadonlySet<string> = new Set([
  'act-malformed',
  'address-needed',
  'code-unreadable',
  'identity-exists',
  'invitation-unreadable',
  'link-for-device',
  'link-for-person',
  'party-needed',
  'passphrase-needed',
  'passphrase/malformed',
  'passphrase/short',
  'part-out-of-range',
  'part-cuts-character',
  'record-malformed',
])

function exitOf({ code }: Violation): Exit {
  if (unreachedCodes.has(code)) return exits.unreached
  if (missingCodes.has(code) || code.endsWith('-unknown')) return exits.missing
  return usageCodes.has(code) || code.startsWith('phrase/') ? exits.usage : exits.refused
}

/** How a command ends where the client or a rule said no. */
export const stopFor = (error: Violation): Stop => new Stop(exitOf(error), error)

/** CLI-2: ends the command where the client or a rule said no. */
export function demand<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw stopFor(result.error)
}

export const misuse = (
  code: string,
  data: Readonly<Record<string, string | number | boolean>> = {},
  more: readonly (string | Candidate)[] = [],
): Stop => new Stop(exits.usage, { ...data, code }, more)

export const missing = (
  code: string,
  data: Readonly<Record<string, string | number | boolean>> = {},
  more: readonly (string | Candidate)[] = [],
): Stop => new Stop(exits.missing, { ...data, code }, more)
