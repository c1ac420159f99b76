/** What crossing must not do, one slip each: every one of these was done by the rules with a single guard taken out. */

import { describe, expect, test } from 'vitest'
import {
  type Act,
  arrivalOf,
  type Conveyance,
  deliveryOf,
  findLeaksIn,
  type ItemPassage,
  type MarkPassage,
  type Origin,
  permissionForItem,
  type RoomId,
  type RoomState,
  specOf,
  waitingAtDesk,
  waitingOfThings,
} from '../src/index.ts'
import {
  admit,
  carriedOut,
  caucusA,
  caucusB,
  circumstance,
  does,
  memberId,
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
  check,
  contested,
  figure,
  itemPlan,
  markPlan,
  matter,
  method,
  ofItem,
  ofMark,
  release,
  said,
  type Talks,
  talks,
  version,
  withRules,
  word,
} from './crossing-talks.ts'

const dovonia = (): RoomState =>
  withRules(
    opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never, name: 'Dovonia' } }),
  )
const prepare = (conveyance: Conveyance) => ({ kind: 'carry.prepare', conveyance })
const own = { origin: { kind: 'mediators' }, as: 'verbatim' } as const
const passage = (room: RoomState, message: string, part?: string): Origin => ({
  kind: 'passage',
  room: room.id,
  passage: { message: message as never, ...(part === undefined ? {} : { part: part as never }) },
})
const offerIn = (room: RoomState, id: string): Origin => ({
  kind: 'offer',
  room: room.id,
  offer: id as never,
})
const offer = (offer: string) => ({
  kind: 'offer.make',
  offer,
  ifThey: 'they pause',
  thenWe: 'we do',
  binding: false,
})

/** What delivering it brings about, with these rooms held. */
function brings(desk: RoomState, plan: Pick<Conveyance, 'conveyance'>, rooms: readonly RoomState[]) {
  const act: Act = { kind: 'carry.deliver', conveyance: plan.conveyance }
  const brought = specOf(act).brings?.acts(desk, act, (id: RoomId) => rooms.find(room => room.id === id))
  if (brought === undefined) throw new Error('brings nothing')
  return brought
}

/** Another side's mark on Avalon's figure, delivered to Avalon. */
const toAvalon = (changes: Record<string, unknown> = {}) => ({
  kind: 'delivery.make',
  delivery: 'delivery-x',
  form: 'paper',
  binding: false,
  body: 'They contest it.',
  from: 'Borduria',
  verbatim: false,
  thing: { item: 'version-a1', rev: 1, verb: 'contested', note: 'Not so: 55.' },
  ...changes,
})

