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
    name: 'answer-carried-from-elsewhere',
    find: `    .filter(mark => mark.delivery === undefined)
    .findLast(isAnswer)`,
    replace: `    .findLast(isAnswer)`,
    rule: 'GOOD-6',
    test: 'packages/core/test/offices.test.ts',
    harm: 'the yes of the other side, as the mediators passed it on, counts as this party’s own',
  },
  {
    name: 'interest-told-to-some',
    find: `return without === undefined ? ok(null) : fail('offices-missing', { party: without.party?.name ?? '' })`,
    replace: `return without === undefined || ok(null).ok ? ok(null) : fail('offices-missing', { party: '' })`,
    rule: 'GOOD-9',
    test: 'packages/client/test/offices.test.ts',
    harm: 'one party learns of a conflict of interest, and another does not',
  },
]
