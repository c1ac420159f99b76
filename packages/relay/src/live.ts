import { liveNonceBytes, randomBytes, verifyLive } from '@goodoffices/log'
import { type LiveAnswer, type LiveRequest, readLiveRequest, writeLiveAnswer, writePush } from './message.ts'
import type { Push } from './push.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Relay } from './relay.ts'

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

/** While a subscription is being checked, at most this many commits wait for it. */
const pendingPushesMax = 64

type Subscription = {
  readonly log: string
  readonly pipe: LivePipe
  readonly onEnd: () => void
  /** Undefined while the right to subscribe is being checked. */
  admitted: { readonly epoch: number; next: number } | undefined
  pending: Push[]
}

/** Who listens to which log, and the one place from which they are told. */
export class LiveHub {
  readonly relay: Relay
  readonly #subscriptions = new Map<string, Set<Subscription>>()
  readonly #connections = new Set<LiveConnection>()
  readonly #lines = new Set<LivePipe>()
  #beating: NodeJS.Timeout | undefined
  readonly #stopListening: () => void

  constructor(relay: Relay) {
    this.relay = relay
    this.#stopListening = relay.onPush(push => this.#tellAll(push))
  }

  /** Greets whoever connected; requests then come in by `receive`. */
  connect(pipe: LivePipe): LiveConnection {
    const detach = this.attach(pipe)
    const connection = new LiveConnection(this, pipe, () => {
      detach()
      this.#connections.delete(connection)
    })
    this.#connections.add(connection)
    return connection
  }

  /** REL-111: from now on the line hears at intervals that it is alive. Returns the way to stop that. */
  attach(pipe: LivePipe): () => void {
    this.#lines.add(pipe)
    this.#beating ??= setInterval(() => this.#beat(), this.relay.limits.liveBeatMs).unref()
    return () => {
      this.#lines.delete(pipe)
      if (this.#lines.size === 0) this.#endBeats()
    }
  }

  /** What tells a line that it is alive. */
  beat(): LiveMessage {
    return new LiveMessage(writeLiveAnswer({ type: 'beat', now: this.relay.now() }))
  }

  #beat(): void {
    const message = this.beat()
    for (const pipe of this.#lines) pipe.send(message)
  }

  #endBeats(): void {
    clearInterval(this.#beating)
    this.#beating = undefined
  }

  /** Says goodbye to all. */
  stop(): void {
    this.#stopListening()
    this.#endBeats()
    for (const connection of this.#connections) connection.stop()
    for (const subscriptions of this.#subscriptions.values())
      for (const { pipe } of subscriptions) pipe.close(closeCode.goingAway, 'stopping')
    this.#subscriptions.clear()
  }

  get subscriptions(): number {
    let count = 0
    for (const subscriptions of this.#subscriptions.values()) count += subscriptions.size
    return count
  }

  /**
   * Pushes the log's records to the pipe from the size it has now, once the key has been found to be its current one.
   * Returns the way to stop. `onEnd` is called when the relay ends it, whatever the reason.
   */
  subscribe(options: {
    readonly log: string
    readonly key: Uint8Array
    readonly pipe: LivePipe
    readonly onEnd: () => void
  }): () => void {
    const { log, pipe, onEnd } = options
    const subscription: Subscription = { log, pipe, onEnd, admitted: undefined, pending: [] }
    const listening = this.#subscriptions.get(log) ?? new Set()
    this.#subscriptions.set(log, listening.add(subscription))
    void this.#admit(subscription, options.key)
    return () => this.#remove(subscription)
  }

  async #admit(subscription: Subscription, key: Uint8Array): Promise<void> {
    const { log, pipe } = subscription
    const followed = await this.relay.follow(log, key)
    if (!this.#isListening(subscription)) return
    if (!followed.ok) return this.#end(subscription, { type: 'refused', log, refusal: followed.error })
    const { epoch, size, checkpoint } = followed.value
    tell(pipe, { type: 'subscribed', log, epoch, size, checkpoint })
    subscription.admitted = { epoch, next: size }
    const pending = subscription.pending.splice(0)
    for (const push of pending) this.#tell(subscription, push, new LiveMessage(writePush(push)))
  }

  #tellAll(push: Push): void {
    const listening = this.#subscriptions.get(push.id)
    if (listening === undefined) return
    const message = new LiveMessage(writePush(push))
    for (const subscription of listening) this.#tell(subscription, push, message)
  }

  #tell(subscription: Subscription, push: Push, message: LiveMessage): void {
    const { log, pipe, admitted, pending } = subscription
    if (!this.#isListening(subscription)) return
    if (admitted === undefined) {
      pending.push(push)
      if (pending.length > pendingPushesMax)
        this.#end(subscription, { type: 'refused', log, refusal: refuse('relay/busy').error })
      return
    }
    if (push.from < admitted.next || push.epoch < admitted.epoch) return
    // A commit whose outcome the store did not report is not pushed, and shows here as a gap.
    const isGap = push.from > admitted.next || push.epoch > admitted.epoch
    if (isGap || pipe.bufferedBytes() > this.relay.limits.liveBufferBytesMax)
      return this.#end(subscription, { type: 'behind', log, from: admitted.next })
    pipe.send(message)
    admitted.next = push.from + push.records.length
    if (push.isEnd) this.#end(subscription, { type: 'ended', log, size: push.size })
  }

  #end(subscription: Subscription, answer: LiveAnswer): void {
    this.#remove(subscription)
    tell(subscription.pipe, answer)
    subscription.onEnd()
  }

  #isListening(subscription: Subscription): boolean {
    return this.#subscriptions.get(subscription.log)?.has(subscription) ?? false
  }

  #remove(subscription: Subscription): void {
    const listening = this.#subscriptions.get(subscription.log)
    listening?.delete(subscription)
    if (listening?.size === 0) this.#subscriptions.delete(subscription.log)
  }
}

/** One connection, on which many logs can be followed. A request is bound to it by the nonce in its greeting. */
export class LiveConnection {
  readonly #hub: LiveHub
  readonly #pipe: LivePipe
  readonly #onClose: () => void
  readonly #nonce = randomBytes(liveNonceBytes)
  readonly #stops = new Map<string, () => void>()
  #isOpen = true

  constructor(hub: LiveHub, pipe: LivePipe, onClose: () => void) {
    this.#hub = hub
    this.#pipe = pipe
    this.#onClose = onClose
    const { name } = hub.relay
    tell(pipe, { type: 'hello', relay: name, nonce: this.#nonce, now: hub.relay.now() })
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
    for (const stop of this.#stops.values()) stop()
    this.#stops.clear()
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
    if (this.#stops.size >= limits.subscriptionsPerConnectionMax) {
      const max = limits.subscriptionsPerConnectionMax
      return this.#refuse(log, refuse('relay/too-large', { of: 'subscriptions', max }).error)
    }
    const onEnd = () => this.#stops.delete(log)
    this.#stops.set(log, this.#hub.subscribe({ log, key, pipe: this.#pipe, onEnd }))
  }

  #unsubscribe(log: string): void {
    this.#stops.get(log)?.()
    this.#stops.delete(log)
  }

  #refuse(log: string | null, refusal: Refusal): void {
    tell(this.#pipe, { type: 'refused', log, refusal })
  }
}

function tell(pipe: LivePipe, answer: LiveAnswer): void {
  pipe.send(new LiveMessage(writeLiveAnswer(answer)))
}
