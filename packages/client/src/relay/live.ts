/**
 * Hearing at once what is new: over a WebSocket; where a network lets none through, as server-sent events; where those are held back
 * too, by asking now and then. A line that has died is noticed, and begun anew at every sign of life.
 */

import type { AccessKey } from '@goodoffices/log'
import type { RelayClock } from './clock.ts'
import { LiveEvents } from './live-events.ts'
import { LiveSocket } from './live-socket.ts'
import type { LiveConnection, LiveHandlers, RelayAnswer } from './port.ts'
import { onSignOfLife } from './signs.ts'

export type LiveOptions = {
  /** Of the relay, over HTTP. */
  readonly address: string
  readonly prefix: string
  readonly fetch: typeof fetch
  readonly WebSocket: typeof WebSocket
  readonly clock: RelayClock
  readonly handlers: LiveHandlers
}

const waitMsMin = 500
const waitMsMax = 30_000
/** Sockets that did not open, one after the other, before something else is tried. */
const socketsMax = 2
const pollMs = 20_000
/** How often it is looked whether a WebSocket gets through by now. */
const socketAgainMs = 300_000

/** A live connection, and what other requests to the same relay say of the line. */
export type LiveLine = LiveConnection & {
  /** See `LiveSocket.append`. */
  readonly append: LiveSocket['append']
  /** A request was answered. */
  readonly answered: () => void
  /** A request was not answered: so may the line be dead. */
  readonly unanswered: () => void
}

export const openLive = (options: LiveOptions): LiveLine => new Line(options)

class Line implements LiveLine {
  readonly #options: LiveOptions
  readonly #followed = new Map<string, AccessKey>()
  readonly #stopHearing: () => void
  #line: LiveSocket | LiveEvents | undefined
  #isOpen = false
  #socketsFailed = 0
  #waitMs = waitMsMin
  #waiting: ReturnType<typeof setTimeout> | undefined
  #polling: ReturnType<typeof setInterval> | undefined
  #isClosed = false

  constructor(options: LiveOptions) {
    this.#options = options
    this.#stopHearing = onSignOfLife(() => this.#hearSign())
    this.#connect()
  }

  follow(log: string, _from: number, key: AccessKey): void {
    this.#followed.set(log, key)
    if (this.#line instanceof LiveSocket) void this.#line.follow(log, key)
    else this.#line?.follow()
  }

  unfollow(log: string): void {
    this.#followed.delete(log)
    if (this.#line instanceof LiveSocket) this.#line.unfollow(log)
  }

  append(
    log: string,
    key: AccessKey,
    envelopes: readonly Uint8Array[],
    seen: string,
  ): Promise<RelayAnswer> | undefined {
    return this.#line instanceof LiveSocket ? this.#line.append(log, key, envelopes, seen) : undefined
  }

  answered(): void {
    if (this.#polling === undefined && this.#line === undefined) this.#connect()
  }

  unanswered(): void {
    if (this.#line instanceof LiveSocket) this.#line.probe()
  }

  close(): void {
    this.#isClosed = true
    this.#stopHearing()
    clearTimeout(this.#waiting)
    clearInterval(this.#polling)
    this.#line?.end()
  }

  /** The page is looked at again, or the network is back: a line that seems to be there may have died meanwhile. */
  #hearSign(): void {
    if (this.#line === undefined) this.#connect()
    else if (this.#line instanceof LiveSocket) this.#line.probe()
    else this.#line.follow()
  }

  #connect(): void {
    clearTimeout(this.#waiting)
    this.#waiting = undefined
    if (this.#isClosed || this.#line !== undefined) return
    this.#isOpen = false
    if (this.#polling === undefined) this.#options.handlers.state('connecting')
    this.#line = this.#isBlocked ? this.#openEvents() : this.#openSocket()
  }

  get #isBlocked(): boolean {
    return this.#socketsFailed >= socketsMax && this.#followed.size > 0
  }

  #openSocket(): LiveSocket {
    const { address, WebSocket: Socket } = this.#options
    return new LiveSocket({
      ...this.#options,
      address: `${address.replace(/^http/, 'ws')}/v1/live`,
      Socket,
      followed: this.#followed,
      onOpen: () => {
        this.#socketsFailed = 0
        this.#opened()
      },
      onEnd: () => {
        if (!this.#isOpen) this.#socketsFailed += 1
        this.#ended()
      },
    })
  }

  #openEvents(): LiveEvents {
    return new LiveEvents({
      ...this.#options,
      followed: this.#followed,
      onOpen: () => this.#opened(),
      onEnd: why => {
        // It is not the network that is missing: the next try is a socket again, and until then it is asked now and then.
        if (why === 'blocked') this.#poll()
        this.#socketsFailed = 0
        this.#ended()
      },
    })
  }

  #opened(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#waitMs = waitMsMin
    clearInterval(this.#polling)
    this.#polling = undefined
    this.#options.handlers.state('live')
  }

  #ended(): void {
    this.#line = undefined
    if (this.#isClosed) return
    if (this.#polling === undefined) this.#options.handlers.state('offline')
    const ms = this.#polling === undefined ? this.#waitMs * (0.5 + Math.random() / 2) : socketAgainMs
    this.#waiting = setTimeout(() => this.#connect(), ms)
    this.#waitMs = Math.min(this.#waitMs * 2, waitMsMax)
  }

  #poll(): void {
    const ask = (): void => {
      for (const log of this.#followed.keys()) this.#options.handlers.behind(log)
    }
    this.#polling ??= setInterval(ask, pollMs)
    this.#options.handlers.state('polling')
    ask()
  }
}
