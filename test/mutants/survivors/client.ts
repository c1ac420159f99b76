import type { Survivor } from '../survivors.ts'

export const client: readonly Survivor[] = [
  {
    guard:
      'plan.closed !== undefined ⇒ return submitAtDesk(session, process, question, [closingAs(question, plan.closed',
    file: 'areas/assent/asking.ts',
    because: 'It only spares reading anew: the others are told what was told first, whatever is handed over.',
  },
  {
    guard: "isRaised && (caucus === undefined || claim === undefined) ⇒ return fail('raiser-not-released')",
    file: 'areas/agenda/posting.ts',
    because: 'Said twice: it is refused once more as it is put.',
  },
  {
    guard: 'party === undefined ⇒ return []',
    file: 'areas/agenda/stages.ts',
    because: 'Said for the types: mediators are no party.',
  },
  {
    guard: "room?.party === undefined ⇒ return fail('question-unknown')",
    file: 'areas/assent/answering.ts',
    because: 'Said for the types: where a question is, there is a party.',
  },
  {
    guard: 'open.length === 0 ⇒ continue',
    file: 'areas/assent/due.ts',
    because: 'It only spares asking the time.',
  },
  {
    guard: "early ⇒ phase === 'open' && isOwn && early && isMatch(standingsIn(session.engine, plan))",
    file: 'areas/assent/due.ts',
    because: 'It only spares the attempt: told too early it is refused.',
  },
  {
    guard:
      "isMatch(standingsIn(session.engine, plan)) ⇒ phase === 'open' && isOwn && early && isMatch(standingsIn(session.engine, plan))",
    file: 'areas/assent/due.ts',
    because: 'It only spares the attempt: told too early it is refused.',
  },
  {
    guard: 'party === undefined ⇒ return []',
    file: 'areas/assent/foreign.ts',
    because: 'Said twice: no room of a side is of no party.',
  },
  {
    guard: 'own.length === 0 ⇒ return []',
    file: 'areas/assent/foreign.ts',
    because: 'It only spares a false alarm until the first room of the side is read.',
  },
  {
    guard: 'proved.has(question.told) ⇒ continue',
    file: 'areas/assent/learning.ts',
    because: 'It only spares finding out again.',
  },
  {
    guard: 'question !== undefined ⇒ question !== undefined && questions.has(question)',
    file: 'areas/assent/learning.ts',
    because: 'Said for the types: nothing is no question that is unproved.',
  },
  {
    guard: "act.kind !== 'item.put' ⇒ return ok([])",
    file: 'areas/agenda/checking.ts',
    because: 'Said for the types: it is asked of no other act.',
  },
  {
    guard: 'held === undefined ⇒ return ok([])',
    file: 'areas/agenda/checking.ts',
    because: 'Said for the types: the table is among the rooms that are held.',
  },
  {
    guard: "act.kind !== 'message.say' ⇒ return ok([])",
    file: 'areas/agenda/checking.ts',
    because: 'Said for the types: it is asked of no other act.',
  },
  {
    guard: "room.kind !== 'table' ⇒ return ok([])",
    file: 'areas/agenda/checking.ts',
    because: 'It only spares looking: what is spoken of separately are issues of the table.',
  },
  {
    guard: 'act.issue === undefined ⇒ return ok([])',
    file: 'areas/agenda/checking.ts',
    because: 'It only spares looking: nobody speaks of no issue separately.',
  },
  {
    guard: "table === undefined ⇒ return fail('mediators-only')",
    file: 'areas/agenda/posting.ts',
    because: 'Said for the types: talks have a desk and a table, or neither.',
  },
  {
    guard: 'deskOf(engine, process) === undefined ⇒ continue',
    file: 'areas/agenda/posting.ts',
    because: 'Said twice: the room takes it from nobody else.',
  },
  {
    guard: 'table === undefined ⇒ continue',
    file: 'areas/agenda/posting.ts',
    because: 'Said for the types: talks have a desk and a table, or neither.',
  },
  {
    guard: 'issue === undefined ⇒ continue',
    file: 'areas/agenda/posting.ts',
    because: 'Said for the types: what is held apart was found at that table.',
  },
  {
    guard: 'known === undefined ⇒ return []',
    file: 'areas/agenda/stages.ts',
    because: 'Said for the types: a party was added before anybody sat there for it.',
  },
  {
    guard: 'room === undefined ⇒ return []',
    file: 'areas/assent/asking.ts',
    because: 'Said for the types: nobody gives who was not asked.',
  },
  {
    guard: "replica === undefined ⇒ throw new Error('a caucus that was read has no head')",
    file: 'areas/assent/asking.ts',
    because: 'Said for the types: it was read just before.',
  },
  {
    guard: "root === undefined ⇒ throw new Error('a caucus that was read has no head')",
    file: 'areas/assent/asking.ts',
    because: 'Said for the types: it was read just before.',
  },
  {
    guard: 'known === undefined ⇒ return false',
    file: 'areas/assent/digest.ts',
    because: 'Said for the types: the room takes no question about what is not there.',
  },
  {
    guard: 'revision === undefined ⇒ return false',
    file: 'areas/assent/digest.ts',
    because: 'Said for the types: the room takes no question about what is not there.',
  },
  {
    guard: 'party === undefined ⇒ return false',
    file: 'areas/assent/digest.ts',
    because: 'Said for the types: a caucus has a party.',
  },
  {
    guard: 'desk === undefined ⇒ continue',
    file: 'areas/assent/due.ts',
    because: 'Said for the types: a plan stands at a desk.',
  },
  {
    guard: '(await engine.askTime(engine.relayOf(desk.id))) === undefined ⇒ continue',
    file: 'areas/assent/due.ts',
    because: 'It only spares the attempt: what cannot be asked for the time cannot be read to its end.',
  },
  {
    guard: 'first === undefined ⇒ return false',
    file: 'areas/assent/due.ts',
    because: 'Said for the types: two are asked at least.',
  },
  {
    guard: 'first === undefined ⇒ continue',
    file: 'areas/assent/due.ts',
    because: 'Said for the types: two are asked at least.',
  },
  {
    guard: 'table === undefined ⇒ return []',
    file: 'areas/assent/foreign.ts',
    because: 'Said for the types: who has a party there has read it.',
  },
  {
    guard: 'question.told === undefined ⇒ continue',
    file: 'areas/assent/learning.ts',
    because: 'Said for the types: those that were told were picked out before.',
  },
  {
    guard: "!bytes.ok ⇒ return 'none'",
    file: 'areas/assent/proving.ts',
    because: 'Said for the types: the room takes nothing else in its place.',
  },
  {
    guard: 'sides === undefined ⇒ return undefined',
    file: 'areas/eyes/coming-to.ts',
    because: 'Said for the types: nothing is prepared from or to a room that is not held.',
  },
  {
    guard: 'table === undefined ⇒ return undefined',
    file: 'areas/eyes/coming-to.ts',
    because: 'Said for the types: talks have a desk and a table, or neither.',
  },
  {
    guard:
      "toRead.door === 'bring' ⇒ toRead.door === 'bring' && toRead.name === name && toRead.post === post && toRea",
    file: 'areas/eyes/doors.ts',
    because: 'Said for the types: nothing else that is read has a name.',
  },
  {
    guard: 'desk === undefined ⇒ return false',
    file: 'areas/eyes/reading.ts',
    because: 'Said for the types: what is to be read stands at a desk.',
  },
  {
    guard: 'seat === undefined ⇒ return []',
    file: 'areas/mandate/weighing.ts',
    because: 'Said for the types: nobody acts in a room in which they do not sit.',
  },
  {
    guard: 'guarded.length === 0 ⇒ return []',
    file: 'areas/mandate/weighing.ts',
    because: 'It only spares looking: where nothing is guarded nothing is found.',
  },
  {
    guard: 'author === undefined ⇒ return ok([])',
    file: 'areas/meeting/clearing.ts',
    because: 'Said for the types: nobody acts in a room in which they do not sit.',
  },
  {
    guard: 'desk === undefined ⇒ return []',
    file: 'areas/meeting/sides.ts',
    because: 'Said for the types: only mediators look at all sides.',
  },
  {
    guard: 'party === undefined ⇒ return []',
    file: 'areas/meeting/sides.ts',
    because: 'Said for the types: a caucus has a party.',
  },
  {
    guard: 'party === undefined ⇒ return [said]',
    file: 'areas/offices/answering.ts',
    because: 'Said for the types: a caucus has a party.',
  },
  {
    guard:
      "room.party !== undefined ⇒ consentStanding(room) === 'given' && room.party !== undefined && room.consents[r",
    file: 'areas/offices/answering.ts',
    because: 'Said for the types: a caucus has a party.',
  },
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
