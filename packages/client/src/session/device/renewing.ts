/**
 * New keys for this device, at work (RING-21): each room lists them, gives them what the old ones had, and then takes the old ones out.
 * What is still to be done follows from the rooms alone, so that it goes on wherever a program ended, and no room waits for another.
 * The old seed lies sealed beside the new one until the last room has taken them.
 */

import { type Act, authorOf, type MemberId, type RoomId, type RoomState } from '@goodoffices/core'
import type { Device } from '@goodoffices/log'
import { deviceToCard, keepIdentity } from '../../identity/identity.ts'
import { exposedKey } from '../../identity/strongbox.ts'
import { newestKeyOf } from '../../log/newest-key.ts'
import type { Violation } from '../../result.ts'
import { VaultError } from '../../vault/vault.ts'
import type { Engine } from '../engine/engine.ts'
import { entriesFor } from '../outbox.ts'
import { whyShut } from '../why-shut.ts'
import { roomsWith } from './listing.ts'

export type RoomRenewal = {
  readonly room: RoomId
  /** `listed`: the new keys are in it, and the old ones still too. */
  readonly standing: 'done' | 'listed' | 'to-do'
  /** Why it does not go on there now. */
  readonly why?: Violation
}

export class Renewing {
  readonly #engine: Engine
  #isOver: boolean
  #working: Promise<void> = Promise.resolve()
  #isAskedAgain = false
  #isWorking = false

  constructor(engine: Engine) {
    this.#engine = engine
    this.#isOver = engine.identity.former === undefined
  }

  start(): void {
    if (!this.#isOver && this.#engine.leads()) this.#engine.subscribe(() => this.#wake())
  }

  /** The old keys, while a room may still need them. */
  get former(): Device | undefined {
    return this.#isOver ? undefined : this.#engine.identity.former?.device
  }

  /** How far each room is, one's own first; none where nothing is being renewed. */
  rooms(): readonly RoomRenewal[] {
    const { former } = this
    return former === undefined ? [] : roomsWith(this.#engine).map(room => this.#standingOf(room, former))
  }

  /** Decides what can be decided by what is known; resolves when that is kept. */
  attend(): Promise<void> {
    if (!this.#isOver && this.#engine.leads()) this.#wake()
    return this.#working
  }

  /** Resolves when nothing is being decided. */
  settled(): Promise<void> {
    return this.#working
  }

  /** Destroys the old seed: in rooms that have not taken the new keys, this device acts no more. */
  async finish(): Promise<void> {
    const engine = this.#engine
    const { former: _, home, ...identity } = engine.identity
    const newest = { ...home, ...newestKeyOf(engine.roomLog(home.room)) }
    await keepIdentity(engine.box, { ...identity, home: newest }, new Map([[exposedKey, null]]))
    await engine.box.vault.compact?.()
    this.#isOver = true
    engine.touch()
  }

  #wake(): void {
    this.#isAskedAgain = true
    if (this.#isWorking) return
    this.#isWorking = true
    this.#working = this.#work()
      .catch((error: unknown) => {
        if (!(error instanceof VaultError)) throw error
        this.#engine.report({ code: error.code })
      })
      .finally(() => {
        this.#isWorking = false
      })
  }

  async #work(): Promise<void> {
    while (this.#isAskedAgain && !this.#isOver) {
      this.#isAskedAgain = false
      const { former } = this
      if (former === undefined) return
      const rooms = this.rooms()
      if (rooms.length > 0 && rooms.every(({ standing }) => standing === 'done')) return this.finish()
      for (const { room, standing, why } of rooms)
        if (standing !== 'done' && why === undefined) await this.#goOn(room, former)
      // Whatever becomes of a step, the program has its turn before the next.
      await new Promise(resolve => setTimeout(resolve))
    }
  }

  async #goOn(room: RoomId, former: Device): Promise<void> {
    const act = this.#nextIn(room, former)
    if (act === undefined) return
    const decided = await this.#engine.submit([{ room, act }])
    if (!decided.ok) this.#engine.report({ ...decided.error, room })
  }

  /** The next step of a room, where it is its turn. */
  #nextIn(room: RoomId, former: Device): Act | undefined {
    const engine = this.#engine
    const { device, member } = engine.identity
    const shown = engine.room(room)
    if (shown === undefined) return undefined
    if (!isListed(shown, device, member)) return { kind: 'device.add', card: deviceToCard(device) }
    const isTurn = engine
      .roomLog(room)
      ?.look(
        state => state !== undefined && isListed(state, device, member) && engine.deviceIn(state) === device,
      )
    if (isTurn !== true || !isListed(shown, former, member)) return undefined
    return { kind: 'device.remove', device: former.id }
  }

  #standingOf(room: RoomId, former: Device): RoomRenewal {
    const engine = this.#engine
    const { device, member } = engine.identity
    const log = engine.roomLog(room)
    const seen = log?.look(
      state => state && { before: isListed(state, former, member), now: isListed(state, device, member) },
    )
    // Where the member is no longer in the room, nothing is left to take out.
    if (engine.isOver(room) || seen?.before === false) return { room, standing: 'done' }
    const why = this.#whyNot(room, former)
    return { room, standing: seen?.now === true ? 'listed' : 'to-do', ...(why === undefined ? {} : { why }) }
  }

  /** Nothing is decided for a room that has not been read: it would lie before what is decided for others. */
  #whyNot(room: RoomId, former: Device): Violation | undefined {
    const engine = this.#engine
    const shut = whyShut(engine, room)
    if (shut !== undefined) return shut
    if (engine.standing(room).kind !== 'read')
      return engine.whyUnread(room) ?? { code: 'relay-unreachable', address: engine.relayOf(room).address }
    return this.#refusedIn(room) ?? this.#checkNext(room, former)
  }

  /** What was refused there, or cannot be: it is not tried again until its member has taken note. */
  #refusedIn(room: RoomId): Violation | undefined {
    const own = [this.#engine.device, this.former?.id]
    return this.#engine.outbox
      .refused()
      .find(({ job }) =>
        entriesFor(job, room).some(
          ({ act }) =>
            (act.kind === 'device.add' && own.includes(act.card.device)) ||
            (act.kind === 'device.remove' && own.includes(act.device)),
        ),
      )?.refused
  }

  /** A step that the room would refuse, now that its record is about to be destroyed for one, is not tried: to be told so would ask again. */
  #checkNext(room: RoomId, former: Device): Violation | undefined {
    const act = this.#nextIn(room, former)
    const checked = act === undefined ? undefined : this.#engine.checkAct(room, act)
    return checked?.ok === false ? checked.error : undefined
  }
}

/** As this member's own: another may have named it as theirs. */
function isListed(state: RoomState, device: Device, member: MemberId): boolean {
  const author = authorOf(state, device.id)
  return author.ok && author.value.member === member
}
