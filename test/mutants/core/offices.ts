import type { Mutant } from '../mutant.ts'

export const offices: readonly Mutant[] = [
  {
    name: 'offer-of-one-side-alone',
    find: `if (offers.length === 0) return isOffered && room.party?.kind === 'party'`,
    replace: `if (offers.length === 0) return false`,
    rule: 'GOOD-3',
    test: 'packages/core/test/offices.test.ts',
    harm: 'something is carried to a party that nobody has asked',
  },
  {
    name: 'interest-told-to-some',
    find: `return without === undefined ? ok(null) : fail('offices-missing', { party: without.party?.name ?? '' })`,
    replace: `return without === undefined || ok(null).ok ? ok(null) : fail('offices-missing', { party: '' })`,
    rule: 'GOOD-9',
    test: 'packages/client/test/offices.test.ts',
    harm: 'one party learns of a conflict of interest, and another does not',
  },
  {
    name: 'portfolio-of-any-issue',
    find: 'return isOfParty && (isOfIssue || issue === undefined || issues === undefined)',
    replace: 'return isOfParty',
    rule: 'GOOD-13',
    test: 'packages/client/test/offices.test.ts',
    harm: 'whoever is told of everything is told of nothing',
  },
]
