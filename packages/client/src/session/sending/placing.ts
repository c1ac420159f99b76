/** Puts what was decided into its log, and does not take the relay's word for it: what was sent must be seen to stand. */

import type { RoomId } from '@goodoffices/core'
import { type AccessKey, createAccessKey, peekEnvelope, textToSecret } from '@goodoffices/log'
import type { Pending } from '../../log/overlay.ts'
import type { RoomLog } from '../../log/room-log.ts'
import { answerToRecords, type RelayAnswer, RelayError } from '../../relay/port.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { SendingGround } from '../engine/ground.ts'
import type { AnyLog } from '../holdings.ts'
import type { JobOf } from '../outbox.ts'
import { askToCreate } from './admission.ts'
import type { Asking } from './asking.ts'
import { welcomesAgain } from './letters.ts'
import { sealChange, sealEntry, type Writing, writingNow } from './sealing.ts'

/** Tries at a change of keys that others win, before it waits. */
const racesMax = 20

export class Placing {
  readonly #ground: SendingGround
  readonly #asking: Asking

  constructor(ground: SendingGround, asking: Asking) {
    this.#ground = ground
    this.#asking = asking
  }

  async create(job: JobOf<'create'>): Promise<Result<null>> {
    const key = textToSecret(job.key)
    if (!key.ok) return fail('keyring-unreadable')
    const answer = await this.#askToCreate(job, await createAccessKey(key.value))
    if (job.entries.length > 0) await this.#ground.holdKept()
    const log = this.#ground.roomLog(job.room) ?? this.#ground.mailbox(job.room)
    // A mailbox of an exchange that is over by now.
    if (log === undefined) return job.entries.length === 0 ? ok(null) : fail('room-unknown')
    if (answer !== undefined) {
      const placed = await this.acknowledge(log, job.envelopes, answer)
      return placed.ok ? ok(null) : placed
    }
    const read = await this.#asking.readFirst(job.room)
    if (!read.ok) return read
    return (await log.replica.beginsWith(job.envelopes)) ? ok(null) : fail('relay/exists')
  }

