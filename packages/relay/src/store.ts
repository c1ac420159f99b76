/**
 * What the relay needs of a place that keeps logs. Everything that must be atomic is one call, and every write
 * says which size it was computed against, so that several relays can share one store without a lock of their
 * own: whoever comes second gets `conflict` and computes again.
 *
 * A store knows no cryptography: hashes, frontiers, keys and envelopes are bytes to it.
 */

/** The public half of an epoch's access key, and where its epoch starts. */
export type AccessRow = {
  readonly epoch: number
  /** 32 bytes, Ed25519. */
  readonly key: Uint8Array
  /** The public half of its steward key, 32 bytes. Absent in a log that was not begun with a keys envelope: a mailbox. */
  readonly steward?: Uint8Array | undefined
  /** Of an epoch with two steward keys that of the party's slot; `steward` is then the mediators'. */
  readonly party?: Uint8Array | undefined
  /** The first position of this epoch. The epoch before it ends with the envelope at `from - 1`. */
  readonly from: number
  /** The tree at size `from`, so that a checkpoint of that size can be signed at any time. */
  readonly frontier: Uint8Array
}

export type LogHead = {
  readonly id: string
  readonly size: number
  /** Sum of the lengths of the envelopes that are still kept. */
  readonly bytes: number
  /** Time of the last record in milliseconds; 0 in an empty log. */
  readonly time: number
  readonly frontier: Uint8Array
  /** The largest size that the relay is known to have signed and may no longer have; 0 where nothing is missed. */
  readonly owed: number
  /** Whether rights to make logs may be minted on its account: not where it was made by one. */
  readonly mints: boolean
  /** When it was made or, since, `touch`ed. */
  readonly used: number
  /** By epoch, ascending; never empty. */
  readonly access: readonly AccessRow[]
}

export type NewRecord = {
  readonly time: number
  /** SHA-256 of the envelope, 32 bytes; a log holds each once. */
  readonly hash: Uint8Array
  /** Absent where a restored record was destroyed before the relay lost it. */
  readonly envelope: Uint8Array | undefined
}

export type StoredRecord = {
  readonly position: number
  readonly time: number
  readonly hash: Uint8Array
  /** Absent once destroyed: position, time and hash stay. */
  readonly envelope: Uint8Array | undefined
}

/** One atomic change: these records at the end of the log, and the head that follows from them. */
export type Append = {
  readonly id: string
  /** The size the change was computed against. */
  readonly expect: number
  /** What was owed, as far as was known then: nothing is written where more is. */
  readonly owed: number
  readonly records: readonly NewRecord[]
  /** The tree after the records. */
  readonly frontier: Uint8Array
  /** Epochs that start within the records. */
  readonly access: readonly AccessRow[]
  /** The tiles that the records complete, in order: see `tileLeaves`. */
  readonly tiles: readonly Uint8Array[]
}

/** A log to be made. */
export type NewLog = Append & {
  /** Milliseconds since 1970. */
  readonly made: number
  /** The name of the right that is spent on it. */
  readonly right?: Uint8Array
  /** Of a log that is carried over; otherwise it mints unless a right was spent on it. */
  readonly mints?: boolean
}

/** A right to make logs, and how many of them its log may have minted since when. */
export type NewRight = {
  /** 32 bytes. */
  readonly right: Uint8Array
  readonly log: string
  readonly logs: number
  readonly made: number
  readonly until: number
  readonly since: number
  readonly logsMax: number
}

/** A right as it is kept: `minted` for so many logs, of which `logs` are left. */
export type KeptRight = Omit<NewRight, 'since' | 'logsMax'> & { readonly minted: number }

export type ExpireBefore = { readonly rights: number; readonly empty: number }

export type MintOutcome =
  /** What is noted: of a right that was minted before, how many logs are left. */
  | { readonly kind: 'minted'; readonly logs: number; readonly until: number }
  /** Nothing was written: with this right the log would have minted too many since `since`; the first of them was made at `oldest`. */
  | { readonly kind: 'over'; readonly oldest: number }
  /** Nothing was written: another log has minted a right of this name. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'unknown-log' }

/** A tile is the hash of a complete subtree over this many leaves: kept, so that a proof reads few leaves. */
export const tileLeaves = 256

export type AppendOutcome =
  | { readonly kind: 'appended' }
  /** Nothing was written: the log has another size, or more is owed than was known. */
  | { readonly kind: 'conflict'; readonly size: number }
  /** Nothing was written: the log holds one of the hashes already. */
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'unknown-log' }

