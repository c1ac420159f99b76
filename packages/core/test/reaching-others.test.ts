/** Who else reads what mediators let go: the source that is told, those who do not sit where it was said, whoever reads it later. */

import { describe, expect, test } from 'vitest'
import {
  type Act,
  type Conveyance,
  carryOut,
  deliveryOf,
  findLeaksIn,
  findLeaksInAct,
  type RoomId,
  type RoomState,
  reachOf,
  sidesOf,
} from '../src/index.ts'
import {
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  must,
  opened,
  partyA,
  planOf,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'
import { matter, release, version, withRules } from './crossing-talks.ts'

const secret = 'Our floor is 4711 crowns a night.'
const telling = 'They offer a pause. Their floor is 4711 crowns.'

function talks() {
  const [a, b, table, desk] = [caucusA(), caucusB(), tableRoom(), deskRoom()].map(withRules) as [
    RoomState,
    RoomState,
    RoomState,
    RoomState,
  ]
  must(a, 'headA', say('message-a', { body: 'A pause is thinkable.', marking: 'attributed' }))
  return { a, b, table, desk }
}
type Talks = ReturnType<typeof talks>

const roomsOf = ({ a, b, table, desk }: Talks): readonly RoomState[] => [a, b, table, desk]
const heldIn = (all: Talks) => (id: RoomId) => roomsOf(all).find(room => room.id === id)
const planned = ({ a, b }: Talks, changes: Partial<Conveyance> = {}): Conveyance =>
  planOf(a, b, {
    origin: { kind: 'passage', room: a.id, passage: { message: 'message-a' as never } },
    wording: telling,
    ...changes,
  })
const findingsOf = (all: Talks, plan: Conveyance) => {
  const sides = sidesOf(plan, heldIn(all))
  if (sides === undefined) throw new Error('no sides')
  return findLeaksIn(plan, sides, roomsOf(all))
}

describe('a source that is told in which words its own were passed on', () => {
  test('LEAK-13 reads nothing of the recipient’s without its being named', () => {
    const all = talks()
    must(all.b, 'headB', say('message-b', { body: secret }))
    const named = findingsOf(all, planned(all, { tell: 'words' }))
    expect(named.map(({ text, in: where, field }) => [text, where, field])).toContainEqual([
      '4711',
      'field',
      'tell',
    ])
    expect(findingsOf(all, planned(all, { tell: 'that' }))).toEqual([])
    expect(findingsOf(all, planned(all, { tell: 'nothing' }))).toEqual([])
  })

  test('LEAK-13 of an offer that is put, too', () => {
    const all = talks()
    must(all.b, 'headB', say('message-b', { body: secret }))
    must(all.a, 'headA', {
      kind: 'offer.make',
      offer: 'offer-a01',
      ifThey: 'stop',
      thenWe: 'pause',
      binding: false,
    })
    const origin = { kind: 'offer', room: all.a.id, offer: 'offer-a01' as never } as const
    expect(
      findingsOf(all, planned(all, { origin, tell: 'words' })).filter(({ field }) => field === 'tell'),
    ).not.toEqual([])
  })

  test('CONV-9 of an item that was published there are no words to be told in', () => {
    const all = talks()
    const thing = { register: 'matter', fields: { kind: 'figure', title: 'Length of a pause' } } as const
    const plan = planned(all, { to: all.table.id, thing, tell: 'words', wording: 'Read by nobody.' })
    const carried = carryOut(
      { desk: all.desk.id, conveyance: plan.conveyance, isSaid: false },
      [plan],
      heldIn(all),
    )
    if (!carried.ok) throw new Error(carried.error.code)
    const told = carried.value.filter(({ room }) => room === all.a.id)
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain('Read by nobody.')
  })
})

const saying = (room: RoomState, body: string) => ({
  act: say('message-m', { body }) as Act,
  recipient: room,
})

describe('what was said where somebody does not sit', () => {
  test('LEAK-9 in a group is guarded from the sides that are not in it, and known to those that are', () => {
    const all = talks()
    const group = withRules(opened('lead', { kind: 'group' }, ['headA']))
    must(group, 'headA', say('message-g', { body: secret }))
    const rooms = [...roomsOf(all), group]
    const found = (room: RoomState) => findLeaksInAct(saying(room, telling), rooms).map(({ text }) => text)
    expect(found(all.b)).toContain('4711')
    expect(found(all.table)).toContain('4711')
    expect(found(all.a)).toEqual([])
  })

  test('LEAK-9 at the open table is guarded from a party that only the mediators know', () => {
    const all = talks()
    must(all.table, 'lead', { kind: 'table.open' })
    must(all.table, 'headA', say('message-t', { body: secret }))
    const hidden = withRules(
      opened('lead', {
        kind: 'caucus',
        party: { ...partyA, party: 'party-dd' as never, name: 'Dovonia', hidden: true },
      }),
    )
    const rooms = [...roomsOf(all), hidden]
    const found = (room: RoomState) => findLeaksInAct(saying(room, telling), rooms).map(({ text }) => text)
    expect(found(hidden)).toContain('4711')
    expect(found(all.b)).toEqual([])
  })
})

const leads = (room: RoomState) => {
  const lead = Object.values(room.members).find(({ role }) => role === 'lead')
  if (lead === undefined) throw new Error('nobody leads')
  return lead
}

describe('who reads', () => {
  test('LEAK-9 nobody knows who will sit in a group where no side sits yet', () => {
    const all = talks()
    must(all.table, 'lead', { kind: 'table.open' })
    must(all.table, 'headA', say('message-t', { body: secret }))
    const empty = withRules(opened('lead', { kind: 'group' }))
    const found = findLeaksInAct(saying(empty, telling), [...roomsOf(all), empty])
    expect(found.map(({ text }) => text)).toContain('4711')
  })

  test('LEAK-12 what is recorded in a party’s name is its own in its caucus while it does not act for itself, and read by all at the table', () => {
    const all = talks()
    const recorded = say('message-r', { body: telling, recorded: circumstance }) as Act
    const reaches = (room: RoomState) => reachOf(recorded, leads(room), room, heldIn(all)).length
    const silent = withRules(recordedA())
    expect([reaches(silent), reaches(all.b), reaches(all.table)]).toEqual([0, 1, 1])
  })

  test('LEAK-6 the same words with another title or another thing beside them are not the same', () => {
    const all = talks()
    const own = (changes: Partial<Conveyance>) =>
      planned(all, { origin: { kind: 'mediators' }, wording: 'We attach a figure.', ...changes })
    const first = own({ to: all.a.id, title: 'Of 8899 crowns' })
    must(all.desk, 'lead', { kind: 'carry.prepare', conveyance: first })
    must(all.a, 'lead', deliveryOf(first, undefined))
    expect(findingsOf(all, own({ title: 'Not 8899' })).map(({ text }) => text)).toContain('8899')
    expect(findingsOf(all, own({ title: 'Of 8899 crowns' }))).toEqual([])
  })

  test('LEAK-5 a name that everybody knows parts no run of words that is taken from elsewhere', () => {
    const all = talks()
    must(all.a, 'headA', say('message-n', { body: 'We leave Borduria by spring unless it pays us.' }))
    const found = (body: string) =>
      findLeaksInAct(saying(all.table, body), roomsOf(all)).map(({ text }) => text)
    expect(found('They leave Borduria by spring unless it pays.')).toEqual([
      'leave Borduria by spring unless it pays',
    ])
    expect(found('They speak with Borduria by day.')).toEqual([])
  })

  test('LEAK-5 LEAK-8 a figure within a run through a name is found beside the run', () => {
    const all = talks()
    must(
      all.a,
      'headA',
      say('message-n', { body: 'We leave Borduria 4711 crowns by spring unless it pays.' }),
    )
    const found = findLeaksInAct(
      saying(all.table, 'They leave Borduria 4711 crowns by spring.'),
      roomsOf(all),
    )
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['words', 'leave Borduria 4711 crowns by spring'],
      ['figure', '4711'],
    ])
  })
})

