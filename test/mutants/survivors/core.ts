import type { Survivor } from '../survivors.ts'

export const core: readonly Survivor[] = [
  {
    guard: 'carried === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused what is of no conveyance before it comes to be applied.',
  },
  {
    guard: 'carried === undefined ⇒ return undefined',
    because:
      'Said for the types: the rule has refused what is of no conveyance before it comes to be applied.',
  },
  {
    guard:
      "a.act.kind === 'offer.report' ⇒ a.room === b.room && a.act.kind === 'offer.report' && b.act.kind === 'offer.repo",
    because:
      'Said for the types: of two acts of which one is no report, one names no offer, and they differ in it.',
  },
  {
    guard:
      "b.act.kind === 'offer.report' ⇒ a.room === b.room && a.act.kind === 'offer.report' && b.act.kind === 'offer.repo",
    because:
      'Said for the types: of two acts of which one is no report, one names no offer, and they differ in it.',
  },
  {
    guard: "origin.kind === 'mediators' ⇒ return undefined",
    because: 'Said for the types: what mediators say for themselves comes from no room, and none is told.',
  },
  {
    guard: "known === undefined ⇒ return fail('rev-stale', { rev: known?.revisions.length ?? 0 })",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    guard: "standing === undefined ⇒ return fail('rev-stale', { rev: known?.revisions.length ?? 0 })",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    guard: "mark === undefined ⇒ return fail('mark-lapsed')",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    guard: "!isMarkContent(thing) ⇒ return fail('mark-differs')",
    because: 'Said for the types: what is no mark has no verb, and differs in it.',
  },
  {
    guard: 'room.id === recipient.id ⇒ return false',
    because: 'Saves reading the recipient’s own room twice: what it knows is there already.',
  },
  {
    guard: "a.kind === 'mediators' ⇒ return false",
    because:
      'Said for the types: what comes from no room is the same as nothing that comes from one, and the other half refuses two such.',
  },
  {
    guard: "b.kind === 'mediators' ⇒ return false",
    because:
      'Said for the types: what comes from no room is the same as nothing that comes from one, and the other half refuses two such.',
  },
  {
    guard: 'delivery !== undefined ⇒ delivery !== undefined && deliveries.has(delivery)',
    because: 'Said for the types: nothing that was carried is without an id.',
  },
  {
    guard: "register.rooms[room.kind] === undefined ⇒ return fail('register-not-here')",
    because: 'Every register there is may stand in a caucus; the first that may not will miss it.',
  },
  {
    guard: 'together < least ⇒ continue',
    because: 'Saves trying each length where none can be.',
  },
  {
    guard: 'together < length ⇒ continue',
    because:
      'Saves making a run that is then looked for in vain: the wording has all of its words or not the run.',
  },
  {
    guard: 'first === undefined ⇒ continue',
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    guard: "name === '' ⇒ return text",
    because: 'No party is without a name; here an empty one would be looked for without end.',
  },
  {
    guard: 'known !== undefined ⇒ return known',
    because: 'Saves reading or counting again what was read or counted before; what comes out is the same.',
  },
  {
    guard: '/^[A-Za-z0-9]*$/.test(text) ⇒ return text.toLowerCase()',
    because: 'The faster of two ways to the same word.',
  },
  {
    guard: 'code < 0x80 ⇒ return digit',
    because: 'The faster of two ways to the same digit.',
  },
  {
    guard: "at < 0 ⇒ return { whole: digits, decimals: '' }",
    because: 'Where there is no sign, the last digit is taken for one, and parts nothing.',
  },
  {
    guard: "sign === undefined ⇒ return { whole: digits, decimals: '' }",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    guard: 'spec === undefined ⇒ throw new Error(`no area has this act: ${kind}`)',
    because: 'Said for the types: an act that was read is of a kind that some area has.',
  },
  {
    guard: "item === undefined ⇒ return fail('mark-lapsed')",
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    guard: 'known === undefined ⇒ return base',
    because: 'Said for the types: who puts a thing that is not there yet is its maker.',
  },
  {
    guard: 'ask === undefined ⇒ return',
    because: 'Said for the types: the rule has refused what is not asked before it comes to be applied.',
  },
  {
    guard: 'message === undefined ⇒ return',
    because: 'Said for the types: the rule has refused what was not said before it comes to be applied.',
  },
  {
    guard: 'known === undefined ⇒ return',
    because: 'Said for the types: the rule has refused what was not said before it comes to be applied.',
  },
  {
    guard: 'author === undefined ⇒ return',
    because: 'Said for the types: nobody but a member is the author of what is applied.',
  },
  {
    guard: 'heir === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused an heir who is not there before it comes to be applied.',
  },
  {
    guard: 'member === undefined ⇒ return',
    because:
      'Said for the types: the rule has refused the leaving of who is not there before it comes to be applied.',
  },
  {
    guard: 'owner === undefined ⇒ return ok(null)',
    because: 'Said for the types: what is nobody’s is on the list of nobody, and free.',
  },
  {
    guard: 'known === undefined ⇒ return []',
    because: 'Said for the types: what is not there has no register, which the other half asks.',
  },
  {
    guard: 'first === undefined ⇒ return undefined',
    because: 'Said for the types: no item is without a revision, and nobody made one that is.',
  },
  {
    guard: 'maker === undefined ⇒ return undefined',
    because: 'Said for the types: who has put something stays known to the room, also when they have left.',
  },
  {
    guard: "typeof value !== 'object' ⇒ return []",
    because: 'Said for the types: a number and a truth have nothing in them either.',
  },
  {
    guard: '!unseen.test(text) ⇒ return { seen: text }',
    because:
      'The faster of two ways to the same text: where nothing is left out, each sign stands where it stood.',
  },
  {
    guard: 'word === undefined ⇒ return undefined',
    because: 'Said for the types: what is asked before has found it there.',
  },
  {
    guard: 'text.length <= unbrokenMax ⇒ return -1',
    because: 'It only spares the reading: in a text that short no run is too long.',
  },
  {
    guard: 'plain.test(text) ⇒ return text',
    because: 'The faster of two ways to the same text.',
  },
  {
    guard: 'stray.length === 0 ⇒ return shown',
    because: 'It only spares the parting: where nothing is stray, no sign is put.',
  },
  {
    guard: 'last === undefined ⇒ throw new Error(`an item that was never put: ${item.item}`)',
    because: 'Said for the types: an item is never without a revision.',
  },
  {
    guard: "typeof value === 'object' ⇒ typeof value === 'object' && value !== null && !Array.isArray(value)",
    file: 'room/fields.ts',
    because: 'Said for the types: what its schema has read is as its schema says.',
  },
  {
    guard: "value !== null ⇒ typeof value === 'object' && value !== null && !Array.isArray(value)",
    file: 'room/fields.ts',
    because: 'Said for the types: what its schema has read is as its schema says.',
  },
  {
    guard: "!Array.isArray(value) ⇒ typeof value === 'object' && value !== null && !Array.isArray(value)",
    file: 'room/fields.ts',
    because: 'Said for the types: what its schema has read is as its schema says.',
  },
  {
    guard:
      '!isObject(value) ⇒ return innerOf(schema) .map(([, option]) => option) .find(option => v.is(option,',
    because: 'Said for the types: what its schema has read is as its schema says.',
  },
  {
    guard: 'value === undefined ⇒ return []',
    file: 'room/fields.ts',
    because: 'It only spares the walk: in nothing no string is found.',
  },
  {
    guard: 'value === null ⇒ return []',
    file: 'room/fields.ts',
    because: 'It only spares the walk: in nothing no string is found.',
  },
  {
    guard: "day === undefined ⇒ throw new Error('days of which none can come')",
    because: 'Said for the types: the bound of several is a day of one of them.',
  },
  {
    guard:
      'room.lastGone !== undefined ⇒ room.contacts[member] !== undefined && !room.rekeyDue && room.lastGone !== undef',
    because: 'Said for the types: what was never is not later than anything.',
  },
  {
    guard: 'plan === undefined ⇒ return',
    file: 'areas/assent/area.ts',
    because: 'Said for the types: the rule has refused what closes no plan before it comes to be applied.',
  },
  {
    guard: 'asked === undefined ⇒ return',
    file: 'areas/assent/area.ts',
    because:
      'Said for the types: the rule has refused what tells of no question before it comes to be applied.',
  },
  {
    guard: 'own === undefined ⇒ return',
    file: 'areas/assent/following.ts',
    because: 'Said for the types: without anything of its own nothing is handed over to a caucus.',
  },
  {
    guard: 'own === undefined ⇒ return ok(null)',
    file: 'areas/assent/following.ts',
    because: 'Said for the types: without anything of its own nothing is handed over to a caucus.',
  },
  {
    guard: 'content === undefined ⇒ return ok(null)',
    file: 'areas/assent/rules.ts',
    because: 'Said for the types: the rule has refused what tells of no question before its time is asked.',
  },
  {
    guard: "each === undefined ⇒ fail('asked-unfit')",
    file: 'areas/assent/putting.ts',
    because: 'Said for the types: the rule takes no plan in which somebody gives who is not asked.',
  },
  {
    guard: "known === undefined ⇒ return fail('item-unknown')",
    file: 'areas/assent/putting.ts',
    because: 'Said for the types: what is not there has no wording either, and the other half refuses it.',
  },
  {
    guard: "party !== undefined ⇒ party !== undefined && consents[party.party]?.standing === 'withdrawn'",
    file: 'areas/assent/putting.ts',
    because: 'Said for the types: a caucus is never without its party.',
  },
]
