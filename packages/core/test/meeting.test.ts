/** Meetings: what a change takes the ground from, what is public, and what a plan of the day shows. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Clock,
  findRegister,
  type House,
  houseForHost,
  type ItemId,
  minutesToClock,
  type PartyId,
  type PlannedSide,
  planFindings,
  publicLineOf,
  puttersIn,
  type Register,
  type RoomState,
  rulesNumber,
} from '../src/index.ts'
import {
  caucusA,
  deskRoom,
  does,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  tableRoom,
  thirdParty,
} from './cast.ts'

const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const meeting = (rev: number, changes: object = {}) => ({
  kind: 'item.put',
  item: 'item-meeting',
  register: 'meeting',
  rev,
  fields: {
    kind: 'proximity',
    title: 'Envoys',
    when: { kind: 'on', day: '2026-02-06' },
    begins: '10:00',
    timeZone: 'Europe/Istanbul',
    venue: 'Istanbul',
    publicity: 'nothing',
    minutesKept: 'no-minutes',
    ...changes,
  },
})
const mark = (verb: string, rev: number) => ({ kind: 'item.mark', item: 'item-meeting', rev, verb })
const standing = (room: RoomState): string | undefined => {
  const item = room.items['item-meeting' as ItemId]
  return item === undefined ? undefined : findRegister('meeting')?.standing(item, room).standing
}

const saying = (item: string, verb: string, rev = 1) => ({
  kind: 'item.mark',
  item,
  rev,
  verb,
  note: 'So.',
})
const putting = (register: string, fields: object) => ({
  kind: 'item.put',
  item: `item-${register}`,
  register,
  rev: 1,
  fields,
})

describe('a meeting', () => {
  test.each([
    ['when', { kind: 'on', day: '2026-02-07' }],
    ['begins', '11:00'],
    ['ends', '18:00'],
    ['timeZone', 'Asia/Muscat'],
    ['venue', 'Muscat'],
    ['building', 'The old house'],
    ['level', 'Ministers'],
    ['kind', 'heads'],
    ['publicity', 'readout'],
    ['minutesKept', 'agreed-minutes'],
  ])('MEET-4 is to be confirmed anew where its %s changes, and not for a better title', (name, value) => {
    const room = withRules(caucusA())
    must(room, 'lead', meeting(1))
    expect(standing(room)).toBe('announced')
    must(room, 'headA', mark('confirmed', 1))
    expect(standing(room)).toBe('confirmed')
    must(room, 'lead', meeting(2, { title: 'Meeting of envoys' }))
    expect(standing(room)).toBe('confirmed')
    must(room, 'lead', meeting(3, { title: 'Meeting of envoys', [name]: value }))
    expect(standing(room)).toBe('to-be-confirmed')
    must(room, 'headA', mark('confirmed', 3))
    expect(standing(room)).toBe('confirmed')
  })

  test('MEET-2 MEET-4 MEET-11 each word stands until another of its kind, the outcome before every answer, and one side is asked anew for what has changed', () => {
    const room = withRules(caucusA())
    const standingOf = (item: string) => {
      const thing = room.items[item as ItemId]
      return thing && findRegister(thing.register)?.standing(thing, room)
    }
    const through = (item: string, steps: readonly (readonly [string, string, string, number?])[]): void => {
      for (const [person, verb, stands, count] of steps) {
        must(room, person, saying(item, verb))
        expect([verb, standingOf(item)]).toEqual([
          verb,
          { standing: stands, ...(count === undefined ? {} : { count }) },
        ])
      }
    }
    const asks = (person: string) => {
      const thing = room.items['item-meeting' as ItemId]
      const seat = room.members[memberId(person)]
      return thing === undefined || seat === undefined
        ? undefined
        : findRegister('meeting')?.asks?.(thing, seat, room)
    }
    must(room, 'lead', meeting(1))
    // What nobody has said yes to is no question that was put: nothing is asked anew.
    expect(asks('headA')).toEqual([])
    through('item-meeting', [
      ['headA', 'confirmed', 'confirmed', 1],
      ['headA', 'declined', 'meeting-declined', 1],
      ['headA', 'confirmed', 'confirmed', 1],
      ['lead', 'held', 'was-held'],
      ['lead', 'held-in-part', 'held-in-part'],
      ['lead', 'on-again', 'confirmed', 1],
    ])
    expect(asks('headA')).toEqual([])
    must(room, 'lead', meeting(2, { venue: 'Muscat' }))
    const again = [{ kind: 'say', verb: 'confirmed', by: { kind: 'on', day: '2026-02-06' } }]
    expect([asks('headA'), asks('lead')]).toEqual([again, []])
    must(room, 'lead', saying('item-meeting', 'not-held', 2))
    expect(asks('headA')).toEqual([])
    must(room, 'lead', saying('item-meeting', 'on-again', 2))
    must(room, 'headA', mark('confirmed', 2))
    expect(asks('headA')).toEqual([])
    const { fields: way } = side(a)
    must(room, 'lead', putting('arrangement', way))
    through('item-arrangement', [
      ['headA', 'change-asked', 'change-asked'],
      ['headA', 'agreeable', 'agreeable'],
      ['headA', 'late', 'late'],
      ['headA', 'not-coming', 'not-coming'],
      ['headA', 'coming', 'agreeable'],
      ['lead', 'absent', 'absent'],
      ['lead', 'attended', 'attended'],
    ])
    must(room, 'lead', putting('minutes', { title: 'Envoys', points: [{ title: 'Water', said: 'None.' }] }))
    through('item-minutes', [
      ['headA', 'correction-asked', 'correction-asked', 1],
      ['headA', 'agreed', 'minutes-agreed', 1],
    ])
    const wordings = [{ language: 'en', body: 'They met.' }]
    must(room, 'headA', putting('statement', { kind: 'spoken', speaker: 'The envoy', wordings }))
    through('item-statement', [
      ['headA', 'authentic', 'authentic'],
      ['headA', 'mistranslated', 'mistranslated'],
      ['lead', 'published', 'published'],
    ])
  })

  test('MEET-3 MEET-8 hostile: by one side, and by one side with a third party, nothing is agreed or cleared by all', () => {
    const table = withRules(tableRoom())
    must(table, 'lead', meeting(1))
    const readout = {
      kind: 'item.put',
      item: 'item-readout',
      register: 'statement',
      rev: 1,
      fields: { kind: 'readout', speaker: 'All', wordings: [{ language: 'en', body: 'They met.' }] },
    }
    must(table, 'lead', readout)
    const clear = { kind: 'item.mark', item: 'item-readout', rev: 1, verb: 'cleared' }
    const both = () => {
      const item = table.items['item-readout' as ItemId]
      return [standing(table), item && findRegister('statement')?.standing(item, table).standing]
    }
    for (const person of ['headA', 'guarantor']) {
      must(table, person, mark('confirmed', 1))
      must(table, person, clear)
      expect(both()).toEqual(['confirmed', 'logged'])
    }
    must(table, 'headB', mark('confirmed', 1))
    must(table, 'headB', clear)
    expect(both()).toEqual(['agreed-in-private', 'cleared-by-all'])
    // What was cleared as the line to fall back on is not said as the rest, nor the other way about.
    must(table, 'lead', { ...readout, rev: 2, fields: { ...readout.fields, channel: 'An agency' } })
    expect(both()[1]).toBe('cleared-by-all')
    must(table, 'lead', { ...readout, rev: 3, fields: { ...readout.fields, isFallback: true } })
    expect(both()[1]).toBe('logged')
    // In its own caucus a side is never all, whatever it says there.
    const caucus = withRules(caucusA())
    must(caucus, 'headA', readout)
    must(caucus, 'headA', clear)
    const item = caucus.items['item-readout' as ItemId]
    expect(item && findRegister('statement')?.standing(item, caucus).standing).toBe('logged')
  })

  test('MEET-3 what is reported, and what each side confirms, are told apart; a report counts once for each source', () => {
    const desk = withRules(deskRoom())
    must(desk, 'lead', meeting(1))
    const line = () => {
      const { reported, said } = publicLineOf(desk, 'item-meeting' as ItemId)
      return [reported, said.get(partyA.party), said.get(partyB.party)]
    }
    let count = 0
    const log = (kind: string, speaker: string, more: object = {}) => {
      count += 1
      const fields = {
        kind,
        speaker,
        wordings: [{ language: 'en', body: 'They met.' }],
        meeting: 'item-meeting',
        ...more,
      }
      must(desk, 'lead', {
        kind: 'item.put',
        item: `item-statement-${count}`,
        register: 'statement',
        rev: 1,
        fields,
      })
    }
    expect(line()).toEqual([0, undefined, undefined])
    log('press-report', 'One agency')
    log('press-report', 'One agency')
    log('press-report', 'Another agency', { meeting: 'item-other' })
    expect(line()).toEqual([1, undefined, undefined])
    log('confirmation', 'Ministry', { party: partyA.party })
    expect(line()).toEqual([1, 'confirmation', undefined])
    log('denial', 'Ministry', { party: partyB.party })
    log('denial', 'Ministry', { party: partyA.party })
    expect(line()).toEqual([1, 'denial', 'denial'])
  })
})

const [a, b] = [partyA.party, partyB.party] as [PartyId, PartyId]
const side = (party: PartyId, changes: object = {}): PlannedSide => ({
  party,
  fields: {
    meeting: 'item-meeting' as ItemId,
    arrivesFrom: '09:00' as Clock,
    arrivesTo: '09:10' as Clock,
    entrance: 'North',
    ownRoom: 'Room 2',
    leavesFrom: '17:00' as Clock,
    leavesTo: '17:10' as Clock,
    interpreter: 'One',
    interpreterFrom: 'mediators',
    interpreterClearedBy: 'The head',
    exitPlan: 'By the north.',
    ...changes,
  },
})
const later = {
  arrivesFrom: '09:30',
  arrivesTo: '09:40',
  leavesFrom: '17:30',
  leavesTo: '17:40',
  entrance: 'South',
  ownRoom: 'Room 3',
}
const found = (one: object, other: object = later): readonly string[] =>
  planFindings([side(a, one), side(b, other)]).map(({ kind }) => kind)

const ofFlagged = (one: object, other: object): readonly string[] =>
  planFindings([{ ...side(a, one), isFlagged: true }, side(b, other)]).map(({ kind }) => kind)
const speaking = (language: string): readonly string[] =>
  planFindings([{ ...side(a, { interprets: ['fa', 'fr'] }), language }]).map(({ kind }) => kind)
const inHouse = (one: object, other: object) =>
  planFindings([side(a, one), side(b, { ...later, ...other })], { house })

const house: House = {
  title: 'The old house',
  places: [{ placeName: 'Room 2' }, { placeName: 'Room 3' }],
  ways: [
    { placeName: 'North stairs', passes: ['hall', 'lift'] },
    { placeName: 'South stairs', passes: ['Lift ', 'yard'] },
  ],
}

const arriving = (begins: number, lasts: number) => ({
  arrivesFrom: minutesToClock(begins),
  arrivesTo: minutesToClock(begins + lasts),
})

const hostRoom = (): RoomState => opened('lead', { kind: 'caucus', party: thirdParty }, ['guarantor'])

describe('a plan of the day', () => {
  test('MEET-13 ways that share a place are named where both are on them at once; so is a room that the house does not have', () => {
    const [north, south] = [{ route: 'north stairs' }, { route: 'South stairs' }]
    expect(inHouse(north, south)).toEqual([])
    const atOnce = inHouse(north, { ...south, arrivesFrom: '09:05', arrivesTo: '09:20' })
    expect(atOnce).toContainEqual({ kind: 'ways-cross', sides: [a, b], place: 'lift' })
    expect(atOnce.filter(({ kind }) => kind === 'ways-cross')).toHaveLength(1)
    expect(inHouse({ ownRoom: 'Room 9' }, { route: 'The roof' })).toEqual([
      { kind: 'not-in-house', side: a, place: 'Room 9' },
      { kind: 'not-in-house', side: b, place: 'The roof' },
    ])
  })

  test('MEET-13 law: what the host reads names no party, no meeting and no subject, whichever side comes first', () => {
    const planned = [side(a, later), side(b, {})]
    const given = houseForHost({ ...house, meeting: 'item-meeting' as ItemId }, planned)
    expect(given.stays?.map(({ delegationNumber, ownRoom }) => [delegationNumber, ownRoom])).toEqual([
      [1, 'Room 2'],
      [2, 'Room 3'],
    ])
    for (const hidden of [a, b, 'item-meeting', 'One', 'The head'])
      expect(JSON.stringify(given)).not.toContain(hidden)
    expect(houseForHost(house, [...planned].toReversed())).toEqual(houseForHost(house, planned))
  })

  test('MEET-13 it stands with its host, who is a third party, and in no caucus of a party, whichever way it comes', () => {
    const given = { register: 'house-plan', fields: { title: 'The old house' } }
    const put = { kind: 'item.put', item: 'item-house', rev: 1, ...given }
    const delivered = {
      kind: 'delivery.make',
      delivery: 'delivery-one',
      form: 'paper',
      binding: false,
      body: 'The old house.',
      verbatim: false,
      thing: given,
    }
    for (const act of [put, delivered])
      expect(does(withRules(caucusA()), 'lead', act)).toBe('register-not-here')
    expect(does(withRules(hostRoom()), 'lead', delivered)).toBe('ok')
    const room = withRules(hostRoom())
    expect(does(room, 'guarantor', put)).toBe('mediators-only')
    must(room, 'lead', put)
    must(room, 'guarantor', { kind: 'item.mark', item: 'item-house', rev: 1, verb: 'house-agreeable' })
    expect(puttersIn(findRegister('house-plan') as Register, caucusA())).toBeUndefined()
  })

  test('MEET-14 who is to be kept safe comes last and goes first, unless that side wished its hours so', () => {
    expect(ofFlagged({}, later)).toEqual(['flagged-comes-first'])
    expect(ofFlagged({ ownHours: true }, later)).toEqual([])
    expect(
      ofFlagged(
        { ...later, leavesFrom: '16:00', leavesTo: '16:10' },
        { ownRoom: 'Room 4', entrance: 'West' },
      ),
    ).toEqual([])
    expect(ofFlagged(later, { ownRoom: 'Room 4', entrance: 'West' })).toEqual(['flagged-goes-last'])
  })

  test('MEET-5 an interpreter of another is cleared by the side, is for its language, and is not shared but with the mediators', () => {
    expect(found({ interpreterClearedBy: undefined })).toEqual(['interpreter-not-cleared'])
    expect(found({ interpreterClearedBy: undefined, interpreterFrom: 'own', interpreter: 'Two' })).toEqual([])
    expect(found({ interpreterFrom: 'host' })).toEqual(['same-interpreter'])
    expect(speaking('fa-IR')).toEqual([])
    expect(speaking('en')).toEqual(['not-interpreted'])
  })

  test('MEET-5 nothing is said of plans that are equal and share nothing', () => {
    expect(found({})).toEqual([])
    expect(found({ ownRoom: 'Room 3', on: '2026-02-06' })).toEqual([])
  })

  test.each([
    [{ arrivesFrom: '09:20', arrivesTo: '09:35' }, 'arrivals-overlap'],
    [{ arrivesFrom: '09:05', arrivesTo: '09:16' }, 'arrivals-close'],
    [{ leavesFrom: '17:25', leavesTo: '17:35' }, 'departures-overlap'],
    [{ leavesFrom: '17:45', leavesTo: '17:50' }, 'departures-close'],
    [{ ownRoom: ' room 3' }, 'same-room'],
    [{ interpreter: undefined }, 'no-interpreter'],
    [{ exitPlan: undefined }, 'no-exit'],
    [{ arrivesTo: '08:50' }, 'ends-before'],
  ])('MEET-5 of %o it is said: %s', (one, kind) => {
    const changes = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined))
    const lacking = Object.keys(one).filter(name => !(name in changes))
    const planned = side(a, changes)
    const fields = Object.fromEntries(
      Object.entries(planned.fields).filter(([name]) => !lacking.includes(name)),
    )
    expect(
      planFindings([{ ...planned, fields } as PlannedSide, side(b, later)]).map(each => each.kind),
    ).toEqual([kind])
  })

  test('MEET-5 what both share, and in what they differ, is said with both', () => {
    const meets = { sessions: [{ begins: '10:00', ends: '11:00' }] }
    const half = { sessions: [{ begins: '10:30', ends: '11:00' }] }
    expect(found(meets, { ...later, ...half })).toEqual(['sessions-overlap', 'speaking-differs'])
    const waiting = { waitingRoom: 'Hall', sessions: [{ begins: '11:00', ends: '12:00' }] }
    expect(
      found(waiting, { ...later, waitingRoom: 'hall', sessions: [{ begins: '13:00', ends: '14:00' }] }),
    ).toEqual(['same-waiting-room'])
    expect(found({ entrance: 'South', arrivesFrom: '09:20', arrivesTo: '09:35' })).toEqual([
      'arrivals-overlap',
      'same-entrance',
    ])
    expect(found({ roomSize: 20, distance: 5 }, { ...later, roomSize: 30, distance: 5 })).toEqual([
      'size-differs',
    ])
    expect(found({ roomSize: 20, distance: 4 }, { ...later, roomSize: 20, distance: 5 })).toEqual([
      'distance-differs',
    ])
    expect(found(meets)).toEqual(['sessions-differ', 'speaking-differs'])
    expect(found({ floor: 0 }, { ...later, floor: 2 })).toEqual(['floor-differs'])
    const atOnce = { arrivesFrom: '09:20', arrivesTo: '09:35', route: 'The back stairs' }
    expect(found(atOnce, { ...later, route: 'the back stairs' })).toEqual(['arrivals-overlap', 'same-route'])
    expect(found({ route: 'The back stairs' }, { ...later, route: 'the back stairs' })).toEqual([])
    const told = (one: number, other: number) =>
      planFindings([
        { ...side(a), told: one },
        { ...side(b, later), told: other },
      ]).map(each => each.kind)
    expect([told(48, 47), told(48, 20)]).toEqual([[], ['notice-differs']])
  })

  test('MEET-5 law: two arrivals are found too close exactly where some minute of one is within fifteen of some minute of the other', () => {
    const window = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(window, window, ([from, length], [otherFrom, otherLength]) => {
        const gap = Math.max(otherFrom - (from + length), from - (otherFrom + otherLength))
        const kinds = found(arriving(from, length), { ...later, ...arriving(otherFrom, otherLength) })
        const isFound = kinds.some(kind => kind.startsWith('arrivals'))
        expect(isFound).toBe(gap < 15)
        expect(kinds.includes('arrivals-overlap')).toBe(gap < 0)
      }),
    )
  })
})

test('MEET-11 nobody but the side itself and the mediators can be told: an arrangement stands in no other room', () => {
  const room = withRules(caucusA())
  must(room, 'lead', meeting(1))
  const { fields } = side(a)
  const put = { kind: 'item.put', item: 'item-arrangement', register: 'arrangement', rev: 1, fields }
  must(room, 'lead', put)
  expect(does(room, 'headA', { ...mark('late', 1), item: 'item-arrangement' })).toBe('ok')
  expect(Object.keys(findRegister('arrangement')?.rooms ?? {}).toSorted()).toEqual(['caucus', 'desk'])
})

test('MEET-12 an embargo holds up nothing: a statement is published before it, and that it was broken is said with why', () => {
  const desk = withRules(deskRoom())
  const fields = {
    kind: 'readout',
    speaker: 'The mediators',
    wordings: [{ language: 'en', body: 'The parties met.' }],
    embargo: { day: '2999-02-06', clock: '18:00', timeZone: 'UTC' },
  }
  must(desk, 'lead', { kind: 'item.put', item: 'item-readout', register: 'statement', rev: 1, fields })
  const said = (verb: string, more: object = {}) =>
    does(desk, 'lead', { kind: 'item.mark', item: 'item-readout', rev: 1, verb, ...more })
  expect(said('published')).toBe('ok')
  expect([said('embargo-broken'), said('embargo-broken', { note: 'A paper had it.' })]).toEqual([
    'mark-needs',
    'ok',
  ])
  const item = desk.items['item-readout' as ItemId]
  expect(item && findRegister('statement')?.standing(item, desk).standing).toBe('embargo-broken')
})
