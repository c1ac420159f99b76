/** Under which heading of the help a command stands, and where. */

import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** In the order of the work. */
export const headings = [
  'Running it',
  'Who you are',
  'The talks',
  'Hearing and carrying',
  'Facts',
  'The agreement',
  'The record',
] as const
export type Heading = (typeof headings)[number]

/** How a thing of each register is put, as the help shows it. */
export type Examples = Readonly<Record<string, string>>

type Registering = {
  readonly under: Heading
  /** Among those of its heading, from the first step of the work to the last. */
  readonly place: number
  readonly register: (program: Command, terminal: Terminal, examples: Examples) => void
}
export type Commands = readonly Registering[]
