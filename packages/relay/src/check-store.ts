import {
  appendLeaf,
  bytesToFrontier,
  emptyFrontier,
  epochFirst,
  equalBytes,
  type Frontier,
  frontierToBytes,
  hashLeaf,
  logIdOf,
  peekEnvelope,
  sha256,
} from '@goodoffices/log'
import { Database } from './sqlite-database.ts'
import { corrupt } from './sqlite-error.ts'
import { type LogHead, type OutlineRecord, tileLeaves } from './store.ts'
import { openSource, type StoreReader } from './store-source.ts'

/** Something that a relay cannot have written. `position` where it can be told. */
export type StoreFinding = {
  readonly code:
    | 'relay/store-page'
    | 'relay/store-records'
    | 'relay/store-order'
    | 'relay/store-envelope'
    | 'relay/store-frontier'
    | 'relay/store-tile'
    | 'relay/store-access'
    | 'relay/store-bytes'
  readonly log?: string
  readonly position?: number
  readonly detail?: string
}

export type StoreReport = {
  readonly logs: number
  readonly records: number
  /** Records whose envelope was destroyed on purpose. */
  readonly destroyed: number
  /** Empty when all is well; at most `findingsMax`. */
  readonly findings: readonly StoreFinding[]
}

const findingsMax = 1000

/**
 * The quick check at every start: the head fits the last records. Reads at most 256 of them, without envelopes. Throws
 * StoreError `store-corrupt`.
 */
export function checkHead(path: string, database: Database, id: string): void {
  const head = database.head(id)
  if (head === undefined) throw corrupt(path, `log ${id} has no access key`)
  const frontier = bytesToFrontier(head.frontier)
  if (!frontier.ok || frontier.value.size !== head.size)
    throw corrupt(path, `log ${id}: the tree is not of size ${head.size}`)
  const base = Math.floor(head.size / tileLeaves) * tileLeaves
  const tail = database.outline(id, base, head.size + 1)
  if (tail.length !== head.size - base)
    throw corrupt(path, `log ${id}: ${tail.length} records from ${base}, not ${head.size - base}`)
  // Leaves from a multiple of 256 on make the same small subtrees as a tree of their own.
  const grown = tail.reduce(appendRecord, emptyFrontier).nodes
  const kept = frontier.value.nodes.slice(frontier.value.nodes.length - grown.length)
  if (!grown.every((node, i) => equalBytes(node, kept[i] ?? new Uint8Array())))
    throw corrupt(path, `log ${id}: the tree does not follow from the last records`)
}

/**
 * The full check of a folder or a database, for backups and after accidents: SQLite's own of every page, every envelope against its hash, every
 * tree built again from its leaves. Reads all; runs beside a relay that is using the file. Rejects with StoreError where
 * the file cannot be opened.
 */
export async function verifyStore(place: string): Promise<StoreReport> {
  const store = await openSource(place)
  try {
    const details = store instanceof Database ? store.integrity() : []
    const pages = details.map(detail => ({ code: 'relay/store-page', detail }) as const)
    const { findings, ...counted } = await verifyLogs(store)
    return { ...counted, findings: [...pages, ...findings].slice(0, findingsMax) }
  } finally {
    await store.close()
  }
}

const pageLogs = 1024

/** Every envelope against its hash, every tree built again from its leaves. */
export async function verifyLogs(store: StoreReader): Promise<StoreReport> {
  const findings: StoreFinding[] = []
  let [logs, records, destroyed] = [0, 0, 0]
  for (
    let ids = await store.logs('', pageLogs);
    ids.length > 0;
    ids = await store.logs(ids.at(-1) ?? '', pageLogs)
  )
    for (const id of ids) {
      if (findings.length >= findingsMax) break
      const log = await verifyLog(store, id)
      findings.push(...log.findings)
      logs += 1
      records += log.records
      destroyed += log.destroyed
    }
  return { logs, records, destroyed, findings: findings.slice(0, findingsMax) }
}

const pageRecords = 1024
const pageBytes = 16 * 1024 * 1024