  /** The relay's answer; undefined where there is such a log, which reading it shows to be this one or another. */
  async #askToCreate(job: JobOf<'create'>, access: AccessKey): Promise<RelayAnswer | undefined> {
    const { room, relay, envelopes } = job
    try {
      return await askToCreate(this.#ground, job, pass =>
        this.#ground.port(relay).create(room, access, envelopes, { pass }),
      )
    } catch (error) {
      if (codeOf(error) === 'relay/exists') return undefined
      throw error
    }
  }

  /** Puts an entry into its log, sealed anew as often as an epoch ends before it gets there. */
  async entry(seq: number, job: JobOf<'entry'>): Promise<Result<null>> {
    for (let races = 0; races < racesMax; races += 1) {
      const log = this.#ground.roomLog(job.room)
      if (log === undefined) return fail(this.#ground.isOver(job.room) ? 'record-destroyed' : 'room-unknown')
      if (!log.isBegun || log.isKeyedOtherwise) await this.#asking.readFirst(job.room)
      if (log.has(job.entry.id)) return ok(null)
      const writing = writingNow(this.#ground, log)
      if (!writing.ok) return writing
      const envelope = await this.#sealedEnvelope(writing.value, seq, job)
      if (!envelope.ok) return envelope
      try {
        const answer = await this.#portOf(job.room).append(
          job.room,
          writing.value.access,
          [envelope.value],
          undefined,
          log.replica.checkpoint,
        )
        const placed = await this.acknowledge(log, [envelope.value], answer)
        return placed.ok ? checkTaken(log, job.entry, placed.value[0]) : placed
      } catch (error) {
        if (!isOutrun(error)) throw error
        const read = await this.#asking.readFirst(job.room)
        if (!read.ok) return read
      }
    }
    throw new RelayError('relay/busy')
  }

  /** Sealed once and kept, so that a repeated sending is the same envelope; anew where its epoch has ended without it. */
  async #sealedEnvelope(writing: Writing, seq: number, job: JobOf<'entry'>): Promise<Result<Uint8Array>> {
    const kept = this.#ground.outbox.envelopeOf(seq)
    const peeked = kept === undefined ? undefined : peekEnvelope(kept)
    if (kept !== undefined && peeked?.ok === true && peeked.value.epoch === writing.epoch) return ok(kept)
    const acting = this.#ground.roomLog(job.room)?.look(state => state && this.#ground.deviceIn(state))
    const envelope = await sealEntry(acting ?? this.#ground.identity.device, writing, job.entry)
    if (envelope.ok) await this.#ground.outbox.replace({ seq, job: { ...job, envelope: envelope.value } })
    return envelope
  }

  /** The acts and the keys of the next epoch in one append, against the very size they were made for. */
  async change({ room, entries }: JobOf<'change'>): Promise<Result<null>> {
    for (let races = 0; races < racesMax; races += 1) {
      const read = await this.#asking.readFirst(room)
      const log = this.#ground.roomLog(room)
      if (log === undefined) return fail(this.#ground.isOver(room) ? 'record-destroyed' : 'room-unknown')
      const unsent = entries.filter(({ id }) => !log.has(id))
      if (unsent.length === 0 && !log.isChangeDue) return ok(null)
      // Past keys that the room does not take nothing else goes: it would be of their epoch.
      const isPassing = log.isPassable
      const writing = read.ok || isPassing ? writingNow(this.#ground, log, isPassing) : read
      const made = writing.ok
        ? await sealChange(this.#ground, { log, writing: writing.value }, isPassing ? [] : unsent)
        : writing
      // Keys that are due are made by whoever may: where that is no longer this device, nothing of its own is lost.
      if (!made.ok) return entries.length === 0 ? ok(null) : made
      try {
        const { envelopes, steward, access, size } = made.value
        const placing = { expect: size, steward }
        const seen = log.replica.checkpoint
        const answer = await this.#portOf(room).append(room, access, envelopes, placing, seen)
        const placed = await this.acknowledge(log, envelopes, answer)
        if (!placed.ok) return placed
        if (isPassing) await this.#ground.enqueue(welcomesAgain(this.#ground, room))
        if (!isPassing || unsent.length === 0) return ok(null)
      } catch (error) {
        if (!isOutrun(error)) throw error
      }
    }
    throw new RelayError('relay/busy')
  }

  async mail(job: JobOf<'mail'>): Promise<Result<null>> {
    const key = textToSecret(job.key)
    if (!key.ok) return fail('keyring-unreadable')
    const access = await createAccessKey(key.value)
    const answer = await this.#ground.port(job.relay).append(job.log, access, [job.envelope])
    const mailbox = this.#ground.mailbox(job.log)
    if (mailbox === undefined) return ok(null)
    const placed = await this.acknowledge(mailbox, [job.envelope], answer)
    return placed.ok ? ok(null) : placed
  }

  /**
   * Takes the relay's answer, and does not take its word: each envelope must stand where it says, in the log as this device has
   * verified it. Where the answer shows so itself, nothing is asked again. Returns the positions.
   */
  async acknowledge(
    log: AnyLog,
    envelopes: readonly Uint8Array[],
    answer: RelayAnswer,
  ): Promise<Result<readonly number[]>> {
    const records = answerToRecords(envelopes, answer)
    const isThere = (): boolean => records.every(record => log.replica.holds(record))
    const positions = records.map(({ position }) => position)
    await this.#ground.take(log.id, { records, size: answer.size, checkpoint: answer.checkpoint })
    if (isThere()) return ok(positions)
    // Others have written in between.
    const read = await this.#asking.readFirst(log.id)
    if (isThere()) return ok(positions)
    if (this.#ground.standing(log.id).kind === 'stopped') return read.ok ? fail('log-forked') : read
    throw new RelayError('nonsense')
  }

  #portOf(room: RoomId) {
    return this.#ground.port(this.#ground.relayOf(room))
  }
}

/** What the room made of an entry that now stands in its log at this place: of what it has not read it is not known. */
function checkTaken(log: RoomLog, { id }: Pending, position: number | undefined): Result<null> {
  if (log.has(id)) return ok(null)
  const rejected = log.look(state => state?.rejected.find(each => each.entry === id)?.violation)
  const opened = log.entries.findLast(each => each.position === position)
  const fault = log.faults.find(each => each.position === position)
  const refused = rejected ?? opened?.violation ?? fault?.violation
  return { ok: false, error: refused ?? { code: 'keys-withheld' } }
}

/** Somebody else's append came first, or the relay has lost what was there: read it, which gives it back, and try again. */
const isOutrun = (error: unknown): boolean =>
  ['relay/stale-epoch', 'relay/conflict', 'relay/epoch', 'relay/behind', 'relay/unknown-log'].includes(
    codeOf(error),
  )

/** Of a relay's refusal; empty for any other error, which is ours. */
const codeOf = (error: unknown): string => (error instanceof RelayError ? error.code : '')
