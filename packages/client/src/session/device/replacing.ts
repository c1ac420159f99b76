/**
 * Other recovery words in the place of those of before, at work (RING-26): once they stand on paper every room lists their device and gives
 * it keys; then a mailbox that follows from the words alone is made, with the letter that leads to the member's own room; and when that
 * stands, the paper devices of before are taken out. What is left to do follows from rooms and outbox, so that any later session goes on.
 */

import type { DeviceCard, RelayCard, RoomId } from '@goodoffices/core'
import { type EpochKey, type Secret, secretToText, textToSecret, type Value } from '@goodoffices/log'
import { namePaper } from '../../areas/keyring/acts.ts'
import { adoptRules } from '../../areas/rules/acts.ts'
import { toFields } from '../../fields.ts'
import { writeLetter } from '../../invitation/mailbox.ts'
import { cardToKeys } from '../../log/cards.ts'
import { sealMail } from '../../log/mail-log.ts'
import { newestKeyOf } from '../../log/newest-key.ts'
import { nameRoom } from '../../process/new-room.ts'
import { ok, type Result } from '../../result.ts'
import { toText } from '../../text.ts'
import { VaultError } from '../../vault/vault.ts'
import type { Engine } from '../engine/engine.ts'
import type { Also, Step } from '../engine/ground.ts'
import { whyShut } from '../why-shut.ts'
import { sealIdentity } from './letter.ts'
import { isListed, listingsOf, owesKeys, papersOf, renewalsOf, roomsWith } from './listing.ts'

/** The paper device that takes the place of others, and the mailbox of its letter. */
type Due = {
  readonly card: DeviceCard
  readonly mailbox: RoomId
  readonly key: EpochKey
  readonly relay: RelayCard
}

const dueKey = 'paper-due'

