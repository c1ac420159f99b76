import { describe, expect, test } from 'vitest'
import { type Act, isRecordedFor, limits, type PartyId, type RoomState } from '../src/index.ts'
import { isOfThisSide } from '../src/room/in-whose-name.ts'
import {
  admit,
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  recordedA,
  say,
  silentA,
  tableRoom,
} from './cast.ts'

const recorded = circumstance
const mark = (marking: string, changes: Record<string, unknown> = {}) => ({
  kind: 'message.mark',
  message: 'message-1',
  marking,
  ...changes,
})
const ask = (changes: Record<string, unknown> = {}) => ({
  kind: 'release.ask',
  ask: 'ask-00001',
  passage: { message: 'message-1' },
  marking: 'attributed',
  ...changes,
})
const give = (changes: Record<string, unknown> = {}) => ({
  kind: 'release.give',
  ask: 'ask-00001',
  marking: 'attributed',
  ...changes,
})
const refuse = { kind: 'release.refuse', ask: 'ask-00001' }
const deliver = (changes: Record<string, unknown> = {}) => ({
  kind: 'delivery.make',
  delivery: 'delivery-1',
  form: 'non-paper',
  binding: false,
  body: 'A pause may be thinkable.',
  verbatim: false,
  ...changes,
})
const readBack = (changes: Record<string, unknown> = {}) => ({
  kind: 'readback.give',
  readback: 'readback-1',
  delivery: 'delivery-1',
  body: 'They could pause.',
  ...changes,
})
const offer = (changes: Record<string, unknown> = {}) => ({
  kind: 'offer.make',
  offer: 'offer-001',
  ifThey: 'If they pause',
  thenWe: 'we release the ships.',
  binding: true,
  ...changes,
})

/** The caucus of A in which its head has said message-1. */
function spoken(room: RoomState = caucusA()): RoomState {
  must(room, 'headA', say('message-1'))
  return room
}
function delivered(room: RoomState = caucusA()): RoomState {
  must(room, 'lead', deliver())
  return room
}

const marked = (marking: string, part = 'nothing') => ({
  marking,
  parts: [{ part: 'part-0001', from: 0, to: 2, marking: part }],
})