async function verifyLog(store: StoreReader, id: string): Promise<Omit<StoreReport, 'logs'>> {
  const head = await store.head(id)
  if (head === undefined)
    return { records: 0, destroyed: 0, findings: [{ code: 'relay/store-access', log: id }] }
  const findings: StoreFinding[] = []
  const note = (code: StoreFinding['code'], position?: number) => {
    if (findings.length < findingsMax)
      findings.push({ code, log: id, ...(position !== undefined && { position }) })
  }

  const grown = { frontier: emptyFrontier, tiles: [] as Uint8Array[] }
  const starts = new Map(head.access.map(row => [row.from, row]))
  const checkStart = (size: number) => {
    const row = starts.get(size)
    if (row !== undefined && !equalBytes(row.frontier, frontierToBytes(grown.frontier)))
      note('relay/store-access', size)
  }
  let [bytes, destroyed, time, at] = [0, 0, 0, 0]
  checkStart(0)
  // One record more than the head admits, so that a surplus shows.
  while (at <= head.size) {
    const page = await store.read({
      id,
      from: at,
      to: Math.min(at + pageRecords, head.size + 1),
      bytesMax: pageBytes,
    })
    if (page.length === 0) break
    for (const record of page) {
      if (record.position !== at) note('relay/store-records', at)
      if (record.time < time) note('relay/store-order', at)
      if (record.envelope === undefined) destroyed += 1
      else if (!equalBytes(sha256(record.envelope), record.hash)) note('relay/store-envelope', at)
      if (record.envelope !== undefined && !isEpochKept(head, at, record.envelope))
        note('relay/store-access', at)
      bytes += record.envelope?.length ?? 0
      time = record.time
      at += 1
      grown.frontier = appendLeaf(grown.frontier, leafOf(record), ({ level }, hash) => {
        if (2 ** level === tileLeaves) grown.tiles.push(hash)
      })
      checkStart(at)
    }
  }
  if (at !== head.size) note('relay/store-records', at)
  if (!equalBytes(head.frontier, frontierToBytes(grown.frontier))) note('relay/store-frontier')
  if (!equalBytes(await store.tiles(id, 0, head.size), Buffer.concat(grown.tiles))) note('relay/store-tile')
  if (bytes !== head.bytes) note('relay/store-bytes')
  const first = head.access[0]?.key ?? new Uint8Array()
  if (logIdOf(first) !== id || !areEpochsInOrder(head)) note('relay/store-access')
  return { records: at, destroyed, findings }
}

/** A keys envelope and the keys kept for its epoch say the same, in both directions. */
function isEpochKept({ access }: LogHead, position: number, envelope: Uint8Array): boolean {
  const peek = peekEnvelope(envelope)
  const row = access.find(({ from }) => from === position + 1)
  const isKeys = peek.ok && peek.value.kind === 'k'
  const isOpening = isKeys && position === 0 && peek.value.epoch === epochFirst
  if ((!isKeys || isOpening) && row !== undefined) return false
  if (!isKeys) return true
  const kept = isOpening ? access[0] : row
  return (
    kept !== undefined &&
    kept.epoch === peek.value.epoch &&
    equalBytes(kept.key, peek.value.accessKey) &&
    equalBytes(kept.steward ?? new Uint8Array(), peek.value.stewardKey) &&
    equalBytes(kept.party ?? new Uint8Array(), peek.value.stewardKeys?.party ?? new Uint8Array())
  )
}

function areEpochsInOrder({ access, size }: LogHead): boolean {
  return access.every((row, i) => {
    const before = access[i - 1]
    const isAfter =
      before === undefined ? row.from === 0 : row.epoch === before.epoch + 1 && row.from > before.from
    return isAfter && row.from <= size
  })
}

function leafOf({ time, hash }: OutlineRecord): Uint8Array {
  return hashLeaf({ time, envelopeHash: hash })
}

function appendRecord(frontier: Frontier, record: OutlineRecord): Frontier {
  return appendLeaf(frontier, leafOf(record))
}
