import {
  bytesToFrontier,
  type EnvelopePeek,
  emptyFrontier,
  epochFirst,
  equalBytes,
  type Frontier,
  frontierToBytes,
} from '@goodoffices/log'
import type { AccessRow, LogHead } from './store.ts'

/** A log as the relay computes with it. */
export type LogState = {
  readonly id: string
  readonly bytes: number
  readonly time: number
  readonly frontier: Frontier
  /** The largest size that the relay is known to have signed; beyond the log's own where it has lost records. */
  readonly owed: number
  /** By epoch, ascending. The last is the current one. */
  readonly access: readonly AccessRow[]
}

/** What the holder of one access key sees of a log: for the current key all, for an older one its epoch's end. */
export type LogView = {
  readonly id: string
  readonly epoch: number
  readonly isCurrent: boolean
  readonly frontier: Frontier
}

/** The steward keys that a keys envelope names: one, or one for each side. */
export function readStewards(
  peek: Extract<EnvelopePeek, { readonly kind: 'k' }>,
): Pick<AccessRow, 'steward' | 'party'> {
  const { stewardKey: steward, stewardKeys } = peek
  return stewardKeys === undefined ? { steward } : { steward, party: stewardKeys.party }
}

/** A log as it is before its first record: of the first epoch, with the steward that its opening envelope names. */
export function startLog(
  id: string,
  key: Uint8Array,
  opening: EnvelopePeek | undefined,
): { readonly first: AccessRow; readonly state: LogState } {
  const first: AccessRow = {
    epoch: epochFirst,
    key,
    ...(opening?.kind === 'k' && opening.epoch === epochFirst ? readStewards(opening) : {}),
    from: 0,
    frontier: frontierToBytes(emptyFrontier),
  }
  return { first, state: { id, bytes: 0, time: 0, frontier: emptyFrontier, owed: 0, access: [first] } }
}

export function headToState(head: LogHead): LogState {
  const { id, bytes, time, owed, access } = head
  return { id, bytes, time, owed, access, frontier: readFrontier(head.frontier) }
}

/** Frontiers are our own writing: an unreadable one is a damaged store, which the check at start and verifyStore name. */
export function readFrontier(bytes: Uint8Array): Frontier {
  const frontier = bytesToFrontier(bytes)
  if (!frontier.ok) throw new Error(`the store holds no frontier: ${frontier.error.code}`)
  return frontier.value
}

export function currentAccess(state: LogState): AccessRow {
  const row = state.access.at(-1)
  if (row === undefined) throw new Error('a log without an access key')
  return row
}

/**
 * An old access key reads up to and including the keys envelope that ended its epoch. To its holder the log is the
 * tree of that size, with a checkpoint of its own, so that what was read can be verified. Undefined: not a key of
 * this log. The newest epoch wins where one key opened several.
 */
export function viewLog(state: LogState, key: Uint8Array): LogView | undefined {
  const index = state.access.findLastIndex(row => equalBytes(row.key, key))
  const row = state.access[index]
  if (row === undefined) return undefined
  const next = state.access[index + 1]
  return {
    id: state.id,
    epoch: row.epoch,
    isCurrent: next === undefined,
    frontier: next === undefined ? state.frontier : readFrontier(next.frontier),
  }
}