describe('saying', () => {
  test.each<[string, () => RoomState, string, string]>([
    ['caucus', caucusA, 'adviserA', 'ok'],
    ['caucus', caucusA, 'lead', 'ok'],
    ['table that is closed', tableRoom, 'headA', 'table-is-closed'],
    ['table that is closed', tableRoom, 'observer', 'role-may-not'],
    ['desk', deskRoom, 'helper', 'ok'],
    [
      'delegation',
      () => opened('headA', { kind: 'delegation', party: partyA }, ['adviserA']),
      'adviserA',
      'ok',
    ],
    ['group', () => opened('lead', { kind: 'group' }, ['headA', 'headB']), 'headB', 'ok'],
    ['group', () => opened('lead', { kind: 'group' }, ['observer']), 'observer', 'role-may-not'],
    ['group', () => opened('lead', { kind: 'group' }, ['witness']), 'witness', 'role-may-not'],
    ['private room', () => opened('headA', { kind: 'private' }), 'headA', 'ok'],
  ])('MSG-1 in a %s', (_, room, person, code) => {
    expect(does(room(), person, say('message-1'))).toBe(code)
  })

  test('MSG-1 observers and witnesses are silent at an open table', () => {
    const room = tableRoom()
    must(room, 'lead', { kind: 'table.open' })
    expect(does(room, 'observer', say('message-1'))).toBe('role-may-not')
    expect(does(room, 'witness', say('message-1'))).toBe('role-may-not')
  })

  test('MSG-2 the words of a party are told from those of the mediators', () => {
    const room = spoken()
    must(room, 'lead', say('message-2'))
    expect(Object.values(room.messages).map(({ side }) => side)).toEqual(['party', 'mediators'])
    const silent = recordedA()
    must(silent, 'lead', say('message-1', { recorded }))
    expect(Object.values(silent.messages)).toMatchObject([{ side: 'party', recorded }])
  })

  test('MSG-2 a party’s own side are its people, and nobody else', () => {
    const room = caucusA()
    const of = (person: string, party?: PartyId) => {
      const member = room.members[memberId(person)]
      if (member === undefined) throw new Error(`not here: ${person}`)
      return isOfThisSide(room, party === undefined ? member : { ...member, party })
    }
    expect([of('headA'), of('adviserA'), of('lead')]).toEqual([true, true, false])
    expect([of('headA', partyB.party), of('lead', partyA.party)]).toEqual([false, false])
  })

  test('MSG-3 the mediators record for a party only while it does not act for itself', () => {
    expect(does(caucusA(), 'lead', say('message-1', { recorded }))).toBe('party-acts-for-itself')
    expect(does(tableRoom(), 'lead', say('message-1', { recorded }))).toBe('caucus-only')
    expect(does(caucusA(), 'headA', say('message-1', { recorded }))).toBe('mediators-only')
    const room = recordedA()
    expect(does(room, 'second', say('message-1', { recorded }))).toBe('ok')
    must(room, 'second', admit('delegateA'))
    expect(does(room, 'second', say('message-2', { recorded }))).toBe('party-acts-for-itself')
    expect(does(room, 'second', mark('verbatim', { recorded }))).toBe('party-acts-for-itself')
  })

  test('MSG-4 what binds is said by who may bind', () => {
    const room = caucusA()
    expect(does(room, 'adviserA', say('message-1', { binding: true }))).toBe('role-may-not')
    expect(does(room, 'delegateA', say('message-2', { binding: true }))).toBe('ok')
    expect(does(room, 'lead', say('message-3', { binding: true }))).toBe('ok')
  })

  test('MSG-4 advisers let no more of their words pass than the process does', () => {
    const room = caucusA({ terms: { role: 'carry', disclosure: 'open' } })
    expect(does(room, 'adviserA', say('message-1', marked('attributed')))).toBe('role-may-not')
    expect(does(room, 'adviserA', say('message-1', marked('nothing', 'verbatim')))).toBe('role-may-not')
    expect(does(room, 'adviserA', say('message-1', marked('unattributed', 'nothing')))).toBe('ok')
    expect(does(caucusA(), 'adviserA', say('message-1', marked('unattributed')))).toBe('role-may-not')
    expect(does(caucusA(), 'delegateA', say('message-1', marked('verbatim')))).toBe('ok')
  })

  test('MSG-6 nobody marks words that are not their side’s', () => {
    expect(does(caucusA(), 'lead', say('message-1', { marking: 'nothing' }))).toBe('marks-own-words-only')
    expect(does(deskRoom(), 'lead', say('message-1', { parts: [] }))).toBe('marks-own-words-only')
  })

  test('MSG-6 MSG-3 in a delegation nothing is marked, and nobody records for its party', () => {
    const room = opened('headA', { kind: 'delegation', party: silentA })
    expect(does(room, 'headA', say('message-1', { marking: 'nothing' }))).toBe('marks-own-words-only')
    expect([isRecordedFor(room), isRecordedFor(recordedA())]).toEqual([false, true])
  })

  test('MSG-12 an answer answers what was delivered', () => {
    const room = delivered()
    expect(does(room, 'headA', say('message-1', { answers: 'delivery-2' }))).toBe('delivery-unknown')
    expect(does(room, 'headA', say('message-1', { answers: 'delivery-1' }))).toBe('ok')
  })
})

const part = (from: number, to: number, id = 'part-0001') => ({ part: id, from, to, marking: 'nothing' })

