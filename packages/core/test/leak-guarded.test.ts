/** What is guarded besides messages: names that stand by themselves, days, what joiners hide; and what is not. */

import { describe, expect, test } from 'vitest'
import { type Act, deliveryOf, findLeaksIn, findLeaksInAct, type RoomState, reachOf } from '../src/index.ts'
import { admit, cardOf, caucusA, caucusB, circumstance, memberId, must, partyA, planOf, say } from './cast.ts'
import {
  brought,
  dovonia,
  figure,
  itemPlan,
  matter,
  ofItem,
  own,
  prepare,
  release,
  talks,
  version,
  withRules,
} from './crossing-talks.ts'

const named = ({ kind, text }: { readonly kind: string; readonly text: string }) => `${kind}: ${text}`

/** What is found where mediators say this to Borduria of themselves. */
const told = (source: RoomState, wording: string, recipient = withRules(caucusB())) =>
  findLeaksIn(planOf(source, recipient, { ...own, wording }), { recipient }, [source, recipient]).map(named)

/** The same of an act of the lead's in a room, with the field. */
const reached = (act: unknown, room: RoomState, ...others: RoomState[]) => {
  const author = room.members[memberId('lead')]
  if (author === undefined) throw new Error('no lead')
  return reachOf(act as Act, author, room, () => undefined).flatMap(reach =>
    findLeaksInAct(reach, [room, ...others]).map(finding => `${named(finding)} in ${finding.field}`),
  )
}

const institution = (name: string) => ({
  kind: 'item.put',
  item: 'inst-000001',
  register: 'mediators-accepted',
  rev: 1,
  fields: { institution: name },
})
const body = (item: string, changes: object = {}) => ({
  kind: 'item.mark',
  item,
  rev: 1,
  verb: 'reported',
  for: { name: 'Port Authority' },
  recorded: circumstance,
  ...changes,
})

/** A caucus of Avalon in which its head named an institution. */
const naming = (name: string): RoomState => {
  const room = withRules(caucusA())
  must(room, 'headA', institution(name))
  return room
}

/** One in which its head said this. */
const saying = (body: string): RoomState => {
  const room = withRules(caucusA())
  must(room, 'headA', say('message-1', { body }))
  return room
}

/** One with a matter, and what else was done. */
const sourceOf = (...acts: readonly (readonly [string, unknown])[]) => {
  const room = withRules(caucusA())
  must(room, 'lead', matter('matter-a1'))
  for (const [person, act] of acts) must(room, person, act)
  return room
}

const before = () => {
  const room = withRules(caucusA())
  must(room, 'headA', say('message-1', { body: 'We hold 4711.' }))
  return room
}

/** The room in which it goes on, with these besides. */
const after = (room: RoomState, ...others: string[]): RoomState => ({
  ...withRules(caucusA({}, ['second', 'headA', ...others])),
  id: 'room-next' as never,
  succeeds: { room: room.id, size: 1, root: 'AAAA' },
})

const thing = (fields: object) => ({ register: 'version', fields }) as never

const secret = () => {
  const room = withRules(caucusA())
  must(room, 'headA', say('message-1', { body: 'We have asked Zembla and would pay 4711.' }))
  must(room, 'headA', institution('Port Authority'))
  return room
}

/** Borduria's caucus, where it acts for itself or not. */
const silentOr = (account: boolean) => {
  const party = { ...partyA, party: 'party-bb' as never, name: 'Borduria', account }
  const begun = withRules(caucusB({ party }, ['second']))
  must(begun, 'lead', matter('matter-b1'))
  return begun
}

