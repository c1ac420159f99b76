/** A live line over one WebSocket, from its opening to its end. */

import { type AccessKey, encode, equalBytes, signLive } from '@goodoffices/log'
import type { RelayClock } from './clock.ts'
import { hearMessage } from './live-message.ts'
import { type LiveHandlers, type RelayAnswer, RelayError } from './port.ts'
import { readAnswer, readBytes, readCount, type readFields, readText, refusalIn } from './wire.ts'

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
/** What a relay has to answer in: one that does not beat, and one to which something was sent. */
const answerMsMax = 15_000

type Waiting = {
  readonly resolve: (answer: RelayAnswer) => void
  readonly reject: (error: RelayError) => void
  readonly timer: ReturnType<typeof setTimeout>
}

export class LiveSocket {
  readonly #options: SocketOptions
  readonly #socket: WebSocket
  #greeting: { readonly relay: string; readonly nonce: Uint8Array; readonly bytesMax: number } | undefined
  /** By which key each log was asked for last, and which of those the relay has let in. */
  readonly #asked = new Map<string, AccessKey>()
  readonly #admitted = new Map<string, AccessKey>()
  readonly #waiting = new Map<number, Waiting>()
  #appends = 0
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
    this.#asked.set(log, key)
    this.#admitted.delete(log)
    const signature = await signLive(key, this.#greeting.relay, log, this.#greeting.nonce)
    this.#send({ type: 'subscribe', log, key: key.publicKey, signature })
  }

  unfollow(log: string): void {
    this.#admitted.delete(log)
    this.#send({ type: 'unsubscribe', log })
  }

  /**
   * REL-128: appends to a log that is followed here by the same key. Undefined where it is not, or the relay takes none this way, or none so
   * long. Rejects with the relay's refusal; with `unreachable` where no answer comes.
   */
  append(
    log: string,
    key: AccessKey,
    envelopes: readonly Uint8Array[],
    seen: string,
  ): Promise<RelayAnswer> | undefined {
    const admitted = this.#admitted.get(log)
    if (admitted === undefined || !equalBytes(admitted.publicKey, key.publicKey)) return undefined
    const id = this.#appends
    const message = encode({ type: 'append', log, id, envelopes, ...(seen === '' ? {} : { seen }) })
    if (message.length > (this.#greeting?.bytesMax ?? 0) || !this.#isOpen) return undefined
    this.#appends += 1
    const { promise, resolve, reject } = Promise.withResolvers<RelayAnswer>()
    const timer = setTimeout(() => this.end(), answerMsMax)
    this.#waiting.set(id, { resolve, reject, timer })
    this.#socket.send(message)
    return promise
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
    this.#admitted.clear()
    this.#giveUp(new RelayError('unreachable', { address: this.#options.address }))
    this.#options.onEnd()
  }

  #hear(bytes: Uint8Array): void {
    if (this.#isEnded) return
    const fields = hearMessage(bytes, this.#options.clock, this.#options.handlers)
    clearTimeout(this.#timer)
    if (fields['type'] === 'beat') this.#beats = true
    this.#timer = setTimeout(() => (this.#beats ? this.end() : this.probe()), silenceMsMax)
    this.#note(fields)
    if (fields['type'] !== 'hello') return
    // A relay of before says nothing of it, and appends by HTTP alone.
    const bytesMax = fields['bytesMax'] === undefined ? 0 : readCount(fields['bytesMax'])
    this.#greeting = { relay: readText(fields['relay']), nonce: readBytes(fields['nonce']), bytesMax }
    this.#options.onOpen()
    for (const [log, key] of this.#options.followed) void this.follow(log, key)
  }

  /** What it says of logs that can be written to here, and of what was sent. */
  #note(fields: ReturnType<typeof readFields>): void {
    const { type, log, id } = fields
    const waiting = id === undefined ? undefined : this.#waiting.get(readCount(id))
    if (waiting !== undefined) {
      // What is no answer ends the line, and with it the waiting.
      const answer = type === 'appended' ? readAnswer(fields) : refusalIn(fields['refusal'])
      this.#waiting.delete(readCount(id))
      clearTimeout(waiting.timer)
      if (answer instanceof RelayError) waiting.reject(answer)
      else waiting.resolve(answer)
      return
    }
    // A request was refused before it was read: which, the relay does not know.
    if (type === 'refused' && log === null) this.#giveUp(refusalIn(fields['refusal']))
    if (id !== undefined || typeof log !== 'string') return
    if (type === 'ended' || type === 'behind' || type === 'refused') this.#admitted.delete(log)
    const asked = this.#asked.get(log)
    if (type === 'subscribed' && asked !== undefined) this.#admitted.set(log, asked)
  }

  /** Nothing that was sent is waited for any longer. */
  #giveUp(error: RelayError): void {
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      reject(error)
    }
    this.#waiting.clear()
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#options.Socket.OPEN
  }

  #send(message: Parameters<typeof encode>[0]): void {
    if (this.#isOpen) this.#socket.send(encode(message))
  }
}