describe('parts', () => {
  const body = 'a😀b and the rest'
  const sayParts = (...parts: unknown[]) => does(caucusA(), 'headA', say('message-1', { body, parts }))

  test.each([
    ['from 0 to the end', [part(0, body.length)], 'ok'],
    ['side by side', [part(4, 6), part(0, 4, 'part-0002')], 'ok'],
    ['empty', [part(3, 3)], 'part-out-of-range'],
    ['backwards', [part(4, 3)], 'part-out-of-range'],
    ['beyond the end', [part(0, body.length + 1)], 'part-out-of-range'],
    ['overlapping', [part(0, 4), part(3, 6, 'part-0002')], 'parts-overlap'],
    ['from within a character', [part(2, 6)], 'part-cuts-character'],
    ['to within a character', [part(0, 2)], 'part-cuts-character'],
    ['of one id', [part(0, 1), part(3, 4)], 'id-taken'],
  ])('MSG-5 %s: %s', (_, parts, code) => {
    expect(sayParts(...parts)).toBe(code)
  })

  test('MSG-5 hold for parts marked later, beside those that are', () => {
    const room = caucusA()
    must(room, 'headA', say('message-1', { body, parts: [part(0, 4)] }))
    const later = (from: number, to: number, id: string) =>
      does(room, 'headA', mark('nothing', { part: { part: id, from, to } }))
    expect(later(3, 6, 'part-0002')).toBe('parts-overlap')
    expect(later(4, 6, 'part-0002')).toBe('ok')
    expect(later(4, 6, 'part-0002')).toBe('ok')
    expect(later(4, 7, 'part-0002')).toBe('part-differs')
    expect(later(5, 6, 'part-0002')).toBe('part-differs')
    expect(later(2, 3, 'part-0003')).toBe('part-cuts-character')
  })

  test('MSG-5 are limited in number', () => {
    const long = 'x'.repeat(limits.partsMax + 1)
    const parts = Array.from({ length: limits.partsMax }, (_, at) => part(at, at + 1, `part-${at + 1000}`))
    const room = caucusA()
    must(room, 'headA', say('message-1', { body: long, parts }))
    const more = { part: 'part-0001', from: limits.partsMax, to: limits.partsMax + 1 }
    expect(does(room, 'headA', mark('nothing', { part: more }))).toBe('too-many-parts')
  })
})

describe('marking and releasing', () => {
  test('MSG-6 only the source marks, in its caucus', () => {
    const room = spoken()
    must(room, 'lead', say('message-2'))
    expect(does(room, 'lead', mark('verbatim'))).toBe('not-for-this-party')
    expect(does(room, 'headA', mark('verbatim', { message: 'message-2' }))).toBe('message-unknown')
    expect(does(room, 'headA', mark('verbatim', { message: 'message-9' }))).toBe('message-unknown')
    expect(does(room, 'delegateA', mark('verbatim'))).toBe('ok')
  })

  test('MSG-6 advisers make it stricter and never looser', () => {
    const room = spoken()
    expect(does(room, 'adviserA', mark('unattributed'))).toBe('role-may-not')
    expect(
      does(room, 'adviserA', mark('unattributed', { part: { part: 'part-0001', from: 0, to: 2 } })),
    ).toBe('role-may-not')
    must(room, 'headA', mark('attributed'))
    expect(does(room, 'adviserA', mark('verbatim'))).toBe('role-may-not')
    expect(does(room, 'adviserA', mark('unattributed'))).toBe('ok')
    must(room, 'lead', ask())
    must(room, 'headA', give({ wording: 'In these words.' }))
    expect(does(room, 'adviserA', mark('attributed'))).toBe('role-may-not')
    expect(does(room, 'adviserA', mark('unattributed'))).toBe('role-may-not')
    expect(does(room, 'adviserA', mark('nothing'))).toBe('ok')
  })

  test('MSG-7 mediators ask, of what a party said', () => {
    const room = spoken()
    must(room, 'lead', say('message-2'))
    expect(does(room, 'headA', ask())).toBe('mediators-only')
    expect(does(room, 'lead', ask({ passage: { message: 'message-2' } }))).toBe('message-unknown')
    expect(does(room, 'lead', ask({ passage: { message: 'message-1', part: 'part-0001' } }))).toBe(
      'part-unknown',
    )
    expect(does(room, 'second', ask())).toBe('ok')
    expect(does(room, 'second', ask())).toBe('id-taken')
  })

  test('MSG-7 those who may bind the party answer, once', () => {
    for (const answer of [give(), refuse]) {
      const room = spoken()
      expect(does(room, 'headA', answer)).toBe('ask-unknown')
      must(room, 'lead', ask())
      expect(does(room, 'lead', answer)).toBe('not-for-this-party')
      expect(does(room, 'adviserA', answer)).toBe('role-may-not')
      expect(does(room, 'delegateA', answer)).toBe('ok')
      expect(does(room, 'headA', answer)).toBe('already-answered')
    }
  })

  test('MSG-7 for a party without an account the mediators record the answer', () => {
    const room = recordedA()
    must(room, 'lead', say('message-1', { recorded }))
    must(room, 'lead', ask())
    expect(does(room, 'lead', give())).toBe('not-for-this-party')
    expect(does(room, 'lead', give({ recorded }))).toBe('ok')
    expect(Object.values(room.asks)).toMatchObject([{ answer: { given: true, recorded } }])
  })
})

