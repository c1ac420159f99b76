/** What a mediator's device asks of its other rooms before it puts or attests what somebody has undertaken. */

import type { Mutant } from '../mutant.ts'

export const undertakings: readonly Mutant[] = [
  {
    name: 'put-in-its-makers-name',
    find: `return isThere ? ok([]) : fail('not-as-given')`,
    replace: 'return ok([])',
    rule: 'UNDT-2',
    test: 'packages/client/test/undertakings.test.ts',
    harm: 'a mediator puts at the table, in the name of somebody, what they never gave',
  },
  {
    name: 'copy-of-nothing',
    find: `return isThere ? ok([]) : fail('copy-not-found')`,
    replace: 'return ok([])',
    rule: 'UNDT-8',
    test: 'packages/client/test/undertakings.test.ts',
    harm: 'a side believes that the other has signed the same text, and it has not',
  },
  {
    name: 'copy-of-another-text',
    find: `      textOf(asUndertaking(other)) === text,`,
    replace: '      true,',
    rule: 'UNDT-8',
    test: 'packages/client/test/undertakings.test.ts',
    harm: 'letters of two texts are attested as copies of one',
  },
]
