import type { Mutant } from '../mutant.ts'

export const fact: readonly Mutant[] = [
  {
    name: 'answer-of-another-question',
    find: `  restsOn: ['matter'],`,
    replace: `  restsOn: [],`,
    rule: 'ITEM-4',
    test: 'packages/core/test/item.test.ts',
    harm: 'what was accepted of one question stands as accepted of another',
  },
  {
    name: 'inquiry-without-a-question',
    find: `(kind === 'table' || kind === 'group') && agreedIn === undefined ? 'agreedIn' : undefined`,
    replace: `kind === 'private' && agreedIn === undefined ? 'agreedIn' : undefined`,
    rule: 'FACT-7',
    test: 'packages/core/test/facts.test.ts',
    harm: 'an inquiry stands among the sides that names no question',
  },
  {
    name: 'custody-of-other-bytes',
    find: 'isCustody(verb) && lapsed === undefined',
    replace: 'isCustody(verb)',
    rule: 'FACT-6',
    test: 'packages/core/test/facts.test.ts',
    harm: 'who had one file is read as who had another',
  },
  {
    name: 'alternative-in-a-caucus',
    find: `rooms: { delegation: ['speaks'], private: ['anyone'], desk: ['mediators'] }`,
    replace: `rooms: { delegation: ['speaks'], private: ['anyone'], desk: ['mediators'], caucus: ['speaks', 'mediators'] }`,
    rule: 'FACT-4',
    test: 'packages/core/test/facts.test.ts',
    harm: 'what a side would do without a deal stands where mediators read it',
  },
  {
    name: 'measure-lifted-by-anybody',
    find: `'measure-lifted': { who: [whoseItIs], group: 'course' }`,
    replace: `'measure-lifted': { who: ['speaks'], group: 'course' }`,
    rule: 'FACT-17',
    test: 'packages/core/test/facts.test.ts',
    harm: 'one side says that the measure of another is lifted',
  },
]
