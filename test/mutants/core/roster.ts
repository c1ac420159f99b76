import type { Mutant } from '../mutant.ts'

export const roster: readonly Mutant[] = [
  {
    name: 'mediator-unaccepted',
    find: `  const accepted = checkComing(room, card)
  if (!accepted.ok) return accepted
`,
    replace: '',
    rule: 'TEAM-1',
    test: 'packages/core/test/team.test.ts',
    harm: 'a lead lets a colleague of another institution read all that a party has said, without asking it',
  },
  {
    name: 'old-mailbox-as-new',
    find: `if (known?.mailbox.log !== contact.mailbox.log) room.toldAt`,
    replace: `if (known?.mailbox.log !== '') room.toldAt`,
    rule: 'ROOM-24',
    test: 'packages/core/test/roster.test.ts',
    harm: 'a mailbox that somebody who has gone knew of is taken for one that they did not',
  },
  {
    name: 'mailbox-told-too-soon',
    find: `  !room.rekeyDue &&
  room.lastGone !== undefined &&`,
    replace: `  room.lastGone !== undefined &&`,
    rule: 'ROOM-24',
    test: 'packages/core/test/roster.test.ts',
    harm: 'whoever has left reads where others are written to from then on',
  },
  {
    name: 'mailbox-of-a-stranger',
    find: `room.contacts[member] === undefined ? fail('contact-unknown') : ok(null)`,
    replace: `ok(null)`,
    rule: 'ROOM-24',
    test: 'packages/core/test/roster.test.ts',
    harm: 'an act that changes nothing stands in the record as if it did',
  },
]
