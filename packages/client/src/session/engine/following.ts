/**
 * Reading the logs that are held: to their end where they are asked for, live where they are followed, each in its turn. What is read
 * is kept page by page; what could not be read is asked for again, with growing pauses and at every sign of life.
 */

import type { RoomId } from '@goodoffices/core'
import type { AccessKey } from '@goodoffices/log'
import { endingAmong } from '../../log/ending.ts'
import { leftOf, piecesFrom, stewardOf } from '../../log/giving-back.ts'
import { MailLog } from '../../log/mail-log.ts'
import type { Withheld } from '../../log/replica.ts'
import { RoomLog } from '../../log/room-log.ts'
import {
  type LiveNews,
  type LiveState,
  RelayError,
  type RelayPage,
  type RelayPort,
  toViolation,
} from '../../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../../result.ts'
import { VaultError } from '../../vault/vault.ts'
import type { AnyLog, Holdings } from '../holdings.ts'
import { Lines } from '../lines.ts'
import type { Ground } from './ground.ts'
import { isForking, Standings } from './standing.ts'

export type Connection = LiveState

/** How far a log has come that is being read: records there, of as many as its relay says there are. */
export type Reading = { readonly room: RoomId; readonly read: number; readonly of: number }

export type FollowingOptions = {
  readonly ground: Pick<Ground, 'port' | 'relayOf' | 'isOver' | 'touch' | 'report' | 'withdraw'>
  readonly held: Holdings
  /** Whether to follow the relays live; a command that asks once does not. */
  readonly isLive: boolean
  /** Something was read. */
  readonly onRead: (id: RoomId, log: AnyLog) => Promise<void>
  /** A log was read to its end, or what was written there was seen to stand. */
  readonly onWhole: (id: RoomId, log: AnyLog) => Promise<void>
  /** The room has ended, and this is what is left of it. */
  readonly onEnding: (
    log: RoomLog,
    ending: NonNullable<Awaited<ReturnType<typeof endingAmong>>>,
  ) => Promise<void>
  /** A relay can be reached. */
  readonly onReached: () => void
}

const retryMsMin = 2_000
const retryMsMax = 60_000
type Retry = { readonly timer: ReturnType<typeof setTimeout>; readonly ms: number }

export class Following {
  readonly standings = new Standings()
  connection: Connection = 'offline'
  #followsAll = false
  readonly #options: FollowingOptions
  readonly #lines: Lines
  readonly #turns = new Map<RoomId, Promise<unknown>>()
  readonly #reading = new Map<RoomId, Reading>()
  readonly #retries = new Map<RoomId, Retry>()
  /** How often in a row a relay has refused to tell of a log. */
  readonly #refusals = new Map<RoomId, number>()
  #isClosed = false

