/**
 * Telling a member's devices, while none of them is there, that something waits: who may be told of which log, and the one place that
 * decides when (NOTE-6 to NOTE-12). It knows logs and addresses, and of an envelope that it came and is no keys.
 */

import { randomInt, timingSafeEqual } from 'node:crypto'
import { bytesToBase64url, bytesToHex, deriveBytes, sha256, tags, utf8 } from '@goodoffices/log'
import type { LiveHub } from './live.ts'
import type { NoticeTable, Registration, ToldLog } from './notice-table.ts'
import type { NoticeTo, NoticeWay, NoticeWays, WayName } from './notice-way.ts'
import { dueAt } from './notice-when.ts'
import type { Push } from './push.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'
import { StoreError } from './store.ts'

/** How often it is looked what came, who is there and what is due. */
export const noticeTickMs = 5_000
/** Told in one round, of those that are due. */
const claimMax = 256
const codeDigits = 8

export type NoticesOptions = {
  readonly table: NoticeTable
  readonly hub: LiveHub
  readonly ways: NoticeWays
  /** The relay's own secret, from which the links follow that end mails. */
  readonly seed: Uint8Array
  readonly onFault: (error: unknown) => void
  /** From 0 to 1. */
  readonly chance?: (() => number) | undefined
  readonly makeCode?: (() => string) | undefined
}

export type AskedNotice = {
  readonly way: string
  readonly address: string
  readonly language: string
  readonly delayed: boolean
  /** Only where it is registered already: a device says what it said before, and its person may have ended it elsewhere. */
  readonly again: boolean
}

export type NoticeAnswer = { readonly name: string; readonly awaits: boolean }
export type ShownNotice = NoticeAnswer & {
  readonly way: string
  readonly address: string
  readonly logs: number
}

const makeCodeDefault = (): string => String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')
const hashText = (text: string): string => bytesToHex(sha256(utf8(text)))

export class Notices {
  readonly #options: NoticesOptions
  readonly #table: NoticeTable
  /** Logs in which something came since the last round: their epoch, and when it came last. */
  readonly #news = new Map<string, ToldLog & { readonly at: number }>()
  /** When a log was last followed or read here, as long as that may still count. */
  readonly #seen = new Map<string, number>()
  readonly #stops: readonly (() => void)[]
  readonly #isTelling: boolean
  #round: Promise<void> | undefined

