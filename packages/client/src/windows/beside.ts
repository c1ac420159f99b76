/**
 * A window beside the one that leads (SYNC-51): a session of its own, which reads the relays itself, decides and shows; what it keeps,
 * and what is to be sent, it gives to the window that leads. Copies of logs it holds in memory: the window that leads has them.
 */

import type { RoomId } from '@goodoffices/core'
import { loadIdentity } from '../identity/identity.ts'
import { Strongbox } from '../identity/strongbox.ts'
import { isOfCopy } from '../log/kept-records.ts'
import { ok, type Result } from '../result.ts'
import { type OpenOptions, toEngineOptions } from '../session/open.ts'
import { AnyOutbox, type Holding, type Item, type Job, Outbox } from '../session/outbox.ts'
import { Session } from '../session/session.ts'
import { endOfPrefix, type Vault } from '../vault/vault.ts'
import { Asking } from './asking.ts'
import { adoptKept, worksOver } from './leading.ts'
import {
  type Ask,
  type Asked,
  askOver,
  type Changes,
  isSilence,
  type Line,
  type News,
  silentMs,
} from './line.ts'
import { Taken } from './taken.ts'

/** The vault as the window that leads gives it. */
export function vaultBeside(ask: Ask): Vault {
  const own = new Map<string, Uint8Array | null>()
  return {
    read: async key => (own.has(key) ? (own.get(key) ?? undefined) : ask('read', key)),
    write: async changes => {
      const kept = new Map([...changes].filter(([key]) => !isOfCopy(key)))
      if (kept.size > 0) await ask('keep', kept)
      for (const [key, bytes] of changes) if (isOfCopy(key)) own.set(key, bytes)
    },
    scan: async (prefix, { after = '', countMax } = {}) => {
      const found = new Map<string, Uint8Array | null>([...(await ask('scan', prefix)), ...own])
      return [...found]
        .flatMap(([key, bytes]) => (bytes === null ? [] : [[key, bytes] as const]))
        .filter(([key]) => key.startsWith(prefix) && key < endOfPrefix(prefix) && key > after)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, countMax)
    },
    close: async () => undefined,
  }
}

/** The outbox of the window that leads. */
export class OutboxElsewhere extends AnyOutbox {
  readonly #ask: Ask
  /** Reads a log to its end, so that what was sent is there before it is no longer shown as waiting. */
  reads: (room: RoomId) => Promise<unknown> = async () => undefined
  /** Where this window shows it anew. */
  shows: () => void = () => undefined

  constructor(ask: Ask, items: readonly Item[]) {
    super()
    this.#ask = ask
    for (const item of items) this.items.set(item.seq, item)
  }

  hear(items: readonly Item[]): void {
    const here = new Set(items.map(({ seq }) => seq))
    for (const item of items) this.items.set(item.seq, item)
    for (const item of this.all()) if (!here.has(item.seq)) void this.#leave(item)
    this.shows()
  }

  /** What was taken back or set aside is gone; what was sent has been read by now, or will be. */
  async #leave({ seq, job, held, refused }: Item): Promise<void> {
    if (held === undefined && refused === undefined && 'room' in job) await this.reads(job.room)
    this.items.delete(seq)
    this.shows()
  }

  async add(jobs: readonly Job[], also: Changes = new Map(), held?: Holding): Promise<void> {
    await this.#ask('add', { jobs, also, held })
  }

  async remove(seq: number): Promise<void> {
    await this.#ask('remove', seq)
  }

  holdBack(id: string, until: number): void {
    void this.#ask('hold', { id, until }).catch(() => undefined)
  }

  takeBack(id: string): Promise<boolean> {
    return this.#ask('take-back', id)
  }
}

const enteringsMax = 8

export type Beside = {
  readonly session: Session
  /** Whether a passphrase protects the vault. */
  readonly isLocked: boolean
  /** Goes on over the vault itself: this window leads from now on. */
  readonly lead: (vault: Vault) => Promise<Result<null>>
}

/** Asked again while nobody answers: the window that led may have gone, and another be on its way to lead. */
async function enter(line: Line): Promise<Asked['enter'][1]> {
  const asks = askOver(line, silentMs / enteringsMax)
  for (let asked = 1; ; asked += 1)
    try {
      return await asks('enter', null)
    } catch (error) {
      if (asked === enteringsMax || !isSilence(error)) throw error
    }
}

/** Rejects with `vault-in-use` where the window that leads is not open itself, and with `vault-silent` where none answers. */
export async function openBeside({
  line,
  onOver,
  onSilent,
  ...options
}: Omit<OpenOptions, 'vault' | 'passphrase'> & {
  readonly line: Line
  /** This device was locked or forgotten, or is opened by another key. */
  readonly onOver: () => void
  /** The window that leads has not answered. */
  readonly onSilent: () => void
}): Promise<Result<Beside>> {
  let isOpen = false
  const asking = new Asking(line, () => {
    if (isOpen) onSilent()
    return isOpen
  })
  const { ask } = asking
  // What is told while this one enters counts as well: that the device was locked, above all.
  const early: News[] = []
  let take = (news: News): void => void early.push(news)
  const hearing = line.hear(said => {
    if ('news' in said) take(said)
  })
  const stop = (): void => {
    hearing()
    asking.stop()
  }
  const { key, isLocked, items } = await enter(line).catch((error: unknown) => {
    stop()
    throw error
  })
  const vault = vaultBeside(ask)
  const box = Strongbox.with(vault, key)
  const identity = await loadIdentity(box)
  if (!identity.ok) {
    stop()
    return identity
  }
  const outbox = new OutboxElsewhere(ask, items)
  const session = await Session.open({
    ...toEngineOptions({ ...options, vault }, box, identity.value),
    elsewhere: outbox,
  })
  isOpen = true
  outbox.reads = room => session.sync(room)
  outbox.shows = () => session.engine.touch()
  take = said => {
    if (said.news === 'outbox') outbox.hear(said.items)
    if (said.news === 'kept') void adoptKept(session, said.changes)
    if (said.news === 'over') onOver()
    // It has an outbox of its own making, from the same vault.
    if (said.news === 'leads') void ask('enter', null).then(entered => outbox.hear(entered.items))
  }
  for (const news of early) take(news)
  return ok({
    session,
    isLocked,
    lead: async over => {
      hearing()
      const own = Strongbox.with(over, key)
      const me = await loadIdentity(own)
      if (!me.ok) return me
      const [kept, taken] = await Promise.all([Outbox.open(own), Taken.open(over)])
      const works = worksOver({ box: own, outbox: kept, taken, onKept: async () => undefined })
      asking.answerHere(({ number, what, about }) =>
        what === 'yield' ? Promise.resolve() : works[what](about as never, number),
      )
      await session.lead({ box: own, identity: me.value }, kept)
      return ok(null)
    },
  })
}
