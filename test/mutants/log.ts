import type { Mutant } from './mutant.ts'

/** Bytes, keys, envelopes, tree and checkpoints. */
export const log: readonly Mutant[] = [
  {
    name: 'steward-secret-uncompared',
    find: `return equalBytes(publicKey, stewardKey) ? succeed`,
    replace: `return equalBytes(publicKey, publicKey) ? succeed`,
    rule: 'ENV-29',
    test: 'packages/log/test/keys-envelope-parts.test.ts',
    harm: 'a steward is given a secret that the relay does not take, and can change the keys no more',
  },
  {
    name: 'commitment-uncompared',
    find: `if (!equalBytes(commitToEpochKey(keys.logId, keys.epoch, epochKey), keys.commitment)) return refuse('envelope/commitment')`,
    replace: '',
    rule: 'ENV-26',
    test: 'packages/log/test/keys-envelope-parts.test.ts',
    harm: 'the commitment that all see is not to the key that a member has',
  },
  {
    name: 'access-key-uncompared',
    find: `if (!equalBytes(publicKey, keys.accessKey)) return refuse('envelope/commitment', { of: 'access key' })`,
    replace: '',
    rule: 'ENV-26',
    test: 'packages/log/test/keys-envelope.test.ts',
    harm: 'members who were given one key hold another than the relay expects',
  },
  {
    name: 'neutral-point-taken',
    find: `if (equalBytes(signature.subarray(0, 32), neutralPoint)) return false`,
    replace: '',
    rule: 'KEY-6',
    test: 'packages/log/test/neutral-point.test.ts',
    harm: 'one member’s engine accepts an entry that another’s refuses, and their rooms part',
  },
  {
    name: 'entry-of-another-room',
    find: `if (logId !== place.logId) return refuse('entry/log')`,
    replace: '',
    rule: 'ENV-32',
    test: 'packages/log/test/entry.test.ts',
    harm: 'what was said in a caucus is carried to the table as said there',
  },
  {
    name: 'roster-uncompared',
    find: `if (!isForRoster || opened.recipients !== roster.length) return refuse('envelope/roster')`,
    replace: '',
    rule: 'ENV-24',
    test: 'packages/log/test/keys-envelope.test.ts',
    harm: 'somebody unnamed is given the key',
  },
  {
    name: 'content-uncommitted',
    find: `if (!equalBytes(commit(contentKey, purpose), commitment)) return refuse('envelope/commitment')`,
    replace: '',
    rule: 'ENV-6',
    test: 'packages/log/test/envelope.test.ts',
    harm: 'one ciphertext opens to two texts',
  },
  {
    name: 'passphrase-made-cheap',
    find: `if (!isCostAccepted(cost)) return refuse('passphrase/parameters', { ...cost })`,
    replace: '',
    rule: 'KEY-9',
    test: 'packages/log/test/passphrase.test.ts',
    harm: 'a passphrase can be tried at the cost that an attacker names',
  },
]
