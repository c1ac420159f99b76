import { appendLeaf, bytesToHex, frontierToBytes, hashLeaf } from '@goodoffices/log'
import type { RelayEnvelope } from './envelope.ts'
import type { RelayLimits } from './limits.ts'
import { type Outcome, type Refusal, refuse, succeed } from './refusal.ts'
import { type AppendRequest, findBrokenEnvelopeRule, findBrokenRule, hasRoom, isOpening } from './rules.ts'
import { type LogState, viewLog } from './state.ts'
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

type Draft = {
  readonly state: LogState
  readonly records: readonly NewRecord[]
  readonly access: readonly AccessRow[]
  readonly tiles: readonly Uint8Array[]
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
  let draft: Draft = { state, records: [], access: [], tiles: [] }
  const answers = options.requests.map((request): Outcome<readonly Place[]> => {
    if (viewLog(draft.state, request.key) === undefined) return refuse('relay/unknown-log')
    const fresh = withoutRepeats(request.envelopes, placed)
    if (fresh.length > 0) {
      const grown = placeFresh(draft, { ...request, envelopes: fresh }, { now, limits })
      if (!grown.ok) return grown
      if (grown.value.state.bytes - state.bytes > options.roomBytes) return refuse('relay/store-full')
      for (const [i, envelope] of fresh.entries())
        placed.set(bytesToHex(envelope.hash), {
          position: draft.state.frontier.size + i,
          time: grown.value.state.time,
        })
      draft = grown.value
    }
    return succeed(request.envelopes.map(envelope => placeOf(placed, envelope)))
  })
  const { records, access, tiles } = draft
  const change: Append = {
    id: state.id,
    expect: state.frontier.size,
    records,
    access,
    tiles,
    frontier: frontierToBytes(draft.state.frontier),
  }
  return { change, state: draft.state, answers }
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
  before: Draft,
  request: AppendRequest,
  { now, limits }: { readonly now: number; readonly limits: RelayLimits },
): Outcome<Draft> {
  const broken: Refusal | undefined = findBrokenRule(before.state, request)
  if (broken !== undefined) return { ok: false, error: broken }
  // Times never run backwards within a log, whatever the clock does.
  const time = Math.max(now, before.state.time)
  let draft = before
  for (const [index, envelope] of request.envelopes.entries()) {
    const { steward } = request
    const misplaced = findBrokenEnvelopeRule(draft.state, { envelope, index, steward })
    if (misplaced !== undefined) return { ok: false, error: misplaced }
    draft = placeEnvelope(draft, envelope, time)
  }
  return hasRoom(draft.state, limits) ? succeed(draft) : refuse('relay/log-full')
}

function placeEnvelope(draft: Draft, envelope: RelayEnvelope, time: number): Draft {
  const { hash, bytes, peek } = envelope
  const tiles = [...draft.tiles]
  const frontier = appendLeaf(
    draft.state.frontier,
    hashLeaf({ time, envelopeHash: hash }),
    ({ level }, node) => {
      if (2 ** level === tileLeaves) tiles.push(node)
    },
  )
  const started: readonly AccessRow[] =
    peek.kind === 'k' && !isOpening(draft.state, envelope)
      ? [
          {
            epoch: peek.epoch,
            key: peek.accessKey,
            steward: peek.stewardKey,
            from: frontier.size,
            frontier: frontierToBytes(frontier),
          },
        ]
      : []
  return {
    state: {
      ...draft.state,
      bytes: draft.state.bytes + bytes.length,
      time,
      frontier,
      access: [...draft.state.access, ...started],
    },
    records: [...draft.records, { time, hash, envelope: bytes }],
    access: [...draft.access, ...started],
    tiles,
  }
}
