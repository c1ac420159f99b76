/** What mediators publish at the table and in groups, what goes to several together, and how both are told of and found again. */

import { describe, expect, test } from 'vitest'
import {
  type Act,
  arrivalOf,
  type Conveyance,
  checkConveyance,
  findLeaksIn,
  findLeaksInAct,
  isPlaced,
  type Origin,
  type RoomId,
  type RoomState,
  rulesNumber,
  specOf,
  type Thing,
  waitingAtDesk,
} from '../src/index.ts'
import {
  admit,
  carriedOut,
  caucusA,
  caucusB,
  deskRoom,
  does,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  planOf,
  say,
  tableRoom,
} from './cast.ts'

const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}

const body = 'We could accept a pause of ninety days at Zeta.'
function talks() {
  const [a, b, table, desk] = [caucusA(), caucusB(), tableRoom(), deskRoom()].map(withRules) as [
    RoomState,
    RoomState,
    RoomState,
    RoomState,
  ]
  must(a, 'headA', say('message-a', { body, marking: 'attributed' }))
  must(b, 'headB', say('message-b', { body: 'We ask for 40 days.', marking: 'unattributed' }))
  return { a, b, table, desk, rooms: [a, b, table, desk] }
}
type Talks = ReturnType<typeof talks>

const from = (room: RoomState, message: string): Origin => ({
  kind: 'passage',
  room: room.id,
  passage: { message: message as never },
})
const published = ({ a, table }: Talks, changes: Partial<Conveyance> = {}): Conveyance =>
  planOf(a, table, { origin: from(a, 'message-a'), wording: 'A pause is thinkable.', ...changes })
const sidesOf = ({ a, b, table }: Talks, recipient = table) => ({ source: a, others: [b], recipient })
const check = (sides: Parameters<typeof checkConveyance>[1], plan: Conveyance): string => {
  const result = checkConveyance(plan, sides)
  return result.ok ? 'ok' : result.error.code
}
const thing = (title = 'Length of a pause'): Thing => ({
  register: 'matter',
  fields: { kind: 'figure', title },
})

const prepare = (conveyance: Conveyance) => does(deskRoom(), 'lead', { kind: 'carry.prepare', conveyance })