describe('names that stand by themselves', () => {
  test('LEAK-1 an institution that a party named is found whole, however written, and its figures and runs', () => {
    expect(told(naming('Lakes Institute'), 'Ask the lakes institute.')).toEqual(['name: lakes institute'])
    expect(told(naming('Lakes Institute'), 'Ask an Institute of the Lakes.')).toEqual([])
    expect(told(naming('Zembla'), 'Zembla')).toEqual(['name: Zembla'])
    expect(told(naming('Fund of 4711 and its many friends'), 'Of 4711, and its many friends')).toEqual([
      'words: Of 4711, and its many friends',
      'figure: 4711',
    ])
  })

  test('LEAK-1 LEAK-5 none is a name that the recipient knows: its own, said by it, or of somebody there', () => {
    const said = withRules(caucusB())
    must(said, 'headB', say('message-1', { body: 'Why not the Lakes Institute?' }))
    expect(told(naming('Lakes Institute'), 'The Lakes Institute.', said)).toEqual([])
    const there = withRules(caucusB())
    must(there, 'lead', admit('delegateB', { post: 'Fellow of the Lakes Institute' }))
    expect(told(naming('Lakes Institute'), 'The Lakes Institute.', there)).toEqual([])
    const asked = withRules(caucusB())
    must(asked, 'lead', institution('Lakes Institute'))
    expect(told(naming('Lakes Institute'), 'The Lakes Institute.', asked)).toEqual(['name: Lakes Institute'])
  })

  test('LEAK-1 the post of another side’s people, but for one of one word', () => {
    const source = withRules(caucusA())
    must(source, 'lead', admit('counselA', { post: 'Harbour master' }))
    must(source, 'lead', admit('principalA', { post: 'Minister' }))
    expect(told(source, 'A harbour master and a Minister came.')).toEqual(['name: harbour master'])
  })

  test('LEAK-1 a body for which something was recorded', () => {
    const source = withRules(caucusA())
    must(source, 'lead', matter('matter-a1'))
    must(source, 'lead', body('matter-a1'))
    expect(told(source, 'So says the Port Authority.')).toEqual(['name: Port Authority'])
  })
})

describe('non-joiners', () => {
  const kabul = 'کابل'
  const hidden = 'کا\u200Cبل'

  test.each([
    [kabul, hidden],
    [hidden, kabul],
    ['دارا کریمی', 'دا\u200Cرا کر\u200Cیمی'],
    ['دا\u200Cرا کر\u200Cیمی', 'دارا کریمی'],
  ])('LEAK-6 a name is found with and without them: %s, %s', (name, written) => {
    const source = withRules(caucusA())
    must(source, 'headA', institution(name))
    expect(told(source, `از ${written} است`)).toEqual([`name: ${written}`])
    const person = withRules(caucusA())
    must(person, 'lead', admit('counselA', { name }))
    expect(told(person, `از ${written} است`)).toEqual([`name: ${written}`])
  })

  test.each([
    ['they part', 'آنها می\u200Cشود را از ما خواستند', 'آنها می شود را از'],
    ['they are left out', 'آنها می\u200Cشود را از ما خواستند', 'آنها میشود را از'],
    ['they hide', 'مردم کابل را به ما دادند', 'مردم کا\u200Cبل را به'],
    ['they hid', 'مردم کا\u200Cبل را به ما دادند', 'مردم کابل را به'],
  ])(
    'LEAK-6 a run of words is found where %s; LEAK-5 and is none that is known otherwise written',
    (_, source, written) => {
      expect(told(saying(source), written)).toEqual([`words: ${written}`])
      const knows = withRules(caucusB())
      must(knows, 'headB', say('message-1', { body: source }))
      expect(told(saying(source), written, knows)).toEqual([])
    },
  )

  test('LEAK-6 a figure is found through them', () => {
    expect(told(saying('ما ۴۷۱۱ می\u200Cدهیم'), 'آنها ۴۷\u200C۱۱')).toEqual(['figure: ۴۷\u200C۱۱'])
    expect(told(saying('ما ۴۷\u200C۱۱ می\u200Cدهیم'), 'آنها ۴۷۱۱')).toEqual(['figure: ۴۷۱۱'])
  })
})

