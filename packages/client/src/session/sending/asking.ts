/** Not asked is not sent: what must have been read before something goes. */

import { type Act, type BroughtAct, type RoomId, type RoomState, specOf } from '@goodoffices/core'
import { askedAgainIn, goesWith, weighedOf } from '../../areas.ts'
import { allRoomsOf, currentRoomsOf, linesOf } from '../../process/held.ts'
import { RelayError, toViolation } from '../../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../../result.ts'
import type { Ground } from '../engine/ground.ts'
import type { After, JobOf } from '../outbox.ts'

/** Refusals that end when the host or its clock is put right: what was decided waits for that. */
export const needsTheHost: ReadonlySet<string> = new Set([
  'relay/log-full',
  'relay/store-full',
  'relay/quota',
  'relay/unauthenticated',
])

/** How long it holds what the rooms were asked for one part, for the parts that follow it. */
const askedMsMax = 10_000

/** What lies there for so long has waited: what was decided may have been taken back on the member's own side. */
const waitedMsMin = 10_000

/** A log that something hangs on, and that could not be read now. */
export class Unasked extends RelayError {
  readonly of: RoomId
  constructor(of: RoomId, { code, ...data }: Violation) {
    super(code === 'relay-unreachable' ? 'unreachable' : code, data)
    this.of = of
  }
}

export type Brought = readonly BroughtAct<Act>[]

export class Asking {
  readonly #ground: Ground
  /** Logs told of because they could not be asked. */
  readonly #told = new Set<RoomId>()
  /** What was asked last, and when. */
  #asked: { readonly about: string; readonly at: number } | undefined

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** The log that is written in itself: while it cannot be read, nothing of what waits can be sent. Throws where it may be later. */
  async readFirst(room: RoomId): Promise<Result<null>> {
    const read = await this.#ground.sync(room)
    if (read.ok || !mayPass(read.error)) return read
    throw toRelayError(read.error)
  }

  /**
   * What an act brings about by what the rooms that it hangs on say now; they are asked again, but for parts that go one right after
   * the other. Fails where it may go no longer; throws `Unasked` where a room could not be read.
   */
  async goesNow({ room, act }: After): Promise<Result<Brought>> {
    const bringing = specOf(act).brings
    if (bringing === undefined) return fail('delivery-not-carried')
    const about = `${room} ${act.kind} ${specOf(act).about(act)}`
    const isAsked = this.#isJustAsked(about)
    this.#asked = undefined
    const own = isAsked ? ok(null) : await this.readFirst(room)
    if (!own.ok) return own
    const behind = this.#lookAt([room], ([state]) => (state ? bringing.hangsOn(state, act) : []))
    for (const read of isAsked ? [] : await Promise.all(behind.map(id => this.#ask(id))))
      if (!read.ok) return read
    this.#asked = { about, at: this.#ground.now() }
    return this.#lookAt([room, ...behind], ([state, ...others]) =>
      state === undefined
        ? fail('room-unknown')
        : bringing.acts(state, act, id => others[behind.indexOf(id)]),
    )
  }

  /**
   * Whether an act that is asked once more may go by what the author's rooms say now. Fails where it may not; throws `Unasked` where one
   * could not be read.
   */
  async mayGoNow({ room, entry: { id, act }, heeded }: JobOf<'entry'>): Promise<Result<null>> {
    const kinds = askedAgainIn(act)
    if (kinds === undefined || this.#ground.roomLog(room)?.has(id) === true) return ok(null)
    const state = this.#ground.room(room)
    if (state === undefined) return ok(null)
    const { process } = state.process
    const rooms = () => currentRoomsOf(this.#ground, process)
    // By the keyring: a room that was never read on this device is asked, too.
    const behind = linesOf(this.#ground, process).filter(
      line =>
        line.room !== room &&
        line.roomKind !== undefined &&
        kinds.includes(line.roomKind) &&
        (this.#ground.room(line.room) === undefined
          ? !this.#ground.isOver(line.room)
          : rooms().some(each => each.id === line.room)),
    )
    for (const read of await Promise.all(behind.map(line => this.#ask(line.room)))) if (!read.ok) return read
    const step = { room, act, ...(heeded === undefined ? {} : { heeded }) }
    const goes = goesWith({ step, room: state, by: this.#ground.identity.member, rooms })
    return goes.ok ? ok(null) : goes
  }

  /**
   * MAND-20: of what has waited, whether nothing speaks against it on the member's own side that did not when it was decided: a mandate may
   * have been withdrawn since. Fails with `mandate-changed`; throws `Unasked` where a room of one's own could not be read.
   */
  async isStillLetBe({
    room,
    entry: { id, act, time },
    weighed = [],
  }: JobOf<'entry'>): Promise<Result<null>> {
    const hasWaited = this.#ground.now() - time >= waitedMsMin
    if (specOf(act).deed === undefined || !hasWaited || this.#ground.roomLog(room)?.has(id) === true)
      return ok(null)
    const own = Object.values(this.#ground.home()?.keyring ?? {}).filter(
      line => line.roomKind === 'delegation' && !this.#ground.isOver(line.room),
    )
    for (const read of await Promise.all(own.map(line => this.#ask(line.room)))) if (!read.ok) return read
    const state = this.#ground.room(room)
    if (state === undefined) return ok(null)
    const held = () => allRoomsOf(this.#ground)
    const { member: me } = this.#ground.identity
    const now = weighedOf({ act, room: state, me, now: this.#ground.now(), held })
    return now.every(key => weighed.includes(key)) ? ok(null) : fail('mandate-changed')
  }

  /** Whether an act's own word stands in its room: by this entry, where it is named. */
  isSaid({ room, act, entry }: After): boolean {
    const log = this.#ground.roomLog(room)
    if (log === undefined) return false
    if (entry !== undefined) return log.has(entry)
    return log.look(state => state !== undefined && specOf(act).brings?.isSaid(state, act) === true)
  }

  /** From here on everything is asked again. */
  forget(): void {
    this.#asked = undefined
  }

  /** A log could not be asked; taken back when it was. */
  tell(error: Unasked): void {
    const { address } = this.#ground.relayOf(error.of)
    this.#ground.report({ ...toViolation(error, address), room: error.of })
    this.#told.add(error.of)
  }

  #isJustAsked(about: string): boolean {
    const asked = this.#asked
    if (asked === undefined || asked.about !== about) return false
    const ms = this.#ground.now() - asked.at
    return ms >= 0 && ms < askedMsMax
  }

  /** Calls `read` with these rooms as their logs have them. */
  #lookAt<T>(rooms: readonly RoomId[], read: (states: readonly (RoomState | undefined)[]) => T): T {
    const next = (states: readonly (RoomState | undefined)[]): T => {
      const room = rooms[states.length]
      if (room === undefined) return read(states)
      const log = this.#ground.roomLog(room)
      return log === undefined ? next([...states, undefined]) : log.look(state => next([...states, state]))
    }
    return next([])
  }

  async #ask(room: RoomId): Promise<Result<null>> {
    const read = await this.#ground.sync(room)
    if (read.ok && this.#told.delete(room)) this.#ground.withdraw('relay-unreachable', room)
    if (read.ok || !mayPass(read.error)) return read
    throw new Unasked(room, read.error)
  }
}

const toRelayError = ({ code, ...data }: Violation): RelayError =>
  new RelayError(code === 'relay-unreachable' ? 'unreachable' : code, data)

/** Why a log was not read, where it may be read later without anything being changed about it. */
const mayPass = ({ code }: Violation): boolean =>
  code === 'relay-unreachable' || code === 'checkpoint-refused' || needsTheHost.has(code)
