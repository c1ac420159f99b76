/** What goes with what, what the sources are told, and what waits. */

import { describe, expect, test } from 'vitest'
import {
  type Act,
  type Conveyance,
  deliveryOf,
  type Origin,
  type RoomId,
  type RoomState,
  specOf,
  waitingAtDesk,
  waitingOfThings,
} from '../src/index.ts'
import { carriedOut, caucusA, caucusB, does, memberId, must, partyB, planOf, say, tableRoom } from './cast.ts'
import {
  dovonia,
  figure,
  itemPlan,
  matter,
  ofItem,
  own,
  passage,
  prepare,
  release,
  talks,
  version,
  withRules,
} from './crossing-talks.ts'

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
