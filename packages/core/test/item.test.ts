import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  countingMarks,
  findRegister,
  type ItemId,
  itemLimits,
  itemsOf,
  parseAct,
  type RoomState,
  registers,
  rulesNumber,
  standingOf,
} from '../src/index.ts'
import { randomPerson } from './arbitrary.ts'
import {
  admit,
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
  recordedA,
  silentA,
  tableRoom,
} from './cast.ts'
import { runs } from './runs.ts'

const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const caucus = () => withRules(caucusA())
const table = () => withRules(tableRoom())

const matter = (changes: Record<string, unknown> = {}) => ({
  kind: 'item.put',
  item: 'item-0001',
  register: 'matter',
  rev: 1,
  fields: { kind: 'figure', title: 'Flow of the spring', definition: 'litres a day, in autumn' },
  ...changes,
})
const version = (fields: Record<string, unknown> = {}, changes: Record<string, unknown> = {}) => ({
  kind: 'item.put',
  item: 'item-0002',
  register: 'version',
  rev: 1,
  fields: { matter: 'item-0001', of: 'Avalon', figure: { kind: 'at-least', value: '108000' }, ...fields },
  ...changes,
})
const mark = (verb: string, changes: Record<string, unknown> = {}) => ({
  kind: 'item.mark',
  item: 'item-0002',
  rev: 1,
  verb,
  ...changes,
})
/** Of a register and of a verb that no program here knows. */
const unknown = (changes: Record<string, unknown> = {}) =>
  matter({ register: 'from-the-future', fields: { said: 'kept' }, ...changes })
const blessed = (changes: Record<string, unknown> = {}) => mark('blessed', { item: 'item-0001', ...changes })
const thingIn = (room: RoomState, item: string) => {
  const thing = room.items[item as ItemId]
  if (thing === undefined) throw new Error('no such item')
  return thing
}
const standing = (room: RoomState, item: string) => {
  const thing = thingIn(room, item)
  return findRegister(thing.register)?.standing(thing, room)
}

describe('putting', () => {
  test('RULE-3 ITEM-1 items come with the second rules number', () => {
    expect(does(caucusA(), 'lead', matter())).toBe('rules-older')
    expect(does(caucus(), 'lead', matter())).toBe('ok')
  })

  test('ITEM-1 a revision bears the number after the last, and the register never changes', () => {
    const room = caucus()
    expect(does(room, 'lead', matter({ rev: 2 }))).toBe('rev-stale')
    must(room, 'lead', matter())
    expect(does(room, 'lead', matter())).toBe('rev-stale')
    expect(does(room, 'lead', version({}, { item: 'item-0001', rev: 2 }))).toBe('register-differs')
    must(room, 'lead', matter({ rev: 2, fields: { kind: 'event', title: 'The flood' } }))
    expect(standingOf(thingIn(room, 'item-0001')).fields).toEqual({ kind: 'event', title: 'The flood' })
    expect(thingIn(room, 'item-0001').revisions).toHaveLength(2)
  })

  test('ITEM-2 the room, the author and the fields are as the register says', () => {
    expect(does(withRules(opened('lead', { kind: 'private' })), 'lead', matter())).toBe('register-not-here')
    expect(does(table(), 'headA', matter())).toBe('mediators-only')
    expect(does(caucus(), 'stranger', matter())).toBe('not-a-member')
    expect(does(caucus(), 'lead', matter({ fields: { kind: 'rumour', title: 'x' } }))).toBe('item-malformed')
    expect(does(caucus(), 'lead', matter({ fields: { kind: 'figure', title: 'x', more: 1 } }))).toBe(
      'item-malformed',
    )
    expect(does(table(), 'observer', version())).toBe('ok')
  })

  test('ITEM-2 only the side that put it says anew what it is', () => {
    const room = caucus()
    must(room, 'lead', matter())
    expect(does(room, 'headA', matter({ rev: 2 }))).toBe('not-the-maker')
    expect(does(room, 'second', matter({ rev: 2 }))).toBe('ok')
    must(room, 'headA', version())
    expect(does(room, 'lead', version({}, { rev: 2 }))).toBe('not-the-maker')
    expect(does(room, 'adviserA', version({}, { rev: 2 }))).toBe('ok')
  })

  test('ITEM-3 in the name of a party without an account the mediators put and say', () => {
    const room = withRules(recordedA())
    must(room, 'lead', matter())
    expect(does(room, 'lead', version({}, { recorded: circumstance }))).toBe('ok')
    expect(does(room, 'lead', mark('contested', { note: 'Counted at night.', recorded: circumstance }))).toBe(
      'ok',
    )
    must(room, 'lead', admit('headA'))
    expect(does(room, 'lead', mark('noted', { recorded: circumstance }))).toBe('party-acts-for-itself')
    expect(does(room, 'headA', version({}, { rev: 2 }))).toBe('ok')
    const shared = table()
    must(shared, 'lead', { kind: 'party.add', card: silentA })
    must(shared, 'lead', matter())
    must(shared, 'headB', version({ of: 'Borduria' }))
    expect(does(shared, 'lead', mark('noted', { recorded: circumstance }))).toBe('not-for-this-party')
    expect(
      does(shared, 'lead', mark('noted', { recorded: circumstance, for: { party: partyB.party } })),
    ).toBe('party-acts-for-itself')
    expect(
      does(shared, 'lead', mark('noted', { recorded: circumstance, for: { party: partyA.party } })),
    ).toBe('ok')
    expect(
      countingMarks(findRegister('version') ?? { verbs: {} }, thingIn(shared, 'item-0002')),
    ).toMatchObject([{ voice: partyA.party }])
  })

  test('ITEM-7 items, marks and fields have their limits, marks for each side', () => {
    const room = table()
    expect(
      parseAct(
        matter({ fields: { kind: 'figure', title: 'x', definition: 'y'.repeat(itemLimits.fieldsCharsMax) } }),
      ).ok,
    ).toBe(false)
    expect(parseAct(matter({ fields: { deep: [[[[[[[[[['x']]]]]]]]]] } })).ok).toBe(false)
    for (const fields of [
      { constructor: 'x' },
      { toString: 1 },
      { A: 1 },
      { a: 0.5 },
      { a: '\ud800' },
      [],
      'x',
      null,
    ])
      expect(parseAct(matter({ fields })).ok).toBe(false)
    must(room, 'lead', matter())
    must(room, 'lead', version({ of: 'The mediators' }))
    for (let marks = 0; marks < itemLimits.marksMax; marks += 1) must(room, 'headA', mark('noted'))
    expect(does(room, 'headA', mark('noted'))).toBe('too-many-marks')
    must(room, 'headB', mark('noted'))
  })
})

