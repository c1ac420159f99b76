/** Undertakings and one-sided steps: who gives them, to whom they may come and in which words, who answers, until when they hold. */

import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  type Conveyance,
  checkConveyance,
  countUndertakings,
  findRegister,
  hasMakerLeft,
  type ItemFields,
  type ItemId,
  isToBeTold,
  lastDayOf,
  type RegisterItem,
  type RoomState,
  type Thing,
  type Undertaking,
} from '../src/index.ts'
import {
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  entryOf,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  planOf,
  silentA,
  tableRoom,
  thirdParty,
} from './cast.ts'
import { release, withRules } from './crossing-talks.ts'

const dayMs = 86_400_000
const toB = { kind: 'to-parties', toParties: [partyB.party], named: 'The Government of Borduria' }
const toAll = { kind: 'to-all' }
const fieldsOf = (more: object = {}): ItemFields => ({
  title: 'Force limits',
  party: partyA.party,
  undertakenBy: 'Avalon',
  addressedTo: toB,
  exactWords: [{ language: 'en', body: 'No more than 40 guards stand at the weir.' }],
  form: 'letter',
  tie: { kind: 'unilateral' },
  revocable: { kind: 'with-notice', noticeDays: 30 },
  ...more,
})
const put = (item: string, fields: ItemFields, rev = 1, register = 'undertaking') => ({
  kind: 'item.put',
  item: `item-undt-${item}`,
  register,
  rev,
  fields,
})
const mark = (item: string, verb: string, more: object = {}) => ({
  kind: 'item.mark',
  item: `item-undt-${item}`,
  rev: 1,
  verb,
  ...more,
})
const idOf = (item: string): ItemId => `item-undt-${item}` as ItemId
const thingIn = (room: RoomState, item: ItemId): RegisterItem => {
  const thing = room.items[item]
  if (thing === undefined) throw new Error(`no ${item}`)
  return thing
}
const standing = (room: RoomState, item: ItemId) =>
  findRegister(thingIn(room, item).register)?.standing(thingIn(room, item), room)
const undertakingIn = (room: RoomState, item: string): Undertaking =>
  thingIn(room, idOf(item)) as unknown as Undertaking

/** Avalon's letter to Borduria, given in its caucus, and Borduria's caucus. */
function letter(fields = fieldsOf()) {
  const [source, recipient] = [withRules(caucusA()), withRules(caucusB())]
  must(source, 'headA', put('letter', fields))
  must(source, 'headA', mark('letter', 'undertaking-given'))
  return { source, recipient }
}
type Sides = ReturnType<typeof letter>

/** All of it, as it stands. */
const carrying = (
  { source, recipient }: Sides,
  changes: Partial<Conveyance> = {},
  fields?: ItemFields,
): Conveyance => {
  const stands = thingIn(source, idOf('letter'))
  const known = stands.revisions.at(-1)?.fields ?? {}
  return planOf(source, recipient, {
    origin: {
      kind: 'item',
      room: source.id,
      item: idOf('letter'),
      rev: stands.revisions.length,
      fields: Object.keys(known),
    },
    as: 'verbatim',
    wording: 'A letter.',
    thing: { register: 'undertaking', fields: fields ?? known } as Thing,
    ...changes,
  })
}
const check = (sides: Sides, plan: Conveyance) => {
  const done = checkConveyance(plan, sides)
  return done.ok ? 'ok' : done.error.code
}
const releaseAll = ({ source }: Sides) =>
  release(
    source,
    {
      item: idOf('letter'),
      rev: 1,
      fields: Object.keys(thingIn(source, idOf('letter')).revisions[0]?.fields ?? {}),
    },
    'verbatim',
  )
/** As it comes to be in the caucus of whoever it is said to. */
const deliver = ({ recipient }: Sides, fields = fieldsOf()): ItemId => {
  must(recipient, 'lead', {
    kind: 'delivery.make',
    delivery: 'delivery-undt',
    form: 'note-verbale',
    binding: false,
    body: 'A letter.',
    from: 'Avalon',
    verbatim: true,
    thing: { register: 'undertaking', fields },
  })
  return 'delivery-undt' as string as ItemId
}
const delivered = (verb: string, more: object = {}) => ({
  kind: 'item.mark',
  item: 'delivery-undt',
  rev: 1,
  verb,
  ...more,
})
const bring = (delivery: string, from: string, thing: object) => ({
  kind: 'delivery.make',
  delivery: `delivery-${delivery}`,
  form: 'note-verbale',
  binding: false,
  body: 'They say.',
  from,
  verbatim: true,
  thing,
})