describe('days', () => {
  const day = '2026-03-14'
  const waysToWrite = [
    'As of 2026-03-14.',
    'On 14 March 2026.',
    'On March 14th, 2026.',
    'By 14 March.',
    '14.3.2026',
    '14/03/2026',
    '3/14/26',
    'le 14 mars 2026',
    'el 14 de marzo de 2026',
    'في ١٤ مارس ٢٠٢٦',
    '١٤ من آذار',
    'تا ۱۴ مارس ۲۰۲۶',
    'تا ۲۳ اسفند ۱۴۰۴',
    '۱۴۰۴/۱۲/۲۳',
  ]
  const others = ['2026-03-15', '14 April 2026', '14 March 2027', '4 March', '۲۴ اسفند ۱۴۰۴', '14 of 2026']
  const sources: readonly (readonly [string, () => RoomState])[] = [
    ['as of which a figure is', () => sourceOf(['headA', version({}, { asOf: day })])],
    [
      'by which an answer is asked',
      () =>
        sourceOf([
          'lead',
          matter('matter-a2', {
            fields: { kind: 'figure', title: 'Flow', answersBy: { kind: 'on', day } },
          }),
        ]),
    ],
    [
      'until which an offer stands',
      () =>
        sourceOf([
          'headA',
          {
            kind: 'offer.make',
            offer: 'offer-001',
            ifThey: 'they go',
            thenWe: 'we go',
            binding: false,
            until: Date.UTC(2026, 2, 14, 9),
          },
        ]),
    ],
    ['in words', () => sourceOf(['headA', say('message-1', { body: 'It is March 14, 2026, no later.' })])],
  ]

  test.each(sources)('LEAK-2 LEAK-7 LEAK-11 the day %s is guarded, however it is written', (_, begin) => {
    const source = begin()
    for (const wording of waysToWrite) {
      const found = told(source, wording)
      expect([wording, found.some(text => text.startsWith('figure: '))]).toEqual([wording, true])
    }
  })

  test.each(sources.slice(0, 3))('LEAK-2 but no other day, and no figure of the day %s', (_, begin) => {
    const source = begin()
    expect(others.flatMap(wording => told(source, wording))).toEqual([])
  })

  test('LEAK-5 is none that the recipient knows, said or given by itself, or that may pass', () => {
    const source = sourceOf(['headA', version({}, { asOf: day })])
    const wording = 'As of 14 March 2026.'
    expect(told(source, wording)).toEqual(['figure: 14 March 2026'])
    const said = withRules(caucusB())
    must(said, 'headB', say('message-1', { body: 'It was 14/3/2026.' }))
    expect(told(source, wording, said)).toEqual([])
    const gave = withRules(caucusB())
    must(gave, 'lead', matter('matter-a1'))
    must(gave, 'headB', version({ item: 'version-b1' }, { asOf: day, of: 'Borduria' }))
    expect(told(source, wording, gave)).toEqual([])
  })

  test('LEAK-11 of an item of which the figure alone is released the day is guarded, in words and in what is brought', () => {
    const sides = talks()
    must(sides.source, 'headA', version({ rev: 2 }, { asOf: day }))
    release(sides.source, { ...figure, rev: 2 }, 'unattributed')
    const origin = ofItem(sides, { rev: 2 })
    const found = (changes: object) =>
      findLeaksIn(itemPlan(sides, { origin, ...changes }), sides, [sides.source, sides.recipient]).map(
        finding => `${named(finding)} in ${finding.field}`,
      )
    expect(found({})).toEqual([])
    expect(found({ wording: 'As of 2026-03-14.' })).toEqual(['figure: 2026-03-14 in undefined'])
    expect(found({ thing: brought({ asOf: day }) })).toEqual(['figure: 2026-03-14 in thing.fields.asOf'])
    release(sides.source, { ...figure, rev: 2, fields: ['figure', 'asOf'] }, 'unattributed')
    expect(found({ thing: brought({ asOf: day }), wording: 'As of 2026-03-14.' })).toEqual([])
  })
})

describe('what is none of another side', () => {
  test('LEAK-9 a caucus that goes on is known where all have its record, and guarded from whoever came since', () => {
    const room = before()
    expect(told(room, 'You hold 4711.', after(room))).toEqual([])
    expect(told(room, 'You hold 4711.', after(room, 'helper'))).toEqual(['figure: 4711'])
    const other = { ...after(room), succeeds: { room: 'room-other' as never, size: 1, root: 'AAAA' } }
    expect(told(room, 'You hold 4711.', other)).toEqual(['figure: 4711'])
  })

  test('LEAK-9 what is delivered elsewhere alike, whatever order its fields were written in', () => {
    const { desk, recipient } = talks()
    const third = dovonia()
    must(third, 'lead', matter('matter-b1'))
    const first = planOf(third, third, {
      ...own,
      wording: 'A figure of Oldbridge is 77.',
      thing: thing({ matter: 'matter-b1', of: 'They', figure: { kind: 'exactly', value: '99' } }),
    })
    must(desk, 'lead', prepare(first))
    must(third, 'lead', deliveryOf(first, undefined))
    const found = (fields: object) =>
      findLeaksIn(
        planOf(recipient, recipient, { ...own, wording: first.wording, thing: thing(fields) }),
        { recipient },
        [desk, recipient, third],
      ).map(named)
    expect(found({ figure: { value: '99', kind: 'exactly' }, of: 'They', matter: 'matter-b1' })).toEqual([])
    expect(found({ figure: { value: '99', kind: 'exactly' }, of: 'We', matter: 'matter-b1' })).not.toEqual([])
  })
})