/** A table with one matter, and one version of it. */
const shared = (): RoomState => {
  const room = table()
  must(room, 'lead', matter())
  must(room, 'headA', version())
  return room
}

describe('marking', () => {
  test('ITEM-3 a mark names the revision that stands, and says what the verb needs', () => {
    const room = shared()
    expect(does(room, 'headB', mark('accepted', { rev: 2 }))).toBe('rev-stale')
    expect(does(room, 'headB', mark('accepted', { item: 'item-0009' }))).toBe('item-unknown')
    expect(does(room, 'headB', mark('contested'))).toBe('mark-needs')
    expect(does(room, 'headB', mark('contested', { note: 'At night.' }))).toBe('ok')
    expect(does(room, 'adviserA', mark('accepted'))).toBe('role-may-not')
    expect(does(room, 'lead', mark('accepted'))).toBe('not-for-this-party')
    expect(does(room, 'headB', mark('superseded'))).toBe('not-the-maker')
    expect(does(room, 'headB', mark('noted', { for: { party: partyA.party } }))).toBe('not-for-this-party')
    for (const speaker of [{ party: 'party-bb' }, { name: 'The court' }])
      expect(does(room, 'headA', mark('superseded', { for: speaker }))).toBe('not-for-this-party')
    expect(does(room, 'headA', mark('superseded', { for: { party: partyA.party } }))).toBe('ok')
  })

  test.each([
    ['title', { title: 'Depth of the well' }, 'one-version'],
    ['unit', { unit: 'gallons' }, 'one-version'],
    ['nothing material', { answersBy: { kind: 'on', day: '2026-03-01' } }, 'accepted-by-all'],
  ])(
    'ITEM-4 FACT-2 an answer of a matter that is asked otherwise since is none of the new one: %s',
    (_, changes, then) => {
      const room = table()
      must(room, 'lead', matter())
      must(room, 'lead', matter({ item: 'item-0009' }))
      must(room, 'headA', version())
      must(room, 'headA', version({ matter: 'item-0009' }, { item: 'item-0010' }))
      must(room, 'headB', mark('accepted'))
      must(room, 'headB', mark('accepted', { item: 'item-0010' }))
      expect(standing(room, 'item-0001')).toEqual({ standing: 'accepted-by-all' })
      must(room, 'lead', matter({ rev: 2, fields: { ...matter().fields, ...changes } }))
      expect(standing(room, 'item-0001')).toEqual({ standing: then })
      expect(thingIn(room, 'item-0002').marks).toHaveLength(1)
      expect(standing(room, 'item-0009')).toEqual({ standing: 'accepted-by-all' })
      must(room, 'headB', mark('accepted'))
      expect(standing(room, 'item-0001')).toEqual({ standing: 'accepted-by-all' })
    },
  )

  test('ITEM-4 a change of what is material ends the marks that lapse, and no others; they stay readable', () => {
    const room = shared()
    must(room, 'headB', mark('accepted'))
    must(room, 'headA', version({ sources: ['The can'] }, { rev: 2 }))
    expect(standing(room, 'item-0002')).toEqual({ standing: 'accepted', count: 1 })
    must(room, 'headA', version({ figure: { kind: 'exactly', value: '108000' } }, { rev: 3 }))
    expect(standing(room, 'item-0002')).toEqual({ standing: 'given' })
    expect(thingIn(room, 'item-0002').marks).toMatchObject([{ verb: 'accepted', lapsed: room.size - 1 }])
  })

  test('ITEM-5 of each voice and each group of verbs the last counts', () => {
    const room = shared()
    must(room, 'headB', mark('accepted'))
    must(room, 'headB', mark('contested', { note: 'At night.' }))
    must(room, 'guarantor', mark('noted'))
    expect(standing(room, 'item-0002')).toEqual({ standing: 'contested', count: 1 })
    expect(
      countingMarks(findRegister('version') ?? { verbs: {} }, thingIn(room, 'item-0002')).map(
        ({ verb }) => verb,
      ),
    ).toEqual(['contested', 'noted'])
  })
})

