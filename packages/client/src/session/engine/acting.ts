/** From what a member decides to what is kept of it: each act is checked against what those before it lead to. */

import {
  type Act,
  authorOf,
  checkAct,
  type Finding,
  type Member,
  mayBeginEpoch,
  parseAct,
  type RoomId,
  type RoomState,
  specOf,
} from '@goodoffices/core'
import { createEntryId } from '@goodoffices/log'
import { checkPassed, leaksInAct } from '../../areas/desk/leaks.ts'
import { goesWith, weighedOf } from '../../areas.ts'
import { ownSeat } from '../../identity/acting-device.ts'
import type { Pending } from '../../log/overlay.ts'
import { allRoomsOf, checkComparable, currentRoomsOf, roomsOf } from '../../process/held.ts'
import { fail, ok, type Result } from '../../result.ts'
import { type After, entriesFor, type Job, type JobOf } from '../outbox.ts'
import type { ActStep, Ground, Placed, Step } from './ground.ts'

/** An act of a step that a side would read, where it would stand, and what the leak check names in it. */
export type Named = { readonly room: RoomState; readonly act: Act; readonly findings: readonly Finding[] }

export type Decided = { readonly jobs: readonly Job[]; readonly entries: readonly Placed[] }

type Deciding = Pick<
  Ground,
  'room' | 'roomLog' | 'home' | 'standing' | 'isOver' | 'relayOf' | 'identity' | 'device' | 'deviceIn' | 'now'
>

/** Whether this device's member may do this now. The author, where so. */
export const checkNow = (ground: Deciding, room: RoomId, act: Act): Result<Member> =>
  checkIn(ground, { room, act }, [])

function checkIn(ground: Deciding, { room, act }: ActStep, before: readonly Pending[]): Result<Member> {
  const state = ground.room(room, before)
  if (state === undefined) return fail('room-unknown', { room })
  if (ground.standing(room).kind === 'stopped') return fail('log-forked', { room })
  const parsed = parseAct(act)
  if (!parsed.ok) return parsed
  const author = ownSeat(state, { device: ground.deviceIn(state), member: ground.identity.member })
  if (!author.ok) return author
  const checked = checkAct(state, author.value, act)
  if (checked.ok) return author
  // Whoever is to be asked to move a room must know which (RULE-6).
  return checked.error.code === 'rules-older' ? fail('rules-older', { ...checked.error, room }) : checked
}

/** What is to be sent for these steps, in their order, with what they bring about; or why one of them may not be. */
export function decide(ground: Deciding, steps: readonly Step[], named?: Named[]): Result<Decided> {
  const decision = new Decision(ground, named)
  const together = steps.filter(step => 'act' in step)
  for (const step of steps) {
    const added = 'act' in step ? decision.act(step, together) : decision.job(step)
    if (!added.ok) return added
  }
  return ok(decision)
}

/** LEAK-12: what is named in these steps, in the order in which they go; nothing of them is kept. Fails as `decide` does, but for what is named. */
export function lookInto(ground: Deciding, steps: readonly Step[]): Result<readonly Named[]> {
  const named: Named[] = []
  const decided = decide(ground, steps, named)
  return decided.ok ? ok(named) : decided
}

class Decision implements Decided {
  readonly jobs: Job[] = []
  readonly entries: Placed[] = []
  /** Where what is named is only looked for. */
  readonly #named: Named[] | undefined
  readonly #ground: Deciding
  /** What was decided so far for each room. */
  readonly #before = new Map<RoomId, Pending[]>()

  constructor(ground: Deciding, named: Named[] | undefined) {
    this.#ground = ground
    this.#named = named
  }

  job(job: Job): Result<null> {
    this.jobs.push(job)
    if ('room' in job) this.#note(job.room, entriesFor(job, job.room))
    return ok(null)
  }

