import { liveNonceBytes, randomBytes, verifyLive } from '@goodoffices/log'
import { closeCode, type LivePipe, tell } from './live-pipe.ts'
import { type LiveRequest, readLiveRequest } from './message.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Relay } from './relay.ts'

/** What whoever is at the other end may still have written today, and the count of what was; what came to nothing is taken off again. */
export type Meter = {
  readonly max: number
  /** 0 where so many bytes more may be written. */
  waitMs(bytes: number): number
  add(bytes: number): void
}

export const unmetered: Meter = { max: Number.POSITIVE_INFINITY, waitMs: () => 0, add: () => {} }

/** What tells a connection of the logs that it follows. */
type Hub = {
  readonly relay: Relay
  /** Returns the way to stop. */
  subscribe(options: {
    readonly log: string
    readonly key: Uint8Array
    readonly pipe: LivePipe
    readonly onEnd: () => void
  }): () => void
}

/** A log that is followed on a connection, and the key by which it is: that the other end has it was shown once. */
type Followed = { readonly key: Uint8Array; readonly stop: () => void }

/** One connection, on which many logs can be followed, and written to. A request is bound to it by the nonce in its greeting. */
export class LiveConnection {
  readonly #hub: Hub
  readonly #pipe: LivePipe
  readonly #meter: Meter
  readonly #onClose: () => void
  readonly #nonce = randomBytes(liveNonceBytes)
  readonly #followed = new Map<string, Followed>()
  #isOpen = true

  constructor(given: {
    readonly hub: Hub
    readonly pipe: LivePipe
    readonly meter: Meter
    readonly onClose: () => void
  }) {
    this.#hub = given.hub
    this.#pipe = given.pipe
    this.#meter = given.meter
    this.#onClose = given.onClose
    const { relay } = given.hub
    const bytesMax = relay.limits.liveMessageBytesMax
    tell(given.pipe, { type: 'hello', relay: relay.name, nonce: this.#nonce, now: relay.now(), bytesMax })
  }

  /** Resolves when the request has been dealt with or passed on; never rejects. */
  async receive(bytes: Uint8Array): Promise<void> {
    const { limits } = this.#hub.relay
    const request = readLiveRequest(bytes, limits.liveMessageBytesMax)
    if (!request.ok) {
      // Whoever sends what no client of ours does gets no second try.
      this.#refuse(null, request.error)
      this.#pipe.close(closeCode.policy, request.error.code)
      return
    }
    switch (request.value.type) {
      case 'subscribe':
        return this.#subscribe(request.value)
      case 'unsubscribe':
        return this.#unsubscribe(request.value.log)
      case 'append':
        return this.#append(request.value, bytes.length)
      default:
        request.value satisfies never
    }
  }

  /** A request was refused before it was read, by whoever counts them. */
  refuseRequest(refusal: Refusal): void {
    this.#refuse(null, refusal)
  }

  /** The transport is gone, or about to be. */
  closed(): void {
    this.#isOpen = false
    for (const { stop } of this.#followed.values()) stop()
    this.#followed.clear()
    this.#onClose()
  }

  stop(): void {
    this.#pipe.close(closeCode.goingAway, 'stopping')
    this.closed()
  }

  async #subscribe(request: Extract<LiveRequest, { type: 'subscribe' }>): Promise<void> {
    const { log, key, signature } = request
    const { name, limits } = this.#hub.relay
    const holds = await verifyLive({
      publicKey: key,
      relayName: name,
      logId: log,
      nonce: this.#nonce,
      signature,
    })
    if (!this.#isOpen) return
    if (!holds)
      return this.#refuse(log, refuse('relay/unauthenticated', { reason: 'access/signature' }).error)
    this.#unsubscribe(log)
    if (this.#followed.size >= limits.subscriptionsPerConnectionMax) {
      const max = limits.subscriptionsPerConnectionMax
      return this.#refuse(log, refuse('relay/too-large', { of: 'subscriptions', max }).error)
    }
    const onEnd = () => this.#followed.delete(log)
    const stop = this.#hub.subscribe({ log, key, pipe: this.#pipe, onEnd })
    this.#followed.set(log, { key, stop })
  }

  #unsubscribe(log: string): void {
    this.#followed.get(log)?.stop()
    this.#followed.delete(log)
  }

  /** REL-128: as by HTTP, with the key that this connection follows the log by, and without a signature of its own. */
  async #append(request: Extract<LiveRequest, { type: 'append' }>, bytes: number): Promise<void> {
    const { log, id, envelopes, seen } = request
    const followed = this.#followed.get(log)
    const refuseThis = (refusal: Refusal) => tell(this.#pipe, { type: 'refused', log, id, refusal })
    if (followed === undefined)
      return refuseThis(refuse('relay/unauthenticated', { reason: 'access/signature' }).error)
    const waitMs = this.#meter.waitMs(bytes)
    if (waitMs > 0)
      return refuseThis(refuse('relay/quota', { of: 'bytes', max: this.#meter.max, waitMs }).error)
    // Counted at once, so that many that come together are counted together.
    this.#meter.add(bytes)
    const placed = await this.#hub.relay.append(log, { key: followed.key, envelopes, seen })
    if (!placed.ok) this.#meter.add(-bytes)
    if (!this.#isOpen) return
    if (placed.ok) tell(this.#pipe, { type: 'appended', log, id, ...placed.value })
    else refuseThis(placed.error)
  }

  #refuse(log: string | null, refusal: Refusal): void {
    tell(this.#pipe, { type: 'refused', log, refusal })
  }
}
