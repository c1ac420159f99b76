/** Limits, order and days of things in registers. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  countingMarks,
  type Day,
  type Entry,
  findRegister,
  type ItemId,
  itemLimits,
  parseAct,
  type RoomState,
  resolveTerm,
  rulesNumber,
  type Term,
  termWorldOf,
  waitingOfThings,
} from '../src/index.ts'
import { isLooped } from '../src/item/loops.ts'
import { randomPerson } from './arbitrary.ts'
import {
  admit,
  caucusA,
  circumstance,
  does,
  entryOf,
  memberId,
  must,
  partyA,
  silentA,
  tableRoom,
} from './cast.ts'
import { runs } from './runs.ts'

const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const table = () => withRules(tableRoom())

const put = (item: string, fields: object, rev = 1) => ({
  kind: 'item.put',
  item,
  register: 'matter',
  rev,
  fields: { kind: 'figure', title: `Matter ${item}`, ...fields },
})
const give = (item: string, matter: string, of: string, rev = 1) => ({
  kind: 'item.put',
  item,
  register: 'version',
  rev,
  fields: { matter, of, figure: { kind: 'about', value: '7' } },
})
const mark = (item: string, verb: string, changes: object = {}) => ({
  kind: 'item.mark',
  item,
  rev: 1,
  verb,
  ...changes,
})
const after = (item: string, verb: string, count = 0, unit: 'days' | 'months' = 'days'): Term => ({
  kind: 'after',
  item: item as ItemId,
  verb,
  count,
  unit,
  zone: 'UTC',
})
const withIt = (item: string): Term => ({ kind: 'with', item: item as ItemId })

const read = (fields: object) => parseAct({ ...put('item-00001', {}), fields }).ok
const refs = (count: number) => Array.from({ length: count }, (_, n) => `item-${n + 10_000}`)
const reads = (count: number) => parseAct(mark('item-00001', 'merged-into', { evidence: refs(count) })).ok
const by = (term: Term) => ({ answersBy: term })
const at = (day: string) => ({ at: Date.parse(`${day}T12:00:00Z`) })
const standings = (room: RoomState) =>
  Object.values(room.items).map(thing => findRegister(thing.register)?.standing(thing, room))
const asked = (room: RoomState, ...people: string[]) =>
  people.map(person =>
    waitingOfThings([room], memberId(person)).map(({ thing, asking }) =>
      [thing.item, asking.kind, ...('by' in asking ? ['by'] : [])].join(' '),
    ),
  )

describe('limits', () => {
  test('ITEM-7 no more things of one side in a room than there may be, and none of another’s are fewer for it', () => {
    const room = table()
    must(room, 'lead', put('item-00001', {}))
    const [made] = room.items['item-00001' as ItemId]?.revisions ?? []
    if (made === undefined) throw new Error('no item')
    for (let n = 2; n <= itemLimits.itemsMax; n += 1) {
      const id = `item-${String(n).padStart(5, '0')}` as ItemId
      room.items[id] = { item: id, register: 'matter', revisions: [made], marks: [] }
    }
    expect(does(room, 'lead', put('item-99999', {}))).toBe('too-many-items')
    must(room, 'headA', give('item-0000a', 'item-00001', 'Avalon'))
  })

  test('ITEM-7 fields are as long and as deep as they may be, and no more', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)])
    // The object is a level, and a text is one.
    expect([read({ deep: nested(6) }), read({ deep: nested(7) }), read({ deep: nested(8) })]).toEqual([
      true,
      true,
      false,
    ])
    const frame = JSON.stringify({ long: '' }).length
    const long = (size: number) => read({ long: 'x'.repeat(size - frame) })
    expect([long(itemLimits.fieldsCharsMax), long(itemLimits.fieldsCharsMax + 1)]).toEqual([true, false])
  })

  test('ITEM-7 fields hold plain data of every kind, and nothing that JSON has no word for', () => {
    for (const plain of [null, true, false, 0, -5, 'x', [null, true], { a: null, b: false }])
      expect([plain, read({ plain })]).toEqual([plain, true])
    for (const other of [undefined, Number.NaN, -0, 0.5, 5n, read])
      expect([other, read({ other })]).toEqual([other, false])
  })

  test('ITEM-7 evidence is a list of some length, and never empty', () => {
    expect([reads(0), reads(1), reads(itemLimits.evidenceMax), reads(itemLimits.evidenceMax + 1)]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('order', () => {
  test('ITEM-1 law: of two who word a thing anew at once the log’s first stands, whoever they are', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['lead', 'second'], { minLength: 2 }), ([first = '', other = '']) => {
        const room = table()
        must(room, 'lead', put('item-00001', {}))
        expect(does(room, first, put('item-00001', { unit: first }, 2))).toBe('ok')
        expect(does(room, other, put('item-00001', { unit: other }, 2))).toBe('rev-stale')
        expect(room.items['item-00001' as ItemId]?.revisions.at(-1)?.fields['unit']).toBe(first)
      }),
      runs(4),
    )
  })

  test('ITEM-10 law: after any interleaving of what devices wrote, the state is what the log’s order makes it', () => {
    const item = fc.constantFrom('item-00001', 'item-00002', 'item-00003')
    const step = fc.tuple(
      randomPerson,
      fc.oneof(
        fc.tuple(item, fc.integer({ min: 1, max: 3 })).map(([id, rev]) => put(id, {}, rev)),
        fc
          .tuple(item, item, fc.integer({ min: 1, max: 2 }))
          .map(([id, of, rev]) => give(id, of, 'Avalon', rev)),
        fc
          .tuple(item, fc.constantFrom('accepted', 'noted', 'superseded', 'parked', 'resumed'))
          .map(([id, verb]) => mark(id, verb)),
      ),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const one = table()
        const written: Entry[] = []
        for (const [person, act] of steps) {
          const entry = entryOf(one, person, act)
          written.push(entry)
          applyEntry(one, entry)
        }
        // Another device reads the same log, in pieces, from what it had kept in between.
        let other = structuredClone(table())
        for (const [at, entry] of written.entries()) {
          if (at % 3 === 0) other = JSON.parse(JSON.stringify(other)) as RoomState
          applyEntry(other, entry)
        }
        expect(other.items).toEqual(one.items)
        expect(standings(other)).toEqual(standings(one))
      }),
      runs(60),
    )
  })

  test('ITEM-5 the voice of a body that is named, of a party and of the mediators are three', () => {
    const room = table()
    must(room, 'lead', put('item-00001', {}))
    must(room, 'headA', give('item-00002', 'item-00001', 'Avalon'))
    must(room, 'headB', mark('item-00002', 'noted'))
    must(room, 'headB', mark('item-00002', 'accepted'))
    must(room, 'guarantor', mark('item-00002', 'noted'))
    const thing = room.items['item-00002' as ItemId]
    if (thing === undefined) throw new Error('not put')
    thing.marks.push({ ...thing.marks[0], for: { name: 'The archive' } } as (typeof thing.marks)[number])
    const voices = countingMarks(findRegister('version') ?? { verbs: {} }, thing).map(
      ({ voice, verb }) => `${voice} ${verb}`,
    )
    expect(voices).toEqual(['party-bb accepted', 'party-cc noted', 'named The archive noted'])
  })
})

describe('days that wait for each other', () => {
  test('TERM-6 a thing whose days would wait for themselves is not taken: at once, by way of others, within several', () => {
    const room = table()
    expect(does(room, 'lead', put('item-00001', by(withIt('item-00001'))))).toBe('term-loop')
    expect(does(room, 'lead', put('item-00001', by(after('item-00001', 'parked', 3))))).toBe('term-loop')
    must(room, 'lead', put('item-00001', by(withIt('item-00002'))))
    must(room, 'lead', put('item-00002', by(after('item-00003', 'parked', 1))))
    expect(does(room, 'lead', put('item-00003', by(withIt('item-00001'))))).toBe('term-loop')
    expect(
      does(
        room,
        'lead',
        put(
          'item-00003',
          by({ kind: 'latest', of: [{ kind: 'on', day: '2026-02-06' as never }, withIt('item-00002')] }),
        ),
      ),
    ).toBe('term-loop')
    // Two that wait for the same are no circle.
    expect(
      does(
        room,
        'lead',
        put('item-00003', by({ kind: 'earliest', of: [withIt('item-00009'), withIt('item-00008')] })),
      ),
    ).toBe('ok')
    expect(does(room, 'lead', put('item-00001', by(withIt('item-00003')), 2))).toBe('ok')
  })

  test('TERM-6 what many wait for is looked at once', () => {
    const room = table()
    const pairs = Array.from({ length: 8 }, (_, at) => [`item-1000${at}`, `item-2000${at}`] as const)
    for (const [at, pair] of pairs.entries()) {
      const of = (pairs[at - 1] ?? []).map(withIt)
      const term: Term = at === 0 ? { kind: 'on', day: '2026-02-06' as Day } : { kind: 'latest', of }
      for (const item of pair) must(room, 'lead', put(item, by(term)))
    }
    let looks = 0
    const registerOf = (name: string) => {
      looks++
      return findRegister(name)
    }
    const last = (pairs.at(-1) ?? []).map(withIt)
    expect(isLooped('item-00001' as ItemId, last, room, registerOf)).toBe(false)
    expect(looks).toBe(16)
  })

  test('TERM-5 a room dates what its terms follow from by each voice’s last word', () => {
    const room = table()
    must(room, 'lead', put('item-00001', {}))
    must(room, 'headA', give('item-00002', 'item-00001', 'Avalon'))
    const comesTo = (term: Term) => resolveTerm(term, termWorldOf(room))
    const term = after('item-00002', 'noted', 2)
    expect(comesTo(term)).toEqual({ kind: 'waiting', for: [{ item: 'item-00002', verb: 'noted' }] })
    must(room, 'headB', mark('item-00002', 'noted', at('2026-02-01')))
    expect(comesTo(term)).toEqual({ kind: 'day', day: '2026-02-03' })
    must(room, 'guarantor', mark('item-00002', 'noted', at('2026-02-04')))
    expect(comesTo(term)).toEqual({
      kind: 'disputed',
      days: ['2026-02-03', '2026-02-06'],
      items: ['item-00002'],
    })
    must(room, 'headB', mark('item-00002', 'noted', at('2026-02-04')))
    expect(comesTo(term)).toEqual({ kind: 'day', day: '2026-02-06' })
    // Said on an evening that is the next day in Tehran.
    must(room, 'headB', mark('item-00002', 'noted', { at: Date.parse('2026-02-04T21:00:00Z') }))
    must(room, 'guarantor', mark('item-00002', 'noted', { at: Date.parse('2026-02-04T21:00:00Z') }))
    expect(comesTo({ ...term, zone: 'Asia/Tehran' } as Term)).toEqual({ kind: 'day', day: '2026-02-07' })
    expect(comesTo({ ...term, zone: 'Atlantis/Capital' } as Term)).toEqual({ kind: 'day', day: '2026-02-06' })
    must(room, 'lead', put('item-00003', { answersBy: term }))
    expect(comesTo(withIt('item-00003'))).toEqual({ kind: 'day', day: '2026-02-06' })
    expect(comesTo(withIt('item-00001'))).toEqual({ kind: 'waiting', for: [] })
    expect(comesTo(after('item-77777', 'noted'))).toMatchObject({ kind: 'waiting' })
  })
})

describe('what is not known', () => {
  test('TERM-5 ITEM-6 what was said of a thing of an unknown register dates nothing', () => {
    const room = table()
    const unknown = { ...put('item-00001', {}), register: 'from-the-future', fields: { said: 'x' } }
    must(room, 'lead', unknown)
    must(room, 'lead', mark('item-00001', 'noted', at('2026-02-01')))
    expect(resolveTerm(after('item-00001', 'noted', 2), termWorldOf(room))).toEqual({
      kind: 'waiting',
      for: [{ item: 'item-00001', verb: 'noted' }],
    })
    expect(resolveTerm(withIt('item-00001'), termWorldOf(room))).toEqual({ kind: 'waiting', for: [] })
  })
})

describe('what is asked of whom', () => {
  const on: Term = { kind: 'on', day: '2026-02-06' as never }

  test('FACT-12 a side that has given nothing is asked for its own where answers are wanted, and no longer when it has', () => {
    const room = table()
    must(room, 'lead', put('item-00001', {}))
    expect(asked(room, 'headA', 'headB')).toEqual([[], []])
    must(room, 'lead', put('item-00001', { answersBy: on }, 2))
    expect(asked(room, 'headA', 'headB', 'lead', 'guarantor')).toEqual([
      ['item-00001 put by'],
      ['item-00001 put by'],
      [],
      [],
    ])
    must(room, 'headA', give('item-00002', 'item-00001', 'Avalon'))
    expect(asked(room, 'headA', 'headB')).toEqual([[], ['item-00001 put by', 'item-00002 say by']])
    must(room, 'headB', mark('item-00002', 'contested', { note: 'After rain.' }))
    expect(asked(room, 'headA', 'headB')).toEqual([[], []])
    must(room, 'headB', give('item-00003', 'item-00001', 'Borduria'))
    expect(asked(room, 'headA', 'headB')).toEqual([['item-00003 say by'], []])
  })

  test('FACT-12 nothing is asked of a matter put off, of a version replaced, or of whoever has left', () => {
    const room = table()
    must(room, 'lead', put('item-00001', { answersBy: on }))
    must(room, 'headA', give('item-00002', 'item-00001', 'Avalon'))
    must(room, 'lead', mark('item-00001', 'parked'))
    expect(asked(room, 'headB')).toEqual([[]])
    must(room, 'lead', mark('item-00001', 'resumed'))
    must(room, 'headA', mark('item-00002', 'superseded'))
    expect(asked(room, 'headB')).toEqual([['item-00001 put by']])
    must(room, 'lead', { kind: 'member.remove', member: memberId('headB') })
    expect(asked(room, 'headB')).toEqual([[]])
  })

  test('FACT-12 in a caucus only where answers are wanted; for a party without an account the mediators are asked', () => {
    const room = withRules(caucusA())
    must(room, 'lead', put('item-00001', {}))
    must(room, 'lead', give('item-00002', 'item-00001', 'The other side'))
    expect(asked(room, 'headA', 'lead')).toEqual([[], []])
    must(room, 'lead', put('item-00001', { answersBy: on }, 2))
    expect(asked(room, 'headA', 'lead')).toEqual([['item-00001 put by', 'item-00002 say by'], []])
    const silent = withRules(caucusA({ party: silentA }, ['second']))
    must(silent, 'lead', put('item-00001', { answersBy: on }))
    expect(asked(silent, 'lead', 'second')).toEqual([['item-00001 put by'], ['item-00001 put by']])
    must(silent, 'lead', { ...give('item-00002', 'item-00001', partyA.name), recorded: circumstance })
    expect(asked(silent, 'lead')).toEqual([[]])
    must(silent, 'lead', admit('headA'))
    expect(asked(silent, 'lead', 'headA')).toEqual([[], []])
  })

  test('FACT-12 nothing is asked of a version whose matter is not in the room', () => {
    const room = table()
    must(room, 'lead', put('item-00001', { answersBy: on }))
    must(room, 'headA', give('item-00002', 'item-00009', 'Avalon'))
    expect(asked(room, 'headA', 'headB')).toEqual([['item-00001 put by'], ['item-00001 put by']])
  })

  test('FACT-2 whoever gave the only version need not accept it for all to agree', () => {
    const room = table()
    must(room, 'lead', put('item-00001', {}))
    must(room, 'headA', give('item-00002', 'item-00001', 'Avalon'))
    const standing = () => {
      const thing = room.items['item-00001' as ItemId]
      return thing === undefined ? undefined : findRegister('matter')?.standing(thing, room)
    }
    expect(standing()).toEqual({ standing: 'one-version' })
    must(room, 'headB', mark('item-00002', 'accepted'))
    expect(standing()).toEqual({ standing: 'accepted-by-all' })
  })
})