describe('publishing', () => {
  test('CONV-14 at the table and in a group, by the source’s leave', () => {
    const all = talks()
    expect(check(sidesOf(all), published(all))).toBe('ok')
    expect(check(sidesOf(all), published(all, { as: 'attributed' }))).toBe('ok')
    expect(check(sidesOf(all), published(all, { as: 'verbatim', wording: body }))).toBe('not-released')
    const group = withRules(opened('lead', { kind: 'group' }, ['headA']))
    expect(check(sidesOf(all, group), published(all, { to: group.id }))).toBe('ok')
    const delegation = opened('headA', { kind: 'delegation', party: partyA })
    expect(check(sidesOf(all, delegation), published(all, { to: delegation.id }))).toBe(
      'recipient-not-caucus',
    )
    expect(check(sidesOf(all), published(all, { to: 'room-elsewhere' as never }))).toBe(
      'recipient-not-caucus',
    )
  })

  test('CONV-14 words answer and correct nothing; an item is put anew where it is; no mark is published', () => {
    const all = talks()
    expect(check(sidesOf(all), published(all, { answers: 'message-b' as never }))).toBe('message-unknown')
    expect(check(sidesOf(all), published(all, { corrects: 'delivery-x' as never }))).toBe('delivery-unknown')
    const first = published(all, { thing: thing() })
    const again = published(all, { thing: thing('Length'), corrects: first.delivery, rev: 2 })
    expect(check(sidesOf(all), again)).toBe('delivery-unknown')
    must(all.table, 'lead', arrivalOf(first, sidesOf(all)))
    expect(check(sidesOf(all), again)).toBe('ok')
    expect(check(sidesOf(all), { ...again, thing: undefined } as never)).toBe('delivery-unknown')
    const mark = { item: 'item-0001', rev: 1, verb: 'noted' } as never
    expect(check(sidesOf(all), published(all, { thing: mark }))).toBe('recipient-not-caucus')
  })

  test('CONV-3 CONV-7 nothing of a party that has withdrawn, nor with the name of one that is hidden', () => {
    const all = talks()
    must(all.a, 'headA', { kind: 'consent.give', party: partyA.party })
    must(all.a, 'headA', { kind: 'consent.withdraw', party: partyA.party })
    expect(check(sidesOf(all), published(all))).toBe('consent-withdrawn')
    const hidden = withRules(caucusA({ party: { ...partyA, hidden: true } }))
    must(hidden, 'headA', say('message-a', { body, marking: 'attributed' }))
    const sides = { source: hidden, recipient: all.table }
    expect(check(sides, published(all))).toBe('ok')
    expect(check(sides, published(all, { as: 'attributed' }))).toBe('hidden-party')
  })

  test('CONV-14 arrives as the mediators’ own words under the delivery’s id, or as the item', () => {
    const all = talks()
    const plan = published(all, { title: 'A pause', language: 'en' })
    const words = arrivalOf(plan, sidesOf(all))
    expect(words).toEqual({
      kind: 'message.say',
      message: plan.delivery,
      form: plan.form,
      binding: false,
      title: 'A pause',
      body: plan.wording,
      language: 'en',
    })
    expect(isPlaced(plan, all.table)).toBe(false)
    expect(does(all.table, 'second', words)).toBe('ok')
    expect(isPlaced(plan, all.table)).toBe(true)
    expect(check(sidesOf(all), plan)).toBe('already-delivered')
    const item = published(all, { thing: thing() })
    expect(arrivalOf(item, sidesOf(all))).toEqual({
      kind: 'item.put',
      item: item.delivery,
      rev: 1,
      ...thing(),
    })
    expect(does(all.table, 'second', arrivalOf(item, sidesOf(all)))).toBe('ok')
    expect(check(sidesOf(all), item)).toBe('already-delivered')
  })

  test('CONV-14 an item put anew is there as the revision that it becomes, and as no other', () => {
    const all = talks()
    const first = published(all, { thing: thing() })
    const second = published(all, { thing: thing('Length'), corrects: first.delivery, rev: 2 })
    must(all.table, 'lead', arrivalOf(first, sidesOf(all)))
    expect(isPlaced(second, all.table)).toBe(false)
    must(all.table, 'lead', arrivalOf(second, sidesOf(all)))
    expect([isPlaced(first, all.table), isPlaced(second, all.table)]).toEqual([true, true])
    expect(all.table.items[first.delivery as never]?.revisions).toHaveLength(2)
    const late = published(all, { thing: thing('Other'), corrects: first.delivery, rev: 2 })
    expect(isPlaced(late, all.table)).toBe(false)
    expect(does(all.table, 'lead', arrivalOf(late, sidesOf(all)))).toBe('rev-stale')
  })

  test('CONV-16 comes from several, each of which must have let it pass; to a caucus from one', () => {
    const all = talks()
    const also = [from(all.b, 'message-b')]
    expect(check(sidesOf(all), published(all, { also }))).toBe('ok')
    expect(check(sidesOf(all), published(all, { also, as: 'attributed' }))).toBe('not-released')
    expect(check({ ...sidesOf(all), others: [] }, published(all, { also }))).toBe('source-not-held')
    const third = withRules(
      opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never } }),
    )
    const carried = published(all, { also, to: third.id })
    expect(check(sidesOf(all, third), carried)).toBe('several-origins')
    must(all.b, 'headB', { kind: 'consent.give', party: partyB.party })
    must(all.b, 'headB', { kind: 'consent.withdraw', party: partyB.party })
    expect(check(sidesOf(all), published(all, { also }))).toBe('consent-withdrawn')
  })

  test('CONV-9 CONV-16 tells each source of each of its passages once', () => {
    const all = talks()
    must(all.a, 'headA', say('message-a2', { marking: 'unattributed' }))
    const also = [from(all.b, 'message-b'), from(all.a, 'message-a2')]
    const plan = published(all, { also, tell: 'words' })
    const told = () => {
      const acts = carriedOut(plan, all.desk.id, sidesOf(all))
      if (!acts.ok) throw new Error(acts.error.code)
      return acts.value
    }
    const first = told()
    expect(first.map(({ room, act }) => [room, act.kind])).toEqual([
      [all.desk.id, 'carry.deliver'],
      [all.table.id, 'message.say'],
      [all.a.id, 'convey.tell'],
      [all.b.id, 'convey.tell'],
      [all.a.id, 'convey.tell'],
    ])
    must(all.table, 'lead', first[1]?.act)
    must(all.a, 'lead', first[2]?.act)
    must(all.a, 'lead', first[4]?.act)
    expect(told().map(({ room }) => room)).toEqual([all.b.id])
    expect(Object.values(all.a.told)).toMatchObject([
      { passage: { message: 'message-a' }, to: 'Talks', wording: plan.wording },
      { passage: { message: 'message-a2' } },
    ])
  })

  test('RULE-3 several origins, an item and the revision it becomes come with the second rules number', () => {
    const all = talks()
    expect(prepare(published(all))).toBe('ok')
    for (const changes of [
      { also: [from(all.b, 'message-b')] },
      { thing: thing() },
      { rev: 2 },
      { together: 'together-1' as never },
    ])
      expect(prepare(published(all, changes))).toBe('rules-older')
  })
})

