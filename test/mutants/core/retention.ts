import type { Mutant } from '../mutant.ts'

export const retention: readonly Mutant[] = [
  {
    name: 'destruction-unseen',
    find: `room.destroyed = { ...said, at } }, stands: 'as-event',`,
    replace: `room.destroyed = { ...said, at } }, stands: 'nowhere',`,
    rule: 'RET-5',
    test: 'packages/core/test/retention-counted.test.ts',
    harm: 'a record ends without its readers being told by whom',
  },
  {
    name: 'holds-without-end',
    find: `standingHolds(room).length >= limits.holdsMax`,
    replace: `standingHolds(room).length > limits.holdsMax`,
    rule: 'RET-2',
    test: 'packages/core/test/retention-counted.test.ts',
    harm: 'a limit is not the one that the page names',
  },
  {
    name: 'held-record-destroyed',
    find: `if (hold !== undefined) return fail('hold-in-force', { reason: hold.reason })`,
    replace: '',
    rule: 'RET-4',
    test: 'packages/core/test/retention.test.ts',
    harm: 'a record goes that a court has asked for',
  },
  {
    name: 'destroyed-by-anybody',
    find: `function checkDestruction(room: Kept, author: Member, { at }: { readonly at: number }) { if (!administers(room, author)) return fail('not-an-administrator')`,
    replace: `function checkDestruction(room: Kept, author: Member, { at }: { readonly at: number }) {`,
    rule: 'RET-4',
    test: 'packages/core/test/retention.test.ts',
    harm: 'any member destroys the record of all',
  },
]
