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

/** What whoever is at the other end may still have written today, and the count of what was; what came to nothing is taken off again. */
export type Meter = {
  readonly max: number
  /** 0 where so many bytes more may be written. */
  waitMs(bytes: number): number
  add(bytes: number): void
}

const unmetered: Meter = { max: Number.POSITIVE_INFINITY, waitMs: () => 0, add: () => {} }

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

/** Who follows one log here. */
type Following = {
  readonly subscriptions: Set<Subscription>
  /** Another relay may have written to it since its followers began to be looked at. */
  isHeard: boolean
  /** What others wrote is being read; `again` where more may have come since. */
  reading: { again: boolean } | undefined
}

/** Who listens to which log, and the one place from which they are told. */
export class LiveHub {
  readonly relay: Relay
  readonly #following = new Map<string, Following>()
  readonly #connections = new Set<LiveConnection>()
  readonly #lines = new Set<LivePipe>()
  #beating: NodeJS.Timeout | undefined
  readonly #stopListening: () => void
  readonly #stopWatching: () => void

  constructor(relay: Relay) {
    this.relay = relay
    this.#stopListening = relay.pushes.listen(push => this.#tellAll(push))
    this.#stopWatching = relay.pushes.watch(id =>
      id === undefined ? void this.#readGrown() : this.#hear(id),
    )
  }

  /** Greets whoever connected; requests then come in by `receive`. */
  connect(pipe: LivePipe, meter: Meter = unmetered): LiveConnection {
    const detach = this.attach(pipe)
    const onClose = () => {
      detach()
      this.#connections.delete(connection)
    }
    const connection = new LiveConnection({ hub: this, pipe, meter, onClose })
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
    this.#stopWatching()
    this.#endBeats()
    for (const connection of this.#connections) connection.stop()
    for (const { subscriptions } of this.#following.values())
      for (const { pipe } of subscriptions) pipe.close(closeCode.goingAway, 'stopping')
    this.#following.clear()
  }

  get lines(): number {
    return this.#lines.size
  }

  get subscriptions(): number {
    let count = 0
    for (const { subscriptions } of this.#following.values()) count += subscriptions.size
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
    const following = this.#following.get(log) ?? {
      subscriptions: new Set(),
      isHeard: false,
      reading: undefined,
    }
    following.subscriptions.add(subscription)
    this.#following.set(log, following)
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
    let isGap = this.#following.get(log)?.isHeard ?? false
    for (const push of subscription.pending.splice(0))
      isGap = !this.#tell(subscription, push, new LiveMessage(writePush(push))) || isGap
    if (isGap) this.#hear(log)
  }

  /** Tells everybody who follows the log. Where something before it was written elsewhere, that is read first, and it with that. */
  #tellAll(push: Push): void {
    const following = this.#following.get(push.id)
    if (following === undefined) return
    const message = new LiveMessage(writePush(push))
    let isGap = false
    for (const subscription of following.subscriptions)
      isGap = !this.#tell(subscription, push, message) || isGap
    if (isGap) this.#hear(push.id)
  }

  /** Another relay may have written to the log. */
  #hear(log: string): void {
    const following = this.#following.get(log)
    if (following === undefined) return
    following.isHeard = true
    if (following.reading === undefined) void this.#read(log, following)
    else following.reading.again = true
  }

  /** REL-124: of all logs that are followed, reads those that are larger than what was told of them. */
  async #readGrown(): Promise<void> {
    const told = new Map<string, number>()
    for (const [log, following] of this.#following) {
      const next = nextOf(following)
      if (next !== undefined) told.set(log, next)
    }
    if (told.size === 0) return
    for (const log of await this.relay.pushes.grown(told)) this.#hear(log)
  }

  async #read(log: string, following: Following): Promise<void> {
    const reading = { again: true }
    following.reading = reading
    while (reading.again) {
      reading.again = false
      const from = nextOf(following)
      if (from === undefined) break
      const pushes = await this.relay.pushes.since(log, from)
      for (const push of pushes ?? []) {
        const message = new LiveMessage(writePush(push))
        for (const subscription of following.subscriptions)
          if (!this.#tell(subscription, push, message)) this.#leaveBehind(subscription)
      }
      if (pushes === undefined)
        for (const subscription of following.subscriptions) this.#leaveBehind(subscription)
    }
    following.reading = undefined
  }

  #leaveBehind(subscription: Subscription): void {
    const { log, admitted } = subscription
    if (admitted !== undefined) this.#end(subscription, { type: 'behind', log, from: admitted.next })
  }

  /** Returns false where something is missing between what was told last and this. */
  #tell(subscription: Subscription, push: Push, message: LiveMessage): boolean {
    const { log, pipe, admitted, pending } = subscription
    if (!this.#isListening(subscription)) return true
    if (admitted === undefined) {
      pending.push(push)
      if (pending.length > pendingPushesMax)
        this.#end(subscription, { type: 'refused', log, refusal: refuse('relay/busy').error })
      return true
    }
    const end = push.from + push.records.length
    if (end <= admitted.next || push.epoch < admitted.epoch) return true
    if (push.from > admitted.next || push.epoch > admitted.epoch) return false
    if (pipe.bufferedBytes() > this.relay.limits.liveBufferBytesMax) {
      this.#leaveBehind(subscription)
      return true
    }
    pipe.send(
      push.from === admitted.next ? message : new LiveMessage(writePush(dropUntil(push, admitted.next))),
    )
    admitted.next = end
    if (push.isEnd) this.#end(subscription, { type: 'ended', log, size: push.size })
    return true
  }

  #end(subscription: Subscription, answer: LiveAnswer): void {
    this.#remove(subscription)
    tell(subscription.pipe, answer)
    subscription.onEnd()
  }

  #isListening(subscription: Subscription): boolean {
    return this.#following.get(subscription.log)?.subscriptions.has(subscription) ?? false
  }

  #remove(subscription: Subscription): void {
    const following = this.#following.get(subscription.log)
    following?.subscriptions.delete(subscription)
    if (following?.subscriptions.size === 0) this.#following.delete(subscription.log)
  }
}

/** A log that is followed on a connection, and the key by which it is: that the other end has it was shown once. */
type Followed = { readonly key: Uint8Array; readonly stop: () => void }

/** One connection, on which many logs can be followed, and written to. A request is bound to it by the nonce in its greeting. */
export class LiveConnection {
  readonly #hub: LiveHub
  readonly #pipe: LivePipe
  readonly #meter: Meter
  readonly #onClose: () => void
  readonly #nonce = randomBytes(liveNonceBytes)
  readonly #followed = new Map<string, Followed>()
  #isOpen = true

  constructor(given: {
    readonly hub: LiveHub
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

function tell(pipe: LivePipe, answer: LiveAnswer): void {
  pipe.send(new LiveMessage(writeLiveAnswer(answer)))
}

/** From where on the one of its followers has not been told who was told least; undefined where all are still looked at. */
function nextOf({ subscriptions }: Following): number | undefined {
  let next: number | undefined
  for (const { admitted } of subscriptions)
    if (admitted !== undefined) next = Math.min(next ?? admitted.next, admitted.next)
  return next
}

/** The same push without the records before `position`, for whoever has them. */
function dropUntil(push: Push, position: number): Push {
  return { ...push, from: position, records: push.records.slice(position - push.from) }
}
