import type { Violation } from '@goodoffices/core'
import type { Exit } from './exit.ts'

/** What a command answers. */
export type Answer = {
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
  /** Notes for a person that are not the answer: on standard error. */
  readonly notes?: readonly string[]
  readonly exit?: Exit
  /** With `--json` in one line, as the lines before it. */
  readonly isOneLine?: true
  /** CLI-12: why `ok` is false, where the command has an answer all the same. */
  readonly failed?: Violation
}
