/** Sends the outbox, one item after the other, until each stands in its log. */

import { type Act, type RoomId, specOf } from '@goodoffices/core'
import { bytesToBase64url, encode } from '@goodoffices/log'
import { RelayError, toRefusal } from '../../relay/port.ts'
import { fail, ok, type Result, type Violation } from '../../result.ts'
import { VaultError } from '../../vault/vault.ts'
import { buryRoom } from '../burial.ts'
import type { SendingGround } from '../engine/ground.ts'
import type { After, Item, Job, JobOf } from '../outbox.ts'
import { isForNewLogs, mintForGuest, revokeOfGuest } from './admission.ts'
import { Asking, type Brought, needsTheHost, Unasked } from './asking.ts'
import { sendWelcome } from './letters.ts'
import { Placing } from './placing.ts'

const retryMsMin = 1_000
const retryMsMax = 60_000

export class Sender {
  readonly #ground: SendingGround
  readonly #asking: Asking
  readonly #placing: Placing
  #running: Promise<void> | undefined
  #isAskedAgain = false
  #isStopped = false
  #retryMs = retryMsMin
  #timer: ReturnType<typeof setTimeout> | undefined
  #dueTimer: ReturnType<typeof setTimeout> | undefined
  /** The trouble told because of which the outbox waits. */
  #told: string | undefined
  /** The same of new logs. */
  #unmade: string | undefined

  constructor(ground: SendingGround) {
    this.#ground = ground
    this.#asking = new Asking(ground)
    this.#placing = new Placing(ground, this.#asking)
  }

  /** There is something to send, or a relay can be reached again. */
  wake(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#dueTimer)
    if (this.#running !== undefined) {
      this.#isAskedAgain = true
      return
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined
      if (this.#isAskedAgain) {
        this.#isAskedAgain = false
        this.wake()
      }
    })
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
    clearTimeout(this.#dueTimer)
  }

  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  /**
   * One item after the other, each only when the one before stands in its log: so that every entry names the log with the one
   * before in it, and no relay can turn them round.
   */
  async #run(): Promise<void> {
    const held: Held = { unasked: [], unmade: [] }
    this.#asking.forget()
    for (;;) {
      const waiting = this.#ground.outbox.waiting()
      const resting = waiting.filter(each => this.#ground.rests(each))
      const passed = { ...held, resting: resting.map(({ seq }) => seq) }
      const item = nextOf(waiting, passed, this.#ground.identity.home.room)
      if (this.#isStopped) return
      if (item === undefined) {
        this.#wakeWhenDue(resting)
        if (held.unmade.length === 0) this.#tellUnmade(undefined)
        if (held.unasked.length + held.unmade.length > 0) this.#retryLater()
        return
      }
      if (item.held !== undefined) {
        await this.#ground.outbox.letGo(item.held.id)
        this.#ground.touch()
        continue
      }
      try {
        await this.#finish(item, await this.#send(item))
        this.#retryMs = retryMsMin
        this.#tellWaiting(undefined)
      } catch (error) {
        if (error instanceof Unasked) {
          this.#asking.tell(error)
          held.unasked.push(item.seq)
        } else if (error instanceof RelayError && isForNewLogs(error)) {
          this.#tellUnmade({ ...toRefusal(error), address: addressOf(item.job) })
          held.unmade.push(item.seq)
        } else if (await this.#isEnded(item, error)) return
      }
    }
  }

  /** Whether nothing more is sent for now, because of an error that may pass. */
  async #isEnded(item: Item, error: unknown): Promise<boolean> {
    this.#asking.forget()
    if (error instanceof VaultError) this.#tellWaiting(error.code)
    else if (!(error instanceof RelayError)) throw error
    else if (error.isPassing) this.#tellWaiting(undefined)
    else if (needsTheHost.has(error.code)) this.#tellWaiting(toRefusal(error).code)
    else {
      await this.#finish(item, { ok: false, error: toRefusal(error) })
      return false
    }
    this.#retryLater()
    return true
  }

  /** Why what was decided waits, where waiting alone does not end it. */
  #tellWaiting(code: string | undefined): void {
    if (code === this.#told) return
    if (this.#told !== undefined) this.#ground.withdraw(this.#told)
    if (code !== undefined) this.#ground.report({ code })
    this.#told = code
  }

  /** Why new logs are not made, while what goes into others is sent. */
  #tellUnmade(trouble: Violation | undefined): void {
    if (this.#unmade !== undefined && this.#unmade !== trouble?.code) this.#ground.withdraw(this.#unmade)
    if (trouble !== undefined) this.#ground.report(trouble)
    this.#unmade = trouble?.code
  }

  /** SYNC-40: at the time of the first that rests. What waits for a relay to be reached is woken by that. */
  #wakeWhenDue(resting: readonly Item[]): void {
    const untils = resting.flatMap(({ held }) => held?.until ?? [])
    const inMs = Math.min(...untils) - this.#ground.now()
    if (untils.length > 0 && inMs > 0) this.#dueTimer = setTimeout(() => this.wake(), inMs)
  }

  #retryLater(): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(() => this.wake(), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, retryMsMax)
  }

  /** What was refused for good is set aside with its words. */
  async #finish(item: Item, sent: Result<null>): Promise<void> {
    if (sent.ok) await this.#ground.outbox.remove(item.seq)
    else await this.#ground.outbox.replace({ ...item, refused: sent.error })
    this.#ground.touch()
  }

