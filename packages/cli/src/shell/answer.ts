import type { Exit } from './exit.ts'

/** What a command answers. */
export type Answer = {
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
  /** Notes for a person that are not the answer: on standard error. */
  readonly notes?: readonly string[]
  readonly exit?: Exit
}
