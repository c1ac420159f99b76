/** A live line over one WebSocket, from its opening to its end. */

import { type AccessKey, encode, signLive } from '@goodoffices/log'
import type { RelayClock } from './clock.ts'
import { hearMessage } from './live-message.ts'
import type { LiveHandlers } from './port.ts'
import { readBytes, readText } from './wire.ts'

export type SocketOptions = {
  readonly address: string
  readonly Socket: typeof WebSocket
  readonly clock: RelayClock
  readonly handlers: LiveHandlers
  /** Which logs are followed, with which keys. */
  readonly followed: ReadonlyMap<string, AccessKey>
  /** The relay has greeted. */
  readonly onOpen: () => void
  readonly onEnd: () => void
}

/** A relay beats every 25 seconds: a line without a sound for so long is dead, whatever the system says of it. */
const silenceMsMax = 40_000
/** What a relay has to answer in that does not beat. */
const answerMsMax = 15_000

export class LiveSocket {
  readonly #options: SocketOptions
  readonly #socket: WebSocket
  #greeting: { readonly relay: string; readonly nonce: Uint8Array } | undefined
  #beats = false
  #isEnded = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: SocketOptions) {
    this.#options = options
    this.#socket = new options.Socket(options.address)
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      try {
        if (data instanceof ArrayBuffer) this.#hear(new Uint8Array(data))
      } catch {
        this.end()
      }
    })
    this.#socket.addEventListener('close', () => this.end())
    this.#socket.addEventListener('error', () => {})
    this.#timer = setTimeout(() => this.end(), silenceMsMax)
  }

  async follow(log: string, key: AccessKey): Promise<void> {
    if (this.#greeting === undefined) return
    const signature = await signLive(key, this.#greeting.relay, log, this.#greeting.nonce)
    this.#send({ type: 'subscribe', log, key: key.publicKey, signature })
  }

  unfollow(log: string): void {
    this.#send({ type: 'unsubscribe', log })
  }

  /** The line may be dead: something is said that the relay answers. */
  probe(): void {
    if (this.#greeting === undefined || this.#isEnded) return
    const [first] = this.#options.followed
    if (first === undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.end(), answerMsMax)
    void this.follow(...first)
  }

  /** Ends it on this side, without waiting for the other: a dead line never says that it is closed. */
  end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    clearTimeout(this.#timer)
    this.#socket.close()
    this.#options.onEnd()
  }

  #hear(bytes: Uint8Array): void {
    if (this.#isEnded) return
    const fields = hearMessage(bytes, this.#options.clock, this.#options.handlers)
    clearTimeout(this.#timer)
    if (fields['type'] === 'beat') this.#beats = true
    this.#timer = setTimeout(() => (this.#beats ? this.end() : this.probe()), silenceMsMax)
    if (fields['type'] !== 'hello') return
    this.#greeting = { relay: readText(fields['relay']), nonce: readBytes(fields['nonce']) }
    this.#options.onOpen()
    for (const [log, key] of this.#options.followed) void this.follow(log, key)
  }

  #send(message: Parameters<typeof encode>[0]): void {
    if (this.#socket.readyState === this.#options.Socket.OPEN) this.#socket.send(encode(message))
  }
}