const found = (all: Talks, plan: Conveyance, rooms = all.rooms) =>
  findLeaksIn(plan, sidesOf(all), rooms).map(({ text }) => text)

describe('the leak check of what all read', () => {
  test('LEAK-10 is against every caucus: what one side at the table said itself another there does not know', () => {
    const all = talks()
    must(all.a, 'headA', say('message-a3', { body: 'Not before 1971.' }))
    must(all.b, 'headB', say('message-b3', { body: 'Not after 1985.' }))
    const plan = published(all, { origin: { kind: 'mediators' }, wording: 'Between 1971 and 1985.' })
    expect(found(all, plan)).toEqual(['1971', '1985'])
  })

  test('LEAK-10 names the party that is not to be named, though all know that it is there', () => {
    const all = talks()
    const plan = published(all, { wording: 'Avalon would pause; Borduria may.' })
    expect(found(all, plan)).toEqual(['Avalon'])
    expect(found(all, { ...plan, as: 'attributed' })).toEqual([])
    const also = [from(all.b, 'message-b')]
    expect(found(all, { ...plan, also })).toEqual(['Avalon', 'Borduria'])
  })

  test('LEAK-5 knows what was said there by whom it was said, and what was published there', () => {
    const all = talks()
    must(all.a, 'headA', say('message-a3', { body: 'Not before 1971, not after 1985, not in 1977.' }))
    const plan = published(all, { origin: { kind: 'mediators' }, wording: 'In 1971, 1977 or 1985.' })
    expect(found(all, plan)).toEqual(['1971', '1977', '1985'])
    must(all.table, 'lead', say('message-t1', { body: 'It was 1971.' }))
    expect(found(all, plan)).toEqual(['1971', '1977', '1985'])
    must(all.table, 'lead', { kind: 'table.open' })
    must(all.table, 'headA', say('message-t2', { body: 'It was 1985.' }))
    expect(found(all, plan)).toEqual(['1971', '1977'])
    const earlier = published(all, { wording: 'Perhaps 1971.' })
    const earlierItem = published(all, { wording: 'Never placed: 1971.', thing: thing('In 1977') })
    for (const each of [earlier, earlierItem]) {
      must(all.desk, 'lead', { kind: 'carry.prepare', conveyance: each })
      must(all.desk, 'lead', { kind: 'carry.deliver', conveyance: each.conveyance })
    }
    expect(found(all, plan)).toEqual(['1971', '1977'])
    must(all.table, 'lead', arrivalOf(earlier, sidesOf(all)))
    expect(found(all, plan)).toEqual(['1977'])
    must(all.table, 'lead', arrivalOf(earlierItem, sidesOf(all)))
    expect(found(all, plan)).toEqual([])
    // A caucus whose people sit there knows it as well; one whose people do not, does not.
    const toB = { ...plan, to: all.b.id }
    const sides = { ...sidesOf(all), recipient: all.b }
    expect(findLeaksIn(toB, sides, all.rooms)).toEqual([])
    const third = withRules(
      opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never, name: 'Dovonia' } }),
    )
    expect(findLeaksIn({ ...toB, to: third.id }, { ...sides, recipient: third }, all.rooms)).toHaveLength(3)
  })

  test('LEAK-5 what a group heard is known where all who read sit in it', () => {
    const all = talks()
    must(all.a, 'headA', say('message-a3', { body: 'Not before 1971.' }))
    const group = withRules(opened('lead', { kind: 'group' }, ['headA']))
    must(group, 'headA', say('message-g', { body: 'It was 1971.' }))
    const plan = published(all, { origin: { kind: 'mediators' }, wording: 'In 1971.' })
    expect(found(all, plan, [...all.rooms, group])).toEqual(['1971'])
    for (const person of ['headB', 'guarantor']) must(group, 'lead', admit(person))
    expect(found(all, plan, [...all.rooms, group])).toEqual([])
  })

  test('LEAK-12 any act of mediators that a side reads is checked in every text of it', () => {
    const all = talks()
    must(all.a, 'headA', say('message-a3', { body: 'Not before 1971.' }))
    const findIn = (recipient: RoomState, act: object) =>
      findLeaksInAct({ act: act as Act, recipient }, all.rooms).map(({ text, in: where, field }) => [
        text,
        where,
        field,
      ])
    expect(findIn(all.b, say('message-x', { title: 'Of 1971', body: 'In 1971.' }))).toEqual([
      ['1971', 'title', undefined],
      ['1971', undefined, undefined],
    ])
    expect(
      findIn(all.b, { kind: 'readback.correct', readback: 'readback-1', body: 'In 1971.' }),
    ).toHaveLength(1)
    expect(findIn(all.table, { kind: 'table.open', note: 'As in 1971.' })).toEqual([
      ['1971', 'field', 'note'],
    ])
    expect(findIn(all.a, say('message-x', { body: 'In 1971.' }))).toEqual([])
  })
})

