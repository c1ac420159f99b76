/** A command of the person's own that is run when something is new, and is told nothing of it: no room, no name, no word. Decision 21. */

import { spawn } from 'node:child_process'

export type BellOptions = {
  readonly command: string
  /** No sooner after it was last begun, in ms. */
  readonly everyMs: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly onEnd: (code: number) => void
}

/** `killed` by a signal, as shells count it. */
const killedCode = 128

export class Bell {
  readonly #options: BellOptions
  #isRunning = false
  #isDue = false
  #begunAt = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: BellOptions) {
    this.#options = options
  }

  /** At once, or when it may be run again: what comes meanwhile is one ring. */
  ring(): void {
    this.#isDue = true
    this.#run()
  }

  stop(): void {
    this.#isDue = false
    clearTimeout(this.#timer)
  }

  #run(): void {
    clearTimeout(this.#timer)
    if (!this.#isDue || this.#isRunning) return
    const waitMs = this.#begunAt + this.#options.everyMs - performance.now()
    if (waitMs > 0) {
      this.#timer = setTimeout(() => this.#run(), waitMs)
      return
    }
    this.#isDue = false
    this.#isRunning = true
    this.#begunAt = performance.now()
    const child = spawn(this.#options.command, { shell: true, stdio: 'ignore', env: this.#surroundings() })
    const end = (code: number): void => {
      if (!this.#isRunning) return
      this.#isRunning = false
      this.#options.onEnd(code)
      this.#run()
    }
    child.on('error', () => end(killedCode - 1))
    child.on('exit', code => end(code ?? killedCode))
  }

  /** Nothing of who this is, whose talks these are, or what opens them. */
  #surroundings(): NodeJS.ProcessEnv {
    const { env } = this.#options
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GOODOFFICES_')))
  }
}
