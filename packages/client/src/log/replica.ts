/**
 * A verified copy of one log. It takes records only when they lead to a root that the relay has signed, and refuses a log that is
 * shorter than, or different from, the one it has seen. What is inside the envelopes is not its business.
 */

import {
  appendLeaf,
  encode,
  equalBytes,
  frontierRoot,
  hashLeaf,
  logOrigin,
  type NoteVerifier,
  openCheckpoint,
  sha256,
} from '@goodoffices/log'
import type { RelayPage, RelayRecord } from '../relay/port.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Vault } from '../vault/vault.ts'
import {
  aheadKey,
  aheadPrefix,
  chunksOf,
  headKey,
  logPrefix,
  readHead,
  readKept,
  readRecords,
  recordsKey,
  recordsPrefix,
  writeRecords,
} from './kept-records.ts'
import { Tree } from './tree.ts'

export type Taken =
  | { readonly kind: 'taken'; readonly records: readonly RelayRecord[] }
  /** The page ends before the signed head: ask on from here. */
  | { readonly kind: 'more'; readonly from: number }
  | { readonly kind: 'nothing-new' }
  /** Some of what leads to the signed head is without its envelope: none of it was taken. */
  | ({ readonly kind: 'withheld' } & Withheld)

/** Records up to a signed head, some without their envelopes, and the tree that they would lead to. */
export type Withheld = {
  readonly records: readonly RelayRecord[]
  readonly tree: Tree
  readonly checkpoint: string
}

/** What takes records in order, as they stand in a log. */
export type RecordReader = { read(records: readonly RelayRecord[]): Promise<void> }

export type OpenedReplica<R extends RecordReader> = { readonly reader: R; readonly damaged: boolean }

type Head = { readonly size: number; readonly root: Uint8Array }

export class Replica {
  readonly log: string
  readonly #vault: Vault
  readonly #relay: NoteVerifier
  #tree = new Tree()
  #checkpoint = ''
  #verified: { readonly note: string; readonly head: Head } | undefined
  /** Records that came before the head they lead to. */
  #ahead: RelayRecord[] = []
  /** Pages that led nowhere together were asked for once more. */
  #isAskedAnew = false
  /** Where they are kept. */
  readonly #aheadKeys: string[] = []

  private constructor(log: string, vault: Vault, relay: NoteVerifier) {
    this.log = log
    this.#vault = vault
    this.#relay = relay
  }

  /** The copy of a log of which nothing is kept here yet. */
  static begin(
    log: string,
    { vault, relay }: { readonly vault: Vault; readonly relay: NoteVerifier },
  ): Replica {
    return new Replica(log, vault, relay)
  }

  /**
   * Opens what the vault holds: all of it, or what came after `from`, a tree kept from an earlier reading. `begin` returns who
   * reads it, part by part, so that a long log is never in memory whole; only at the end is it held against the last signed head.
   * Where it does not lead there, what was read is worth nothing, and `begin` is called again: without the tree, or, with
   * `damaged`, for a copy that is dropped, to be read from the relay. The head that it had reached is kept, so that the relay
   * cannot use the damage to show an older log.
   */
  static async open<R extends RecordReader>(
    log: string,
    {
      vault,
      relay,
      from,
      begin,
    }: {
      readonly vault: Vault
      readonly relay: NoteVerifier
      readonly from?: Tree | undefined
      readonly begin: (replica: Replica, isFrom: boolean) => Promise<R>
    },
  ): Promise<OpenedReplica<R>> {
    const replica = new Replica(log, vault, relay)
    const head = readHead(await vault.read(headKey(log)))
    if (head === undefined) {
      const reader = await begin(replica, false)
      await replica.#findAhead()
      return { reader, damaged: false }
    }
    const signed = await replica.#readCheckpoint(head.checkpoint)
    if (from !== undefined) replica.#tree = from
    const reader = await begin(replica, from !== undefined)
    await replica.#readKept(head.size, reader)
    const root = replica.rootAt(head.size)
    if (
      signed.ok &&
      signed.value.size === replica.size &&
      root !== undefined &&
      equalBytes(signed.value.root, root)
    ) {
      replica.#checkpoint = head.checkpoint
      await replica.#findAhead()
      return { reader, damaged: false }
    }
    if (from !== undefined) return Replica.open(log, { vault, relay, begin })
    const kept = [...(await vault.scan(recordsPrefix(log))), ...(await vault.scan(aheadPrefix(log)))]
    await vault.write(new Map(kept.map(([key]) => [key, null])))
    const empty = new Replica(log, vault, relay)
    if (signed.ok) empty.#owed = { size: signed.value.size, root: signed.value.root }
    return { reader: await begin(empty, false), damaged: true }
  }