function joined(): RoomState {
  const room = recordedA()
  must(room, 'lead', say('message-1', { recorded }))
  for (const person of ['headA', 'adviserA']) must(room, 'lead', admit(person))
  return room
}

describe('words recorded in a party’s name', () => {
  const confirm = { kind: 'message.confirm', message: 'message-1' }
  const correct = { kind: 'message.correct', message: 'message-1', body: 'We said sixty days.' }

  test('MSG-8 are confirmed or corrected by the party, once', () => {
    for (const review of [confirm, correct]) {
      const room = joined()
      expect(does(room, 'lead', review)).toBe('not-for-this-party')
      expect(does(room, 'adviserA', review)).toBe('role-may-not')
      expect(does(room, 'headA', review)).toBe('ok')
      expect(does(room, 'headA', review)).toBe('already-reviewed')
    }
  })

  test('MSG-8 and no others are', () => {
    expect(does(spoken(), 'headA', confirm)).toBe('message-unknown')
    expect(does(caucusA(), 'headA', correct)).toBe('message-unknown')
  })
})

const tell = (changes: Record<string, unknown> = {}) => ({
  kind: 'convey.tell',
  conveyance: 'conveyance-1',
  passage: { message: 'message-1' },
  to: 'Borduria',
  marking: 'unattributed',
  ...changes,
})