describe('to whom it comes, and in which words', () => {
  test('UNDT-2 it is carried whole and word for word, as it was given, and a letter with one character changed is refused', () => {
    const sides = letter()
    expect(check(sides, carrying(sides))).toBe('not-released')
    releaseAll(sides)
    expect(check(sides, carrying(sides))).toBe('ok')
    const exactWords = [{ language: 'en', body: 'No more than 40 guards stand at the weir' }]
    for (const fields of [
      fieldsOf({ exactWords }),
      fieldsOf({ revocable: { kind: 'not-said' } }),
      fieldsOf({ undertakenBy: 'Avalons' }),
      fieldsOf({ conditionalOn: 'If they do.' }),
    ])
      expect(check(sides, carrying(sides, {}, fields))).toBe('not-as-given')
    // In whichever order.
    const turned = Object.fromEntries(Object.entries(fieldsOf()).toReversed())
    expect(check(sides, carrying(sides, {}, turned))).toBe('ok')
    for (const as of ['unattributed', 'attributed'] as const)
      expect(check(sides, carrying(sides, { as }))).toBe('not-as-given')
    const { thing: _, ...inWords } = carrying(sides)
    expect(check(sides, inWords)).toBe('not-as-given')
    expect(check(sides, carrying(sides, { origin: { kind: 'mediators' } }))).toBe('not-as-given')
    const asFigure = { register: 'matter', fields: { kind: 'figure', title: 'Guards' } } as Thing
    expect(check(sides, carrying(sides, { thing: asFigure }))).toBe('not-as-given')
  })

  test('UNDT-2 it is carried once it is given, not after it was taken back, and not in a wording that is not given yet', () => {
    const sides = letter()
    releaseAll(sides)
    must(sides.source, 'headA', mark('letter', 'undertaking-revoked'))
    expect(check(sides, carrying(sides))).toBe('not-yet-given')
    const again = letter()
    must(again.source, 'headA', put('letter', fieldsOf({ revocable: { kind: 'can-be-revoked' } }), 2))
    release(again.source, { item: idOf('letter'), rev: 2, fields: Object.keys(fieldsOf()) }, 'verbatim')
    expect(check(again, carrying(again))).toBe('not-yet-given')
    must(again.source, 'headA', { ...mark('letter', 'undertaking-given'), rev: 2 })
    expect(check(again, carrying(again))).toBe('ok')
  })

  test('UNDT-1 what is said to one stands at no table and in no group, and nobody undertakes anything towards themselves', () => {
    for (const room of [tableRoom(), opened('lead', { kind: 'group' }, ['headA', 'headB'])].map(withRules)) {
      expect(does(room, 'headA', put('letter', fieldsOf()))).toBe('item-malformed')
      expect(does(room, 'lead', put('letter', fieldsOf()))).toBe('item-malformed')
      expect(does(room, 'headA', put('letter', fieldsOf({ addressedTo: toAll })))).toBe('ok')
    }
    const own = { ...toB, toParties: [partyB.party, partyA.party] }
    expect(does(withRules(caucusA()), 'headA', put('own', fieldsOf({ addressedTo: own })))).toBe(
      'item-malformed',
    )
    for (const room of [deskRoom(), opened('headA', { kind: 'delegation', party: partyA })])
      expect(does(withAll(room), room.kind === 'desk' ? 'lead' : 'headA', put('letter', fieldsOf()))).toBe(
        'register-not-here',
      )
  })

  test('UNDT-10 nobody puts it in another’s name, in a caucus or at the table; for a party without an account it is written down', () => {
    const caucus = withRules(caucusA())
    expect(does(caucus, 'headA', put('theirs', fieldsOf({ party: partyB.party, addressedTo: toAll })))).toBe(
      'not-the-one-named',
    )
    expect(does(caucus, 'lead', { ...put('theirs', fieldsOf()), recorded: circumstance })).toBe(
      'party-acts-for-itself',
    )
    const table = withRules(tableRoom())
    expect(does(table, 'headB', put('theirs', fieldsOf({ addressedTo: toAll })))).toBe('not-the-one-named')
    const silent = withRules(caucusA({ party: silentA }, ['second']))
    must(silent, 'lead', { ...put('letter', fieldsOf()), recorded: circumstance })
    expect(does(silent, 'lead', mark('letter', 'undertaking-given'))).not.toBe('ok')
    must(silent, 'lead', mark('letter', 'undertaking-given', { recorded: circumstance }))
    expect(standing(silent, idOf('letter'))).toEqual({ standing: 'undertaking-given' })
  })
})

