/** The leak check of what crosses: what is looked at, what is guarded, and what its readers know. */

import { describe, expect, test } from 'vitest'
import {
  arrivalOf,
  type Conveyance,
  deliveryOf,
  findLeaksIn,
  type ItemPassage,
  type MarkPassage,
  type RoomState,
} from '../src/index.ts'

import {
  admit,
  caucusB,
  circumstance,
  must,
  opened,
  partyA,
  partyB,
  planOf,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'
import {
  brought,
  contested,
  dovonia,
  figure,
  itemPlan,
  markPlan,
  matter,
  method,
  ofItem,
  ofMark,
  own,
  passage,
  prepare,
  release,
  said,
  type Talks,
  talks,
  version,
  withRules,
  word,
} from './crossing-talks.ts'

let asks = 0
/** Given in the name of a party without an account. */
function releaseFor(room: RoomState, passage: ItemPassage | MarkPassage): void {
  const ask = `ask-for-${String((asks += 1))}`
  must(room, 'lead', { kind: 'release.ask', ask, passage, marking: 'verbatim' })
  must(room, 'lead', { kind: 'release.give', ask, marking: 'verbatim', recorded: circumstance })
}

const found = (sides: Talks, plan: Conveyance) =>
  findLeaksIn(plan, sides, [sides.source, sides.recipient, sides.desk]).map(({ kind, text, field }) =>
    [kind, text, field].filter(part => part !== undefined).join(': '),
  )

describe('the leak check of an item', () => {
  test('LEAK-11 every text of what is brought is checked, and each finding says in which field', () => {
    const sides = talks()
    release(sides.source, figure, 'unattributed')
    const plan = itemPlan(sides, {
      title: 'From Oldbridge',
      thing: brought({ method: 'By a weir', sources: ['First', 'The Oldbridge weir'] }),
    })
    expect(findLeaksIn(plan, sides, [sides.source, sides.recipient])).toMatchObject([
      { kind: 'name', text: 'Oldbridge', in: 'title' },
      { kind: 'name', text: 'Oldbridge', in: 'field', field: 'thing.fields.sources.1' },
    ])
  })

  test('LEAK-11 a mark’s note too', () => {
    const sides = talks()
    must(sides.source, 'headA', say('message-1', { body: 'We shall meet in Zeta.' }))
    release(sides.source, word, 'attributed')
    const plan = markPlan(sides, { thing: said({ note: 'Ask in Zeta.' }) })
    expect(found(sides, plan)).toEqual(['name: Zeta: thing.note'])
  })

  test('LEAK-9 what is released and carried passes, its other fields do not', () => {
    const sides = talks()
    release(sides.source, figure, 'unattributed')
    expect(found(sides, itemPlan(sides))).toEqual([])
    expect(found(sides, itemPlan(sides, { wording: 'They counted 31 nights.' }))).toEqual(['figure: 31'])
    const own = itemPlan(sides, { origin: { kind: 'mediators' }, as: 'verbatim' })
    expect(found(sides, own)).toEqual([])
    const unreleased = talks()
    expect(found(unreleased, itemPlan(unreleased))).toEqual(['figure: 108000: thing.fields.figure.value'])
  })

  test('LEAK-4 of a field that passes in substance alone, its words are found; verbatim they pass', () => {
    for (const [as, words] of [
      ['unattributed', 1],
      ['verbatim', 0],
    ] as const) {
      const sides = talks()
      const chosen = { ...figure, fields: ['method'] }
      release(sides.source, chosen, as)
      const plan = itemPlan(sides, {
        as,
        origin: ofItem(sides, chosen),
        thing: brought({ method, figure: undefined }),
      })
      expect(found(sides, plan).filter(text => text.startsWith('words'))).toHaveLength(words)
    }
  })

  test('LEAK-9 a mark’s note passes with the mark alone', () => {
    const sides = talks()
    must(sides.source, 'headA', contested({ note: 'We fear for 44 wells.' }))
    release(sides.source, word, 'attributed')
    const second = { ...word, mark: 2 }
    release(sides.source, second, 'attributed')
    const plan = markPlan(sides, { wording: 'It is about 44 wells.', origin: ofMark(sides, 2) })
    expect(found(sides, plan)).toEqual([])
    const { source } = talks()
    must(source, 'headA', contested({ note: 'We fear for 44 wells.' }))
    const other = { ...sides, source }
    expect(found(other, markPlan(other, { wording: 'It is about 44 wells.' }))).toEqual(['figure: 44'])
  })

  test('LEAK-9 how a recorded item and a recorded mark came never passes', () => {
    const source = withRules(recordedA())
    const recorded = { ...circumstance, hearing: 'in sight of 17 neighbours' }
    must(source, 'lead', matter('matter-a1'))
    must(source, 'lead', version({ recorded }))
    must(source, 'lead', contested({ recorded: { ...circumstance, hearing: 'before 19 elders' } }))
    const sides = { ...talks(), source }
    const plan = itemPlan(sides, {
      origin: { kind: 'mediators' },
      wording: 'Of 17 and 19.',
      thing: brought({ figure: undefined }),
    })
    expect(found(sides, plan)).toEqual(['figure: 17', 'figure: 19'])
  })

  test('LEAK-5 what was delivered to the recipient, and what it put itself, is known to it', () => {
    const sides = talks()
    const wording = 'They speak of 777 and 888.'
    const plan = itemPlan(sides, {
      origin: { kind: 'mediators' },
      wording,
      thing: brought({ figure: undefined }),
    })
    must(sides.source, 'headA', say('message-1', { body: 'We have 777 wells, 888 pumps.' }))
    expect(found(sides, plan)).toEqual(['figure: 777', 'figure: 888'])
    must(sides.recipient, 'lead', version({ item: 'version-b5' }, { matter: 'matter-b1', method: 'By 777' }))
    expect(found(sides, plan)).toEqual(['figure: 777', 'figure: 888'])
    must(sides.recipient, 'headB', version({ item: 'version-b6' }, { matter: 'matter-b1', method: 'By 777' }))
    expect(found(sides, plan)).toEqual(['figure: 888'])
    const told = itemPlan(sides, { delivery: 'version-b1' as never, thing: brought({ method: 'Not 888' }) })
    must(sides.recipient, 'lead', deliveryOf(told, sides.source))
    expect(found(sides, plan)).toEqual([])
  })

  test('LEAK-9 what was delivered to a third party is guarded, but not where the same is being carried', () => {
    const sides = talks()
    release(sides.source, figure, 'unattributed')
    const third = withRules(
      opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never, name: 'Dovonia' } }),
    )
    const elsewhere = itemPlan(sides, { to: third.id, thing: brought({ method: 'Some 999 times' }) })
    must(third, 'lead', deliveryOf(elsewhere, sides.source))
    must(sides.desk, 'lead', { kind: 'carry.prepare', conveyance: elsewhere })
    const rooms = [sides.source, sides.recipient, sides.desk, third]
    const plan = itemPlan(sides, { wording: 'Some 999 times.' })
    expect(findLeaksIn(plan, sides, rooms)).toEqual([])
    const other = { ...plan, origin: { kind: 'mediators' } as const, wording: 'Of 999.' }
    expect(findLeaksIn(other, sides, rooms).map(({ text }) => text)).toContain('999')
  })
})

