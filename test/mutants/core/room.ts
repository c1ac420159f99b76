import type { Mutant } from '../mutant.ts'

export const room: readonly Mutant[] = [
  {
    name: 'name-in-no-check',
    find: `if (holds.holds !== 'text' || holds.form === 'excerpt') return []`,
    replace: `if (holds.holds !== 'text' || holds.form === 'excerpt' || holds.form === 'name') return []`,
    rule: 'LEAK-1',
    test: 'packages/core/test/leak-guarded.test.ts',
    harm: 'an institution that a party named is told to the other side',
  },
  {
    name: 'day-in-a-field',
    find: `if (holds.holds === 'code' && holds.is === 'day') return [{ path, value, is: 'day' }]`,
    replace: '',
    rule: 'LEAK-11',
    test: 'packages/core/test/leak-guarded.test.ts',
    harm: 'the day as of which a figure is passes with the figure',
  },
  {
    name: 'said-after-it-went-on',
    find: `if (successor !== undefined && specOf(act).afterwards !== true)`,
    replace: `if (successor !== undefined && successor === room.id)`,
    rule: 'TEAM-12',
    test: 'packages/core/test/successor.test.ts',
    harm: 'a party and its mediator speak in two rooms, each taken by somebody for the caucus',
  },
  {
    name: 'text-unjudged',
    find: `return checked.ok ? checkTexts(room, act) : checked`,
    replace: `return checked`,
    rule: 'TEXT-8',
    test: 'packages/core/test/text.test.ts',
    harm: 'a figure that is read from the other end stands in a room, and both readings are authentic',
  },
  {
    name: 'time-turned-back',
    find: `Math.max(room.lastPlaced, entry.placed ?? time)`,
    replace: `entry.placed ?? time`,
    rule: 'RET-1',
    test: 'packages/core/test/retention-counted.test.ts',
    harm: 'a relay that turns its clock back shortens every record’s time',
  },
  {
    name: 'post-of-a-newcomer',
    find: 'const ownName = /\\.(?:name|\\d+)$/',
    replace: 'const ownName = /./',
    rule: 'LEAK-12',
    test: 'packages/core/test/leak-guarded.test.ts',
    harm: 'what one side said is told to another in what somebody is known for',
  },
]