/** Whoever keeps the room. */
const withAll = (room: RoomState): RoomState => {
  must(room, room.kind === 'delegation' ? 'headA' : 'lead', { kind: 'rules.adopt', number: 2 })
  return room
}

describe('who answers', () => {
  test('UNDT-6 whoever it is said to notes, relies and discharges, in its own caucus and at the table, and nobody else', () => {
    const sides = letter()
    const item = deliver(sides)
    expect(standing(sides.recipient, item)).toEqual({ standing: 'undertaking-given' })
    for (const verb of ['undertaking-noted', 'relied-on', 'undertaking-released']) {
      expect(does(sides.source, 'headA', mark('letter', verb))).toBe('not-the-one-named')
      expect(does(sides.recipient, 'lead', delivered(verb))).not.toBe('ok')
      expect(does(sides.recipient, 'lead', delivered(verb, { recorded: circumstance }))).toBe(
        'party-acts-for-itself',
      )
    }
    must(sides.recipient, 'headB', delivered('undertaking-noted'))
    expect(standing(sides.recipient, item)).toEqual({ standing: 'undertaking-noted', count: 1 })
    must(sides.recipient, 'headB', delivered('relied-on'))
    expect(standing(sides.recipient, item)).toEqual({ standing: 'relied-on', count: 1 })
    must(sides.recipient, 'headB', delivered('undertaking-released'))
    expect(standing(sides.recipient, item)).toEqual({ standing: 'undertaking-released' })
    // A letter to another that lies here by mistake is nobody's here.
    const toC = { kind: 'to-parties', toParties: [thirdParty.party], named: 'Caledon' }
    const other = letter()
    deliver(other, fieldsOf({ addressedTo: toC }))
    expect(does(other.recipient, 'headB', delivered('relied-on'))).toBe('not-the-one-named')
    // Its maker is not among all.
    const table = withRules(tableRoom())
    must(table, 'lead', put('all', fieldsOf({ addressedTo: toAll })))
    expect(does(table, 'headA', mark('all', 'relied-on'))).toBe('not-the-one-named')
    expect(does(table, 'headB', mark('all', 'relied-on'))).toBe('ok')
  })

  test('UNDT-6 ITEM-11 the word of whoever it is said to is brought to its maker, and its maker’s to them; none speaks for the other', () => {
    const sides = letter()
    const item = deliver(sides)
    const word = (verb: string, more: object = {}) => ({ item: idOf('letter'), rev: 1, verb, ...more })
    expect(does(sides.source, 'lead', bring('noted', 'Borduria', word('relied-on')))).toBe('ok')
    expect(standing(sides.source, idOf('letter'))).toEqual({ standing: 'relied-on', count: 1 })
    expect(does(sides.source, 'lead', bring('given', 'Borduria', word('undertaking-revoked')))).toBe(
      'not-for-this-party',
    )
    const back = { item, rev: 1, verb: 'undertaking-revoked' }
    expect(does(sides.recipient, 'lead', bring('c', 'Caledon', back))).toBe('not-for-this-party')
    expect(does(sides.recipient, 'lead', bring('n', 'Avalon', { ...back, verb: 'relied-on' }))).toBe(
      'not-for-this-party',
    )
    expect(does(sides.recipient, 'lead', bring('r', 'Avalon', back))).toBe('ok')
    expect(standing(sides.recipient, item)).toEqual({ standing: 'revoked-with-notice' })
  })

  test('UNDT-6 what was said to a body that is none of the talks the mediators write down, in its name alone', () => {
    const source = withRules(caucusA())
    must(source, 'headA', put('bank', fieldsOf({ addressedTo: { kind: 'to-body', named: 'The bank' } })))
    must(source, 'headA', mark('bank', 'undertaking-given'))
    const noted = (more: object) => does(source, 'lead', mark('bank', 'undertaking-noted', more))
    expect(noted({})).toBe('not-the-one-named')
    expect(noted({ recorded: circumstance, for: { name: 'Another' } })).toBe('not-the-one-named')
    expect(noted({ recorded: circumstance, for: { name: 'The bank' } })).toBe('ok')
  })

  test('UNDT-11 whether it is kept each says for itself, a watcher too, and none of it is made one', () => {
    const table = withRules(tableRoom())
    const watched = fieldsOf({ addressedTo: toAll, watchedBy: memberId('guarantor') })
    must(table, 'headA', put('all', watched))
    must(table, 'headA', mark('all', 'undertaking-given'))
    must(table, 'headA', mark('all', 'undertaking-kept'))
    expect(standing(table, idOf('all'))).toEqual({ standing: 'undertaking-kept', count: 1 })
    expect(does(table, 'headB', mark('all', 'undertaking-not-kept'))).toBe('mark-needs')
    must(table, 'headB', mark('all', 'undertaking-not-kept', { note: 'Fifty stood there.' }))
    expect(standing(table, idOf('all'))).toEqual({ standing: 'keeping-contested', count: 1 })
    expect(does(table, 'headA', mark('all', 'undertaking-not-kept', { note: 'So.' }))).not.toBe('ok')
  })
})

