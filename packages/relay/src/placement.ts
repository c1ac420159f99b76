import { appendLeaf, bytesToHex, frontierToBytes, hashLeaf } from '@goodoffices/log'
import type { RelayEnvelope } from './envelope.ts'
import type { RelayLimits } from './limits.ts'
import { type Outcome, type Refusal, refuse, succeed } from './refusal.ts'
import { type AppendRequest, findBrokenEnvelopeRule, findBrokenRule, hasRoom, isOpening } from './rules.ts'
import { type LogState, readStewards, viewLog } from './state.ts'
import { type AccessRow, type Append, type NewRecord, tileLeaves } from './store.ts'

/** Where an envelope stands, and since when. */
export type Place = { readonly position: number; readonly time: number }

/** Places by the hex of the envelope's hash. */
export type Places = ReadonlyMap<string, Place>

/** One change for the store that serves a crowd of requests, and what each of them is told once it is durable. */
export type GroupPlan = {
  readonly change: Append
  readonly state: LogState
  readonly answers: readonly Outcome<readonly Place[]>[]
}

/** A log as it grows in memory before it is written. Its lists are added to in place. */
export type Growth = {
  state: LogState
  readonly records: NewRecord[]
  readonly access: AccessRow[]
  readonly tiles: Uint8Array[]
}

export const startGrowth = (state: LogState): Growth => ({ state, records: [], access: [], tiles: [] })

/** The change that makes a log of `before` what has grown from it. */
export function growthToChange(before: LogState, { state, records, access, tiles }: Growth): Append {
  const frontier = frontierToBytes(state.frontier)
  return { id: before.id, expect: before.frontier.size, owed: before.owed, records, access, tiles, frontier }
}

/**
 * Places the requests one after the other, each atomic: it is placed as a whole or refused. An envelope that the log
 * holds already, before or in this group, keeps its place; a request that consists of such envelopes is answered with
 * their places whatever else has changed since, so that a repeated request is harmless.
 */
export function planGroup(options: {
  readonly state: LogState
  readonly requests: readonly AppendRequest[]
  /** Of envelopes in the log; those that are not here are taken for new. */
  readonly known: Places
  readonly now: number
  readonly limits: RelayLimits
  /** Ciphertext that the store as a whole may still take. */
  readonly roomBytes: number
}): GroupPlan {
  const { state, known, now, limits } = options
  const placed = new Map(known)
  const growth = startGrowth(state)
  const answers = options.requests.map((request): Outcome<readonly Place[]> => {
    if (viewLog(growth.state, request.key) === undefined) return refuse('relay/unknown-log')
    const fresh = withoutRepeats(request.envelopes, placed)
    if (fresh.length > 0) {
      const grown = placeFresh(growth.state, { ...request, envelopes: fresh }, { now, limits })
      if (!grown.ok) return grown
      if (grown.value.state.bytes - state.bytes > options.roomBytes) return refuse('relay/store-full')
      for (const [i, envelope] of fresh.entries())
        placed.set(bytesToHex(envelope.hash), {
          position: growth.state.frontier.size + i,
          time: grown.value.state.time,
        })
      growth.state = grown.value.state
      growth.records.push(...grown.value.records)
      growth.access.push(...grown.value.access)
      growth.tiles.push(...grown.value.tiles)
    }
    return succeed(request.envelopes.map(envelope => placeOf(placed, envelope)))
  })
  return { change: growthToChange(state, growth), state: growth.state, answers }
}

function withoutRepeats(
  envelopes: readonly RelayEnvelope[],
  placed: ReadonlyMap<string, Place>,
): readonly RelayEnvelope[] {
  const seen = new Set<string>()
  return envelopes.filter(({ hash }) => {
    const name = bytesToHex(hash)
    if (placed.has(name) || seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function placeOf(placed: ReadonlyMap<string, Place>, envelope: RelayEnvelope): Place {
  const place = placed.get(bytesToHex(envelope.hash))
  if (place === undefined) throw new Error('an envelope without a place')
  return place
}

function placeFresh(
  before: LogState,
  request: AppendRequest,
  { now, limits }: { readonly now: number; readonly limits: RelayLimits },
): Outcome<Growth> {
  const broken: Refusal | undefined = findBrokenRule(before, request)
  if (broken !== undefined) return { ok: false, error: broken }
  // Times never run backwards within a log, whatever the clock does.
  const time = Math.max(now, before.time)
  const growth = startGrowth(before)
  for (const [index, envelope] of request.envelopes.entries()) {
    const { steward } = request
    const misplaced = findBrokenEnvelopeRule(growth.state, { envelope, index, steward })
    if (misplaced !== undefined) return { ok: false, error: misplaced }
    placeRecord(growth, { time, hash: envelope.hash, envelope })
  }
  return hasRoom(growth.state, limits) ? succeed(growth) : refuse('relay/log-full')
}

/** Adds one record at the end. Whether it may stand there has been decided. */
export function placeRecord(
  growth: Growth,
  record: { readonly time: number; readonly hash: Uint8Array; readonly envelope: RelayEnvelope | undefined },
): void {
  const { time, hash, envelope } = record
  const before = growth.state
  const frontier = growFrontier(growth, { time, hash })
  const started = envelope === undefined ? undefined : startedEpoch(before, envelope, frontier)
  growth.records.push({ time, hash, envelope: envelope?.bytes })
  if (started !== undefined) growth.access.push(started)
  growth.state = {
    ...before,
    bytes: before.bytes + (envelope?.bytes.length ?? 0),
    time,
    frontier,
    access: started === undefined ? before.access : [...before.access, started],
  }
}

/** Adds a record that another store holds at the end. Whether an epoch begins behind it is for whoever knows its keys. */
export function placeStored(growth: Growth, { time, hash, envelope }: NewRecord): void {
  const before = growth.state
  growth.records.push({ time, hash, envelope })
  const bytes = before.bytes + (envelope?.length ?? 0)
  growth.state = { ...before, bytes, time, frontier: growFrontier(growth, { time, hash }) }
}

function growFrontier(
  growth: Growth,
  { time, hash }: Pick<NewRecord, 'time' | 'hash'>,
): LogState['frontier'] {
  return appendLeaf(growth.state.frontier, hashLeaf({ time, envelopeHash: hash }), ({ level }, node) => {
    if (2 ** level === tileLeaves) growth.tiles.push(node)
  })
}

/** The epoch that a keys envelope starts behind itself; none for the one that opens a log. */
function startedEpoch(
  before: LogState,
  envelope: RelayEnvelope,
  frontier: LogState['frontier'],
): AccessRow | undefined {
  const { peek } = envelope
  if (peek.kind !== 'k' || isOpening(before, envelope)) return undefined
  const { epoch, accessKey: key } = peek
  return { epoch, key, ...readStewards(peek), from: frontier.size, frontier: frontierToBytes(frontier) }
}