  /** Up to a size, or the first record that is not what or where it should be. */
  async #readKept(size: number, reader: RecordReader): Promise<void> {
    for await (const kept of readKept(this.#vault, this.log, this.size)) {
      const records: RelayRecord[] = []
      for (const record of kept) {
        if (this.size === size || record.position !== this.size || !isOwnHash(record)) break
        this.#tree.append(leafOf(record))
        records.push(record)
      }
      await reader.read(records)
    }
  }

  /** A head seen before, which the log must contain though the copy that led to it is lost. */
  #owed: Head | undefined

  /** Under which keys a vault holds a log. */
  static async keysOf(log: string, vault: Vault): Promise<readonly string[]> {
    return (await vault.scan(logPrefix(log))).map(([key]) => key)
  }

  get size(): number {
    return this.#tree.size
  }

  get checkpoint(): string {
    return this.#checkpoint
  }

  /** Where to read on. */
  get next(): number {
    return this.size + this.#ahead.length
  }

  get relay(): NoteVerifier {
    return this.#relay
  }

  /** Everything taken, as the vault has it. */
  async records(): Promise<readonly RelayRecord[]> {
    const records: RelayRecord[] = []
    for await (const kept of readKept(this.#vault, this.log, 0))
      for (const record of kept) records.push(record)
    return records.slice(0, this.size)
  }

  /** As it is now; it grows with the copy. */
  get tree(): Tree {
    return this.#tree
  }

  rootAt(size: number): Uint8Array | undefined {
    return this.#tree.rootAt(size)
  }

  /** Whether the log begins with these very envelopes, whenever they were placed. */
  async beginsWith(envelopes: readonly Uint8Array[]): Promise<boolean> {
    const hashes = (await this.records()).map(({ hash }) => hash)
    return envelopes.every((envelope, position) => {
      const hash = hashes[position]
      return hash !== undefined && equalBytes(hash, sha256(envelope))
    })
  }

  /** Whether this very envelope stands at this place. */
  holds(record: RelayRecord): boolean {
    const leaf = this.#tree.leafAt(record.position)
    return leaf !== undefined && equalBytes(leaf, leafOf(record))
  }

  /**
   * Takes a page or a push. `askedAt` is the size this copy had when the page was asked for: a head below it is a rollback, one
   * that merely crossed with newer news is not.
   */
  async take(page: RelayPage, askedAt: number): Promise<Result<Taken>> {
    const signed = await this.#readCheckpoint(page.checkpoint)
    if (!signed.ok) return signed
    const head = signed.value
    if (head.size < this.size) {
      const root = this.#tree.rootAt(head.size)
      if (root === undefined || !equalBytes(root, head.root)) return fail('log-forked', { size: head.size })
      return head.size < askedAt
        ? fail('log-rolled-back', { had: askedAt, offered: head.size })
        : ok({ kind: 'nothing-new' })
    }
    if (this.#owed !== undefined && head.size < this.#owed.size) {
      return fail('log-rolled-back', { had: this.#owed.size, offered: head.size })
    }
    const had = this.#ahead.length
    for (const record of page.records) {
      if (record.position < this.next) continue
      if (record.position > this.next) break
      if (!isOwnHash(record)) return this.#drop('record-hash')
      this.#ahead.push(record)
    }
    if (head.size <= this.next) return this.#advance(head, page.checkpoint, had > 0)
    await this.#keepAhead(this.#ahead.slice(had))
    return ok({ kind: 'more', from: this.next })
  }

  /** Records on the way to a head are kept as they come: a line that breaks, or a program that ends, loses none of them. */
  async #keepAhead(records: readonly RelayRecord[]): Promise<void> {
    const kept = chunksOf(records).map(
      chunk => [aheadKey(this.log, chunk.from), writeRecords(chunk.records)] as const,
    )
    if (kept.length > 0) await this.#vault.write(new Map(kept))
    for (const [key] of kept) this.#aheadKeys.push(key)
  }

  /** What was kept of them, as far as it goes on from what was taken. They are believed as they were then: when they lead to a head. */
  async #findAhead(): Promise<void> {
    for (const [key, bytes] of await this.#vault.scan(aheadPrefix(this.log))) {
      this.#aheadKeys.push(key)
      for (const record of readRecords(bytes) ?? [])
        if (record.position === this.next && isOwnHash(record)) this.#ahead.push(record)
    }
  }

  /** What leads nowhere is asked for again. */
  async #forgetAhead(): Promise<void> {
    this.#ahead = []
    const kept = this.#withoutAhead()
    if (kept.length > 0) await this.#vault.write(new Map(kept))
  }

  /** What is written with a change that ends all that was ahead. */
  #withoutAhead(): readonly (readonly [string, null])[] {
    return this.#aheadKeys.splice(0).map(key => [key, null] as const)
  }

