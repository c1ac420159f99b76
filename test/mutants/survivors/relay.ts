import type { Survivor } from '../survivors.ts'

export const relay: readonly Survivor[] = [
  {
    guard: 'announced === 0 ⇒ return succeed(new Uint8Array())',
    because: 'It only spares the reading: a body of no bytes is read as one.',
  },
  {
    guard: "request.method === 'GET' ⇒ return 0",
    because: 'It only spares the looking: what asks by GET brings no body.',
  },
  {
    guard: "answer === undefined ⇒ return answer ?? refuse('relay/internal')",
    because: 'Said for the types: one request has one answer.',
  },
  {
    guard: "head === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'creating.ts',
    because:
      'Said for the types: what was found to be there is there, and of what is not no key is the log’s.',
  },
  {
    guard: 'listening === undefined ⇒ return',
    because: 'Said for the types: of a log that nobody follows there is nobody to be told.',
  },
  {
    guard: "place === undefined ⇒ throw new Error('an envelope without a place')",
    because: 'Said for the types: each was placed, or had its place.',
  },
  {
    guard: "hash === undefined ⇒ throw new RangeError('no such node')",
    because: 'Said for the types: a proof goes into the tiles that were read for it.',
  },
  {
    guard: 'seen === undefined ⇒ return undefined',
    because: 'Said for the types: who has seen nothing claims a size of nothing.',
  },
  {
    guard: 'claimed <= (this.#queues.get(id)?.stateKnown?.frontier.size ?? 0) ⇒ return undefined',
    because: 'It only spares the reading: the store says the same.',
  },
  {
    guard: "state === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'relay.ts',
    because: 'Said for the types: of a log that is not there no key is the log’s.',
  },
  {
    guard: 'state !== undefined && viewLog(state, key) !== undefined ⇒ return true',
    because: 'It only spares the reading: the store says the same.',
  },
  {
    guard: 'tree.size === size ⇒ return equalBytes(frontierRoot(tree), root)',
    because: 'Of two trees of one size the proof by consistency says the same.',
  },
  {
    guard:
      'first !== undefined ⇒ state.frontier.size === 0 && first !== undefined && first.envelope === undefined',
    because:
      'Said for the types: a log that was lost whole is given back with a record at least, or is not proven.',
  },
  {
    guard: "view === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'restoring.ts',
    because: 'Said for the types: whose key it is was looked at before, and the log has grown since.',
  },
  {
    guard: 'change.records.length === 0 ⇒ return succeed(view)',
    because: 'It only spares the writing of nothing.',
  },
  {
    guard: "steward === undefined ⇒ return { code: 'relay/steward' }",
    because: 'Said for the types: a log has a party’s key only beside the mediators’.',
  },
  {
    guard:
      "peek.kind === 'k' ⇒ ( peek.kind === 'k' && state.frontier.size === 0 && peek.epoch === epoch && equa",
    because: 'Said for the types: only keys are asked about.',
  },
  {
    guard: '!frontier.ok ⇒ throw new Error(`the store holds no frontier: ${frontier.error.code}`)',
    because: 'Said for the types: the store’s check at start names one that is damaged.',
  },
  {
    guard: "row === undefined ⇒ throw new Error('a log without an access key')",
    because: 'Said for the types: a log begins with a key.',
  },
  {
    guard: "head === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'relay.ts',
    because: 'Said for the types: of a log that is not there no key is the log’s.',
  },
  {
    guard: "view === undefined ⇒ throw new Error('an envelope placed for a key that is none of the log’s')",
    because: 'Said for the types: for another key none is placed.',
  },
]