  #send({ seq, job }: Item): Promise<Result<null>> {
    switch (job.kind) {
      case 'create':
        return this.#placing.create(job)
      case 'entry':
        return this.#sendEntry(seq, job)
      case 'change':
        return this.#placing.change(job)
      case 'bury':
        return buryRoom(this.#ground, job.room)
      case 'mail':
        return this.#placing.mail(job)
      case 'mint':
        return mintForGuest(this.#ground, job)
      case 'revoke':
        return revokeOfGuest(this.#ground, job)
      case 'welcome':
        return sendWelcome(this.#ground, job)
      default:
        return job satisfies never
    }
  }

  /** What brings about something elsewhere is asked again whether it may go; what it brings about waits for its own word. */
  async #sendEntry(seq: number, job: JobOf<'entry'>): Promise<Result<null>> {
    const { act } = job.entry
    const leading = job.after ?? leadingOf(job)
    if (leading === undefined) {
      if (job.beside !== undefined && this.#ground.roomLog(job.beside.room)?.has(job.beside.entry) !== true)
        return ok(null)
      const may = await this.#asking.mayGoNow(job)
      const letBe = may.ok ? await this.#asking.isStillLetBe(job) : may
      return letBe.ok ? this.#placing.entry(seq, job) : letBe
    }
    const goes = await this.#asking.goesNow(leading)
    if (job.after === undefined) {
      if (!goes.ok) return goes
      if (!this.#isAsDecided(job, goes.value)) return fail('conveyance-changed')
      const may = await this.#asking.mayGoNow(job)
      return may.ok ? this.#placing.entry(seq, job) : may
    }
    if (!this.#asking.isSaid(job.after)) return fail('delivery-not-carried')
    if (!goes.ok) return goes
    const settled = goes.value.find(part => part.room === job.room && isSameAct(part.act, act))
    if (settled === undefined) return ok(null)
    // Others that it was decided with may go: it says for itself why it may not.
    if (settled.refused !== undefined) return fail(settled.refused.code, settled.refused)
    return this.#placing.entry(seq, { ...job, entry: { ...job.entry, act: settled.act } })
  }

  /**
   * SYNC-28: whoever lets something go lets go what they saw: where a colleague has put other words in its place since, or more beside it,
   * nothing goes, and it is theirs to look at again.
   */
  #isAsDecided(job: JobOf<'entry'>, now: Brought): boolean {
    if (this.#ground.roomLog(job.room)?.has(job.entry.id) === true) return true
    const decided = this.#ground.outbox
      .waiting()
      .flatMap(({ job: other }) =>
        other.kind === 'entry' && other.after?.entry === job.entry.id ? [other] : [],
      )
      .map(({ room, entry: { act } }) => partOf({ room, act }))
    const going = now
      .filter(
        ({ room, act, refused }) =>
          refused === undefined && !(room === job.room && act.kind === job.entry.act.kind),
      )
      .map(partOf)
    return decided.length === going.length && going.every(part => decided.includes(part))
  }
}

/** One act in one room, to be compared: records say the same in whichever order their fields stand. */
const partOf = ({ room, act }: { readonly room: string; readonly act: Act }): string =>
  `${room} ${bytesToBase64url(encode(act))}`

/** The same kind of act about the same: what it says may have changed since. */
const isSameAct = (a: Act, b: Act): boolean => a.kind === b.kind && specOf(a).about(a) === specOf(b).about(b)

const leadingOf = ({ room, entry: { act } }: JobOf<'entry'>): After | undefined =>
  specOf(act).brings === undefined ? undefined : { room, act }

/** What is passed over in one run, with what must not come before it. */
type Held = {
  /** A log that it hangs on could not be asked. */
  readonly unasked: number[]
  /** Its log is not made: the host is closed to strangers, or has made enough of them today. */
  readonly unmade: number[]
  /** It may still be taken back. */
  readonly resting?: readonly number[]
}

/** The first that neither is held nor stands behind one that is. */
function nextOf(
  waiting: readonly Item[],
  { unasked, unmade, resting = [] }: Held,
  home: RoomId,
): Item | undefined {
  const held: Job[] = []
  for (const item of waiting) {
    const { seq, job } = item
    const isHeld = [unasked, unmade, resting].some(each => each.includes(seq))
    if (!isHeld && !held.some(each => isBehind(job, each, home))) return item
    held.push(job)
  }
  return undefined
}

/** What goes into the same log as something that waits, and what hangs on it, does not go before it. */
function isBehind(job: Job, waiting: Job, home: RoomId): boolean {
  if (logOf(job) !== undefined && logOf(job) === logOf(waiting)) return true
  // Sent before the change that admits them, the letter would leave that room out for good.
  if (waiting.kind === 'change' && job.kind === 'welcome') return job.rooms.includes(waiting.room)
  if (waiting.kind === 'entry')
    return job.kind === 'entry' && [job.after?.entry, job.beside?.entry].includes(waiting.entry.id)
  return waiting.kind === 'create' && (waiting.room === home || tellsOf(job, waiting))
}

/** Whether somebody learns by it of a log that must be there then. */
function tellsOf(job: Job, { room, entries }: JobOf<'create'>): boolean {
  if (job.kind === 'welcome') return job.rooms.includes(room)
  const act = job.kind === 'entry' ? job.entry.act : undefined
  if (act?.kind === 'contact.move') return act.mailbox.log === room
  const isMailbox = entries.length === 0
  return isMailbox && job.kind === 'mail'
}

const logOf = (job: Job): RoomId | undefined =>
  'room' in job ? job.room : job.kind === 'mail' ? job.log : undefined

const addressOf = (job: Job): string => ('relay' in job ? job.relay.address : '')
