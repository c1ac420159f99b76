import { type LiveAnswer, writeLiveAnswer } from './message.ts'

/** Bytes for one or many subscribers. Each transport wraps them once, however many it sends them to. */
export class LiveMessage {
  readonly payload: Uint8Array
  readonly #wrapped = new Map<(payload: Uint8Array) => Uint8Array, Uint8Array>()

  constructor(payload: Uint8Array) {
    this.payload = payload
  }

  /** `wrap` must be the same function each time: what it returned is kept under it. */
  wrapped(wrap: (payload: Uint8Array) => Uint8Array): Uint8Array {
    let bytes = this.#wrapped.get(wrap)
    if (bytes === undefined) {
      bytes = wrap(this.payload)
      this.#wrapped.set(wrap, bytes)
    }
    return bytes
  }
}

/** The way out to one subscriber, whatever carries it. */
export type LivePipe = {
  send(message: LiveMessage): void
  /** Given to `send` and not yet taken by the network. */
  bufferedBytes(): number
  close(code: number, reason: string): void
}

/** RFC 6455, section 7.4.1. */
export const closeCode = { goingAway: 1001, policy: 1008 } as const

export function tell(pipe: LivePipe, answer: LiveAnswer): void {
  pipe.send(new LiveMessage(writeLiveAnswer(answer)))
}