const foundAmong = (plan: Conveyance, recipient: RoomState, rooms: readonly RoomState[]) => {
  const [source] = rooms
  return findLeaksIn(plan, { recipient, ...(source === undefined ? {} : { source }) }, rooms).map(
    ({ kind, text }) => `${kind}: ${text}`,
  )
}

describe('the leak check of what crosses', () => {
  test.each([
    ['no party sits yet', ['second']],
    ['one sits alone', ['second', 'headA']],
  ])('LEAK-10 in a group where %s nobody’s caucus is known', (_, seated) => {
    const { source, recipient, desk } = talks()
    const group = withRules(opened('lead', { kind: 'group' }, seated))
    const plan = planOf(source, group, { ...own, wording: 'Was it 108000?' })
    expect(foundAmong(plan, group, [source, recipient, desk, group])).toEqual(['figure: 108000'])
  })

  test('LEAK-10 in a group where no party sits yet it is not known either what was said at the table', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    must(table, 'lead', { kind: 'table.open' })
    must(table, 'headA', say('message-t', { body: 'It was 1985.' }))
    const group = withRules(opened('lead', { kind: 'group' }, ['second']))
    const plan = planOf(source, group, { ...own, wording: 'Was it 1985?' })
    expect(foundAmong(plan, group, [source, recipient, desk, table, group])).toEqual(['figure: 1985'])
    must(group, 'lead', admit('headB'))
    expect(foundAmong(plan, group, [source, recipient, desk, table, group])).toEqual([])
  })

  test('LEAK-9 what mediators said of an item in another caucus is guarded', () => {
    const { source, recipient, desk } = talks()
    const parked = { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked', note: 'Until 1999.' }
    must(source, 'lead', parked)
    const plan = planOf(source, recipient, { ...own, wording: 'Until 1999, then.' })
    expect(foundAmong(plan, recipient, [source, recipient, desk])).toEqual(['figure: 1999'])
  })

  test('LEAK-9 a mark delivered to a third party is guarded, but not where the same is being carried', () => {
    const sides = talks()
    const third = dovonia()
    release(sides.source, word, 'attributed')
    must(third, 'lead', version({ item: 'version-b1', fields: { matter: 'matter-d1', of: 'x' } }))
    const elsewhere = markPlan(sides, { to: third.id, thing: said({ note: 'Some 999 times.' }) })
    must(third, 'lead', deliveryOf({ ...elsewhere, delivery: 'delivery-d' as never }, sides.source))
    must(sides.desk, 'lead', prepare({ ...elsewhere, delivery: 'delivery-d' as never }))
    const rooms = [sides.source, sides.recipient, sides.desk, third]
    const wording = 'Some 999 times.'
    expect(foundAmong(markPlan(sides, { wording }), sides.recipient, rooms)).toEqual([])
    const alone = planOf(sides.source, sides.recipient, { ...own, wording })
    expect(foundAmong(alone, sides.recipient, rooms)).toContain('figure: 999')
  })

  test.each([
    ['is not what is carried', 'verbatim', own],
    ['is carried beyond its leave', 'unattributed', { as: 'verbatim' }],
  ] as const)('LEAK-5 what was released and %s clears no run of words', (_, marking, changes) => {
    const sides = talks()
    const chosen = { ...figure, fields: ['method'] }
    release(sides.source, chosen, marking)
    must(sides.source, 'headA', say('message-1', { body: method }))
    const plan = itemPlan(sides, {
      origin: ofItem(sides, chosen),
      wording: method,
      thing: brought({ figure: undefined }),
      ...changes,
    })
    const words = foundAmong(plan, sides.recipient, [sides.source, sides.recipient, sides.desk])
    expect(words.filter(text => text.startsWith('words'))).toEqual([`words: ${method}`])
  })

  test('LEAK-5 what mediators said of an item in the recipient’s own caucus clears nothing', () => {
    const { source, recipient, desk } = talks()
    must(source, 'headA', say('message-1', { body: 'Not before 1999.' }))
    must(recipient, 'lead', {
      kind: 'item.mark',
      item: 'matter-b1',
      rev: 1,
      verb: 'parked',
      note: 'Till 1999.',
    })
    const plan = planOf(source, recipient, { ...own, wording: 'In 1999?' })
    expect(foundAmong(plan, recipient, [source, recipient, desk])).toEqual(['figure: 1999'])
  })

  test('LEAK-9 guarded is what was said in other caucuses: neither in the recipient’s own, nor at the desk or the table', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    must(recipient, 'lead', say('message-b', { body: 'We meet on 11 May.' }))
    must(desk, 'lead', { kind: 'note.write', note: 'note-0001', body: 'They may come on 12 May.' })
    must(table, 'lead', say('message-t', { body: 'We all meet on 13 May.' }))
    const plan = planOf(source, recipient, { ...own, wording: 'On 11, 12 or 13 May?' })
    expect(foundAmong(plan, recipient, [source, recipient, desk, table])).toEqual([])
  })

  test('LEAK-1 who is named as the source may be named in the words too', () => {
    const { source, recipient, desk } = talks()
    must(source, 'headA', say('message-1', { marking: 'attributed' }))
    must(source, 'headA', say('message-2', { body: 'All of Avalon would wait.' }))
    const plan = planOf(source, recipient, { as: 'attributed', wording: 'They say that Avalon may.' })
    expect(foundAmong(plan, recipient, [source, recipient, desk])).toEqual([])
    expect(foundAmong({ ...plan, as: 'unattributed' }, recipient, [source, recipient, desk])).toEqual([
      'name: Avalon',
    ])
  })

  test('LEAK-8 what is found in two ways is one finding', () => {
    const { source, recipient, desk } = talks()
    must(source, 'lead', admit('counselA', { name: 'Zephyrin Kolb' }))
    must(source, 'headA', say('message-1', { body: 'Ask our man Kolb.' }))
    const plan = planOf(source, recipient, { ...own, wording: 'We asked Kolb.' })
    expect(foundAmong(plan, recipient, [source, recipient, desk])).toEqual(['name: Kolb'])
  })

  test('LEAK-5 words and figures of what may pass are none, though they were said elsewhere too', () => {
    const sides = talks()
    must(sides.source, 'headA', say('message-1', { body: 'It was 108000, no less.' }))
    const rooms = [sides.source, sides.recipient, sides.desk]
    expect(foundAmong(itemPlan(sides, { wording: 'Of 108000.' }), sides.recipient, rooms)).toContain(
      'figure: 108000',
    )
    release(sides.source, figure, 'unattributed')
    expect(foundAmong(itemPlan(sides, { wording: 'Of 108000.' }), sides.recipient, rooms)).toEqual([])
  })

  test('LEAK-10 of an item that was published the entry is known, and not the words with which it was planned', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    const rooms = [source, recipient, desk, table]
    must(source, 'headA', say('message-1', { body: 'Not in 1971, not in 1977.' }))
    const thing = { register: 'matter', fields: { kind: 'figure', title: 'In 1977' } }
    const published = planOf(source, table, { ...own, wording: 'Of 1971.', thing })
    must(desk, 'lead', prepare(published))
    must(desk, 'lead', { kind: 'carry.deliver', conveyance: published.conveyance })
    must(table, 'lead', arrivalOf(published, { recipient: table }))
    const plan = planOf(source, recipient, { ...own, wording: 'In 1971 or 1977.' })
    expect(foundAmong(plan, recipient, rooms)).toEqual(['figure: 1971'])
  })

  test('LEAK-1 mediators are nobody’s people, and whoever reads there is known by name', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    must(source, 'lead', admit('helper', { name: 'Ottoline Brandt' }))
    const toB = planOf(source, recipient, { ...own, wording: 'Ask Ottoline Brandt.' })
    expect(foundAmong(toB, recipient, [source, recipient, desk])).toEqual([])
    const toAll = planOf(source, table, { ...own, wording: 'We thank Name of headA.' })
    expect(foundAmong(toAll, table, [source, recipient, desk, table])).toEqual([])
    expect(foundAmong({ ...toAll, to: recipient.id }, recipient, [source, recipient, desk])).not.toEqual([])
  })

  test('LEAK-1 what is published with names may name each that it comes from', () => {
    const { source, recipient } = talks()
    const table = withRules(tableRoom())
    const also = [passage(recipient, 'message-b')]
    const plan = planOf(source, table, { as: 'attributed', also, wording: 'Avalon and Borduria agree.' })
    expect(foundAmong(plan, table, [source, recipient, table])).toEqual([])
  })

  test('LEAK-5 names of parties, of the talks and of one’s own side are known, and so is what a sample’s titles begin with', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    const title = 'Illustrative, not a historical statement: a pause'
    const body = 'Then the Free Union of Zeta and Borduria would end these Talks.'
    must(source, 'headA', say('message-1', { title, body }))
    const rooms = [source, recipient, desk, table]
    const toB = planOf(source, recipient, { ...own, title, wording: 'Then Borduria goes on with the Talks.' })
    expect(foundAmong(toB, recipient, rooms)).toEqual([])
    const toAll = planOf(source, table, { ...own, wording: 'Then the Free Union of Zeta may follow.' })
    expect(foundAmong(toAll, table, rooms)).not.toEqual([])
    must(table, 'lead', {
      kind: 'party.add',
      card: { ...partyA, party: 'party-zz', name: 'The Free Union of Zeta' },
    })
    expect(foundAmong(toAll, table, rooms)).toEqual([])
  })

  test.each([
    ['Public text of the draft', ['words: Public text of the draft']],
    ['Public textbooks of the north', ['words: Public textbooks of the north']],
    ['Illustrative figures of the north', ['words: Illustrative figures of the north']],
    ['Public text: of the draft', []],
    ['Illustrative. We will see', []],
  ])('LEAK-5 what samples begin with is blanked where it stands as they write it: %s', (wording, names) => {
    const { source, recipient, desk } = talks()
    must(source, 'headA', say('message-1', { body: `They say so. ${wording}` }))
    expect(
      foundAmong(planOf(source, recipient, { ...own, wording }), recipient, [source, recipient, desk]),
    ).toEqual(names)
  })

  test('LEAK-9 LEAK-5 limits of a consent are guarded; those of the reader’s own, recorded or not, are known; a hold by mediators is not', () => {
    const { source, desk } = talks()
    const recipient = withRules(caucusB({ party: { ...partyB, account: false } }, ['second']))
    const plan = planOf(source, recipient, { ...own, wording: 'Of 1977 wells.' })
    const names = () => foundAmong(plan, recipient, [source, recipient, desk])
    expect(names()).toEqual([])
    must(source, 'headA', { kind: 'consent.give', party: partyA.party, limits: 'Not before 1977.' })
    expect(names()).toEqual(['figure: 1977'])
    must(recipient, 'lead', { kind: 'hold.place', hold: 'hold-00001', reason: 'A court asks of 1977.' })
    expect(names()).toEqual(['figure: 1977'])
    const limits = 'Not after 1977.'
    must(recipient, 'lead', { kind: 'consent.give', party: partyB.party, limits, recorded: circumstance })
    expect(names()).toEqual([])
  })

  test.each([
    ['is only the end of a word', 'Land of the Four Rivers', 'highland of the four rivers'],
    ['is only the beginning of one', 'The Free Union of Zeta', 'the free union of zetania'],
  ])('LEAK-5 a known name that %s clears nothing', (_, name, words) => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    must(table, 'lead', { kind: 'party.add', card: { ...partyA, party: 'party-zz', name } })
    must(source, 'headA', say('message-1', { body: `We fear ${words}.` }))
    const plan = planOf(source, table, { ...own, wording: `They speak of ${words}.` })
    expect(foundAmong(plan, table, [source, recipient, desk, table])).toContain(`words: ${words}`)
  })

  test('LEAK-5 a known name hides nothing beside it, where letters grow longer when they are made small', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    const card = { ...partyA, party: 'party-zz', name: 'The Free Union of Zeta' }
    must(table, 'lead', { kind: 'party.add', card })
    must(source, 'headA', say('message-1', { body: 'We ask for 4711.' }))
    const wording = 'İİİİİİ: to The Free Union of Zeta 4711 it is.'
    const plan = planOf(source, table, { ...own, wording })
    expect(foundAmong(plan, table, [source, recipient, desk, table])).toEqual(['figure: 4711'])
  })

  test('LEAK-7 a figure with letters is what is written: 007a is not 7a', () => {
    const { source, recipient, desk } = talks()
    must(source, 'headA', say('message-1', { body: 'By section 007a of it.' }))
    const of = (wording: string) =>
      foundAmong(planOf(source, recipient, { ...own, wording }), recipient, [source, recipient, desk])
    expect(of('See 7a there.')).toEqual([])
    expect(of('See 007A there.')).toEqual(['figure: 007A'])
  })

  const apart = 'nine heron and two otters'

  /** Leave to pass `apart` in its very words, of something else than what is carried; and the same said where it may not pass. */
  const leaves: readonly (readonly [string, 'item' | 'mark', (sides: Talks, third: RoomState) => void])[] = [
    [
      'another field',
      'item',
      ({ source }) => {
        must(source, 'headA', version({ item: 'version-a1', rev: 2 }, { of: apart }))
        release(source, { ...figure, rev: 2, fields: ['of'] }, 'verbatim')
      },
    ],
    [
      'an earlier revision',
      'item',
      ({ source }) => {
        must(source, 'headA', version({ rev: 2 }, { method: apart }))
        release(source, { ...figure, rev: 2, fields: ['method'] }, 'verbatim')
        must(source, 'headA', version({ rev: 3 }))
      },
    ],
    [
      'another item',
      'item',
      ({ source }) => {
        must(source, 'headA', version({ item: 'version-a2' }, { method: apart }))
        release(source, { ...figure, item: 'version-a2' as never, fields: ['method'] }, 'verbatim')
      },
    ],
    [
      'an item of another caucus that has the same id',
      'item',
      (_, third) => {
        must(third, 'lead', version({ recorded: circumstance }, { method: apart }))
        releaseFor(third, { ...figure, fields: ['method'] })
      },
    ],
    [
      'another mark',
      'mark',
      ({ source }) => {
        must(source, 'headA', contested({ verb: 'noted', note: apart }))
        release(source, { ...word, mark: 2 }, 'verbatim')
      },
    ],
    [
      'a mark of the same number on another item',
      'mark',
      ({ source }) => {
        must(source, 'headA', version({ item: 'version-a2' }))
        must(source, 'headA', contested({ item: 'version-a2', note: apart }))
        release(source, { ...word, item: 'version-a2' as never }, 'verbatim')
      },
    ],
    [
      'a mark in another caucus on an item that has the same id',
      'mark',
      (_, third) => {
        must(third, 'lead', version({ recorded: circumstance }))
        must(third, 'lead', contested({ recorded: circumstance, note: apart }))
        releaseFor(third, word)
      },
    ],
  ]

  test.each(leaves)('LEAK-9 the leave of %s is not that of what is carried', (_, kind, leave) => {
    const sides = talks()
    const third = withRules(
      opened('lead', {
        kind: 'caucus',
        party: { ...partyA, party: 'party-dd' as never, name: 'Dovonia', account: false },
      }),
    )
    must(sides.source, 'headA', say('message-1', { body: `We saw ${apart}.` }))
    leave(sides, third)
    const rev = sides.source.items['version-a1' as never]?.revisions.length ?? 0
    const chosen = { ...figure, rev, fields: ['method'] }
    release(sides.source, kind === 'item' ? chosen : word, 'verbatim')
    const wording = `They speak of ${apart}.`
    const plan =
      kind === 'item'
        ? itemPlan(sides, {
            as: 'verbatim',
            origin: ofItem(sides, chosen),
            wording,
            thing: brought({ method }),
          })
        : markPlan(sides, { as: 'verbatim', wording, thing: said({ note: 'Counted after rain.' }) })
    const rooms = [sides.source, sides.recipient, sides.desk, third]
    expect(foundAmong(plan, sides.recipient, rooms)).toContain(`words: ${apart}`)
  })
})