describe('what is not known', () => {
  test('ITEM-6 a register and a verb of a newer version are kept and have no standing', () => {
    const room = caucus()
    expect(does(room, 'adviserA', matter({ register: 'from-the-future', fields: { said: 'kept' } }))).toBe(
      'ok',
    )
    expect(does(room, 'lead', matter({ register: 'from-the-future', rev: 3, fields: {} }))).toBe('rev-stale')
    expect(findRegister('from-the-future')).toBeUndefined()
    must(room, 'lead', matter({ item: 'item-0003' }))
    expect(does(room, 'lead', mark('blessed', { item: 'item-0003' }))).toBe('ok')
    expect(standing(room, 'item-0003')).toEqual({ standing: 'no-version' })
    expect(itemsOf(room).filter(({ kind }) => kind === 'item')).toHaveLength(2)
  })

  test('ITEM-6 a register of a newer version holds plain data of every kind', () => {
    const fields = { nothing: null, truth: true, number: 3, list: ['x', null, { inner: null }] }
    expect(does(caucus(), 'lead', unknown({ fields }))).toBe('ok')
  })

  test('ITEM-6 ITEM-5 a verb of a newer version counts for nothing, and is no answer', () => {
    const room = shared()
    must(room, 'lead', { kind: 'table.open' })
    must(room, 'headB', mark('blessed'))
    const thing = thingIn(room, 'item-0002')
    expect(thing.marks).toHaveLength(1)
    expect(countingMarks(findRegister('version') ?? { verbs: {} }, thing)).toEqual([])
    const reader = room.members[memberId('headB')]
    if (reader === undefined) throw new Error('not here')
    expect(findRegister('version')?.asks?.(thing, reader, room)).toEqual([{ kind: 'say', verb: 'noted' }])
  })

  test('ITEM-6 only the side that put it says anew what it is', () => {
    const room = caucus()
    must(room, 'headA', unknown())
    expect(does(room, 'lead', unknown({ rev: 2 }))).toBe('not-the-maker')
    expect(does(room, 'adviserA', unknown({ rev: 2 }))).toBe('ok')
  })

  test('ITEM-6 MSG-1 at a closed table only who may write puts and says, of a register and of a verb', () => {
    const room = table()
    expect(does(room, 'headA', unknown())).toBe('table-is-closed')
    must(room, 'lead', unknown())
    expect(does(room, 'headA', blessed())).toBe('table-is-closed')
    must(room, 'lead', matter({ item: 'item-0003' }))
    expect(does(room, 'headA', blessed({ item: 'item-0003' }))).toBe('table-is-closed')
    must(room, 'lead', { kind: 'table.open' })
    expect(does(room, 'headA', unknown({ item: 'item-0005' }))).toBe('ok')
    expect(does(room, 'headA', blessed({ item: 'item-0003' }))).toBe('ok')
  })

  test('ITEM-6 MSG-1 nor does whoever put it say anew what it is, at a table that has closed since', () => {
    const room = table()
    must(room, 'lead', { kind: 'table.open' })
    must(room, 'headA', unknown())
    must(room, 'lead', { kind: 'table.close' })
    expect(does(room, 'headA', unknown({ rev: 2 }))).toBe('table-is-closed')
    must(room, 'lead', { kind: 'table.open' })
    expect(does(room, 'headA', unknown({ rev: 2 }))).toBe('ok')
  })

  test('ITEM-6 nobody puts or says in the name of a side that acts for itself', () => {
    const room = caucus()
    must(room, 'headA', unknown())
    expect(does(room, 'lead', unknown({ item: 'item-0005', recorded: circumstance }))).toBe(
      'party-acts-for-itself',
    )
    expect(does(room, 'lead', blessed({ recorded: circumstance }))).toBe('party-acts-for-itself')
    expect(does(room, 'headA', blessed({ recorded: circumstance }))).toBe('mediators-only')
    expect(does(room, 'lead', blessed({ for: { party: partyA.party } }))).toBe('not-for-this-party')
    expect(does(room, 'headA', blessed({ for: { party: partyB.party } }))).toBe('not-for-this-party')
    expect(does(room, 'headA', blessed({ for: { party: partyA.party } }))).toBe('ok')
    const named = { for: { name: 'The Survey' }, recorded: circumstance }
    expect(does(room, 'headA', blessed(named))).toBe('mediators-only')
    expect(does(room, 'headA', blessed({ for: named.for }))).toBe('not-for-this-party')
    expect(does(room, 'lead', blessed(named))).toBe('ok')
    const silent = withRules(recordedA())
    must(silent, 'lead', unknown({ recorded: circumstance }))
    expect(does(silent, 'lead', blessed({ recorded: circumstance }))).toBe('ok')
  })
})