describe('what mediators write into a side’s room', () => {
  test('LEAK-12 names that they put, record or bring with somebody are words, but for the newcomer’s own', () => {
    expect(reached(institution('Zembla, for 4711'), withRules(caucusB()), secret())).toEqual([
      'name: Zembla in fields.institution',
      'figure: 4711 in fields.institution',
    ])
    const card = { ...cardOf('helper'), name: 'Zembla', post: 'Of Zembla', institution: 'Fund of 4711' }
    expect(reached({ kind: 'member.admit', card }, withRules(caucusB()), secret())).toEqual([
      'name: Zembla in card.post',
      'figure: 4711 in card.institution',
    ])
    const coming = { kind: 'successor.offer', room: 'room-next', item: 'inst-000001', coming: ['Zembla'] }
    expect(reached(coming, withRules(caucusB()), secret())).toEqual([])
  })

  test('LEAK-12 a post or an institution that stands just so elsewhere is the newcomer’s to bear', () => {
    const source = secret()
    must(source, 'lead', admit('counselA', { post: 'Head of all four northern harbours' }))
    const card = { ...cardOf('delegateB'), post: 'Head of all four northern harbours' }
    expect(reached({ kind: 'member.admit', card }, withRules(caucusB()), source)).toEqual([])
    const come = { ...cardOf('helper'), institution: 'Port Authority' }
    expect(reached({ kind: 'member.admit', card: come }, withRules(caucusB()), source)).toEqual([])
    // Mediators ask every side about an institution; what a side named itself is not theirs to ask another about.
    expect(reached(institution('Port Authority'), withRules(caucusB()), source)).toEqual([
      'name: Port Authority in fields.institution',
    ])
    const asked = withRules(caucusA())
    must(asked, 'lead', institution('Port Authority'))
    expect(reached(institution('Port Authority'), withRules(caucusB()), asked)).toEqual([])
    const swapped = { ...cardOf('helper'), post: 'Port Authority' }
    expect(reached({ kind: 'member.admit', card: swapped }, withRules(caucusB()), source)).toEqual([
      'name: Port Authority in card.post',
    ])
  })

  test('LEAK-12 what they record is the party’s own while it does not act for itself, and never what a body said', () => {
    const mark = body('matter-b1', { for: undefined, note: 'It is 4711.' })
    const found = ['figure: 4711 in note']
    expect(reached(mark, silentOr(false), secret())).toEqual([])
    expect(reached(mark, silentOr(true), secret())).toEqual(found)
    const ofBody = body('matter-b1', { for: { name: 'A harbour' }, note: 'It is 4711.' })
    expect(reached(ofBody, silentOr(false), secret())).toEqual(found)
    expect(reached(ofBody, silentOr(true), secret())).toEqual(found)
    // Nor does the party know it by that.
    const heard = silentOr(true)
    must(heard, 'lead', ofBody)
    expect(told(secret(), 'It is 4711.', heard)).toEqual(['figure: 4711'])
  })
})

test('LEAK-10 of a message of which a stretch is carried, the words outside of it are guarded as ever', () => {
  const source = caucusA()
  const body = 'The harbour may open by spring. The old minister wants the island of Oreb.'
  must(source, 'headA', say('message-1', { body, marking: 'verbatim' }))
  const recipient = caucusB()
  const found = (stretch: 'rest' | { from: number; to: number }, wording: string) =>
    findLeaksIn(
      planOf(source, recipient, {
        origin: { kind: 'passage', room: source.id, passage: { message: 'message-1' as never, stretch } },
        as: 'verbatim',
        wording,
      }),
      { source, recipient },
      [source, recipient],
    ).map(named)
  const first = body.slice(0, 31)
  expect(found({ from: 0, to: 31 }, first)).toEqual([])
  expect(found({ from: 0, to: 31 }, 'The old minister wants the island')).toEqual([
    'words: The old minister wants the island',
  ])
  expect(found('rest', body)).toEqual([])
})
