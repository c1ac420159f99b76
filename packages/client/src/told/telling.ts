/**
 * What this device has asked its member's relay to tell it, kept up: with each epoch a registration ends (NOTE-8), so that it is made
 * anew for the rooms that are held by then; and once a day, so that the relay knows that somebody comes (NOTE-9).
 */

import { type AccessKey, isList, isRecord, type Value } from '@goodoffices/log'
import type { KeptNotice, NoticePort, NoticeRequest } from '../relay/notice-port.ts'
import { RelayError } from '../relay/port.ts'
import type { Engine } from '../session/engine/engine.ts'
import { VaultError } from '../vault/vault.ts'

/** What the device keeps of a registration: enough to ask again. */
export type OwnNotice = Pick<NoticeRequest, 'way' | 'address' | 'language' | 'delayed'> & {
  readonly name: string
  /** Of which logs, by which keys, and on which day it was asked last. */
  readonly mark: string
}

const key = 'notices'
const dayMs = 86_400_000
/** As many as a relay takes. */
const logsMax = 256

export class Telling {
  readonly #engine: Engine
  #own: readonly OwnNotice[]
  #working: Promise<void> = Promise.resolve()
  #isAsking = false

  private constructor(engine: Engine, own: readonly OwnNotice[]) {
    this.#engine = engine
    this.#own = own
  }

  static async open(engine: Engine): Promise<Telling> {
    const kept = await engine.box.get(key)
    return new Telling(engine, isList(kept) ? kept.flatMap(readOwn) : [])
  }

  start(): void {
    this.#engine.subscribe(() => this.#wake())
  }

  get own(): readonly OwnNotice[] {
    return this.#own
  }

  /** The relay that a member is told by, their own, and their key there; undefined where it cannot, or cannot be spoken to now. */
  get relay(): { readonly port: NoticePort; readonly log: string; readonly key: AccessKey } | undefined {
    const engine = this.#engine
    const { room, relay } = engine.identity.home
    const access = engine.roomLog(room)?.access
    const port = URL.canParse(relay.address) ? engine.port(relay).notices : undefined
    return port === undefined || access === undefined ? undefined : { port, log: room, key: access }
  }

  /** What is told of: each room of talks that goes on, and where letters come, as far as they are at that relay. */
  logs(): ReadonlyMap<string, AccessKey> {
    const engine = this.#engine
    const { room: home, relay } = engine.identity.home
    const logs = Object.values(engine.home()?.keyring ?? {}).flatMap(({ room: id }) => {
      const access = (engine.mailbox(id) ?? engine.roomLog(id))?.access
      const isTold = id !== home && engine.room(id)?.kind !== 'private' && !engine.isOver(id)
      const isHere = engine.relayOf(id).verifier === relay.verifier
      return access !== undefined && isTold && isHere ? [[id, access] as const] : []
    })
    return new Map(logs.slice(0, logsMax))
  }

  /** Asks the relay, and keeps that it was. Rejects with a `RelayError`. */
  async ask(
    asked: Omit<OwnNotice, 'name' | 'mark'>,
    again: boolean,
  ): Promise<Pick<KeptNotice, 'name' | 'awaits'>> {
    const { relay } = this
    if (relay === undefined) throw new RelayError('relay/notice', { reason: 'off' })
    const logs = this.logs()
    const mark = this.#markOf(logs)
    const answer = await relay.port.register(relay.log, relay.key, { ...asked, again, logs })
    await this.#keep([
      ...this.#own.filter(({ name }) => name !== answer.name),
      { ...asked, name: answer.name, mark },
    ])
    return answer
  }

  /** This device asks for it no more. Durable when it resolves. */
  async forget(name: string): Promise<void> {
    await this.#keep(this.#own.filter(each => each.name !== name))
  }

  async #keep(own: readonly OwnNotice[]): Promise<void> {
    this.#own = own
    await this.#engine.box.put(key, own.length === 0 ? null : own.map(each => ({ ...each })))
  }

  /** Resolves when nothing is being asked. */
  settled(): Promise<void> {
    return this.#working
  }

  /** Asks again where it is due, and resolves when that is done. */
  attend(): Promise<void> {
    this.#wake()
    return this.#working
  }

  #wake(): void {
    if (!this.#engine.leads() || this.#own.length === 0 || this.#isAsking || !this.#engine.isOnline()) return
    const mark = this.#markOf(this.logs())
    const due = this.#own.filter(each => each.mark !== mark)
    if (due.length === 0) return
    this.#isAsking = true
    this.#working = this.#askAgain(due).finally(() => (this.#isAsking = false))
  }

  /** Another where it must be asked again: another day, or another key of what is told of, or of who asks. */
  #markOf(logs: ReadonlyMap<string, AccessKey>): string {
    const { log = '', key: own } = this.relay ?? {}
    const all = [...logs, ...(own === undefined ? [] : [[log, own] as const])]
    const day = Math.floor(this.#engine.now() / dayMs)
    return [
      day,
      ...all.map(([id, { publicKey }]) => `${id} ${publicKey.slice(0, 8).join('.')}`).toSorted(),
    ].join('\n')
  }

  async #askAgain(due: readonly OwnNotice[]): Promise<void> {
    for (const { name, mark: _, ...asked } of due) {
      try {
        await this.ask(asked, true)
      } catch (error) {
        if (error instanceof VaultError) this.#engine.report({ code: error.code })
        else if (!(error instanceof RelayError)) throw error
        // Its person ended it elsewhere. What only cannot be said now is said with the next change.
        else if (error.code === 'relay/notice') await this.forget(name)
      }
    }
  }
}

function readOwn(value: Value): readonly OwnNotice[] {
  if (!isRecord(value)) return []
  const { way, address, language, delayed, name, mark } = value
  return typeof way === 'string' &&
    typeof address === 'string' &&
    typeof language === 'string' &&
    typeof delayed === 'boolean' &&
    typeof name === 'string' &&
    typeof mark === 'string'
    ? [{ way, address, language, delayed, name, mark }]
    : []
}
