import { createHmac, randomBytes } from 'node:crypto'

/** One line of the operator's log: what happened, never what was said and never by whom. */
export type JournalLine = {
  readonly time: string
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [detail: string]: string | number | boolean | undefined
}

/** Aliases kept, so that a busy log's is not computed each time. */
const aliasesMax = 4096

export type Logger = (line: JournalLine) => void

/** One JSON object per line on standard error, which leaves standard output to the command's own words. */
export const writeJournalLine: Logger = line => {
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

/**
 * Names logs and addresses in the operator's log by a short hash whose key lives and dies with the process: lines of
 * one run can be told together, and nothing leads from the file back to a log or a person.
 */
export class Journal {
  readonly #write: Logger
  readonly #key = randomBytes(32)
  readonly #aliases = new Map<string, string>()

  constructor(write: Logger) {
    this.#write = write
  }

  info(event: string, details: Readonly<Record<string, string | number | boolean | undefined>> = {}): void {
    this.#line('info', event, details)
  }

  warn(event: string, details: Readonly<Record<string, string | number | boolean | undefined>> = {}): void {
    this.#line('warn', event, details)
  }

  /** The error's own words and place; our errors never carry content. */
  fault(event: string, error: unknown): void {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    const at = stack?.split('\n').find(line => line.trimStart().startsWith('at '))
    this.#line('error', event, { message, at: at?.trim() })
  }

  alias(name: string): string {
    let alias = this.#aliases.get(name)
    if (alias === undefined) {
      alias = createHmac('sha256', this.#key).update(name).digest('hex').slice(0, 8)
      if (this.#aliases.size >= aliasesMax) this.#aliases.clear()
      this.#aliases.set(name, alias)
    }
    return alias
  }

  #line(
    level: JournalLine['level'],
    event: string,
    details: Readonly<Record<string, string | number | boolean | undefined>>,
  ): void {
    this.#write({ time: new Date().toISOString(), level, event, ...details })
  }
}