const revoke = (room: RoomState, time: number, more: object = {}) =>
  applyEntry(room, entryOf(room, 'headA', mark('letter', 'undertaking-revoked', more), { time }))

describe('how long it holds', () => {
  test('UNDT-4 after notice it is in force until the notice has run, from when it was said, whatever day is named', () => {
    const said = Date.parse('2026-10-01T09:00:00Z')
    const { source } = letter()
    expect(lastDayOf(undertakingIn(source, 'letter'), source)).toBeUndefined()
    expect(revoke(source, said, { at: said - 90 * dayMs }).ok).toBe(true)
    expect(lastDayOf(undertakingIn(source, 'letter'), source)).toBe('2026-10-31')
    expect(standing(source, idOf('letter'))).toEqual({ standing: 'revoked-with-notice' })
    const plain = letter(fieldsOf({ revocable: { kind: 'not-said' } }))
    expect(revoke(plain.source, said).ok).toBe(true)
    expect(lastDayOf(undertakingIn(plain.source, 'letter'), plain.source)).toBeUndefined()
    expect(standing(plain.source, idOf('letter'))).toEqual({ standing: 'undertaking-revoked' })
  })

  test('UNDT-4 the relay’s clock counts where its author’s says another day', () => {
    const placed = Date.parse('2026-10-01T09:00:00Z')
    const { source } = letter()
    const entry = entryOf(source, 'headA', mark('letter', 'undertaking-revoked'), {
      time: placed - 40 * dayMs,
      placed,
    })
    expect(applyEntry(source, entry).ok).toBe(true)
    expect(lastDayOf(undertakingIn(source, 'letter'), source)).toBe('2026-10-31')
  })

  test('UNDT-10 a maker who has left takes nothing back; who leads their party does, and what was given stands', () => {
    const source = withRules(caucusA({}, ['headA', 'adviserA', 'principalA']))
    must(source, 'headA', put('letter', fieldsOf()))
    must(source, 'headA', mark('letter', 'undertaking-given'))
    expect(does(source, 'adviserA', mark('letter', 'undertaking-revoked'))).not.toBe('ok')
    must(source, 'lead', { kind: 'member.remove', member: memberId('headA') })
    expect(hasMakerLeft(undertakingIn(source, 'letter'), source)).toBe(false)
    expect(does(source, 'headA', mark('letter', 'undertaking-revoked'))).not.toBe('ok')
    expect(does(source, 'principalA', mark('letter', 'undertaking-revoked'))).toBe('ok')
    for (const person of ['principalA', 'adviserA'])
      must(source, 'lead', { kind: 'member.remove', member: memberId(person) })
    expect(hasMakerLeft(undertakingIn(source, 'letter'), source)).toBe(true)
    expect(standing(source, idOf('letter'))).toEqual({ standing: 'revoked-with-notice' })
  })

  test('UNDT-12 its maker is told who was told: until then the mediators are asked to say, and again when it is taken back', () => {
    const { source } = letter()
    const asked = (who: 'lead' | 'headA', item: string) =>
      findRegister('undertaking')?.asks?.(
        thingIn(source, idOf(item)),
        who === 'lead'
          ? { member: memberId('lead'), role: 'lead' }
          : { member: memberId('headA'), role: 'head', party: partyA.party },
        source,
      )
    expect(asked('lead', 'letter')).toEqual([{ kind: 'say', verb: 'communicated-to' }])
    expect(does(source, 'lead', mark('letter', 'communicated-to'))).toBe('mark-needs')
    must(source, 'lead', mark('letter', 'communicated-to', { note: 'To Borduria, by hand.' }))
    expect(standing(source, idOf('letter'))).toEqual({ standing: 'undertaking-told' })
    expect(asked('lead', 'letter')).toEqual([])
    must(source, 'headA', mark('letter', 'undertaking-revoked'))
    expect(asked('lead', 'letter')).toHaveLength(1)
    // As a conveyance tells the side whose it is.
    const passage = { item: idOf('letter'), rev: 1, fields: ['title'] }
    const tell = {
      kind: 'convey.tell',
      conveyance: 'conveyance-1',
      passage,
      to: 'Borduria',
      marking: 'verbatim',
    }
    must(source, 'lead', tell)
    expect(isToBeTold(thingIn(source, idOf('letter')), source)).toBe(false)
    // What was not given yet is asked of whoever leads its side.
    must(source, 'headA', put('draft', fieldsOf()))
    expect(standing(source, idOf('draft'))).toEqual({ standing: 'undertaking-offered' })
    expect(asked('headA', 'draft')).toEqual([{ kind: 'say', verb: 'undertaking-given' }])
    expect(asked('lead', 'draft')).toEqual([])
  })
})