  act(step: ActStep, together: readonly ActStep[]): Result<null> {
    const bringing = specOf(step.act).brings
    const state = this.#stateOf(step.room)
    if (bringing === undefined || state === undefined) return this.#sayWith(step, together, state)
    const brought = bringing.acts(state, step.act, id => this.#stateOf(id))
    if (!brought.ok) return brought
    const isSaid = bringing.isSaid(state, step.act)
    const asked = isSaid ? ok([]) : this.#besideOf(step, together, state)
    if (!asked.ok) return asked
    const said = isSaid ? ok(null) : this.#say(step)
    if (!said.ok) return said
    const own = isSaid ? undefined : this.entries.at(-1)?.id
    const { room, act } = step
    const after: After = { room, act, ...(own === undefined ? {} : { entry: own }) }
    const parts = brought.value.filter(part => part.room !== step.room || part.act.kind !== step.act.kind)
    const going = parts.filter(({ refused }) => refused === undefined)
    for (const part of going) {
      // What is put or delivered with it is asked as if it were by itself.
      const { kind } = part.act
      const isPutThere = kind === 'item.put' || kind === 'delivery.make'
      const beside = isPutThere ? this.#besideOf(part, going, this.#stateOf(part.room)) : ok([])
      if (!beside.ok) return beside
      const added = this.#say(part, { after })
      if (!added.ok) return added
    }
    // Of what was cut short, nothing may go any more.
    const [stuck] = going.length === 0 ? parts : []
    return stuck?.refused === undefined ? ok(null) : { ok: false, error: stuck.refused }
  }

  /** MAND-20: what is passed by deciding it. */
  #weigh(act: Act, room: RoomState | undefined): Pick<JobOf<'entry'>, 'weighed'> {
    if (room === undefined) return {}
    const { identity, now } = this.#ground
    const held = () => allRoomsOf(this.#ground)
    const weighed = weighedOf({ act, room, me: identity.member, now: now(), held })
    return weighed.length === 0 ? {} : { weighed }
  }

  /** What is said in other rooms with an act, or why it may not be, by what they show. */
  #besideOf(
    step: ActStep,
    together: readonly ActStep[],
    state: RoomState | undefined,
  ): Result<readonly ActStep[]> {
    const author = state === undefined ? undefined : authorOf(state, this.#ground.deviceIn(state).id)
    // By what was decided before it, in the same write.
    const { identity } = this.#ground
    const deciding = { home: () => this.#ground.home(), room: (id: RoomId) => this.#stateOf(id), identity }
    const rooms = (): readonly RoomState[] =>
      state === undefined ? [] : currentRoomsOf(deciding, state.process.process)
    return state === undefined || author?.ok !== true
      ? ok([])
      : goesWith({ step, room: state, by: author.value.member, rooms, together })
  }

  /** An act, and what is said in other rooms with it. */
  #sayWith(step: ActStep, together: readonly ActStep[], state: RoomState | undefined): Result<null> {
    const beside = this.#besideOf(step, together, state)
    if (!beside.ok) return beside
    const said = this.#say(step)
    if (!said.ok) return said
    const own = this.entries.at(-1)
    for (const part of beside.value) {
      const added = this.#say(part, own === undefined ? {} : { beside: { room: step.room, entry: own.id } })
      if (!added.ok) return added
    }
    return ok(null)
  }

  #say(step: ActStep, hanging: Pick<JobOf<'entry'>, 'after' | 'beside'> = {}): Result<null> {
    const { room, act, time = this.#ground.now(), heeded } = step
    const author = checkIn(this.#ground, step, this.#before.get(room) ?? [])
    if (!author.ok) return author
    const state = this.#stateOf(room)
    // What another act brings here was shown, and passed, when that was prepared.
    const passed =
      hanging.after === undefined && state !== undefined
        ? this.#checkPassed(step, state, author.value)
        : ok(null)
    if (!passed.ok) return passed
    const entry: Pending = { id: createEntryId(), act, time }
    this.entries.push({ ...entry, room })
    const beginsEpoch =
      specOf(act).changesKeys === true && state !== undefined && mayBeginEpoch(state, author.value)
    if (beginsEpoch) this.#change(room, entry)
    else
      this.jobs.push({
        kind: 'entry',
        room,
        entry,
        ...hanging,
        ...(heeded === undefined ? {} : { heeded }),
        ...this.#weigh(act, state),
      })
    this.#note(room, [entry])
    return ok(null)
  }

  /**
   * LEAK-12: whatever a side would read of a mediator is asked here, so that no verb can leave it out; by what stands before any of it
   * is decided, as it was shown: the same words to several are not taken from each other.
   */
  #checkPassed({ act, accepted }: ActStep, room: RoomState, { member }: Member): Result<null> {
    const { process } = room.process
    const rooms = () => roomsOf(this.#ground, process)
    const isComparable = () => checkComparable(this.#ground, process)
    const saying = { act, room, by: member, rooms, checkComparable: isComparable }
    if (this.#named === undefined) return checkPassed(saying, accepted)
    const findings = leaksInAct(saying)
    if (findings.length > 0) this.#named.push({ room, act, findings })
    return ok(null)
  }

  /** What changes the roster goes with the keys that follow, and with what else changes it just before; the rest as it comes. */
  #change(room: RoomId, entry: Pending): void {
    const last = this.jobs.at(-1)
    if (last?.kind === 'change' && last.room === room)
      this.jobs[this.jobs.length - 1] = { ...last, entries: [...last.entries, entry] }
    else this.jobs.push({ kind: 'change', room, entries: [entry] })
  }

  #stateOf(room: RoomId): RoomState | undefined {
    return this.#ground.room(room, this.#before.get(room))
  }

  #note(room: RoomId, entries: readonly Pending[]): void {
    this.#before.set(room, [...(this.#before.get(room) ?? []), ...entries])
  }
}