describe('terms of items', () => {
  test('ITEM-9 evidence names what it stands on', () => {
    const room = caucus()
    must(room, 'lead', matter())
    must(room, 'lead', matter({ item: 'item-0005' }))
    expect(does(room, 'lead', mark('merged-into', { item: 'item-0005' }))).toBe('mark-needs')
    expect(does(room, 'lead', mark('merged-into', { item: 'item-0005', evidence: ['item-0001'] }))).toBe('ok')
    expect(standing(room, 'item-0005')).toEqual({ standing: 'merged-into' })
  })
})

describe('facts', () => {
  test('FACT-2 a newer version never hides the older; each side’s stands', () => {
    const room = table()
    must(room, 'lead', matter())
    expect(standing(room, 'item-0001')).toEqual({ standing: 'no-version' })
    must(room, 'headA', version())
    expect(standing(room, 'item-0001')).toEqual({ standing: 'one-version' })
    must(
      room,
      'headB',
      version(
        { of: 'Borduria', figure: { kind: 'no-number', words: 'likely far higher' } },
        { item: 'item-0003' },
      ),
    )
    must(room, 'lead', version({ of: 'A report' }, { item: 'item-0004' }))
    expect(standing(room, 'item-0001')).toEqual({ standing: 'disputed', count: 3 })
    must(room, 'lead', mark('superseded', { item: 'item-0004' }))
    must(room, 'headB', mark('superseded', { item: 'item-0003' }))
    expect(standing(room, 'item-0001')).toEqual({ standing: 'one-version' })
    must(room, 'headA', mark('accepted'))
    must(room, 'headB', mark('accepted'))
    expect(standing(room, 'item-0001')).toEqual({ standing: 'accepted-by-all' })
    must(room, 'lead', mark('parked', { item: 'item-0001' }))
    expect(standing(room, 'item-0001')).toEqual({ standing: 'parked' })
  })

  test('FACT-2 what its giver has replaced stands as replaced, whatever was said of it', () => {
    const room = shared()
    must(room, 'headB', mark('accepted'))
    must(room, 'headA', mark('superseded'))
    expect(standing(room, 'item-0002')).toEqual({ standing: 'superseded' })
    expect(standing(room, 'item-0001')).toEqual({ standing: 'no-version' })
  })

  test('FACT-2 ITEM-10 what no version is counts as none, though it names the matter', () => {
    const room = table()
    must(room, 'lead', matter())
    must(room, 'lead', unknown({ item: 'item-0003', fields: { matter: 'item-0001' } }))
    expect(standing(room, 'item-0001')).toEqual({ standing: 'no-version' })
    must(room, 'headA', version())
    expect(standing(room, 'item-0001')).toEqual({ standing: 'one-version' })
  })

  test('FACT-2 at the desk, where no party is, all have accepted nothing', () => {
    const room = withRules(deskRoom())
    must(room, 'lead', matter())
    must(room, 'lead', version())
    expect(standing(room, 'item-0001')).toEqual({ standing: 'one-version' })
  })

  test('FACT-2 who has said nothing of another’s version is asked; nobody is asked of their own', () => {
    const room = table()
    must(room, 'lead', matter())
    must(room, 'headA', version())
    const asked = (person: string) => {
      const member = room.members[memberId(person)]
      if (member === undefined) throw new Error('not here')
      return findRegister('version')?.asks?.(thingIn(room, 'item-0002'), member, room)
    }
    expect([asked('headA'), asked('headB'), asked('lead')]).toEqual([
      [],
      [{ kind: 'say', verb: 'noted' }],
      [],
    ])
    must(room, 'headB', mark('noted'))
    expect(asked('headB')).toEqual([])
  })

  test('LEAK-2 LEAK-9 a figure, a source and the note of a mark in one caucus are guarded from another', async () => {
    const { findLeaksIn } = await import('../src/index.ts')
    const [source, recipient] = [caucus(), caucusB()]
    must(source, 'lead', matter())
    must(
      source,
      'headA',
      version({
        figure: { kind: 'between', low: '640', high: '650.5' },
        sources: ['the ledger of the old miller'],
      }),
    )
    must(source, 'headA', mark('contested', { note: 'Nobody counted after the seventeenth night.' }))
    must(
      source,
      'adviserA',
      matter({
        item: 'item-0007',
        register: 'from-the-future',
        fields: { said: ['eleven silver spoons were hidden'] },
      }),
    )
    const found = (wording: string) =>
      findLeaksIn(planOf(source, recipient, { origin: { kind: 'mediators' }, wording }), { recipient }, [
        source,
        recipient,
        deskRoom(),
      ]).map(({ text }) => text)
    expect(found('It is 640 or 650,5.')).toEqual(['640', '650,5'])
    expect(found('We saw the ledger of the old miller.')).not.toEqual([])
    expect(found('They say nobody counted after the seventeenth night.')).not.toEqual([])
    expect(found('So eleven silver spoons were hidden.')).not.toEqual([])
  })
})