  /** `isPieced`: what leads to the head came in more pages than this one, of which an earlier one may have been false. */
  async #advance(head: Head, checkpoint: string, isPieced: boolean): Promise<Result<Taken>> {
    const records = this.#ahead.slice(0, head.size - this.size)
    let frontier = this.#tree.frontier
    for (const record of records) frontier = appendLeaf(frontier, leafOf(record))
    const leads = equalBytes(frontierRoot(frontier), head.root)
    if (!leads && isPieced && !this.#isAskedAnew) {
      this.#isAskedAnew = true
      await this.#forgetAhead()
      return ok({ kind: 'more', from: this.next })
    }
    if (!leads) return this.#drop('log-forked')
    this.#isAskedAnew = false
    if (this.#owed !== undefined && !this.#contains(this.#owed, records)) return this.#drop('log-forked')
    // A hash without its envelope fits the signed root, and hides what was said: a refusal, a removal.
    if (records.some(({ envelope }) => envelope === undefined)) {
      await this.#forgetAhead()
      return ok({ kind: 'withheld', records, tree: this.#grown(records), checkpoint })
    }
    if (records.length === 0) {
      this.#checkpoint = checkpoint
      return ok({ kind: 'nothing-new' })
    }
    await this.#vault.write(
      new Map([
        ...chunksOf(records).map(
          chunk => [recordsKey(this.log, chunk.from), writeRecords(chunk.records)] as const,
        ),
        [headKey(this.log), encode([head.size, checkpoint])],
        ...this.#withoutAhead(),
      ]),
    )
    this.#owed = undefined
    for (const record of records) this.#tree.append(leafOf(record))
    this.#checkpoint = checkpoint
    this.#ahead = this.#ahead.slice(records.length)
    return ok({ kind: 'taken', records })
  }

  #grown(records: readonly RelayRecord[]): Tree {
    const tree = this.#tree.copy()
    for (const record of records) tree.append(leafOf(record))
    return tree
  }

  /** Whether the log with these records still begins as it did when it was seen before. */
  #contains(head: Head, records: readonly RelayRecord[]): boolean {
    let frontier = this.#tree.frontier
    for (const record of records.slice(0, head.size - this.size))
      frontier = appendLeaf(frontier, leafOf(record))
    return frontier.size === head.size && equalBytes(frontierRoot(frontier), head.root)
  }

  async #drop(code: string): Promise<Result<never>> {
    await this.#forgetAhead()
    return fail(code, { size: this.size })
  }

  /** A relay that has nothing new shows the very note that was verified before. */
  async #readCheckpoint(note: string): Promise<Result<Head>> {
    if (this.#verified?.note === note) return ok(this.#verified.head)
    const opened = await openCheckpoint(note, {
      origin: logOrigin(this.#relay.name, this.log),
      relay: this.#relay,
    })
    if (!opened.ok) return fail('checkpoint-refused', { because: opened.error.code })
    this.#verified = { note, head: opened.value }
    return ok(opened.value)
  }
}

const leafOf = (record: RelayRecord): Uint8Array => hashLeaf({ time: record.time, envelopeHash: record.hash })

const isOwnHash = (record: RelayRecord): boolean =>
  record.envelope === undefined || equalBytes(sha256(record.envelope), record.hash)
