import { equalBytes } from '@goodoffices/log'
import type { RelayEnvelope } from './envelope.ts'
import type { RelayLimits } from './limits.ts'
import type { Commit, Placed } from './log-queue.ts'
import { type Place, planGroup } from './placement.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'
import { headToState, startLog } from './state.ts'
import type { Store } from './store.ts'

/** What it takes to write a log outside its queue. */
export type WritingTools = {
  readonly store: Store
  readonly limits: RelayLimits
  /** Milliseconds since 1970. */
  readonly now: number
  /** Ciphertext that the store may still take. */
  readonly roomBytes: number
  readonly onCommit: (commit: Commit) => void
}

export type Creation = {
  readonly id: string
  /** Signed the request, and is the log's first. */
  readonly key: Uint8Array
  readonly steward: Uint8Array | undefined
  readonly envelopes: readonly RelayEnvelope[]
  /** The name of the right that is spent on it. */
  readonly right: Uint8Array | undefined
}

/** Makes the log with its first envelopes, or finds that it was made with them before. */
export async function createLog(tools: WritingTools, creation: Creation): Promise<Outcome<Placed>> {
  const { store, limits, now, roomBytes, onCommit } = tools
  const { id, key, steward, envelopes, right } = creation
  const { first, state } = startLog(id, key, envelopes[0]?.peek)
  const request = { key, steward, envelopes, expect: 0 }
  const plan = planGroup({ state, requests: [request], known: new Map(), now, limits, roomBytes })
  const [answer] = plan.answers
  if (answer === undefined || !answer.ok) return answer ?? refuse('relay/internal')
  const access = [first, ...plan.change.access]
  const spent = right === undefined ? {} : { right }
  const outcome = await store.createLog({ ...plan.change, access, made: now, ...spent })
  switch (outcome.kind) {
    case 'created':
      onCommit({ change: plan.change, state: plan.state })
      return succeed({ places: answer.value, state: plan.state })
    case 'exists':
      return findCreated(store, id, envelopes)
    case 'no-right':
      return refuse('relay/creation-right', { reason: outcome.reason })
    default:
      return outcome satisfies never
  }
}

async function findCreated(
  store: Store,
  id: string,
  envelopes: readonly RelayEnvelope[],
): Promise<Outcome<Placed>> {
  const head = await store.head(id)
  if (head === undefined) return refuse('relay/unknown-log')
  const hashes = envelopes.map(({ hash }) => hash)
  const found = await store.find(id, hashes)
  const places = hashes.flatMap((hash): readonly Place[] => {
    const place = found.find(record => equalBytes(record.hash, hash))
    return place === undefined ? [] : [place]
  })
  return places.length < hashes.length
    ? refuse('relay/exists')
    : succeed({ places, state: headToState(head) })
}