const few = (name: string) => fc.nat(2).map(n => `${name}-000${n}`)
const isKnown = (act: { readonly kind: string; readonly register?: string }): boolean =>
  act.register !== 'from-the-future'

describe('laws of items', () => {
  const registerNames = fc.constantFrom(...registers.map(({ name }) => name), 'from-the-future')
  const put = fc.record({
    kind: fc.constant('item.put'),
    item: few('item'),
    register: registerNames,
    rev: fc.integer({ min: 1, max: 3 }),
    fields: fc.constantFrom(matter().fields, version().fields, { said: 'x' }),
  })
  const said = fc.record({
    kind: fc.constant('item.mark'),
    item: few('item'),
    rev: fc.integer({ min: 1, max: 3 }),
    verb: fc.constantFrom('accepted', 'noted', 'superseded', 'parked', 'unheard-of'),
  })
  const steps = fc.array(fc.tuple(randomPerson, fc.oneof(put, said)), { maxLength: 40 })

  test('ITEM-10 law: what is not known changes nothing of what is', () => {
    fc.assert(
      fc.property(steps, all => {
        const unknown = new Set(all.flatMap(([, act]) => (isKnown(act) ? [] : [act.item])))
        const known = all.filter(([, act]) => !unknown.has(act.item))
        const play = (some: typeof all) => {
          const room = table()
          for (const [person, act] of some) applyEntry(room, entryOf(room, person, act))
          return Object.entries(room.items)
            .filter(([item]) => !unknown.has(item))
            .map(([item, { revisions, marks, register }]) => [
              item,
              register,
              revisions.map(({ fields, by }) => [fields, by]),
              marks.map(({ verb, rev, by }) => [verb, rev, by]),
            ])
        }
        expect(play(all)).toEqual(play(known))
      }),
      runs(60),
    )
  })
})