describe('deliveries and read-backs', () => {
  test('MSG-9 a mediator delivers to a caucus, each delivery once', () => {
    const room = spoken()
    must(room, 'lead', say('message-2'))
    expect(does(room, 'headA', deliver())).toBe('mediators-only')
    expect(does(tableRoom(), 'lead', deliver())).toBe('mediators-only')
    expect(does(room, 'lead', deliver({ answers: 'message-9' }))).toBe('message-unknown')
    expect(does(room, 'lead', deliver({ answers: 'message-2' }))).toBe('message-unknown')
    expect(does(room, 'lead', deliver({ corrects: 'delivery-9' }))).toBe('delivery-unknown')
    expect(does(room, 'lead', deliver({ answers: 'message-1' }))).toBe('ok')
    expect(does(room, 'second', deliver({ body: 'Other words.' }))).toBe('id-taken')
    expect(does(room, 'second', deliver({ delivery: 'delivery-2', corrects: 'delivery-1' }))).toBe('ok')
  })

  test('MSG-10 the recipient reads back, the mediators confirm or correct, once', () => {
    const confirm = { kind: 'readback.confirm', readback: 'readback-1' }
    const correct = { kind: 'readback.correct', readback: 'readback-1', body: 'May, not could.' }
    for (const verdict of [confirm, correct]) {
      const room = delivered()
      expect(does(room, 'lead', readBack())).toBe('not-for-this-party')
      expect(does(room, 'adviserA', readBack({ delivery: 'delivery-9' }))).toBe('delivery-unknown')
      expect(does(room, 'lead', verdict)).toBe('readback-unknown')
      expect(does(room, 'adviserA', readBack())).toBe('ok')
      expect(does(room, 'headA', readBack())).toBe('id-taken')
      expect(does(room, 'headA', verdict)).toBe('mediators-only')
      expect(does(room, 'second', verdict)).toBe('ok')
      expect(does(room, 'lead', verdict)).toBe('already-answered')
    }
  })

  test('MSG-14 a delivery on paper is recorded for a party without an account', () => {
    const hand = { kind: 'delivery.hand', delivery: 'delivery-1', circumstance, copies: 2 }
    expect(does(delivered(), 'lead', hand)).toBe('party-acts-for-itself')
    const room = recordedA()
    expect(does(room, 'lead', hand)).toBe('delivery-unknown')
    must(room, 'lead', deliver())
    expect(does(room, 'second', hand)).toBe('ok')
    expect(does(room, 'second', hand)).toBe('ok')
    expect(does(room, 'second', readBack({ recorded }))).toBe('ok')
    expect(Object.values(room.deliveries)[0]?.handed).toHaveLength(2)
    expect(does(caucusB(), 'headB', hand)).toBe('mediators-only')
  })

  test('MSG-13 a source is told by the mediators, once, of what it said', () => {
    const room = spoken()
    expect(does(room, 'headA', tell())).toBe('mediators-only')
    expect(does(room, 'lead', tell({ passage: { message: 'message-9' } }))).toBe('message-unknown')
    expect(does(room, 'lead', tell({ passage: { message: 'message-1', part: 'part-0001' } }))).toBe(
      'part-unknown',
    )
    expect(does(room, 'lead', tell())).toBe('ok')
    expect(does(room, 'second', tell())).toBe('id-taken')
  })
})

describe('offers', () => {
  const withdraw = { kind: 'offer.withdraw', offer: 'offer-001' }
  const report = { kind: 'offer.report', offer: 'offer-001', standing: 'put', wording: 'If you pause …' }

  test('MSG-11 are made by who may bind and withdrawn by who leads or made them', () => {
    const room = caucusA()
    expect(does(room, 'adviserA', offer())).toBe('role-may-not')
    expect(does(room, 'lead', offer())).toBe('not-for-this-party')
    expect(does(tableRoom(), 'headA', offer())).toBe('caucus-only')
    expect(does(room, 'headA', withdraw)).toBe('offer-unknown')
    expect(does(room, 'delegateA', offer())).toBe('ok')
    expect(does(room, 'headA', offer())).toBe('id-taken')
    must(room, 'headA', admit('otherA', { role: 'delegate' }))
    expect(does(room, 'otherA', withdraw)).toBe('role-may-not')
    expect(does(room, 'delegateA', withdraw)).toBe('ok')
    expect(does(room, 'headA', withdraw)).toBe('offer-withdrawn')
  })

  test('MSG-11 the mediators tell how they stand', () => {
    const room = caucusA()
    expect(does(room, 'lead', report)).toBe('offer-unknown')
    must(room, 'headA', offer())
    expect(does(room, 'headA', report)).toBe('mediators-only')
    expect(does(room, 'second', report)).toBe('ok')
    expect(Object.values(room.offers)[0]?.reports).toMatchObject([
      { standing: 'put', wording: 'If you pause …' },
    ])
  })
})

describe('ids', () => {
  test.each<[Act['kind'], (id: string) => unknown]>([
    ['message.say', id => say(id)],
    ['delivery.make', id => deliver({ delivery: id })],
    ['offer.make', id => offer({ offer: id })],
  ])('MSG-12 each %s has its own', (kind, act) => {
    const room = caucusA()
    const person = kind === 'delivery.make' ? 'lead' : 'headA'
    expect(does(room, person, act('the-same-id'))).toBe('ok')
    expect(does(room, person, act('the-same-id'))).toBe('id-taken')
    expect(does(room, person, act('another-id'))).toBe('ok')
  })
})
