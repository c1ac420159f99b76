import type { Mutant } from '../mutant.ts'

export const mandate: readonly Mutant[] = [
  {
    name: 'powers-of-any-side',
    find: `thing => thing.register === 'powers' && partyOfPowers(room, thing) === side`,
    replace: `thing => thing.register === 'powers'`,
    rule: 'MAND-17',
    test: 'packages/core/test/powers.test.ts',
    harm: 'what one side puts hinders another',
  },
  {
    name: 'powers-named-by-any-side',
    find: `  if (maker !== 'mediators') return maker
`,
    replace: `  if (maker !== 'mediators') return (typeof named === 'string' ? (named as PartyId) : maker)
`,
    rule: 'MAND-17',
    test: 'packages/core/test/powers.test.ts',
    harm: 'one side holds up the powers of another',
  },
  {
    name: 'powers-confirmed-for-all',
    find: `verb === 'confirmed-afterwards' && evidence?.includes(about) === true`,
    replace: `verb === 'confirmed-afterwards' && about !== ''`,
    rule: 'MAND-10',
    test: 'packages/core/test/powers.test.ts',
    harm: 'one act that was confirmed afterwards lets every other pass',
  },
  {
    name: 'condition-of-another-side',
    find: '      makerOf(room, other) === makerOf(room, thing),',
    replace: '      true,',
    rule: 'MAND-7',
    test: 'packages/core/test/powers.test.ts',
    harm: 'what another side demands holds up the powers of this one',
  },
  {
    name: 'principals-hiding-each-other',
    find: `last.set(named ?? (recorded === undefined ? by : 'recorded'), `,
    replace: `last.set('one', `,
    rule: 'MAND-16',
    test: 'packages/core/test/powers.test.ts',
    harm: 'a principal who differs is hidden by another who spoke later',
  },
  {
    name: 'mandate-in-a-caucus',
    find: `rooms: { delegation: ['keeper'], caucus: ['recorded'] }`,
    replace: `rooms: { delegation: ['keeper'], caucus: ['leads', 'recorded'] }`,
    rule: 'MAND-15',
    test: 'packages/core/test/powers.test.ts',
    harm: 'a mandate is put before the mediators by mistake',
  },
  {
    name: 'condition-waived-by-another',
    find: `{ all: ['maker', 'principal'] }`,
    replace: `{ all: ['principal'] }`,
    rule: 'MAND-17',
    test: 'packages/core/test/powers.test.ts',
    harm: 'a side waives what another demands of it',
  },
  {
    name: 'powers-that-were-carried',
    find: `if (first?.delivery !== undefined || first?.question !== undefined) return undefined`,
    replace: ``,
    rule: 'MAND-13',
    test: 'packages/core/test/powers.test.ts',
    harm: 'what the mediators deliver in a caucus lets nobody of that party bind it',
  },
  {
    name: 'mandate-reworded',
    find: `const course = lapsed === undefined ? courses[verb as keyof typeof courses] : 'drafted'`,
    replace: `const course = courses[verb as keyof typeof courses]`,
    rule: 'MAND-16',
    test: 'packages/core/test/powers.test.ts',
    harm: 'an envoy strikes the red lines out of the mandate, and it stands as given by its principal',
  },
]