const step = (item: string, more: object = {}) =>
  put(
    item,
    {
      title: 'The sluice',
      party: partyA.party,
      undertakenBy: 'Avalon',
      exactWords: [{ language: 'en', body: 'We open it by a hand.' }],
      ...more,
    },
    1,
    'unilateral-step',
  )

describe('what is done for nothing', () => {
  test('UNDT-3 a one-sided step names no clause and is never kept or broken; another’s step answers it', () => {
    const table = withRules(tableRoom())
    for (const more of [{ clause: 'Article 4' }, { tie: { kind: 'bargained', clause: 'Article 4' } }])
      expect(does(table, 'headA', step('one', more))).toBe('item-malformed')
    const bargained = fieldsOf({ addressedTo: toAll, tie: { kind: 'unilateral', clause: 'Article 4' } })
    expect(does(table, 'headA', put('tied', bargained))).toBe('item-malformed')
    must(table, 'headA', step('one', { invites: 'The same below.' }))
    expect(standing(table, idOf('one'))).toEqual({ standing: 'step-planned' })
    must(table, 'headA', mark('one', 'step-announced'))
    must(table, 'headA', mark('one', 'step-taken'))
    expect(standing(table, idOf('one'))).toEqual({ standing: 'step-taken' })
    // A verb of undertakings has no standing here.
    must(table, 'lead', mark('one', 'undertaking-kept'))
    expect(standing(table, idOf('one'))).toEqual({ standing: 'step-taken' })
    must(
      table,
      'headB',
      step('two', { party: partyB.party, undertakenBy: 'Borduria', answersStep: idOf('one') }),
    )
    expect(standing(table, idOf('one'))).toEqual({ standing: 'step-answered', count: 1 })
    must(table, 'headB', mark('one', 'step-contested', { note: 'By half a hand.' }))
    expect(standing(table, idOf('one'))).toEqual({ standing: 'step-contested', count: 1 })
    must(table, 'headA', mark('one', 'step-called-off'))
    expect(standing(table, idOf('one'))).toEqual({ standing: 'step-called-off' })
  })

  test('UNDT-9 each side’s are counted by what they were given for, alike for all, and what was carried counts once', () => {
    const sides = letter()
    deliver(sides)
    must(sides.source, 'headA', put('tied', fieldsOf({ tie: { kind: 'bargained', clause: 'Article 4' } })))
    must(sides.source, 'headA', mark('tied', 'undertaking-given'))
    must(sides.source, 'headA', put('draft', fieldsOf()))
    const table = withRules(tableRoom())
    must(table, 'headA', step('one'))
    must(table, 'headA', mark('one', 'step-announced'))
    must(table, 'headA', step('planned'))
    const rooms = [sides.source, sides.recipient, table]
    expect(countUndertakings(rooms, [partyB.party, partyA.party])).toEqual([
      { party: partyB.party, unilateral: 0, thirdParty: 0, bargained: 0, steps: 0 },
      { party: partyA.party, unilateral: 1, thirdParty: 0, bargained: 1, steps: 1 },
    ])
    must(sides.source, 'headA', mark('letter', 'undertaking-revoked'))
    expect(countUndertakings(rooms, [partyA.party])[0]?.unilateral).toBe(0)
  })
})