/** Two sides, one word: prepared to go in one step. */
function prepared(changes: Partial<Conveyance> = {}) {
  const all = talks()
  const together = 'together-1' as never
  const own = { origin: { kind: 'mediators' }, as: 'verbatim', together, ...changes } as const
  const plans = [planOf(all.a, all.a, own), planOf(all.a, all.b, own)] as const
  for (const plan of plans) must(all.desk, 'lead', { kind: 'carry.prepare', conveyance: plan })
  const held = (id: RoomId) => all.rooms.find(room => room.id === id)
  const act: Act = { kind: 'carry.deliver', conveyance: plans[0].conveyance }
  const brings = () => {
    const acts = specOf(act).brings?.acts(all.desk, act, held)
    if (acts === undefined) throw new Error('brings nothing')
    return acts
  }
  return { ...all, plans, act, brings }
}

describe('together', () => {
  test('CONV-15 one word of the desk delivers all of them', () => {
    const { desk, act, plans, brings, a, b } = prepared()
    expect(specOf(act).brings?.hangsOn(desk, act)).toEqual([a.id, b.id])
    const sent = brings()
    expect(sent.ok && sent.value.map(({ room, act }) => [room, act.kind])).toEqual([
      [desk.id, 'carry.deliver'],
      [a.id, 'delivery.make'],
      [b.id, 'delivery.make'],
    ])
    must(desk, 'lead', act)
    for (const { conveyance } of plans) expect(desk.conveyances[conveyance]?.standing).toBe('delivered')
    expect(desk.pending).toEqual({})
    expect(does(desk, 'lead', { kind: 'carry.deliver', conveyance: plans[1].conveyance })).toBe(
      'conveyance-settled',
    )
  })

  test('CONV-15 all or none: while one may not go, the desk says nothing of any', () => {
    const { b, plans, brings } = prepared()
    must(b, 'lead', { ...(arrival(plans[0], b) as object), delivery: 'delivery-z' })
    expect(brings().ok).toBe(true)
    const other = prepared({ corrects: 'delivery-z' as never })
    must(other.b, 'lead', { ...(arrival(plans[0], b) as object), delivery: 'delivery-z' })
    expect(other.brings()).toMatchObject({ ok: false, error: { code: 'delivery-unknown' } })
  })

  test('CONV-15 once it is said, what is missing is shown unfinished and sent, and nothing twice', () => {
    const { desk, a, b, plans, act, brings, rooms } = prepared()
    must(desk, 'lead', act)
    must(a, 'lead', arrival(plans[0], a))
    const unfinished = () =>
      waitingAtDesk(desk, rooms).flatMap(item =>
        item.kind === 'unfinished' ? [item.carried.plan.conveyance] : [],
      )
    expect(unfinished()).toEqual([plans[1].conveyance])
    const rest = brings()
    expect(rest.ok && rest.value.map(({ room }) => room)).toEqual([desk.id, b.id])
    must(b, 'lead', arrival(plans[1], b))
    expect(unfinished()).toEqual([])
    expect(brings()).toEqual({ ok: true, value: [] })
  })

  test('CONV-15 once it is said, one that may go no longer says why and holds up no other', () => {
    const all = talks()
    const together = 'together-1' as never
    const third = withRules(
      opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never } }),
    )
    const plans = [all.b, third].map(room => published(all, { to: room.id, together, tell: 'that' }))
    for (const conveyance of plans) must(all.desk, 'lead', { kind: 'carry.prepare', conveyance })
    const act: Act = { kind: 'carry.deliver', conveyance: plans[0]?.conveyance as never }
    must(all.desk, 'lead', act)
    must(all.b, 'headB', { kind: 'consent.give', party: partyB.party })
    must(all.b, 'headB', { kind: 'consent.withdraw', party: partyB.party })
    const held = (id: RoomId) => [...all.rooms, third].find(room => room.id === id)
    const sent = specOf(act).brings?.acts(all.desk, act, held)
    expect(sent?.ok && sent.value.map(({ room, refused }) => [room, refused?.code])).toEqual([
      [all.desk.id, undefined],
      [all.b.id, 'consent-withdrawn'],
      [third.id, undefined],
      [all.a.id, undefined],
    ])
  })

  test('CONV-9 an offer that goes to several together was put once', () => {
    const all = talks()
    const offer = {
      kind: 'offer.make',
      offer: 'offer-001',
      ifThey: 'they pause',
      thenWe: 'we do',
      binding: false,
    }
    must(all.a, 'headA', offer)
    const third = withRules(
      opened('lead', { kind: 'caucus', party: { ...partyA, party: 'party-dd' as never } }),
    )
    const origin: Origin = { kind: 'offer', room: all.a.id, offer: 'offer-001' as never }
    const plans = [all.b, third].map(room =>
      published(all, { origin, to: room.id, together: 'together-1' as never, tell: 'that' }),
    )
    for (const conveyance of plans) must(all.desk, 'lead', { kind: 'carry.prepare', conveyance })
    const act: Act = { kind: 'carry.deliver', conveyance: plans[0]?.conveyance as never }
    const held = (id: RoomId) => [...all.rooms, third].find(room => room.id === id)
    const sent = specOf(act).brings?.acts(all.desk, act, held)
    const reports = sent?.ok === true ? sent.value.filter(({ act }) => act.kind === 'offer.report') : []
    expect(reports).toHaveLength(1)
  })

  test('CONV-15 all are in the carrier’s hands, one that is cancelled is left out, and none joins afterwards', () => {
    const { desk, plans, act } = prepared()
    must(desk, 'lead', { kind: 'carry.assign', conveyance: plans[1].conveyance, to: memberId('second') })
    expect(does(desk, 'lead', act)).toBe('carried-by-another')
    must(desk, 'lead', { kind: 'carry.cancel', conveyance: plans[1].conveyance })
    expect(does(desk, 'lead', act)).toBe('ok')
    expect(desk.conveyances[plans[1].conveyance]?.standing).toBe('cancelled')
    const late = { ...plans[1], conveyance: 'conveyance-late', delivery: 'delivery-late' }
    expect(does(desk, 'lead', { kind: 'carry.prepare', conveyance: late })).toBe('conveyance-settled')
    const other = { ...late, together: 'together-2' }
    expect(does(desk, 'lead', { kind: 'carry.prepare', conveyance: other })).toBe('ok')
  })

  test('CONV-8 no recipient learns that anybody else was told', () => {
    const { plans, b } = prepared()
    expect(JSON.stringify(arrival(plans[1], b))).not.toContain('together')
  })

  test('DESK-3 the same item in a colleague’s hands is the same', () => {
    const { desk, a, b } = talks()
    const of = (fields: readonly string[], carrier = 'second', changes = {}): Conveyance =>
      planOf(a, b, {
        origin: { kind: 'item', room: a.id, item: 'item-0001' as never, rev: 1, fields, ...changes },
        carrier: memberId(carrier),
      })
    const prepare = (conveyance: Conveyance) => does(desk, 'helper', { kind: 'carry.prepare', conveyance })
    must(desk, 'second', { kind: 'carry.prepare', conveyance: of(['figure', 'method']) })
    expect(prepare(of(['figure'], 'helper'))).toBe('carried-by-another')
    expect(prepare(of(['counts'], 'helper'))).toBe('ok')
    expect(prepare(of(['figure'], 'helper', { rev: 2 }))).toBe('ok')
    expect(prepare(of(['figure'], 'helper', { item: 'item-0002' }))).toBe('ok')
    const mark = (mark: number, carrier: string): Conveyance =>
      planOf(a, b, {
        origin: { kind: 'mark', room: a.id, item: 'item-0001' as never, mark },
        carrier: memberId(carrier),
      })
    must(desk, 'second', { kind: 'carry.prepare', conveyance: mark(1, 'second') })
    expect(prepare(mark(1, 'helper'))).toBe('carried-by-another')
    expect(prepare(mark(2, 'helper'))).toBe('ok')
  })
})

function arrival(plan: Conveyance, recipient: RoomState): Act {
  return arrivalOf(plan, { recipient })
}
