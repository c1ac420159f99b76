/** A caucus that goes on in another room: offered by mediators, adopted by its party, and silent from then on. */

import { describe, expect, test } from 'vitest'
import {
  type ActKind,
  actKinds,
  checkDirect,
  type ItemId,
  type MessageId,
  type RoomKind,
  type RoomState,
  rulesNumber,
  sidesAtTable,
  specOf,
  successorOf,
  waitingAtDesk,
  waitingInCaucus,
  waitingOfThings,
} from '../src/index.ts'
import {
  admit,
  cardOf,
  caucusA,
  circumstance,
  deskRoom,
  does,
  memberId,
  must,
  opened,
  partyA,
  say,
  silentA,
  tableRoom,
  tryOpen,
} from './cast.ts'

const institution = 'Lakes Institute'
const next = 'room-that-follows'
const item = 'item-0001' as ItemId
const put = {
  kind: 'item.put',
  item,
  register: 'mediators-accepted',
  rev: 1,
  fields: { institution },
}
const mark = (verb: string, more: object = {}) => ({ kind: 'item.mark', item, rev: 1, verb, ...more })
const offer = (room: string = next) => ({
  kind: 'successor.offer',
  room,
  item,
  coming: ['Name of helper'],
})
const adopt = (room: string = next, more: object = {}) => ({ kind: 'successor.adopt', room, ...more })