export class Replacing {
  readonly #engine: Engine
  #due: Due | undefined
  #working: Promise<void> = Promise.resolve()
  #isWorking = false
  #isAskedAgain = false

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async start(): Promise<void> {
    const { box } = this.#engine
    this.#due = await readDue(await box.get(dueKey))
    if (this.#due !== undefined) await this.#holdMailbox(this.#due)
    if (!this.#engine.leads()) return
    this.#engine.subscribe(() => this.#wake())
    this.#wake()
  }

  /** Resolves when nothing is being decided that could be. */
  settled(): Promise<void> {
    return this.#working
  }

  /** The rooms in which words of before still act for this member; undefined where nothing is being replaced. */
  left(): readonly RoomId[] | undefined {
    return this.#due === undefined ? undefined : this.#listing(this.#due)
  }

  /** The words of this paper device stand on paper: every room is to list it, decided in one write with `also`. Fails as `listingsOf` does. */
  async takeUp(card: DeviceCard, key: Secret, also: Also): Promise<Result<null>> {
    const engine = this.#engine
    const { home } = engine.identity
    const listings = listingsOf(engine, card)
    if (!listings.ok) return listings
    const due: Due = { card, mailbox: (await nameRoom(key)).id, key, relay: home.relay }
    const naming = namePaper(card.device)
    const kept = await engine.box.seal(dueKey, dueToValue(due))
    // A room of release 0.1 takes no name of it before it is moved.
    const named = engine.checkAct(home.room, naming)
    const isOlder = !named.ok && named.error.code === 'rules-older'
    const decided = await engine.submit(
      [
        ...(isOlder ? [{ room: home.room, act: adoptRules }] : []),
        ...listings.value,
        { room: home.room, act: naming },
      ],
      new Map([...also, [dueKey, kept]]),
    )
    if (!decided.ok) return decided
    this.#due = due
    engine.touch()
    return ok(null)
  }

  #wake(): void {
    this.#isAskedAgain = true
    if (this.#isWorking || this.#due === undefined) return
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
    while (this.#isAskedAgain && this.#due !== undefined) {
      this.#isAskedAgain = false
      await this.#goOn(this.#due)
      // Whatever becomes of a step, the program has its turn before the next.
      await new Promise(resolve => setTimeout(resolve))
    }
  }

  async #goOn(due: Due): Promise<void> {
    if (this.#isBeingListed(due) || (await owesKeys(this.#engine))) return
    // Taken out again, or never taken in: the words of before stay what they are.
    if (!isListed(this.#engine, due.card.device)) return this.#end(due)
    const letter = this.#letterIn(due)
    if (letter === 'none') return this.#writeLetter(due)
    if (letter === 'stands') return this.#takeOut(due)
  }

  #isBeingListed({ card }: Due): boolean {
    return this.#engine.outbox
      .pendingIn(this.#engine.identity.home.room)
      .some(({ act }) => act.kind === 'device.add' && act.card.device === card.device)
  }

  #letterIn({ mailbox }: Due): 'none' | 'on-its-way' | 'stands' {
    const { outbox } = this.#engine
    if (outbox.all().some(({ job }) => job.kind === 'create' && job.room === mailbox)) return 'on-its-way'
    const held = this.#engine.mailbox(mailbox)
    if (held !== undefined && held.messages.length > 0) return 'stands'
    return held === undefined || this.#engine.standing(mailbox).kind === 'unmade' ? 'none' : 'on-its-way'
  }

  async #writeLetter(due: Due): Promise<void> {
    const engine = this.#engine
    const { identity } = engine
    const home = newestKeyOf(engine.roomLog(identity.home.room))
    const keys = cardToKeys(due.card)
    if (home === undefined || keys === undefined) return
    const { mailbox, key, relay } = due
    const letter = writeLetter(await sealIdentity(identity, { mailbox, keys, home }))
    const envelopes = [await sealMail(mailbox, key, letter)]
    const making: Step = {
      kind: 'create',
      room: mailbox,
      relay,
      key: secretToText(key),
      envelopes,
      entries: [],
    }
    const written = await engine.submit([...renewalsOf(engine), making])
    if (!written.ok) engine.report(written.error)
    else await this.#holdMailbox(due)
  }

  /** Out of every room that can be written in; of one that was not read yet when it has been. */
  async #takeOut(due: Due): Promise<void> {
    const engine = this.#engine
    const left = this.#listing(due)
    const before = this.#before(due)
    const steps = left
      .filter(room => engine.standing(room).kind === 'read')
      .flatMap(room => before.map((device): Step => ({ room, act: { kind: 'device.remove', device } })))
      .filter(step => 'act' in step && engine.checkAct(step.room, step.act).ok)
    if (steps.length === 0) return left.length === 0 ? this.#end(due) : undefined
    const decided = await engine.submit(steps)
    if (!decided.ok) engine.report(decided.error)
  }

  #before({ card }: Due) {
    return papersOf(this.#engine).filter(device => device !== card.device)
  }

  /** Where words of before are listed as this member's, and something can still be decided. */
  #listing(due: Due): readonly RoomId[] {
    const engine = this.#engine
    const before = this.#before(due)
    return roomsWith(engine).filter(room => {
      const seat = engine.room(room)?.members[engine.identity.member]
      const isIn = seat?.devices.some(({ device }) => before.includes(device)) === true
      return isIn && seat.left === undefined && !engine.isOver(room) && whyShut(engine, room) === undefined
    })
  }

  async #end({ mailbox }: Due): Promise<void> {
    await this.#engine.box.put(dueKey, null)
    this.#due = undefined
    this.#engine.letGo(mailbox)
    this.#engine.touch()
  }

  #holdMailbox({ mailbox: room, relay, key }: Due): Promise<void> {
    return this.#engine.hold({ room, purpose: 'mailbox', relay, epoch: 1, key })
  }
}

const dueToValue = ({ card, key, relay }: Due): Value => ({ card, key: secretToText(key), relay })

async function readDue(value: Value | undefined): Promise<Due | undefined> {
  const { card, key: spelled, relay } = toFields(value)
  const key = textToSecret(toText(spelled))
  if (!key.ok) return undefined
  const { id: mailbox } = await nameRoom(key.value)
  return {
    card: card as unknown as DeviceCard,
    mailbox,
    key: key.value,
    relay: relay as unknown as RelayCard,
  }
}