describe('what is the same, and what goes with what', () => {
  test('DESK-3 two caucuses that chose the same id have not said the same', () => {
    const { source, recipient, desk } = talks()
    const third = dovonia()
    const of = (room: RoomState, carrier: string) =>
      planOf(room, recipient, { origin: passage(room, 'message-1'), carrier: memberId(carrier) })
    must(desk, 'second', prepare(of(source, 'second')))
    expect(does(desk, 'helper', prepare(of(source, 'helper')))).toBe('carried-by-another')
    expect(does(desk, 'helper', prepare(of(third, 'helper')))).toBe('ok')
  })

  test('DESK-3 another part, and a mark of the same number on another item, are not the same', () => {
    const { source, recipient, desk } = talks()
    const of = (origin: Origin, carrier: string) =>
      planOf(source, recipient, { origin, carrier: memberId(carrier) })
    must(desk, 'second', prepare(of(passage(source, 'message-1', 'part-0001'), 'second')))
    expect(does(desk, 'helper', prepare(of(passage(source, 'message-1', 'part-0002'), 'helper')))).toBe('ok')
    const mark = (item: string): Origin => ({
      kind: 'mark',
      room: source.id,
      item: item as never,
      mark: 1,
    })
    must(desk, 'second', prepare(of(mark('version-a1'), 'second')))
    expect(does(desk, 'helper', prepare(of(mark('version-a1'), 'helper')))).toBe('carried-by-another')
    expect(does(desk, 'helper', prepare(of(mark('version-a2'), 'helper')))).toBe('ok')
  })

  test('DESK-3 CONV-16 of several origins each is in the hands of who carries them', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    const both = planOf(source, table, {
      origin: passage(source, 'message-1'),
      also: [passage(recipient, 'message-2')],
      carrier: memberId('second'),
    })
    must(desk, 'second', prepare(both))
    const alone = planOf(recipient, table, {
      origin: passage(recipient, 'message-2'),
      carrier: memberId('helper'),
    })
    expect(does(desk, 'helper', prepare(alone))).toBe('carried-by-another')
  })

  test('CONV-15 what goes with no other goes alone', () => {
    const { source, recipient, desk } = talks()
    const [one, other] = [planOf(source, recipient, own), planOf(recipient, source, own)]
    for (const plan of [one, other]) must(desk, 'lead', prepare(plan))
    const sent = brings(desk, one, [source, recipient])
    expect(sent.ok && sent.value.map(({ room }) => room)).toEqual([desk.id, recipient.id])
    must(desk, 'lead', { kind: 'carry.deliver', conveyance: one.conveyance })
    expect(desk.conveyances[other.conveyance]?.standing).toBe('prepared')
  })

  test('CONV-15 of what is not prepared, and to a room that is not held, nothing is brought about', () => {
    const { source, recipient, desk } = talks()
    const plan = planOf(source, recipient, own)
    expect(brings(desk, plan, [source, recipient])).toMatchObject({ error: { code: 'conveyance-unknown' } })
    must(desk, 'lead', prepare(plan))
    expect(brings(desk, plan, [source])).toMatchObject({ error: { code: 'room-unknown' } })
  })
})

describe('what is told', () => {
  test('CONV-8 what mediators say for themselves is nobody’s very words', () => {
    const { source, recipient } = talks()
    expect(deliveryOf(planOf(source, recipient, own), source)).toMatchObject({ verbatim: false })
    expect(deliveryOf(planOf(source, recipient, own), source)).not.toHaveProperty('from')
  })

  test('CONV-9 of an item it is told which revision was passed on', () => {
    const sides = talks()
    must(sides.source, 'headA', version({ rev: 2 }))
    const second = { ...figure, rev: 2 }
    release(sides.source, second, 'unattributed')
    const plan = itemPlan(sides, { origin: ofItem(sides, second), tell: 'that' })
    const sent = carriedOut(plan, sides.desk.id, sides)
    expect(sent.ok && sent.value.at(-1)?.act).toMatchObject({ kind: 'convey.tell', passage: second })
  })

  test('CONV-9 of two offers each source is told of its own, and of an id that both chose each is told', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    for (const id of ['offer-001', 'offer-002']) must(source, 'headA', offer(id))
    must(recipient, 'headB', offer('offer-001'))
    const plan = planOf(source, table, {
      origin: offerIn(source, 'offer-001'),
      also: [offerIn(source, 'offer-002'), offerIn(recipient, 'offer-001')],
      tell: 'that',
    })
    const sent = carriedOut(plan, desk.id, { source, others: [recipient], recipient: table })
    const told = sent.ok ? sent.value.filter(({ act }) => act.kind === 'offer.report') : []
    expect(told.map(({ room, act }) => [room, 'offer' in act ? act.offer : ''])).toEqual([
      [source.id, 'offer-001'],
      [source.id, 'offer-002'],
      [recipient.id, 'offer-001'],
    ])
  })

  test('CONV-7 of what has reached a hidden party its source is told nothing, whatever was planned', () => {
    const source = withRules(caucusA())
    must(source, 'headA', say('message-1', { marking: 'attributed' }))
    const recipient = caucusB({ party: { ...partyB, hidden: true } })
    const plan = planOf(source, recipient, { tell: 'that' })
    must(recipient, 'lead', deliveryOf(plan, source))
    expect(carriedOut(plan, 'room-of-the-desk' as never, { source, recipient })).toEqual({
      ok: true,
      value: [],
    })
  })
})