  constructor(options: FollowingOptions) {
    this.#options = options
    this.#lines = new Lines(relay => options.ground.port(relay), {
      news: news => this.#hearNews(news),
      behind: (log, size) => this.#hearBehind(log as RoomId, size),
      unfollowed: (log, why) => this.#hearUnfollowed(log as RoomId, why),
      state: state => {
        this.connection = state
        options.ground.touch()
        if (state !== 'live' && state !== 'polling') return
        this.#retryNow()
        options.onReached()
      },
    })
  }

  /** Follows all that is held, and what is held later; a log that its relay does not have yet, once it does. */
  followAll(): void {
    this.#followsAll = true
    for (const id of this.#options.held.ids) this.follow(id)
  }

  /** Whether the relays have been asked. */
  get isOnline(): boolean {
    return this.#followsAll
  }

  /** A log that is held from now on. */
  followToo(id: RoomId): void {
    if (this.#followsAll) this.follow(id)
  }

  /** Logs that are being read, and are not there yet. */
  get reading(): readonly Reading[] {
    return [...this.#reading.values()]
  }

  /**
   * Reads a log to its end: up to a head that its relay has signed. Fails where it could not be read so far, and says why; what was
   * read before stays. Whoever decides by what a log says, decides only where this is ok.
   */
  sync(id: RoomId): Promise<Result<null>> {
    return this.inTurn(id, async () => {
      const log = this.#options.held.log(id)
      if (log === undefined)
        return fail(this.#options.ground.isOver(id) ? 'record-destroyed' : 'room-unknown')
      const read = await this.#readToEnd(id, log)
      if (this.#reading.delete(id)) this.#options.ground.touch()
      return this.#noteRead(id, read)
    })
  }

  /** Takes what a relay answered to an append of ours, without asking again. */
  take(id: RoomId, page: RelayPage): Promise<Result<null>> {
    return this.inTurn(id, async () => {
      const log = this.#options.held.log(id)
      if (log === undefined) return fail('room-unknown')
      const taken = await this.#take(id, log, page, 0)
      if (!taken.ok) return taken
      if (taken.value === 'end') await this.#settle(id, log)
      return ok(null)
    })
  }

  /** Follows a log from where it has been read to; one that its relay does not know yet, once it does. */
  follow(id: RoomId): void {
    const { isLive, held, ground } = this.#options
    if (!isLive || this.#isClosed || this.standings.is(id, 'stopped')) return
    const log = held.log(id)
    if (log?.access === undefined) return
    const relay = ground.relayOf(id)
    if (this.standings.is(id, 'unmade')) this.#lines.open(relay)
    else this.#lines.follow(id, { relay, size: log.replica.size, access: log.access })
  }

  /** Stops following a log, and calls `work` in its turn, so that nothing that is being read is written behind it. */
  forget(id: RoomId, work: () => Promise<void>): Promise<void> {
    return this.inTurn(id, async () => {
      await work()
      this.#lines.forget(id)
      this.#stopRetrying(id)
      this.standings.note(id, { kind: 'forgotten' })
      this.#options.ground.touch()
    })
  }

  inTurn<T>(id: RoomId, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work)
    this.#turns.set(
      id,
      turn.catch(() => {}),
    )
    return turn
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#lines.close()
    for (const id of this.#retries.keys()) this.#stopRetrying(id)
    await Promise.all(this.#turns.values())
  }

  async #readToEnd(id: RoomId, log: AnyLog): Promise<Result<null>> {
    const { ground, isLive } = this.#options
    const why = this.standings.is(id, 'stopped') ? this.standings.whyUnread(id) : undefined
    if (why !== undefined) return { ok: false, error: why }
    const { address } = ground.relayOf(id)
    if (this.#isClosed) return fail('relay-unreachable', { address })
    try {
      const read = await this.#readHealing(id, log)
      if (!read.ok) return read
      await this.#settle(id, log)
      return this.#checkWhole(id, log)
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      if (!error.isPassing) ground.report({ code: error.code, room: id })
      if (!isLive && error.isPassing) this.connection = 'offline'
      return { ok: false, error: toViolation(error, address) }
    }
  }

  /** SYNC-39: reads; a relay that was put back from an older copy is given what it lost, once, and read again. */
  async #readHealing(id: RoomId, log: AnyLog): Promise<Result<null>> {
    const first = await this.#readPages(id, log)
    const left = this.#options.ground.isOver(id) ? undefined : leftOf(first, log.replica.size)
    const given = left === undefined ? 'nothing' : await this.#giveBack(id, log, left)
    const read = given === 'all' ? await this.#readPages(id, log) : first
    if (given === 'all' && read.ok) this.#options.ground.report({ code: 'log-given-back', room: id })
    if (read.ok) return read
    if (read.error.code === 'relay/unknown-log' && log.replica.size === 0) {
      this.standings.note(id, { kind: 'unmade' })
      this.#lines.forget(id)
      return read
    }
    const { size } = log.replica
    const isLost = read.error.code === 'relay/unknown-log'
    const lost = isLost ? ({ code: 'log-rolled-back', had: size, offered: 0 } as const) : read.error
    const why: Violation = given === 'forked' ? { code: 'log-forked', size } : lost
    if (isForking(why) && !this.standings.is(id, 'stopped')) this.#stop(id, why)
    return { ok: false, error: why }
  }

  /** What was there before cannot be joined to what is shown now. */
  #stop(id: RoomId, why: Violation): void {
    this.standings.note(id, { kind: 'stopped', why })
    this.#options.ground.report({ ...why, room: id })
  }

  /** `all`: as far as its relay says. `forked`: others have written in the place of what was lost. Fails as its relay does where that may pass. */
  async #giveBack(id: RoomId, log: AnyLog, from: number): Promise<'all' | 'nothing' | 'forked'> {
    const { ground } = this.#options
    const { checkpoint } = log.replica
    const port = ground.port(ground.relayOf(id))
    try {
      for (const { epoch, records, proof } of await piecesFrom(log.replica, from)) {
        const access = log.accessIn(epoch)
        if (access === undefined) return 'nothing'
        const steward = await stewardOf(log, records)
        await port.restore(id, access, { records, checkpoint, proof, steward })
      }
    } catch (error) {
      if (!(error instanceof RelayError) || error.isPassing) throw error
      return error.code === 'relay/forked' ? 'forked' : 'nothing'
    }
    return 'all'
  }

  /** Page by page, up to the head that the last of them was signed with. */
  async #readPages(id: RoomId, log: AnyLog): Promise<Result<null>> {
    const { ground, isLive } = this.#options
    const port = ground.port(ground.relayOf(id))
    for (;;) {
      const { access } = log
      if (access === undefined) return fail('keys-withheld')
      const askedAt = log.replica.size
      const { next } = log.replica
      const page = await this.#readPage(port, { id, access, next })
      if (page === undefined) return fail('relay/unknown-log')
      if (!isLive) this.connection = 'live'
      const taken = await this.#take(id, log, page, askedAt)
      if (!taken.ok) return taken
      if (taken.value === 'end' && log.access === access) return ok(null)
      if (taken.value === 'end') continue
      if (log.replica.next === next) {
        ground.report({ code: 'relay-withholds', room: id })
        return fail('relay-withholds')
      }
      // It came on: the next pause begins small again.
      this.#stopRetrying(id)
      this.#reading.set(id, { room: id, read: log.replica.next, of: page.size })
      ground.touch()
    }
  }

  /** Undefined where the relay knows no such log. */
  async #readPage(
    port: RelayPort,
    { id, access, next }: { readonly id: RoomId; readonly access: AccessKey; readonly next: number },
  ): Promise<RelayPage | undefined> {
    try {
      return await port.read(id, access, next)
    } catch (error) {
      if (error instanceof RelayError && error.code === 'relay/unknown-log') return undefined
      throw error
    }
  }

  /** A log that the relay did not know yet refused to be followed: now it can be. */
  async #settle(id: RoomId, log: AnyLog): Promise<void> {
    if (this.standings.is(id, 'withheld')) return this.#options.onWhole(id, log)
    const before = this.standings.note(id, { kind: 'read' })
    if (before.kind === 'unread') this.#options.ground.withdraw(before.why.code, id)
    // SYNC-40: its relay may have refused to tell of it while it was not there, or has stopped.
    if (before.kind === 'unmade' || this.#followsAll) this.follow(id)
    await this.#options.onWhole(id, log)
  }

  /** Whether all that stands in the log, as far as it was shown, has been read. */
  #checkWhole(id: RoomId, log: AnyLog): Result<null> {
    const why = this.standings.whyUnread(id)
    if (why !== undefined) return { ok: false, error: why }
    if (log instanceof MailLog || this.#options.ground.isOver(id)) return ok(null)
    if (log.look(state => state?.newer !== undefined)) return fail('rules-newer')
    if (log.isShutOut) return fail('keys-withheld')
    return log.isKeyedOtherwise ? fail('keys-refused') : ok(null)
  }

  #noteRead(id: RoomId, read: Result<null>): Result<null> {
    if (read.ok) this.#stopRetrying(id)
    else {
      if (read.error.code !== 'relay/unknown-log')
        this.standings.note(id, { kind: 'unread', why: read.error })
      if (read.error.code === 'relay-unreachable') this.#retryLater(id)
    }
    return read
  }

  /** Whether there is more to read. Fails with what of the page is not believed. */
  async #take(id: RoomId, log: AnyLog, page: RelayPage, askedAt: number): Promise<Result<'more' | 'end'>> {
    const taken = await log.replica.take(page, askedAt)
    if (!taken.ok) {
      // What a relay has lost can be given back: whoever reads to the end sees to that.
      if (taken.error.code === 'log-rolled-back') return taken
      if (taken.error.code === 'log-forked') this.#stop(id, taken.error)
      else this.#options.ground.report({ ...taken.error, room: id })
      return taken
    }
    if (taken.value.kind === 'more') return ok('more')
    if (taken.value.kind === 'withheld') await this.#meetEnd(id, log, taken.value)
    if (taken.value.kind !== 'taken') return ok('end')
    this.standings.complete(id)
    await log.read(taken.value.records)
    this.#options.ground.touch()
    await this.#options.onRead(id, log)
    return ok('end')
  }

  /** Envelopes are missing: because the room has ended, or because the relay keeps them back. */
  async #meetEnd(id: RoomId, log: AnyLog, withheld: Withheld): Promise<void> {
    const ending = log instanceof RoomLog ? await endingAmong(log, withheld) : undefined
    if (log instanceof RoomLog && ending !== undefined) {
      this.standings.complete(id)
      await this.#options.onEnding(log, ending)
    } else this.standings.note(id, { kind: 'withheld' })
  }

  #hearNews(news: LiveNews): void {
    const id = news.log as RoomId
    const taken = this.inTurn(id, async () => {
      const log = this.#options.held.log(id)
      if (log === undefined || this.standings.is(id, 'stopped')) return
      const heard = await this.#take(id, log, news, 0)
      if (heard.ok && heard.value === 'end') await this.#settle(id, log)
      else if (heard.ok || heard.error.code === 'log-rolled-back') this.inBackground(this.sync(id))
    })
    this.inBackground(taken.then(() => this.follow(id)))
  }

  /** `size`: how long the log is, where the relay said so: where all of it is there, nothing is asked. */
  #hearBehind(id: RoomId, size?: number): void {
    if (size !== undefined) this.#refusals.delete(id)
    const log = this.#options.held.log(id)
    if (size !== undefined && log?.replica.size === size && this.standings.is(id, 'read')) return
    this.inBackground(this.sync(id).then(() => this.follow(id)))
  }

  /** SYNC-40: what it no longer tells is read, and following is asked for again: at once, and after a further refusal later and later. */
  #hearUnfollowed(id: RoomId, why: 'behind' | 'refused'): void {
    this.#lines.forget(id)
    if (why === 'behind') return this.#hearBehind(id)
    const refusals = this.#refusals.get(id) ?? 0
    if (refusals === 0) this.#hearBehind(id)
    else this.#retryIn(id, Math.min(retryMsMin * 2 ** (refusals - 1), retryMsMax))
    this.#refusals.set(id, refusals + 1)
  }

  /** A device that cannot keep what was read says so; it is read again later. */
  inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof VaultError)) throw error
      this.#options.ground.report({ code: error.code })
    })
  }

  #retryLater(id: RoomId): void {
    this.#retryIn(id, Math.min((this.#retries.get(id)?.ms ?? retryMsMin / 2) * 2, retryMsMax))
  }

  #retryIn(id: RoomId, ms: number): void {
    if (!this.#options.isLive || this.#isClosed) return
    clearTimeout(this.#retries.get(id)?.timer)
    const retry = (): void => this.inBackground(this.sync(id).then(() => this.follow(id)))
    this.#retries.set(id, { ms, timer: setTimeout(retry, ms * (0.5 + Math.random() / 2)) })
  }

  #retryNow(): void {
    for (const id of this.#retries.keys()) {
      this.#stopRetrying(id)
      this.inBackground(this.sync(id).then(() => this.follow(id)))
    }
  }

  #stopRetrying(id: RoomId): void {
    clearTimeout(this.#retries.get(id)?.timer)
    this.#retries.delete(id)
  }
}
