import type { Mutant } from '../mutant.ts'

export const meeting: readonly Mutant[] = [
  {
    name: 'threat-at-the-table',
    find: `onlyIn: { pressure: ['delegation'] }`,
    replace: 'onlyIn: {}',
    rule: 'FACT-15',
    test: 'packages/core/test/facts.test.ts',
    harm: 'what one side calls a threat is read by the other as the mediators’ word',
  },
]
