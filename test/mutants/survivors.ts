import type { Package } from './mutant.ts'

/** A guard without which every test passes, and why that is as it should be. */
export type Survivor = {
  readonly of: Package
  /** The condition, or the part of it, and what it leads to, as a report prints them before its last arrow. */
  readonly guard: string
  /** Its place in the package's `src`, where the same is asked elsewhere and missed there. */
  readonly file?: string
  readonly because: string
}

export const survivors: readonly Survivor[] = [
  {
    of: 'core',
    guard: 'carried === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused what is of no conveyance before it comes to be applied.',
  },
  {
    of: 'core',
    guard: 'carried === undefined ⇒ return undefined',
    because:
      'Said for the types: the rule has refused what is of no conveyance before it comes to be applied.',
  },
  {
    of: 'core',
    guard:
      "a.act.kind === 'offer.report' ⇒ a.room === b.room && a.act.kind === 'offer.report' && b.act.kind === 'offer.repo",
    because:
      'Said for the types: of two acts of which one is no report, one names no offer, and they differ in it.',
  },
  {
    of: 'core',
    guard:
      "b.act.kind === 'offer.report' ⇒ a.room === b.room && a.act.kind === 'offer.report' && b.act.kind === 'offer.repo",
    because:
      'Said for the types: of two acts of which one is no report, one names no offer, and they differ in it.',
  },
  {
    of: 'core',
    guard: "origin.kind === 'mediators' ⇒ return undefined",
    because: 'Said for the types: what mediators say for themselves comes from no room, and none is told.',
  },
  {
    of: 'core',
    guard: "known === undefined ⇒ return fail('rev-stale', { rev: known?.revisions.length ?? 0 })",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    of: 'core',
    guard: "standing === undefined ⇒ return fail('rev-stale', { rev: known?.revisions.length ?? 0 })",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    of: 'core',
    guard: "mark === undefined ⇒ return fail('mark-lapsed')",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    of: 'core',
    guard: "!isMarkContent(thing) ⇒ return fail('mark-differs')",
    because: 'Said for the types: what is no mark has no verb, and differs in it.',
  },
  {
    of: 'core',
    guard: 'room.id === recipient.id ⇒ return false',
    because: 'Saves reading the recipient’s own room twice: what it knows is there already.',
  },
  {
    of: 'core',
    guard: "a.kind === 'mediators' ⇒ return false",
    because:
      'Said for the types: what comes from no room is the same as nothing that comes from one, and the other half refuses two such.',
  },
  {
    of: 'core',
    guard: "b.kind === 'mediators' ⇒ return false",
    because:
      'Said for the types: what comes from no room is the same as nothing that comes from one, and the other half refuses two such.',
  },
  {
    of: 'core',
    guard: 'delivery !== undefined ⇒ delivery !== undefined && deliveries.has(delivery)',
    because: 'Said for the types: nothing that was carried is without an id.',
  },
  {
    of: 'core',
    guard: "register.rooms[room.kind] === undefined ⇒ return fail('register-not-here')",
    because: 'Every register there is may stand in a caucus; the first that may not will miss it.',
  },
  {
    of: 'core',
    guard: 'together < least ⇒ continue',
    because: 'Saves trying each length where none can be.',
  },
  {
    of: 'core',
    guard: 'together < length ⇒ continue',
    because:
      'Saves making a run that is then looked for in vain: the wording has all of its words or not the run.',
  },
  {
    of: 'core',
    guard: 'first === undefined ⇒ continue',
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    of: 'core',
    guard: "name === '' ⇒ return text",
    because: 'No party is without a name; here an empty one would be looked for without end.',
  },
  {
    of: 'core',
    guard: 'known !== undefined ⇒ return known',
    because: 'Saves reading or counting again what was read or counted before; what comes out is the same.',
  },
  {
    of: 'core',
    guard: '/^[A-Za-z0-9]*$/.test(text) ⇒ return text.toLowerCase()',
    because: 'The faster of two ways to the same word.',
  },
  {
    of: 'core',
    guard: 'code < 0x80 ⇒ return digit',
    because: 'The faster of two ways to the same digit.',
  },
  {
    of: 'core',
    guard: "at < 0 ⇒ return { whole: digits, decimals: '' }",
    because: 'Where there is no sign, the last digit is taken for one, and parts nothing.',
  },
  {
    of: 'core',
    guard: "sign === undefined ⇒ return { whole: digits, decimals: '' }",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    of: 'core',
    guard: 'spec === undefined ⇒ throw new Error(`no area has this act: ${kind}`)',
    because: 'Said for the types: an act that was read is of a kind that some area has.',
  },
  {
    of: 'core',
    guard: "item === undefined ⇒ return fail('mark-lapsed')",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    of: 'core',
    guard: 'known === undefined ⇒ return base',
    because: 'Said for the types: who puts a thing that is not there yet is its maker.',
  },
  {
    of: 'core',
    guard: 'ask === undefined ⇒ return',
    because: 'Said for the types: the rule has refused what is not asked before it comes to be applied.',
  },
  {
    of: 'core',
    guard: 'message === undefined ⇒ return',
    because: 'Said for the types: the rule has refused what was not said before it comes to be applied.',
  },
  {
    of: 'core',
    guard: 'known === undefined ⇒ return',
    because: 'Said for the types: the rule has refused what was not said before it comes to be applied.',
  },
  {
    of: 'core',
    guard: 'author === undefined ⇒ return',
    because: 'Said for the types: nobody but a member is the author of what is applied.',
  },
  {
    of: 'core',
    guard: 'heir === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused an heir who is not there before it comes to be applied.',
  },
  {
    of: 'core',
    guard: 'member === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused the leaving of who is not there before it comes to be applied.',
  },
  {
    of: 'core',
    guard: 'owner === undefined ⇒ return ok(null)',
    because: 'Said for the types: what is nobody’s is on the list of nobody, and free.',
  },
  {
    of: 'core',
    guard: 'known === undefined ⇒ return []',
    because: 'Said for the types: what is not there has no register, which the other half asks.',
  },
  {
    of: 'core',
    guard: 'first === undefined ⇒ return undefined',
    because: 'Said for the types: no item is without a revision, and nobody made one that is.',
  },
  {
    of: 'core',
    guard: 'maker === undefined ⇒ return undefined',
    because: 'Said for the types: who has put something stays known to the room, also when they have left.',
  },
  {
    of: 'core',
    guard: "typeof value !== 'object' ⇒ return []",
    because: 'Said for the types: a number and a truth have nothing in them either.',
  },
  {
    of: 'core',
    guard: '!unseen.test(text) ⇒ return { seen: text }',
    because:
      'The faster of two ways to the same text: where nothing is left out, each sign stands where it stood.',
  },
  {
    of: 'core',
    guard: 'word === undefined ⇒ return undefined',
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    of: 'log',
    guard: "bytesToBase64(bytes) !== text ⇒ refuse('bytes/malformed', { encoding: 'base64' })",
    because: 'A second look: stray bits and lengths that no bytes have are refused before.',
  },
  {
    of: 'log',
    guard: 'known !== undefined ⇒ return known',
    because: 'Saves making again what was made for the same key or purpose; what is made is the same.',
  },
  {
    of: 'log',
    guard: "!publicKey.ok ⇒ throw new TypeError('WebCrypto exported no public key')",
    because:
      'No engine exports what is no base64url; were it so, the length would be missing, and the next way be taken.',
  },
  {
    of: 'log',
    guard: 'publicKey.length !== publicKeyBytes ⇒ return false',
    because: 'Every engine refuses such a key on import, which is a false as well.',
  },
  {
    of: 'log',
    guard:
      'publicKey.length === publicKeyBytes ⇒ publicKey.length === publicKeyBytes && enrollablePoint(publicKey) !== undefined',
    because: 'A point of another length is none: the curve refuses it too.',
  },
  {
    of: 'log',
    guard: 'text.length > shortText ⇒ return utf8(text)',
    because: 'The faster of two ways to the same bytes.',
  },
  {
    of: 'relay',
    guard: 'announced === 0 ⇒ return succeed(new Uint8Array())',
    because: 'It only spares the reading: a body of no bytes is read as one.',
  },
  {
    of: 'relay',
    guard: "request.method === 'GET' ⇒ return 0",
    because: 'It only spares the looking: what asks by GET brings no body.',
  },
  {
    of: 'relay',
    guard: "answer === undefined ⇒ return answer ?? refuse('relay/internal')",
    because: 'Said for the types: one request has one answer.',
  },
  {
    of: 'relay',
    guard: "head === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'creating.ts',
    because:
      'Said for the types: what was found to be there is there, and of what is not no key is the log’s.',
  },
  {
    of: 'relay',
    guard: 'listening === undefined ⇒ return',
    because: 'Said for the types: of a log that nobody follows there is nobody to be told.',
  },
  {
    of: 'relay',
    guard: "place === undefined ⇒ throw new Error('an envelope without a place')",
    because: 'Said for the types: each was placed, or had its place.',
  },
  {
    of: 'relay',
    guard: "hash === undefined ⇒ throw new RangeError('no such node')",
    because: 'Said for the types: a proof goes into the tiles that were read for it.',
  },
  {
    of: 'relay',
    guard: 'seen === undefined ⇒ return undefined',
    because: 'Said for the types: who has seen nothing claims a size of nothing.',
  },
  {
    of: 'relay',
    guard: 'claimed <= (this.#queues.get(id)?.stateKnown?.frontier.size ?? 0) ⇒ return undefined',
    because: 'It only spares the reading: the store says the same.',
  },
  {
    of: 'relay',
    guard: "state === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'relay.ts',
    because: 'Said for the types: of a log that is not there no key is the log’s.',
  },
  {
    of: 'relay',
    guard: 'state !== undefined && viewLog(state, key) !== undefined ⇒ return true',
    because: 'It only spares the reading: the store says the same.',
  },
  {
    of: 'relay',
    guard: 'tree.size === size ⇒ return equalBytes(frontierRoot(tree), root)',
    because: 'Of two trees of one size the proof by consistency says the same.',
  },
  {
    of: 'relay',
    guard:
      'first !== undefined ⇒ state.frontier.size === 0 && first !== undefined && first.envelope === undefined',
    because:
      'Said for the types: a log that was lost whole is given back with a record at least, or is not proven.',
  },
  {
    of: 'relay',
    guard: "view === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'restoring.ts',
    because: 'Said for the types: whose key it is was looked at before, and the log has grown since.',
  },
  {
    of: 'relay',
    guard: 'change.records.length === 0 ⇒ return succeed(view)',
    because: 'It only spares the writing of nothing.',
  },
  {
    of: 'relay',
    guard: "steward === undefined ⇒ return { code: 'relay/steward' }",
    because: 'Said for the types: a log has a party’s key only beside the mediators’.',
  },
  {
    of: 'relay',
    guard:
      "peek.kind === 'k' ⇒ ( peek.kind === 'k' && state.frontier.size === 0 && peek.epoch === epoch && equa",
    because: 'Said for the types: only keys are asked about.',
  },
  {
    of: 'relay',
    guard: '!frontier.ok ⇒ throw new Error(`the store holds no frontier: ${frontier.error.code}`)',
    because: 'Said for the types: the store’s check at start names one that is damaged.',
  },
  {
    of: 'relay',
    guard: "row === undefined ⇒ throw new Error('a log without an access key')",
    because: 'Said for the types: a log begins with a key.',
  },
  {
    of: 'relay',
    guard: "head === undefined ⇒ return refuse('relay/unknown-log')",
    file: 'relay.ts',
    because: 'Said for the types: of a log that is not there no key is the log’s.',
  },
  {
    of: 'relay',
    guard: "view === undefined ⇒ throw new Error('an envelope placed for a key that is none of the log’s')",
    because: 'Said for the types: for another key none is placed.',
  },
  {
    of: 'log',
    guard: "length > this.#bytes.length - this.at ⇒ this.#refuse('encoding/malformed')",
    because: 'It only spares the reading: what ends too early is refused at its end too, by the same code.',
  },
  {
    of: 'log',
    guard: 'self === undefined ⇒ return fine',
    because:
      'Keys that were opened with a key had otherwise bring no secrets, and none can be missing of nobody’s.',
  },
  {
    of: 'log',
    guard:
      'stewardKeys !== undefined ⇒ stewardKeys !== undefined && before?.stewardKeys !== undefined && equalBytes(ste',
    because:
      'Said for the types: keys of version 1 are refused before, where those before were of version 2.',
  },
  {
    of: 'log',
    guard: "hash === undefined ⇒ throw new RangeError('no such node')",
    because: 'Said for the types: a range’s nodes are in the tree that it was taken from.',
  },
  {
    of: 'log',
    guard: 'power >= length + 1 ⇒ return power',
    because: 'It only spares the reckoning: a step that is the whole power gives the same.',
  },
]