describe('substance that may pass', () => {
  const sentence = 'We would open the northern gate for two nights after the harvest is in.'

  test('LEAK-5 is found where it is repeated word for word beside something else that is carried', () => {
    const all = talks()
    must(all.a, 'headA', say('message-s', { body: sentence, marking: 'unattributed' }))
    const found = (wording: string) =>
      findingsOf(all, planned(all, { as: 'attributed', wording })).map(({ kind, text }) => `${kind} ${text}`)
    expect(found(sentence)).toEqual([`words ${sentence.slice(0, -1)}`])
    expect(found('The northern gate might be opened for a while, once the harvest is in.')).toEqual([])
  })

  test('LEAK-5 and so is another part of the very message that is carried, but for its title', () => {
    const all = talks()
    const title = 'The northern gate after the harvest'
    const body = `${sentence} Of the tolls nothing is said here.`
    const parts = [{ part: 'part-tolls', from: sentence.length + 1, to: body.length, marking: 'attributed' }]
    must(all.a, 'headA', say('message-s', { title, body, marking: 'unattributed', parts }))
    const passage = { message: 'message-s' as never, part: 'part-tolls' as never }
    const found = (wording: string) => {
      const origin = { kind: 'passage', room: all.a.id, passage } as const
      return findingsOf(all, planned(all, { origin, as: 'attributed', wording })).map(({ kind }) => kind)
    }
    expect(found(sentence)).toEqual(['words'])
    expect(found(`${title}: of the tolls they say nothing.`)).toEqual([])
  })

  test('LEAK-5 and so is a field of an item', () => {
    const all = talks()
    must(all.a, 'lead', matter('matter-a1'))
    must(all.a, 'headA', version({}, { method: sentence }))
    release(all.a, { item: 'version-a1' as never, rev: 1, fields: ['method'] }, 'unattributed')
    const found = (wording: string) => findingsOf(all, planned(all, { wording })).map(({ kind }) => kind)
    expect(found(sentence)).toEqual(['words'])
    expect(found('A gate might be opened for two nights.')).toEqual([])
  })
})

