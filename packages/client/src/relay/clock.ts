/** The relay's clock beside this device's: learnt from what the relay says in passing. */

export class RelayClock {
  readonly #now: () => number
  #aheadMs: number | undefined

  /** `now`: this device's clock, in ms since 1970. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** How far the relay's clock is ahead of this device's; undefined before it has said anything. */
  get aheadMs(): number | undefined {
    return this.#aheadMs
  }

  /** The relay's time as well as it is known: this device's, where it is not. */
  now(): number {
    return this.#now() + (this.#aheadMs ?? 0)
  }

  /** The relay said that it was `time`; `sentAt`: when it was asked, by this device. Its answer is taken to be from the middle. */
  hear(time: unknown, sentAt: number = this.#now()): void {
    if (typeof time !== 'number' || !Number.isFinite(time) || time <= 0) return
    const heardAt = this.#now()
    this.#aheadMs = Math.round(time - (sentAt + heardAt) / 2)
  }
}

/** The relay's time in an answer's headers: its own, or a web server's, which is whole seconds. */
export function timeIn(headers: Headers): number | undefined {
  const own = headers.get('relay-time')
  if (own !== null && /^\d{1,16}$/.test(own)) return Number(own)
  const date = headers.get('date')
  const ms = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(ms) ? undefined : ms
}
