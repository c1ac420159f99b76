import { LiveConnection, type Meter, unmetered } from './live-connection.ts'
import { closeCode, LiveMessage, type LivePipe, tell } from './live-pipe.ts'
import { type LiveAnswer, writeLiveAnswer, writePush } from './message.ts'
import type { Push } from './push.ts'
import { refuse } from './refusal.ts'
import type { Relay } from './relay.ts'

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
  readonly #listeners = new Set<(log: string) => void>()
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

  /** Calls `listener` with each log that somebody begins to follow, or stops. Returns the way to stop that. */
  onFollower(listener: (log: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether somebody follows the log who was found to have its key. */
  isFollowed(log: string): boolean {
    const { subscriptions = [] } = this.#following.get(log) ?? {}
    return [...subscriptions].some(({ admitted }) => admitted !== undefined)
  }

  #tellFollower(log: string): void {
    for (const listener of this.#listeners) listener(log)
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
    this.#tellFollower(log)
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
    const wasThere = following?.subscriptions.delete(subscription) === true
    if (wasThere && subscription.admitted !== undefined) this.#tellFollower(subscription.log)
    if (following?.subscriptions.size === 0) this.#following.delete(subscription.log)
  }
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
