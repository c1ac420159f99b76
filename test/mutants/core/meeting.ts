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
  {
    name: 'host-counts-in-our-order',
    find: 'const inOrder = sides.toSorted((a, b) => (a.fields.arrivesFrom < b.fields.arrivesFrom ? -1 : 1))',
    replace: 'const inOrder = sides',
    rule: 'MEET-13',
    test: 'packages/core/test/meeting.test.ts',
    harm: 'the host knows by the number of a delegation which party it is',
  },
  {
    name: 'host-reads-whose-stay',
    find: '...(stays.length === 0 ? {} : { stays }),',
    replace:
      '...(stays.length === 0 ? {} : { stays: stays.map((each, at) => ({ ...each, of: inOrder[at] })) }),',
    rule: 'MEET-13',
    test: 'packages/core/test/meeting.test.ts',
    harm: 'the host reads who is in its house',
  },
  {
    name: 'ways-cross-unseen',
    find: 'if (house === undefined || !moveTogether(a.fields, b.fields)) return []',
    replace: 'return []',
    rule: 'MEET-13',
    test: 'packages/core/test/meeting.test.ts',
    harm: 'two who are not to meet stand in one lift, and nothing was said',
  },
  {
    name: 'ways-cross-at-any-hour',
    find: 'if (house === undefined || !moveTogether(a.fields, b.fields)) return []',
    replace: 'if (house === undefined) return []',
    rule: 'MEET-13',
    test: 'packages/core/test/meeting.test.ts',
    harm: 'warnings of what does not happen, until nobody reads them',
  },
  {
    name: 'room-that-is-not-there',
    find: '[fields.ownRoom, house?.places],',
    replace: '',
    rule: 'MEET-13',
    test: 'packages/core/test/meeting.test.ts',
    harm: 'a side is sent to a room of which nobody looked where it lies',
  },
  {
    name: 'in-danger-and-first',
    find: 'if (a.isFlagged !== true || a.fields.ownHours === true) return []',
    replace: 'return []',
    rule: 'MEET-14',
    test: 'packages/core/test/meeting.test.ts',
    harm: 'who may come to harm waits in the house for the one that they fear',
  },
  {
    name: 'in-danger-against-its-wish',
    find: 'if (a.isFlagged !== true || a.fields.ownHours === true) return []',
    replace: 'if (a.isFlagged !== true) return []',
    rule: 'MEET-14',
    test: 'packages/core/test/meeting.test.ts',
    harm: 'a side that chose its hours is moved as if it had not',
  },
]
