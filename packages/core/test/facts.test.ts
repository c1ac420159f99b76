/** Facts: what is asked of figures, inquiries, evidence, measures and alternatives, and what follows from what was said of them. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chronologyOf,
  custodyOf,
  type Evidence,
  findLeaksInAct,
  findRegister,
  type ItemId,
  parseAct,
  publicColumns,
  type RoomState,
} from '../src/index.ts'
import { caucusA, deskRoom, does, must, opened, partyA, partyB, say, tableRoom } from './cast.ts'
import { rooms, withRules } from './everybody.ts'
import { runs } from './runs.ts'

const put = (item: string, register: string, fields: object, rev = 1) => ({
  kind: 'item.put',
  item: `item-fact-${item}`,
  register,
  rev,
  fields,
})
const mark = (item: string, verb: string, more: object = {}) => ({
  kind: 'item.mark',
  item: `item-fact-${item}`,
  rev: 1,
  verb,
  ...more,
})
const standingOf = (room: RoomState, item: string) => {
  const thing = room.items[`item-fact-${item}` as ItemId]
  if (thing === undefined) throw new Error(`no ${item}`)
  return findRegister(thing.register)?.standing(thing, room)
}
const figure = (value: string) => ({ kind: 'exactly', value })
const version = (of: string, more: object = {}) => ({ matter: 'item-fact-matter', of, ...more })
const asked = put('matter', 'matter', { kind: 'figure', title: 'Flow of the spring' })
const event = put('matter', 'matter', { kind: 'event', title: 'The day of the fire' })

const table = (...acts: readonly (readonly [string, object])[]): RoomState => {
  const room = withRules(tableRoom())
  for (const [who, act] of acts) must(room, who, act)
  return room
}

const gapsOf = (desk: RoomState) =>
  custodyOf(desk.items['item-fact-e' as ItemId] as unknown as Evidence).gaps.map(
    ({ kind, after, before }) => [kind, after.link, before.link],
  )

describe('disputed figures', () => {
  const two = [
    ['lead', asked],
    ['headA', put('a', 'version', version('Avalon', { figure: figure('7') }))],
    ['headB', put('b', 'version', version('Borduria', { figure: figure('9') }))],
  ] as const

  test('FACT-8 what was said of a version ends where the figure, the days or the method change, and not with a better source', () => {
    const room = table(...two)
    const counting = () =>
      room.items['item-fact-a' as ItemId]?.marks.filter(({ lapsed }) => lapsed === undefined)
    must(room, 'headB', mark('a', 'contested', { note: 'After rain.' }))
    must(
      room,
      'headA',
      put('a', 'version', version('Avalon', { figure: figure('7'), sources: ['A log'] }), 2),
    )
    expect(counting()).toHaveLength(1)
    must(room, 'headA', put('a', 'version', version('Avalon', { figure: figure('7'), method: 'By hand' }), 3))
    expect(counting()).toHaveLength(0)
    expect(does(room, 'headB', mark('a', 'accepted'))).toBe('rev-stale')
  })

  test('FACT-13 FACT-2 a figure that the text goes on with is accepted by nobody, and its matter says how many versions there are', () => {
    const room = table(...two)
    must(room, 'lead', mark('b', 'used-in-text'))
    expect(standingOf(room, 'matter')).toEqual({ standing: 'used-without-prejudice', count: 2 })
    expect(standingOf(room, 'b')).toEqual({ standing: 'used-in-text' })
    must(room, 'lead', mark('b', 'not-used'))
    expect(standingOf(room, 'matter')).toEqual({ standing: 'disputed', count: 2 })
  })

  test('FACT-7 an inquiry among the sides names the question; a matter is under inquiry from its beginning to its end', () => {
    const room = table(...two)
    const fields = {
      title: 'Flow',
      matter: 'item-fact-matter',
      toFind: ['How much?'],
      conductedBy: 'The university',
      findingIs: 'advisory',
    }
    expect(does(room, 'lead', put('i', 'inquiry', fields))).toBe('item-malformed')
    must(room, 'lead', put('i', 'inquiry', { ...fields, agreedIn: 'AAAA' }))
    expect(standingOf(room, 'i')).toEqual({ standing: 'inquiry-agreed' })
    expect(standingOf(room, 'matter')).toEqual({ standing: 'disputed', count: 2 })
    const recorded = { at: 1, way: 'on-paper' }
    const said = (verb: string, more: object = {}) =>
      mark('i', verb, { for: { name: 'The university' }, recorded, ...more })
    expect(does(room, 'lead', mark('i', 'inquiry-begun'))).toBe('not-the-one-named')
    must(room, 'lead', said('inquiry-begun'))
    expect(standingOf(room, 'matter')).toEqual({ standing: 'under-inquiry', count: 2 })
    expect(does(room, 'lead', said('inquiry-delivered'))).toBe('mark-needs')
    must(room, 'lead', put('c', 'version', version('The university', { figure: figure('8') })))
    must(room, 'lead', said('inquiry-delivered', { evidence: ['item-fact-c'] }))
    // Its finding is one more, and takes the place of none.
    expect(standingOf(room, 'matter')).toEqual({ standing: 'disputed', count: 3 })
    const inquiry = room.items['item-fact-i' as ItemId]
    const asks = (role: 'head', party: typeof partyA.party) =>
      inquiry && findRegister('inquiry')?.asks?.(inquiry, { member: 'member-x' as never, role, party }, room)
    expect(asks('head', partyA.party)).toEqual([{ kind: 'say', verb: 'finding-noted' }])
    must(room, 'headA', mark('i', 'finding-contested', { note: 'After rain.' }))
    expect(asks('head', partyA.party)).toEqual([])
    expect(asks('head', partyB.party)).toHaveLength(1)
  })

  test('FACT-16 a version that ends before it begins is none', () => {
    const room = table(['lead', event])
    const told = (happened: object) =>
      does(room, 'headA', put('a', 'version', version('Avalon', { wording: 'It burned.', ...happened })))
    expect(told({ happenedUntil: '2026-02-01' })).toBe('item-malformed')
    expect(told({ happenedOn: '2026-02-02', happenedUntil: '2026-02-01' })).toBe('item-malformed')
    expect(told({ happenedOn: '2026-02-02', happenedUntil: '2026-02-02' })).toBe('ok')
  })
})

describe('the chronology', () => {
  test('FACT-16 law: every standing version of an event stands in its line with its own days, and the line has no day but one of theirs', () => {
    const day = fc.option(
      fc.integer({ min: 1, max: 28 }).map(n => `2026-02-${String(n).padStart(2, '0')}`),
      { nil: undefined },
    )
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 5 }), days => {
        const room = table(['lead', event])
        for (const [at, happenedOn] of days.entries())
          must(room, at % 2 === 0 ? 'headA' : 'headB', {
            ...put(`v${at}`, 'version', {
              ...version(`Side ${at}`),
              wording: `Telling ${at}`,
              ...(happenedOn === undefined ? {} : { happenedOn }),
            }),
          })
        const [line, ...others] = chronologyOf([room])
        expect(others).toEqual([])
        expect(line?.told.map(({ day }) => day)).toEqual(days)
        expect(line?.day).toBe(days.filter(each => each !== undefined).toSorted()[0])
      }),
      runs(60),
    )
  })

  test('FACT-16 it goes by day, what has none comes last; it is narrowed by issue and by whose words they are', () => {
    const room = table(
      ['lead', event],
      ['headA', put('a', 'version', version('Avalon', { wording: 'An attack', happenedOn: '2026-02-03' }))],
      [
        'headB',
        put('b', 'version', version('Borduria', { wording: 'An operation', happenedOn: '2026-02-04' })),
      ],
      [
        'lead',
        put('m', 'measure', {
          title: 'The road is closed',
          measureOf: 'body',
          imposedBy: 'The province',
          inForceSince: '2025-01-01',
          issue: 'item-fact-roads',
        }),
      ],
      [
        'lead',
        put('s', 'statement', {
          kind: 'spoken',
          speaker: 'Borduria',
          party: partyB.party,
          wordings: [{ language: 'en', body: 'Roads stay closed.' }],
        }),
      ],
      [
        'lead',
        asked.item === 'item-fact-matter' ? put('other', 'matter', { kind: 'figure', title: 'Flow' }) : asked,
      ],
    )
    const kinds = (filter = {}) => chronologyOf([room], filter).map(({ thing, day }) => [thing.register, day])
    expect(kinds()).toEqual([
      ['measure', '2025-01-01'],
      ['matter', '2026-02-03'],
      ['statement', undefined],
    ])
    expect(kinds({ issue: 'item-fact-roads' })).toEqual([['measure', '2025-01-01']])
    expect(kinds({ source: 'Borduria' }).map(([kind]) => kind)).toEqual(['matter', 'statement'])
    expect(kinds({ source: 'Nobody' })).toEqual([])
  })
})

describe('public words', () => {
  test('FACT-9 law: columns have the same number of lines and the same order, whatever was said', () => {
    const said = fc.record({ by: fc.constantFrom('a', 'b', 'none'), day: fc.integer({ min: 1, max: 28 }) })
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), all => {
        const room = table()
        for (const [at, { by, day }] of all.entries()) {
          const on = `2026-02-${String(day).padStart(2, '0')}`
          const party = { a: partyA.party, b: partyB.party, none: undefined }[by]
          const fields = {
            kind: 'spoken',
            speaker: `Speaker ${at}`,
            wordings: [{ language: 'en', body: `Words ${at}` }],
            on,
            ...(party === undefined ? {} : { party }),
          }
          must(room, 'lead', put(`s${at}`, 'statement', fields))
        }
        const columns = publicColumns([room], [partyA.party, partyB.party])
        expect(new Set(columns.map(({ lines }) => lines.length)).size).toBe(1)
        const count = (by: string) => all.filter(each => each.by === by).length
        const filled = columns.map(({ lines }) => lines.filter(line => line !== undefined))
        expect(filled.map(({ length }) => length)).toEqual([
          count('a'),
          count('b'),
          ...(count('none') === 0 ? [] : [count('none')]),
        ])
        for (const lines of filled) {
          const days = lines.map(({ account }) => String(account.day))
          expect(days).toEqual(days.toSorted())
        }
      }),
      runs(60),
    )
  })

  test('FACT-15 FACT-14 a side labels words as a threat in its own room alone; the side that is quoted corrects them', () => {
    const words = {
      kind: 'spoken',
      speaker: 'Borduria',
      wordings: [{ language: 'en', body: 'Roads stay closed.' }],
      captured: 'ab'.repeat(32),
      translatedBy: 'The mediators',
    }
    const threat = put('s', 'statement', { ...words, pressure: 'threat' })
    for (const [kind, room] of Object.entries(rooms)) {
      if (findRegister('statement')?.rooms[kind as keyof typeof rooms] === undefined) continue
      const who = kind === 'delegation' || kind === 'caucus' ? 'headA' : 'lead'
      expect([kind, does(room(), who, threat)]).toEqual([
        kind,
        kind === 'delegation' ? 'ok' : 'item-malformed',
      ])
    }
    const room = table(['lead', put('s', 'statement', words)])
    expect(does(room, 'headB', mark('s', 'statement-corrected'))).toBe('mark-needs')
    must(room, 'headB', mark('s', 'statement-corrected', { note: 'Some roads.' }))
    expect(standingOf(room, 's')).toEqual({ standing: 'statement-corrected' })
  })
})

describe('evidence', () => {
  const piece = put('e', 'evidence', { title: 'A letter', sha256: 'ab'.repeat(32) })
  const chain = (...links: readonly (readonly [string, number])[]) => {
    const desk = withRules(deskRoom())
    must(desk, 'lead', piece)
    for (const [verb, at] of links)
      must(desk, 'lead', mark('e', `custody-${verb}`, { note: 'Somebody.', at }))
    return desk
  }

  test.each([
    [
      [
        ['received', 1],
        ['copied', 2],
        ['sealed', 3],
      ],
      [],
    ],
    [
      [
        ['received', 1],
        ['returned', 2],
        ['shown', 3],
      ],
      [['not-held', 2, 3]],
    ],
    [
      [
        ['received', 1],
        ['lost', 2],
        ['received', 3],
        ['copied', 4],
      ],
      [],
    ],
    [
      [
        ['received', 1],
        ['received', 2],
      ],
      [['twice', 1, 2]],
    ],
    [
      [
        ['received', 5],
        ['copied', 4],
      ],
      [['earlier', 1, 2]],
    ],
    [
      [
        ['received', 5],
        ['copied', 5],
        ['returned', 6],
        ['returned', 7],
        ['copied', 3],
      ],
      [
        ['not-held', 3, 4],
        ['not-held', 4, 5],
      ],
    ],
  ] as const)('FACT-6 of the links %j the gaps are %j', (links, gaps) => {
    const desk = chain(...links)
    expect(gapsOf(desk)).toEqual(gaps)
    const standing = standingOf(desk, 'e')
    expect(standing?.standing === 'custody-gap' ? standing.count : 0).toBe(gaps.length)
  })

  test('FACT-6 of other bytes it is another chain; only whoever holds it says so', () => {
    const desk = chain(['received', 1], ['returned', 2], ['shown', 3])
    must(desk, 'lead', put('e', 'evidence', { title: 'A letter', sha256: 'cd'.repeat(32) }, 2))
    expect(gapsOf(desk)).toEqual([])
    expect(standingOf(desk, 'e')).toEqual({ standing: 'evidence-held' })
    const room = table(['headA', piece])
    expect(does(room, 'headB', mark('e', 'custody-lost'))).toBe('not-the-maker')
    expect(does(room, 'headA', mark('e', 'custody-shown'))).toBe('mark-needs')
  })

  test('FACT-11 sources that mediators alone know stand at the desk and nowhere else, and no word of them passes unnamed', () => {
    const secret = 'A clerk of the northern archive'
    const kept = { keptSources: [secret, 'Mira Voss'] }
    const pieces = {
      version: put('v', 'version', { ...version('A witness', { wording: 'It burned.' }), ...kept }),
      evidence: put('e', 'evidence', { title: 'A letter', sha256: 'ab'.repeat(32), ...kept }),
    }
    for (const [register, act] of Object.entries(pieces)) {
      for (const [kind, room] of Object.entries(rooms)) {
        if (findRegister(register)?.rooms[kind as keyof typeof rooms] === undefined) continue
        const done = does(room(), kind === 'delegation' ? 'headA' : 'lead', act)
        expect([kind, register, done]).toEqual([kind, register, kind === 'desk' ? 'ok' : 'item-malformed'])
      }
      const desk = withRules(deskRoom())
      must(desk, 'lead', act)
      const caucus = withRules(caucusA())
      const found = (body: string) => {
        const act = parseAct(say('message-0001', { body }))
        if (!act.ok) throw new Error('not an act')
        return findLeaksInAct({ act: act.value, recipient: caucus }, [desk, caucus]).map(({ text }) => text)
      }
      expect(found('We have it from a clerk of the northern archive.').length).toBeGreaterThan(0)
      expect(found('Ask Mira Voss.')).toContain('Mira Voss')
      expect(found('We have it from elsewhere.')).toEqual([])
    }
  })
})

describe('measures and alternatives', () => {
  test('FACT-17 what becomes of a measure its owner says; of a body that is none of the room the mediators write it down', () => {
    const closed = { title: 'The road is closed', imposedBy: 'Avalon', canLift: 'The council', daysToLift: 5 }
    const room = table()
    expect(does(room, 'lead', put('m', 'measure', { ...closed, measureOf: 'party' }))).toBe('item-malformed')
    expect(
      does(room, 'lead', put('m', 'measure', { ...closed, measureOf: 'body', owner: partyA.party })),
    ).toBe('item-malformed')
    must(room, 'lead', put('m', 'measure', { ...closed, measureOf: 'party', owner: partyA.party }))
    expect(standingOf(room, 'm')).toEqual({ standing: 'measure-in-force' })
    expect(does(room, 'headB', mark('m', 'measure-lifted'))).toBe('not-the-one-named')
    must(room, 'headA', mark('m', 'measure-suspended'))
    must(room, 'headB', mark('m', 'measure-contested', { note: 'It is closed still.' }))
    expect(standingOf(room, 'm')).toEqual({ standing: 'measure-suspended' })
    must(room, 'lead', put('n', 'measure', { ...closed, imposedBy: 'The province', measureOf: 'body' }))
    expect(does(room, 'lead', mark('n', 'measure-lifted'))).toBe('not-the-one-named')
    const recorded = { at: 1, way: 'on-paper' }
    must(room, 'lead', mark('n', 'measure-lifted', { for: { name: 'The province' }, recorded }))
    expect(standingOf(room, 'n')).toEqual({ standing: 'measure-lifted' })
  })

  test('FACT-4 an alternative is refused in a caucus, at the table and in a group, from whoever puts it', () => {
    const alone = put('n', 'alternative', { title: 'Without a deal', withoutDeal: 'We dig our own well.' })
    for (const kind of ['caucus', 'table', 'group'] as const)
      for (const who of ['lead', 'headA'])
        expect([kind, who, does(rooms[kind](), who, alone)]).toEqual([kind, who, 'register-not-here'])
    const own = withRules(opened('headA', { kind: 'delegation', party: partyA }, ['delegateA']), 'headA')
    must(own, 'delegateA', alone)
    must(own, 'headA', mark('n', 'alternative-reviewed'))
    expect(standingOf(own, 'n')).toEqual({ standing: 'alternative-reviewed' })
    const delivered = {
      kind: 'delivery.make',
      delivery: 'delivery-none',
      form: 'paper',
      binding: false,
      body: 'What they would do.',
      verbatim: false,
      thing: { register: 'alternative', fields: { title: 'Without a deal', withoutDeal: 'They dig.' } },
    }
    expect(does(withRules(caucusA()), 'lead', delivered)).toBe('register-not-here')
  })
})