describe('what was prepared', () => {
  test('CONV-15 nobody joins to go with what a colleague carries', () => {
    const all = talks()
    const together = 'together-1' as never
    must(all.desk, 'lead', { kind: 'carry.prepare', conveyance: planned(all, { together }) })
    const joining = planned(all, {
      together,
      conveyance: 'conveyance-2' as never,
      delivery: 'delivery-2' as never,
      to: all.table.id,
      origin: { kind: 'mediators' },
    })
    expect(does(all.desk, 'second', { kind: 'carry.prepare', conveyance: joining })).toBe(
      'carried-by-another',
    )
    expect(does(all.desk, 'lead', { kind: 'carry.prepare', conveyance: joining })).toBe('ok')
  })

  test('LEAK-12 is looked at when it is prepared, as it will stand there', () => {
    const all = talks()
    must(all.a, 'headA', say('message-a2', { body: secret }))
    const prepare: Act = { kind: 'carry.prepare', conveyance: planned(all) }
    const reaches = reachOf(prepare, leads(all.desk), all.desk, heldIn(all))
    expect(reaches.map(({ recipient }) => recipient.id)).toEqual([all.b.id])
    expect(reaches.flatMap(reach => findLeaksInAct(reach, roomsOf(all)).map(({ text }) => text))).toContain(
      '4711',
    )
  })

  test('LEAK-12 is looked at again when it is delivered, with all that go together', () => {
    const all = talks()
    const together = 'together-1' as never
    const plans = [
      planned(all, { together }),
      planned(all, {
        together,
        conveyance: 'conveyance-2' as never,
        delivery: 'delivery-2' as never,
        to: all.table.id,
      }),
    ]
    for (const conveyance of plans) must(all.desk, 'lead', { kind: 'carry.prepare', conveyance })
    const lead = Object.values(all.desk.members).find(({ role }) => role === 'lead')
    if (lead === undefined) throw new Error('nobody leads')
    const named = () =>
      reachOf(
        { kind: 'carry.deliver', conveyance: plans[0]?.conveyance ?? ('' as never) },
        lead,
        all.desk,
        heldIn(all),
      ).map(reach => findLeaksInAct(reach, roomsOf(all)).map(({ text }) => text))
    expect(named()).toEqual([[], []])
    must(all.a, 'headA', say('message-a2', { body: secret }))
    expect(named().map(found => found.includes('4711'))).toEqual([true, true])
  })
})
