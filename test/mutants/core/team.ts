import type { Mutant } from '../mutant.ts'

export const team: readonly Mutant[] = [
  {
    name: 'yes-back-by-another-name',
    find: `return last?.lapsed !== undefined && isYes(last) ? undefined : last`,
    replace: `return last?.lapsed === undefined ? last : undefined`,
    rule: 'TEAM-3',
    test: 'packages/core/test/team.test.ts',
    harm: 'a party’s no is taken away by naming another institution in the item in which it was said',
  },
  {
    name: 'came-to-after-its-word',
    find: `const isUnsaid = lastOf(room, institution) === undefined`,
    replace: `const isUnsaid = saidOf(room, institution) === undefined`,
    rule: 'TEAM-3',
    test: 'packages/core/test/team.test.ts',
    harm: 'colleagues of whom a party came to are let in although it has since said from here on, once the item names another',
  },
  {
    name: 'yes-to-another-name',
    find: `mark => namedIn(item, mark) === institution`,
    replace: `mark => mark.delivery === undefined && item.revisions.at(-1)?.fields['institution'] === institution`,
    rule: 'TEAM-3',
    test: 'packages/core/test/team.test.ts',
    harm: 'a wish that somebody go is undone by wording the item anew',
  },
  {
    name: 'adopted-by-anybody',
    find: `if (room.successor?.room !== adoption.room) return fail('successor-unknown')`,
    replace: `if (room.successor === undefined) return fail('successor-unknown')`,
    rule: 'TEAM-11',
    test: 'packages/core/test/successor.test.ts',
    harm: 'a party says yes to one room, and another takes its place',
  },
]
