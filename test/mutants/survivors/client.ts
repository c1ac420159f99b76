import type { Survivor } from '../survivors.ts'

export const client: readonly Survivor[] = [
  {
    guard: "keys === undefined ⇒ return fail('device-id-mismatch')",
    file: 'export/record.ts',
    because: 'Said for the types: a card whose keys cannot be read is no true one either.',
  },
  {
    guard: 'bytes === null ⇒ continue',
    file: 'identity/strongbox.ts',
    because: 'Said for the types: what is taken away was sealed under no key.',
  },
  {
    guard: "progress.answered === undefined ⇒ return fail('invitation-not-introduced')",
    file: 'invitation/invite.ts',
    because: 'Said for the types: nobody is introduced who has not answered.',
  },
  {
    guard: "!secret.ok ⇒ return fail('invitation-unknown')",
    file: 'invitation/invite.ts',
    because: 'Said for the types: what is kept in one’s own room was spelt by one’s own program.',
  },
  {
    guard: 'secret.ok ⇒ engine.sync((await mailboxOf(secret.value)).id)',
    file: 'invitation/invite.ts',
    because: 'Said for the types: what is kept in one’s own room was spelt by one’s own program.',
  },
  {
    guard: '!secret.ok ⇒ return undefined',
    file: 'invitation/invite.ts',
    because: 'Said for the types: what is kept in one’s own room was spelt by one’s own program.',
  },
  {
    guard: '!secret.ok ⇒ return false',
    file: 'invitation/inviting.ts',
    because: 'Said for the types: what is kept in one’s own room was spelt by one’s own program.',
  },
  {
    guard: '!nonce.ok ⇒ return false',
    file: 'invitation/inviting.ts',
    because: 'Said for the types: what is kept in one’s own room was spelt by one’s own program.',
  },
  {
    guard: '!secret.ok ⇒ return',
    file: 'invitation/inviting.ts',
    because: 'Said for the types: what is kept in one’s own room was spelt by one’s own program.',
  },
  {
    guard: '!nonce.ok ⇒ return',
    file: 'invitation/inviting.ts',
    because: 'Said for the types: what is kept in one’s own room was spelt by one’s own program.',
  },
  {
    guard: "home === undefined ⇒ return fail('invitation-not-answered')",
    file: 'invitation/join.ts',
    because: 'Said for the types: whoever has heard an inviter has read their own room.',
  },
  {
    guard: "a.purpose === 'room' ⇒ a.purpose === 'room' && a.roomKind === b.roomKind && a.party === b.party",
    file: 'invitation/joining.ts',
    because: 'Said twice: what is of a process is a room.',
  },
  {
    guard: 'home === undefined ⇒ return false',
    file: 'invitation/joining.ts',
    because: 'Said for the types: a letter is opened in a mailbox that one’s own room names.',
  },
  {
    guard: 'usable.has(card.device) ⇒ return true',
    file: 'log/cards.ts',
    because: 'It only spares finding out again: what a card’s keys are good for, they stay good for.',
  },
  {
    guard: 'usable.size < usableMax ⇒ break',
    file: 'log/cards.ts',
    because: 'It only spares finding out again: a device that is forgotten is tried as one that is new.',
  },
  {
    guard: 'entry === undefined ⇒ return undefined',
    file: 'log/ending.ts',
    because: 'Said for the types: what was read as the end can be opened again.',
  },
  {
    guard: 'record === undefined ⇒ return undefined',
    file: 'log/ending.ts',
    because: 'Said for the types: of a record that is not there no entry was opened.',
  },
  {
    guard: 'record.envelope === undefined ⇒ continue',
    file: 'log/epochs.ts',
    because: 'Said for the types: what can be peeked at is there.',
  },
  {
    guard: 'this.#keys.has(epoch) ⇒ return',
    file: 'log/epochs.ts',
    because: 'It only spares opening and proving: a key that is known gives way to none.',
  },
  {
    guard: 'known !== undefined ⇒ return known',
    file: 'log/epochs.ts',
    because: 'It only spares opening again: an envelope gives a device the same keys each time.',
  },
  {
    guard: 'envelope === undefined ⇒ return undefined',
    file: 'log/evidence.ts',
    because: 'Said for the types: what could be peeked at is there.',
  },
  {
    guard: 'envelope === undefined ⇒ continue',
    file: 'log/mail-log.ts',
    because: 'Said for the types: nothing is taken without its envelope.',
  },
  {
    guard: "envelope === undefined ⇒ return fault(record, 'envelope-withheld')",
    file: 'log/read-record.ts',
    because: 'Said for the types: nothing is taken without its envelope.',
  },
  {
    guard: "peeked === undefined ⇒ return fault(record, 'envelope-withheld')",
    file: 'log/read-record.ts',
    because: 'Said for the types: nothing is taken without its envelope.',
  },
  {
    guard: "root === undefined ⇒ return fail('log-forked', { size: head.size })",
    file: 'log/replica.ts',
    because: 'Said for the types: of every smaller size there is a root.',
  },
  {
    guard: "state === undefined ⇒ throw new Error('a room not read yet')",
    file: 'log/room-log.ts',
    because: 'Said for the types: parts are asked for of a room that has begun.',
  },
  {
    guard: 'this.#state === undefined ⇒ return',
    file: 'log/room-log.ts',
    because: 'Said for the types: only a room that has begun refuses keys.',
  },
  {
    guard: "state === undefined ⇒ fail('room-unknown')",
    file: 'log/room-log.ts',
    because: 'Said for the types: keys are looked at once the room has begun.',
  },
  {
    guard: 'peeked?.ok !== true ⇒ return',
    file: 'log/room-log.ts',
    because: 'Said for the types: an epoch without a key was read from an envelope that could be peeked at.',
  },
  {
    guard: 'slots[slot].secret !== undefined ⇒ return',
    file: 'log/stewardship.ts',
    because: 'It only spares comparing: the secret of a slot that has one is the same.',
  },
  {
    guard: "row === undefined ⇒ throw new RangeError('no such node')",
    file: 'log/tree.ts',
    because: 'Said for the types: a tree has a row for each node that is asked for.',
  },
  {
    guard: 'home === undefined ⇒ return engine.enqueue([], settled)',
    file: 'session/device/offering.ts',
    because: 'Said for the types: one’s own room is held from the beginning, with its key.',
  },
  {
    guard: 'keys === undefined ⇒ return engine.enqueue([], settled)',
    file: 'session/device/offering.ts',
    because: 'Said for the types: a card that every room has taken has keys that can be read.',
  },
  {
    guard: 'former === undefined ⇒ return',
    file: 'session/device/renewing.ts',
    because: 'Said for the types: there are former keys as long as they are renewed.',
  },
  {
    guard: 'waiting.length === 0 ⇒ return undefined',
    file: 'session/engine/engine.ts',
    because: 'It only spares an overlay: a room of which nothing waits is shown as none by it too.',
  },
  {
    guard: '!this.#held.isSnapshotDue(room) ⇒ return',
    file: 'session/engine/engine.ts',
    because: 'It only spares a timer: what is kept then is asked for once more, whether it is due.',
  },
  {
    guard: 'log.readFrom === 0 ⇒ return log',
    file: 'session/holdings.ts',
    because: 'It only spares the reading: what was read from its first entry is whole.',
  },
  {
    guard: 'stamp === undefined ⇒ return',
    file: 'session/holdings.ts',
    because: 'Said for the types: of a program that does not say which it is, no snapshot is due.',
  },
  {
    guard: "state === undefined ⇒ fail('room-unknown')",
    file: 'session/sending/sealing.ts',
    because: 'Said for the types: who acts in a room was found in it.',
  },
]
