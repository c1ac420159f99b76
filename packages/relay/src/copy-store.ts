/**
 * Carries the logs of one store into another, of whatever kind. What is there already is not carried again, so that a copy which was
 * broken off goes on where it stood, and one made beside a running relay is brought up to date when that has stopped.
 */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bytesToFrontier, equalBytes, frontierToBytes, sha256 } from '@goodoffices/log'
import { type StoreReport, verifyLogs } from './check-store.ts'
import { keyFileName, verifierKeyOf } from './key.ts'
import { type Growth, growthToChange, placeStored, startGrowth } from './placement.ts'
import { PostgresStore } from './postgres-store.ts'
import { SqliteStore } from './sqlite-store.ts'
import { headToState } from './state.ts'
import { type KeptRight, type LogHead, type Store, type StoredRecord, StoreError } from './store.ts'
import { isAddress, openSource, type Source, type StoreReader } from './store-source.ts'

type Target = Store & StoreReader & { keepRight(right: KeptRight): Promise<void> }

export type CopyReport = StoreReport & {
  /** Records that were not there before. */
  readonly copied: number
}

const pageRecords = 1024
const pageBytes = 8 * 1024 * 1024
/** Envelopes that are destroyed in the source meanwhile are looked for again, this often. */
const roundsMax = 5

/**
 * `from` and `to` are folders or addresses of PostgreSQL databases. Checks every record on its way and, at the end, everything that the
 * copy holds. Rejects with StoreError; then what was carried is kept, and the same call goes on.
 */
export async function copyStore(from: string, to: string): Promise<CopyReport> {
  const source = await openSource(from)
  try {
    const owner = await ownerOf(from, source)
    const target = await openTarget(to)
    try {
      await giveKey({ from, to, owner, target })
      let copied = 0
      for await (const id of idsOf(source)) copied += await copyLog({ id, source, target, place: to })
      return { ...(await verifyLogs(target)), copied }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function openTarget(place: string): Promise<Target> {
  if (isAddress(place)) return PostgresStore.open(place)
  mkdirSync(place, { recursive: true, mode: 0o700 })
  return SqliteStore.open({ folder: place })
}

/** Whose logs these are. */
async function ownerOf(place: string, source: Source): Promise<string | undefined> {
  return source instanceof PostgresStore ? source.owner() : verifierKeyOf(place)
}

/** REL-99, REL-121: a copy belongs to the same relay. From a database comes no key: whoever has it puts it into the folder. */
async function giveKey(given: {
  readonly from: string
  readonly to: string
  readonly owner: string | undefined
  readonly target: Target
}): Promise<void> {
  const { from, to, owner, target } = given
  if (owner === undefined) return
  const key = join(to, keyFileName)
  const isFolder = !(target instanceof PostgresStore)
  const found = isFolder ? await verifierKeyOf(to) : await target.claim(owner)
  if (found !== undefined && found !== owner)
    throw new StoreError(
      'store-failed',
      `The copy would hold the logs of ${owner} beside the key of ${found}. Nothing was copied. Choose an empty place.`,
    )
  if (isFolder && !existsSync(key) && !isAddress(from)) copyFileSync(join(from, keyFileName), key)
}

/** All logs of a store, in the order of their ids. */
async function* idsOf(source: Source): AsyncGenerator<string> {
  let after = ''
  for (;;) {
    const ids = await source.logs(after, pageRecords)
    yield* ids
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
  }
}

type LogCopy = {
  readonly id: string
  readonly source: Source
  readonly target: Target
  readonly place: string
}

/** Returns how many records were carried. */
async function copyLog({ id, source, target, place }: LogCopy): Promise<number> {
  const head = await source.head(id)
  if (head === undefined) return 0
  const [first, ...later] = head.access
  const fork = () =>
    new StoreError(
      'store-failed',
      `${place} holds in log ${id} what the source does not. Nothing more was copied. It was written to since, or belongs to other talks.`,
    )
  if (first === undefined) throw damaged(id)
  if ((await target.head(id)) === undefined) {
    const { mints, used: made } = head
    const empty = growthToChange(startState(head, first), startGrowth(startState(head, first)))
    await target.createLog({ ...empty, access: [first], made, mints })
  }
  const before = await target.head(id)
  if (before === undefined || before.size > head.size) throw fork()
  let growth = startGrowth({ ...headToState(before), owed: head.owed })
  if (head.owed > before.owed) await target.owe(id, head.owed)
  while (growth.state.frontier.size < head.size) {
    const at = growth.state.frontier.size
    const range = { id, from: at, to: Math.min(at + pageRecords, head.size), bytesMax: pageBytes }
    const page = await source.read(range)
    if (page.length === 0) throw damaged(id)
    const start = growth.state
    growth = startGrowth(start)
    for (const record of page) grow(growth, record, later)
    const { kind } = await target.append(growthToChange(start, growth))
    if (kind !== 'appended') throw fork()
  }
  const reached = frontierToBytes(growth.state.frontier)
  if (!equalBytes(reached, head.frontier)) throw before.size === 0 ? damaged(id) : fork()
  await carryDestruction({ id, source, target, place })
  if (head.used !== before.used) await target.touch(id, head.used)
  for (const right of await source.rightsOf(id)) await target.keepRight(right)
  return head.size - before.size
}

function startState(head: LogHead, first: LogHead['access'][number]) {
  const empty = { ...head, size: 0, bytes: 0, time: 0, frontier: first.frontier, access: [first] }
  return headToState(empty)
}

/** Adds the record as it stands in the source: its hash is that of its envelope, and an epoch begins on the tree that it names. */
function grow(growth: Growth, record: StoredRecord, epochs: LogHead['access']): void {
  const { id } = growth.state
  const { envelope, hash } = record
  if (envelope !== undefined && !equalBytes(sha256(envelope), hash)) throw damaged(id, record.position)
  placeStored(growth, record)
  const begun = epochs.find(({ from }) => from === record.position + 1)
  if (begun === undefined) return
  const reached = bytesToFrontier(begun.frontier)
  if (!reached.ok || !equalBytes(begun.frontier, frontierToBytes(growth.state.frontier)))
    throw damaged(id, record.position)
  growth.access.push(begun)
}

/** What was destroyed in the source since it was carried is destroyed in the copy. */
async function carryDestruction({ id, source, target }: LogCopy): Promise<void> {
  for (let round = 0; round < roundsMax; round++) {
    const [from, to] = [await source.head(id), await target.head(id)]
    if (from === undefined || to === undefined || to.bytes <= from.bytes) return
    for (let at = 0; at < to.size; ) {
      const page = await source.read({
        id,
        from: at,
        to: Math.min(at + pageRecords, to.size),
        bytesMax: pageBytes,
      })
      if (page.length === 0) throw damaged(id)
      for (const { position, envelope } of page)
        if (envelope === undefined) await target.destroy(id, position, position + 1)
      at += page.length
    }
  }
}

function damaged(id: string, position?: number): StoreError {
  const where = position === undefined ? '' : ` at ${position}`
  return new StoreError(
    'store-corrupt',
    `The source is damaged in log ${id}${where}. What was copied before is kept, and nothing more was. Check it: goodoffices check`,
  )
}