describe('whose word a mark is', () => {
  test('CONV-13 what mediators said of an item, and what came from another side, is no party’s to pass on', () => {
    const sides = talks()
    must(sides.source, 'lead', { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked' })
    must(sides.source, 'lead', toAvalon())
    const of = (item: string, mark: number) =>
      check(sides, markPlan(sides, { origin: { ...ofMark(sides, mark), item: item as never } as Origin }))
    expect(of('matter-a1', 1)).toBe('item-of-mediators')
    expect(of('version-a1', 2)).toBe('item-of-mediators')
  })

  test('DISC-12 what came from another side passes no further, though all may pass; what mediators said needs no leave', () => {
    const open = withRules(caucusA({ terms: { role: 'carry', disclosure: 'open' } }))
    must(open, 'lead', matter('matter-a1'))
    must(open, 'headA', version())
    must(open, 'headA', contested())
    must(open, 'lead', toAvalon())
    must(open, 'lead', { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked' })
    const marking = (item: string, mark: number) =>
      permissionForItem(open, { item: item as never, mark }).marking
    expect(marking('version-a1', 1)).toBe('unattributed')
    expect(marking('version-a1', 2)).toBe('nothing')
    expect(marking('matter-a1', 1)).toBe('verbatim')
    const ask = { kind: 'release.ask', ask: 'ask-second', marking: 'attributed' }
    expect(does(open, 'lead', { ...ask, passage: { item: 'version-a1', mark: 2 } })).toBe('item-of-mediators')
  })

  test('DISC-12 what was recorded in a party’s name is its own, and may be asked for', () => {
    const room = withRules(recordedA())
    must(room, 'lead', matter('matter-a1'))
    must(room, 'lead', version({ recorded: circumstance }))
    must(room, 'lead', contested({ recorded: circumstance }))
    const ask = { kind: 'release.ask', ask: 'ask-first', passage: word, marking: 'attributed' }
    expect(does(room, 'lead', ask)).toBe('ok')
    expect(permissionForItem(room, word).marking).toBe('nothing')
  })
})

describe('what waits', () => {
  test('DESK-9 an item waits no longer once it is carried, and again when that is called off; so does each of several', () => {
    const sides = talks()
    const { source, recipient, desk } = sides
    const waits = () =>
      waitingAtDesk(desk, [source, recipient]).flatMap((item): readonly string[] =>
        item.kind === 'put' ? [item.thing.item] : item.kind === 'heard' ? [item.message.message] : [],
      )
    must(recipient, 'headB', say('message-b'))
    expect(waits()).toEqual(['version-a1', 'message-b'])
    const plan = itemPlan(sides, { also: [passage(recipient, 'message-b')] })
    must(desk, 'lead', prepare(plan))
    expect(waits()).toEqual([])
    must(desk, 'lead', { kind: 'carry.cancel', conveyance: plan.conveyance })
    expect(waits()).toEqual(['version-a1', 'message-b'])
  })

  test('DESK-9 nothing is asked of whoever is not in the room', () => {
    const table = withRules(tableRoom())
    const answersBy = { kind: 'on', day: '2026-03-01' }
    must(table, 'lead', matter('matter-t1', { fields: { kind: 'figure', title: 'Flow', answersBy } }))
    expect(waitingOfThings([table], memberId('headA'))).toHaveLength(1)
    expect(waitingOfThings([table], memberId('nobody'))).toEqual([])
  })
})

const found = (plan: Conveyance, recipient: RoomState, rooms: readonly RoomState[]) => {
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
    expect(found(plan, group, [source, recipient, desk, group])).toEqual(['figure: 108000'])
  })

  test('LEAK-10 in a group where no party sits yet it is not known either what was said at the table', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    must(table, 'lead', { kind: 'table.open' })
    must(table, 'headA', say('message-t', { body: 'It was 1985.' }))
    const group = withRules(opened('lead', { kind: 'group' }, ['second']))
    const plan = planOf(source, group, { ...own, wording: 'Was it 1985?' })
    expect(found(plan, group, [source, recipient, desk, table, group])).toEqual(['figure: 1985'])
    must(group, 'lead', admit('headB'))
    expect(found(plan, group, [source, recipient, desk, table, group])).toEqual([])
  })

  test('LEAK-9 what mediators said of an item in another caucus is guarded', () => {
    const { source, recipient, desk } = talks()
    const parked = { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked', note: 'Until 1999.' }
    must(source, 'lead', parked)
    const plan = planOf(source, recipient, { ...own, wording: 'Until 1999, then.' })
    expect(found(plan, recipient, [source, recipient, desk])).toEqual(['figure: 1999'])
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
    expect(found(markPlan(sides, { wording }), sides.recipient, rooms)).toEqual([])
    const alone = planOf(sides.source, sides.recipient, { ...own, wording })
    expect(found(alone, sides.recipient, rooms)).toContain('figure: 999')
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
    const words = found(plan, sides.recipient, [sides.source, sides.recipient, sides.desk])
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
    expect(found(plan, recipient, [source, recipient, desk])).toEqual(['figure: 1999'])
  })

  test('LEAK-9 guarded is what was said in other caucuses: neither in the recipient’s own, nor at the desk or the table', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    must(recipient, 'lead', say('message-b', { body: 'We meet on 11 May.' }))
    must(desk, 'lead', { kind: 'note.write', note: 'note-0001', body: 'They may come on 12 May.' })
    must(table, 'lead', say('message-t', { body: 'We all meet on 13 May.' }))
    const plan = planOf(source, recipient, { ...own, wording: 'On 11, 12 or 13 May?' })
    expect(found(plan, recipient, [source, recipient, desk, table])).toEqual([])
  })

  test('LEAK-1 who is named as the source may be named in the words too', () => {
    const { source, recipient, desk } = talks()
    must(source, 'headA', say('message-1', { marking: 'attributed' }))
    must(source, 'headA', say('message-2', { body: 'All of Avalon would wait.' }))
    const plan = planOf(source, recipient, { as: 'attributed', wording: 'They say that Avalon may.' })
    expect(found(plan, recipient, [source, recipient, desk])).toEqual([])
    expect(found({ ...plan, as: 'unattributed' }, recipient, [source, recipient, desk])).toEqual([
      'name: Avalon',
    ])
  })

  test('LEAK-8 what is found in two ways is one finding', () => {
    const { source, recipient, desk } = talks()
    must(source, 'lead', admit('counselA', { name: 'Zephyrin Kolb' }))
    must(source, 'headA', say('message-1', { body: 'Ask our man Kolb.' }))
    const plan = planOf(source, recipient, { ...own, wording: 'We asked Kolb.' })
    expect(found(plan, recipient, [source, recipient, desk])).toEqual(['name: Kolb'])
  })

  test('LEAK-5 words and figures of what may pass are none, though they were said elsewhere too', () => {
    const sides = talks()
    must(sides.source, 'headA', say('message-1', { body: 'It was 108000, no less.' }))
    const rooms = [sides.source, sides.recipient, sides.desk]
    expect(found(itemPlan(sides, { wording: 'Of 108000.' }), sides.recipient, rooms)).toContain(
      'figure: 108000',
    )
    release(sides.source, figure, 'unattributed')
    expect(found(itemPlan(sides, { wording: 'Of 108000.' }), sides.recipient, rooms)).toEqual([])
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
    expect(found(plan, recipient, rooms)).toEqual(['figure: 1971'])
  })

  test('LEAK-1 mediators are nobody’s people, and whoever reads there is known by name', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    must(source, 'lead', admit('helper', { name: 'Ottoline Brandt' }))
    const toB = planOf(source, recipient, { ...own, wording: 'Ask Ottoline Brandt.' })
    expect(found(toB, recipient, [source, recipient, desk])).toEqual([])
    const toAll = planOf(source, table, { ...own, wording: 'We thank Name of headA.' })
    expect(found(toAll, table, [source, recipient, desk, table])).toEqual([])
    expect(found({ ...toAll, to: recipient.id }, recipient, [source, recipient, desk])).not.toEqual([])
  })

  test('LEAK-1 what is published with names may name each that it comes from', () => {
    const { source, recipient } = talks()
    const table = withRules(tableRoom())
    const also = [passage(recipient, 'message-b')]
    const plan = planOf(source, table, { as: 'attributed', also, wording: 'Avalon and Borduria agree.' })
    expect(found(plan, table, [source, recipient, table])).toEqual([])
  })

  test('LEAK-5 names of parties, of the talks and of one’s own side are known, and so is what a sample’s titles begin with', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    const title = 'Illustrative, not a historical statement: a pause'
    const body = 'Then the Free Union of Zeta and Borduria would end these Talks.'
    must(source, 'headA', say('message-1', { title, body }))
    const rooms = [source, recipient, desk, table]
    const toB = planOf(source, recipient, { ...own, title, wording: 'Then Borduria goes on with the Talks.' })
    expect(found(toB, recipient, rooms)).toEqual([])
    const toAll = planOf(source, table, { ...own, wording: 'Then the Free Union of Zeta may follow.' })
    expect(found(toAll, table, rooms)).not.toEqual([])
    must(table, 'lead', {
      kind: 'party.add',
      card: { ...partyA, party: 'party-zz', name: 'The Free Union of Zeta' },
    })
    expect(found(toAll, table, rooms)).toEqual([])
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
      found(planOf(source, recipient, { ...own, wording }), recipient, [source, recipient, desk]),
    ).toEqual(names)
  })

  test('LEAK-9 LEAK-5 limits of a consent are guarded; those of the reader’s own, recorded or not, are known; a hold by mediators is not', () => {
    const { source, desk } = talks()
    const recipient = withRules(caucusB({ party: { ...partyB, account: false } }, ['second']))
    const plan = planOf(source, recipient, { ...own, wording: 'Of 1977 wells.' })
    const names = () => found(plan, recipient, [source, recipient, desk])
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
    expect(found(plan, table, [source, recipient, desk, table])).toContain(`words: ${words}`)
  })

  test('LEAK-5 a known name hides nothing beside it, where letters grow longer when they are made small', () => {
    const { source, recipient, desk } = talks()
    const table = withRules(tableRoom())
    const card = { ...partyA, party: 'party-zz', name: 'The Free Union of Zeta' }
    must(table, 'lead', { kind: 'party.add', card })
    must(source, 'headA', say('message-1', { body: 'We ask for 4711.' }))
    const wording = 'İİİİİİ: to The Free Union of Zeta 4711 it is.'
    const plan = planOf(source, table, { ...own, wording })
    expect(found(plan, table, [source, recipient, desk, table])).toEqual(['figure: 4711'])
  })

  test('LEAK-7 a figure with letters is what is written: 007a is not 7a', () => {
    const { source, recipient, desk } = talks()
    must(source, 'headA', say('message-1', { body: 'By section 007a of it.' }))
    const of = (wording: string) =>
      found(planOf(source, recipient, { ...own, wording }), recipient, [source, recipient, desk])
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
    expect(found(plan, sides.recipient, rooms)).toContain(`words: ${apart}`)
  })
})

let asks = 0
/** Given in the name of a party without an account. */
function releaseFor(room: RoomState, passage: ItemPassage | MarkPassage): void {
  const ask = `ask-for-${String((asks += 1))}`
  must(room, 'lead', { kind: 'release.ask', ask, passage, marking: 'verbatim' })
  must(room, 'lead', { kind: 'release.give', ask, marking: 'verbatim', recorded: circumstance })
}