const ofA = ['principalA', 'headA', 'delegateA', 'adviserA', 'counselA']
const moved = (room: RoomState, by = 'lead'): RoomState => {
  must(room, by, { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const asked = (verb = 'accepted-from-here'): RoomState => {
  const room = moved(caucusA({}, ['second', ...ofA]))
  must(room, 'lead', say('message-0001', {}))
  must(room, 'lead', put)
  must(room, 'headA', mark(verb))
  return room
}
const offered = (): RoomState => {
  const room = asked()
  must(room, 'lead', offer())
  return room
}
const adopted = (): RoomState => {
  const room = offered()
  must(room, 'headA', adopt())
  return room
}

const elsewhere: Readonly<Partial<Record<RoomKind, () => RoomState>>> = {
  table: () => moved(tableRoom()),
  group: () => moved(opened('lead', { kind: 'group' }, ['second', 'headA', 'adviserA'])),
  desk: () => moved(deskRoom()),
  delegation: () => moved(opened('headA', { kind: 'delegation', party: partyA }, ['adviserA']), 'headA'),
  private: () => moved(opened('lead', { kind: 'private' })),
}

describe('who may do it where', () => {
  test('TEAM-10 law: of all who are in the caucus the mediators offer, with the party’s yes to what comes from here on alone', () => {
    for (const person of ['lead', 'second', ...ofA])
      for (const verb of ['accepted-from-here', 'accepted-with-record', 'not-accepted', 'asked-out']) {
        const may = ['lead', 'second'].includes(person) && verb === 'accepted-from-here'
        expect([person, verb, does(asked(verb), person, offer()) === 'ok']).toEqual([person, verb, may])
      }
    expect(does(moved(caucusA()), 'lead', offer())).toBe('mediator-not-accepted')
  })

  test('TEAM-11 law: whoever leads the party adopts the room that was offered last, and nobody else any', () => {
    for (const person of ['lead', 'second', ...ofA])
      expect([person, does(offered(), person, adopt()) === 'ok']).toEqual([
        person,
        ['principalA', 'headA'].includes(person),
      ])
    expect(does(asked(), 'headA', adopt())).toBe('successor-unknown')
    expect(does(offered(), 'headA', adopt('room-of-another'))).toBe('successor-unknown')
    const again = offered()
    must(again, 'second', offer('room-offered-later'))
    expect(does(again, 'headA', adopt())).toBe('successor-unknown')
    expect(does(again, 'headA', adopt('room-offered-later'))).toBe('ok')
  })

  test('TEAM-10, TEAM-11 law: in no other kind of room', () => {
    for (const [kind, begin] of Object.entries(elsewhere))
      for (const person of ['lead', 'headA'])
        for (const act of [offer(), adopt()]) {
          const room = begin()
          if (room.members[memberId(person)] === undefined) continue
          const before = JSON.stringify([room.timeline, room.members])
          expect([kind, person, does(room, person, act)]).not.toEqual([kind, person, 'ok'])
          expect(JSON.stringify([room.timeline, room.members])).toBe(before)
        }
  })

  test('TEAM-11 a yes taken back before the room is adopted is none', () => {
    const room = offered()
    must(room, 'principalA', mark('not-accepted'))
    expect(does(room, 'headA', adopt())).toBe('mediator-not-accepted')
  })

  test('TEAM-11 for a party without an account the mediators record it', () => {
    const room = moved(caucusA({ party: silentA }, ['second']))
    must(room, 'lead', put)
    must(room, 'lead', mark('accepted-from-here', { recorded: circumstance }))
    must(room, 'lead', offer())
    expect(does(room, 'lead', adopt())).not.toBe('ok')
    expect(does(room, 'lead', adopt(next, { recorded: circumstance }))).toBe('ok')
    expect(room.successor?.adopted?.recorded).toEqual(circumstance)
  })

  test('TEAM-10 a room does not go on in itself', () => {
    const room = asked()
    expect(does(room, 'lead', offer(room.id))).toBe('wrong-room')
  })
})

describe('the room in which it goes on', () => {
  const succeeds = { room: 'room-caucus-party-aa', size: 9, root: 'AAAA' }
  const todays = { kind: 'caucus', party: partyA, rules: rulesNumber } as const

  test('TEAM-10 its opening names the caucus and its head; nothing but a caucus does, by the rules of today', () => {
    expect(tryOpen('lead', { ...todays, succeeds } as never)).toMatchObject({ ok: true, value: { succeeds } })
    expect(tryOpen('lead', { kind: 'caucus', party: partyA, succeeds } as never)).toMatchObject({
      error: { code: 'rules-older' },
    })
    for (const kind of ['table', 'desk', 'group', 'private'] as const)
      expect(tryOpen('lead', { kind, rules: rulesNumber, succeeds } as never)).toMatchObject({
        error: { code: 'wrong-room' },
      })
  })

  test('TEAM-2 who comes is there before the party is, and needs no further yes', () => {
    const room = opened('lead', { ...todays, succeeds } as never, ['second'])
    must(room, 'lead', admit('helper', { institution }))
    for (const person of ofA) must(room, 'lead', admit(person))
    expect(Object.values(room.members).map(({ institution: of }) => of)).toContain(institution)
    expect(room.consents).toEqual({})
  })
})

describe('the caucus that went on', () => {
  test('TEAM-12 law: of every kind of act only what is about people, devices and the record is taken there', () => {
    const allowed = actKinds.filter(kind => specOf({ kind }).afterwards === true).toSorted()
    expect(allowed).toEqual([
      'contact.move',
      'contact.record',
      'device.add',
      'device.remove',
      'hold.lift',
      'hold.place',
      'keys.missed',
      'lead.hand-over',
      'member.admit',
      'member.leave',
      'member.remove',
      'party.add',
      'record.destroy',
      'retention.set',
      'rules.adopt',
    ] satisfies readonly ActKind[])
    const tried = [
      ['headA', say('message-0002')],
      ['lead', say('message-0003')],
      ['headA', mark('asked-out')],
      ['lead', offer('room-offered-later')],
      ['headA', adopt()],
      ['headA', { kind: 'consent.give', party: partyA.party }],
      ['lead', { kind: 'terms.set', terms: { role: 'host', disclosure: 'open' } }],
    ] as const
    for (const [person, act] of tried)
      expect([act.kind, does(adopted(), person, act)]).toEqual([act.kind, 'room-succeeded'])
  })

  test('TEAM-12 holds, rules of keeping and leaving go on there, and nobody of another institution comes', () => {
    const room = adopted()
    expect(does(room, 'headA', { kind: 'hold.place', hold: 'hold-0001', reason: 'A court asks.' })).toBe('ok')
    expect(does(room, 'lead', { kind: 'retention.set', days: 30, basis: 'Article 9.' })).toBe('ok')
    expect(does(room, 'adviserA', { kind: 'member.leave' })).toBe('ok')
    expect(does(room, 'lead', admit('helper', { institution }))).toBe('mediator-not-accepted')
    expect(successorOf(room)).toBe(next)
  })

  test('TEAM-12 what was asked ends with it', () => {
    const room = asked()
    must(room, 'headA', say('message-0002'))
    const passage = { message: 'message-0002' as MessageId }
    must(room, 'lead', { kind: 'release.ask', ask: 'ask-0001', passage, marking: 'unattributed' })
    must(room, 'lead', { ...put, item: 'item-0002', fields: { institution: 'Another' } })
    expect(waitingInCaucus(room).map(({ kind }) => kind)).toEqual(['asked'])
    expect(waitingOfThings([room], memberId('headA'))).toHaveLength(1)
    must(room, 'lead', offer())
    expect(waitingInCaucus(room).map(({ kind }) => kind)).toEqual(['successor', 'asked'])
    expect(waitingAtDesk(deskRoom(), [room]).length).toBeGreaterThan(0)
    must(room, 'headA', adopt())
    expect(waitingInCaucus(room)).toEqual([])
    expect(waitingOfThings([room], memberId('headA'))).toEqual([])
    expect(waitingAtDesk(deskRoom(), [room])).toEqual([])
    expect(does(room, 'headA', { kind: 'release.give', ask: 'ask-0001', marking: 'unattributed' })).toBe(
      'room-succeeded',
    )
  })

  test('TEAM-11 an offer alone changes nothing of what may be said', () => {
    const room = offered()
    expect(successorOf(room)).toBeUndefined()
    expect(does(room, 'headA', say('message-0002'))).toBe('ok')
    expect(cardOf('helper').institution).toBeUndefined()
  })
})

describe('who comes, and where', () => {
  test('TEAM-10 a room that follows is offered in a caucus alone', () => {
    expect(does(moved(tableRoom()), 'lead', offer())).toBe('caucus-only')
  })

  test('TEAM-1 a mediator who names no institution is of the first', () => {
    const founder = cardOf('lead', { institution: 'First Institute' })
    const room = tryOpen('lead', { kind: 'caucus', party: partyA, rules: rulesNumber }, founder)
    if (!room.ok) throw new Error(room.error.code)
    must(room.value, 'lead', admit('headA'))
    expect(does(room.value, 'lead', admit('second'))).toBe('ok')
    expect(does(room.value, 'lead', admit('helper', { institution }))).toBe('mediator-not-accepted')
  })

  test('AGEN-4 the table is opened where each side has consented, and its limits were heeded', () => {
    const [table, caucus] = [tableRoom(), caucusA()]
    const sides = sidesAtTable(table, [caucus]).map(({ party }) => party.party)
    const consents = (words?: string) => {
      for (const party of sides)
        caucus.consents[party] = { standing: 'given', ...(words === undefined ? {} : { words }) } as never
      return sides.map((party): RoomState => ({ ...caucus, party: { ...partyA, party } }))
    }
    const code = (rooms: readonly RoomState[], heeded: typeof sides = []) => {
      const checked = checkDirect(table, rooms, heeded)
      return checked.ok ? 'ok' : checked.error.code
    }
    expect(sides.length).toBeGreaterThan(1)
    expect(code([])).toBe('caucus-missing')
    expect(code(sides.map((party): RoomState => ({ ...caucus, party: { ...partyA, party } })))).toBe(
      'consent-missing',
    )
    expect(code(consents())).toBe('ok')
    expect(code(consents('By day only.'))).toBe('limits-not-heeded')
    expect(code(consents('By day only.'), sides)).toBe('ok')
  })
})