  constructor(options: NoticesOptions) {
    this.#options = options
    this.#table = options.table
    const { hub } = options
    this.#isTelling = Object.keys(options.ways).length > 0
    this.#stops = this.#isTelling
      ? [hub.relay.pushes.listen(push => this.#hear(push)), hub.onFollower(log => this.see(log))]
      : []
  }

  #now(): number {
    return this.#options.hub.relay.now()
  }

  // Who is told

  /** The key of `holder` has asked for it, and keys of `logs` have agreed. */
  async register(
    holder: string,
    asked: AskedNotice,
    logs: readonly ToldLog[],
  ): Promise<Outcome<NoticeAnswer & { readonly code?: () => Promise<Outcome<NoticeAnswer>> }>> {
    const { limits } = this.#options.hub.relay
    const way = this.#wayOf(asked.way)
    if (way === undefined) return refuse('relay/notice', { reason: 'off' })
    const address = way.read(asked.address)
    if (address === undefined) return refuse('relay/notice', { reason: 'address' })
    const name = hashText(`${asked.way}\n${address}`)
    const held = await this.#table.of(holder)
    const known = held.find(each => each.name === name)
    if (known === undefined && asked.again) return refuse('relay/notice', { reason: 'unknown' })
    if (known === undefined && held.length >= limits.noticesPerLogMax)
      return refuse('relay/too-large', { of: 'notices', max: limits.noticesPerLogMax })
    const { language, delayed } = asked
    const registration: Registration = { holder, name, way: asked.way, address, language, delayed }
    const asksCode = way.sendCode !== undefined && (known === undefined || (known.awaits && !asked.again))
    await this.#table.keep(registration, logs, this.#now())
    // What came before, its device sees.
    this.see(holder)
    const answer = { name, awaits: asksCode || (known?.awaits ?? false) }
    if (!asksCode) return succeed(answer)
    const code = (this.#options.makeCode ?? makeCodeDefault)()
    await this.#table.awaitCode(registration, {
      hash: hashText(`${name}\n${code}`),
      tries: limits.noticeCodeTriesMax,
      asked: this.#now(),
    })
    return succeed({ ...answer, code: () => this.#sendCode(way, registration, code) })
  }

  async #sendCode(way: NoticeWay, registration: Registration, code: string): Promise<Outcome<NoticeAnswer>> {
    const { holder, name } = registration
    if ((await way.sendCode?.(registration, code)) === 'told') return succeed({ name, awaits: true })
    await this.#table.drop(holder, name)
    return refuse('relay/notice', { reason: 'unsent' })
  }

  async of(holder: string): Promise<readonly ShownNotice[]> {
    // What a device that may be gone has registered is known by its name alone.
    const held = (await this.#table.of(holder)).filter(({ address }) => address !== '')
    return held.map(({ name, way, address, awaits, logs }) => ({
      name,
      way,
      // What an operator has switched off since is shown by its name alone.
      address: this.#wayOf(way)?.show(address) ?? '',
      awaits,
      logs: logs.length,
    }))
  }

  drop(holder: string, name: string): Promise<boolean> {
    return this.#table.drop(holder, name)
  }

  async confirm(holder: string, name: string, code: string): Promise<Outcome<NoticeAnswer>> {
    const after = this.#now() - this.#options.hub.relay.limits.noticeCodeMsMax
    const isRight = await this.#table.confirm(holder, name, { hash: hashText(`${name}\n${code}`), after })
    return isRight ? succeed({ name, awaits: false }) : refuse('relay/notice', { reason: 'code' })
  }

  // The link in each mail

  /** The language of whoever has the link; undefined for who has none. */
  async stopping(name: string, token: string): Promise<string | undefined> {
    const isRight = timingSafeEqual(sha256(utf8(token)), sha256(utf8(stopTokenOf(this.#options.seed, name))))
    return isRight ? ((await this.#table.languageOf(name)) ?? 'en') : undefined
  }

  /** NOTE-11: nothing more goes there, whoever asked for it. */
  stopAddress(name: string): Promise<void> {
    return this.#table.dropAddress(name)
  }

  // When one is told

  /** Somebody follows or reads a log, or has stopped. */
  see(log: string): void {
    if (this.#isTelling) this.#seen.set(log, this.#now())
  }

  #hear({ id, epoch, records, isEnd }: Push): void {
    // The keys that end an epoch are nothing to be told of, and end what was registered with it.
    if (isEnd) void this.#table.end(id, epoch + 1).catch(this.#onFault)
    if (records.length > (isEnd ? 1 : 0)) {
      this.#news.set(id, { log: id, epoch, at: this.#now() })
    }
  }

  /** One round; resolves when what was due has been told. */
  tick(): Promise<void> {
    if (!this.#isTelling) return Promise.resolve()
    this.#round ??= this.#run()
      .catch(this.#onFault)
      .finally(() => (this.#round = undefined))
    return this.#round
  }

  async #run(): Promise<void> {
    await this.#takeBack()
    await this.#setDue()
    await this.#tellDue()
  }

  async #setDue(): Promise<void> {
    const { hub, ways, chance = Math.random } = this.#options
    const news = [...this.#news.values()]
    this.#news.clear()
    for (const { log, epoch, at } of news)
      for (const waiting of await this.#table.toBeTold({ log, epoch })) {
        const way = ways[waiting.way as WayName]
        if (way === undefined || this.#isThere(waiting.holder, at)) continue
        const periodMs = way.periodMs(hub.relay.limits)
        const { told, delayed } = waiting
        const due = dueAt({ news: at, told, periodMs, delayed, chance: chance() }, hub.relay.limits)
        await this.#table.setDue(waiting, { news: at, due })
      }
  }

  /** NOTE-2: by now they have seen it. */
  async #takeBack(): Promise<void> {
    for (const { holder, news } of await this.#table.waiting())
      if (this.#isThere(holder, news)) await this.#table.see(holder, this.#now())
    const { noticeGraceMs } = this.#options.hub.relay.limits
    for (const [log, at] of this.#seen) if (at < this.#now() - noticeGraceMs) this.#seen.delete(log)
  }

  #isThere(holder: string, since: number): boolean {
    return (this.#seen.get(holder) ?? 0) >= since || this.#options.hub.isFollowed(holder)
  }

  async #tellDue(): Promise<void> {
    const due = await this.#table.claim(this.#now(), claimMax)
    // One notice at an address, whoever is to be told there.
    const addresses = new Map(due.map(each => [each.name, each]))
    await Promise.all([...addresses.values()].map(each => this.#tell(each)))
  }

  async #tell(registration: Registration): Promise<void> {
    const way = this.#wayOf(registration.way)
    // What the operator offers no more is forgotten as it comes up.
    const told = way === undefined ? 'gone' : await way.tell(registration satisfies NoticeTo)
    if (told === 'gone') return this.#table.dropAddress(registration.name)
    if (told === 'told') return
    const now = this.#now()
    await this.#table.setDue(registration, {
      news: now,
      due: now + (way?.periodMs(this.#options.hub.relay.limits) ?? 0),
    })
  }

  /** NOTE-9: forgets who has not been there for long, and codes that nobody typed. Returns how many. */
  async sweep(): Promise<number> {
    const { noticeMsMax, noticeCodeMsMax } = this.#options.hub.relay.limits
    const now = this.#now()
    try {
      for (const holder of await this.#table.unseen(now - noticeMsMax))
        if (this.#options.hub.isFollowed(holder)) await this.#table.see(holder, now)
      return await this.#table.expire({ seen: now - noticeMsMax, asked: now - noticeCodeMsMax })
    } catch (error) {
      this.#onFault(error)
      return 0
    }
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops) stop()
    await this.#round
  }

  #wayOf(way: string): NoticeWay | undefined {
    return Object.hasOwn(this.#options.ways, way) ? this.#options.ways[way as WayName] : undefined
  }

  readonly #onFault = (error: unknown): void => {
    if (!(error instanceof StoreError && error.code === 'store-closed')) this.#options.onFault(error)
  }
}

const stopTokenOf = (seed: Uint8Array, name: string): string =>
  bytesToBase64url(deriveBytes({ key: seed, tag: tags.relayStop, info: utf8(name), length: 16 }))

/** NOTE-11: ends every notice to the address of this name; whoever has a mail has it, and nobody can guess it. */
export const stopPathOf = (seed: Uint8Array, name: string): string =>
  `/v1/notices/stop/${name}/${stopTokenOf(seed, name)}`
