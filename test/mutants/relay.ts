import type { Mutant } from './mutant.ts'

/** What a relay lets whom do. */
export const relay: readonly Mutant[] = [
  {
    name: 'creation-without-token',
    find: `return timingSafeEqual(sha256(utf8(this.#token)), sha256(utf8(given.toWellFormed())))`,
    replace: `return true`,
    rule: 'REL-12',
    test: 'packages/relay/test/append.test.ts',
    harm: 'a closed relay is filled by strangers',
  },
  {
    name: 'time-runs-backwards',
    find: `const time = Math.max(now, before.time)`,
    replace: `const time = now`,
    rule: 'REL-29',
    test: 'packages/relay/test/append.test.ts',
    harm: 'a clock put right makes records older than those before them',
  },
  {
    name: 'appended-with-an-old-key',
    find: `if (!isSignedByCurrentKey(state, request)) return refuse('relay/stale-epoch').error`,
    replace: '',
    rule: 'REL-20',
    test: 'packages/relay/test/append.test.ts',
    harm: 'a member who was removed goes on writing',
  },
  {
    name: 'keys-changed-twice-at-once',
    find: `if (!isRekeyCompared(request)) return refuse('relay/expect-required').error`,
    replace: '',
    rule: 'REL-22',
    test: 'packages/relay/test/append.test.ts',
    harm: 'two who change keys at once both succeed, and the room parts',
  },
  {
    name: 'size-uncompared',
    find: `if (!isExpectedSize(state, request)) return refuse('relay/conflict', { size: state.frontier.size }).error`,
    replace: '',
    rule: 'REL-21',
    test: 'packages/relay/test/append.test.ts',
    harm: 'what was decided against one state is placed after another',
  },
  {
    name: 'keys-of-another-log',
    find: `if (!isForThisLog(state, envelope)) return refuse('relay/envelope', { index, reason: 'envelope/log' }).error`,
    replace: '',
    rule: 'REL-23',
    test: 'packages/relay/test/append.test.ts',
    harm: 'a log is locked with the keys of another',
  },
  {
    name: 'envelope-of-another-epoch',
    find: `if (!isOfExpectedEpoch(state, envelope)) return refuse('relay/epoch', { index, epoch: currentAccess(state).epoch }).error`,
    replace: '',
    rule: 'REL-24',
    test: 'packages/relay/test/append.test.ts',
    harm: 'an epoch is skipped, and nobody can read on',
  },
  {
    name: 'keys-without-a-steward',
    find: `if (!isOfASlot || steward === undefined) return { code: 'relay/steward' }`,
    replace: `if (!isOfASlot || steward === undefined) return undefined`,
    rule: 'REL-44',
    test: 'packages/relay/test/append.test.ts',
    harm: 'any member locks the others out',
  },
]