export type CreateOutcome =
  | { readonly kind: 'created' }
  | { readonly kind: 'exists' }
  /** Nothing was written: the right that should be spent was not there to spend. */
  | { readonly kind: 'no-right'; readonly reason: 'unknown' | 'expired' | 'spent' }

/** A record without its envelope. */
export type OutlineRecord = { readonly position: number; readonly time: number; readonly hash: Uint8Array }

export type ReadRange = {
  readonly id: string
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** Stops before the record that would exceed this, but never before the first. */
  readonly bytesMax: number
}

export type StoreUsage = { readonly logs: number; readonly bytes: number }

/** A log that nobody else writes to meanwhile. */
export type HeldLog = Pick<Store, 'append' | 'head' | 'find'>

/** Values stand at `$1` and on; numbers come back as numbers. */
export type StoreAsk = <Row extends object>(sql: string, values: readonly StoreValue[]) => Promise<Row[]>
export type StoreValue = string | number | null

export type WatchListener = (id: string | undefined) => void

/** Writes are durable when their promise resolves. A rejected write may or may not have happened: ask again. */
export interface Store {
  /** `expect` must be 0 and `access` hold at least the first epoch. A right is spent in the same change, or nothing is made. */
  createLog(log: NewLog): Promise<CreateOutcome>
  append(change: Append): Promise<AppendOutcome>
  /** Notes that a checkpoint of this size was signed once. A smaller one than is noted, and an unknown log, change nothing. */
  owe(id: string, size: number): Promise<void>
  head(id: string): Promise<LogHead | undefined>
  /** Consecutive records from `from`; fewer where the log ends or `bytesMax` is reached. */
  read(range: ReadRange): Promise<readonly StoredRecord[]>
  /** The records at positions `from` to `to`, exclusive, without their envelopes. */
  outline(id: string, from: number, to: number): Promise<readonly OutlineRecord[]>
  /** The tiles with index `from` to `to`, exclusive, joined: 32 bytes each. */
  tiles(id: string, from: number, to: number): Promise<Uint8Array>
  /** Which of these hashes the log holds, in no particular order. */
  find(id: string, hashes: readonly Uint8Array[]): Promise<readonly OutlineRecord[]>
  /** Deletes the envelopes at `from` to `to`, exclusive. Returns how many were there to delete, and their bytes. */
  destroy(
    id: string,
    from: number,
    to: number,
  ): Promise<{ readonly envelopes: number; readonly bytes: number }>
  mintRight(right: NewRight): Promise<MintOutcome>
  /** Leaves nothing of a right that the log minted. Returns how many logs it could still have made. */
  revokeRight(id: string, right: Uint8Array): Promise<number>
  /** Notes when somebody used the log; an unknown one changes nothing. */
  touch(id: string, used: number): Promise<void>
  /**
   * Forgets rights that ended, and were minted, before `rights`, and logs without records, owed none, that were not used
   * since `empty`. Returns how many logs.
   */
  expire(before: ExpireBefore): Promise<number>
  usage(): Promise<StoreUsage>
  /** How large these logs are, without those that are unknown. */
  sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Runs work on one log while no other relay over the same store writes to it. What it changes is kept when it ends, or none of it. */
  hold<T>(id: string, work: (held: HeldLog) => Promise<T>): Promise<T>
  /**
   * Tells `listener` which logs other relays over the same store may have written to; without a name where that may be any. Returns
   * the way to stop.
   */
  watch(listener: WatchListener): () => void
  /** One statement over what stands beside the logs (`notice-schema.ts`), a change by itself. */
  readonly ask: StoreAsk
  /** Finishes what was asked before, then lets go of the files. Further calls reject with `store-closed`. */
  close(): Promise<void>
}

export type StoreErrorCode =
  /** The disk, or the size the operator allows, is exhausted. Nothing of the write was kept. */
  | 'store-full'
  /** The files do not hold what a relay wrote. */
  | 'store-corrupt'
  /** Another process has the folder open. */
  | 'store-in-use'
  /** Written by a later version of this software. */
  | 'store-version'
  /** The operating system refused. Whether the write was kept is not known. */
  | 'store-failed'
  | 'store-closed'

/** What happened to the store. The message is for the operator: what happened, what was kept, what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreError'
    this.code = code
  }
}
