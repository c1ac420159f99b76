/** What a command sees of the world around it: so that tests run commands as they are, without a process of their own. */

import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { readStream } from './given-file.ts'

export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** Everything on standard input; undefined where a person sits at it. */
  readonly input: () => Promise<string | undefined>
  /** What a person answers, never echoed; undefined where nobody can be asked. */
  readonly askHidden: (question: string) => Promise<string | undefined>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export const processTerminal: Terminal = {
  out: written => {
    process.stdout.write(written)
  },
  err: written => {
    process.stderr.write(written)
  },
  env: process.env,
  input: async () => {
    if (process.stdin.isTTY) return undefined
    return await readStream(process.stdin)
  },
  askHidden: async question => {
    if (!process.stdin.isTTY) return undefined
    process.stderr.write(question)
    const mute = new Writable({ write: (_chunk, _encoding, done) => done() })
    const reader = createInterface({ input: process.stdin, output: mute, terminal: true })
    try {
      return await reader.question('')
    } finally {
      reader.close()
      process.stderr.write('\n')
    }
  },
  now: Date.now,
}
