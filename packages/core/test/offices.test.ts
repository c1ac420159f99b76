/** Good offices: what a change takes the ground from, what is carried before a party has said yes, and what stands at the desk beside it. */

import { describe, expect, test } from 'vitest'
import {
  acceptanceOf,
  type Conveyance,
  checkConveyance,
  checkDisclosing,
  findRegister,
  type ItemId,
  isInDanger,
  isToBeConfirmed,
  notAccepting,
  officesIn,
  portfoliosOf,
  type RoomState,
  rulesNumber,
} from '../src/index.ts'
import {
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
  planOf,
  recordedA,
  say,
  thirdParty,
} from './cast.ts'

const withRules = (room: RoomState): RoomState => {
  must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const putting = (register: string, fields: object, rev = 1, item = 'item-offer') => ({
  kind: 'item.put',
  item,
  register,
  rev,
  fields,
})
const fields = {
  offeredBy: 'Lakes Institute',
  wouldDo: ['carry'],
  format: 'shuttle',
  publicity: 'nothing',
  alsoAsked: 'not-said',
}
const offer = (rev = 1, changes: object = {}, item = 'item-offer') =>
  putting('good-offices', { ...fields, ...changes }, rev, item)
const mark = (verb: string, rev = 1, more: object = {}) => ({
  kind: 'item.mark',
  item: 'item-offer',
  rev,
  verb,
  ...more,
})
const thingOf = (room: RoomState, id = 'item-offer') => {
  const thing = room.items[id as ItemId]
  if (thing === undefined) throw new Error(`no ${id}`)
  return thing
}
const standing = (room: RoomState, id?: string): string => {
  const thing = thingOf(room, id)
  return findRegister(thing.register)?.standing(thing, room).standing ?? ''
}
const asks = (room: RoomState, person: string, id?: string): readonly string[] => {
  const thing = thingOf(room, id)
  const reader = room.members[memberId(person)]
  if (reader === undefined) throw new Error(`no ${person}`)
  return (findRegister(thing.register)?.asks?.(thing, reader, room) ?? []).map(asking =>
    asking.kind === 'say' ? asking.verb : asking.register,
  )
}

const talks = () => {
  const [source, recipient] = [withRules(caucusA()), withRules(caucusB())]
  must(source, 'headA', say('message-1', { marking: 'verbatim' }))
  return { source, recipient }
}
const agreement = (rev: number, agreementIn: readonly object[], title = 'Rules') =>
  putting('agreement-to-mediate', { title, agreementIn }, rev)
const portfolio = (rev: number, inHandsOf: string) =>
  putting('portfolio', { inHandsOf: memberId(inHandsOf), duties: 'Water', forParties: [partyA.party] }, rev)
const track = (trackState: string, rev: number) =>
  putting('track', { trackOf: 'Another house', trackState, relation: 'parallel' }, rev)

describe('an offer of good offices', () => {
  test.each([
    ['offeredBy', 'Another house'],
    ['wouldDo', ['carry', 'propose']],
    ['format', 'joint'],
    ['place', 'Muscat'],
    ['confidentiality', 'Nothing is written down.'],
    ['publicity', 'readout'],
    ['alsoAsked', 'other-side'],
    ['alsoNamed', 'Borduria'],
    ['thirdParties', 'A guarantor.'],
  ])('GOOD-1 is to be confirmed anew where its %s changes', (name, value) => {
    const room = withRules(caucusA())
    must(room, 'lead', offer())
    must(room, 'headA', mark('accepted-with-limits', 1, { note: 'Not as host.' }))
    expect(acceptanceOf(thingOf(room))?.note).toBe('Not as host.')
    must(room, 'lead', offer(2, { [name]: value }))
    expect([standing(room), acceptanceOf(thingOf(room)), isToBeConfirmed(thingOf(room))]).toEqual([
      'to-be-confirmed',
      undefined,
      true,
    ])
    expect(does(room, 'headA', mark('accepted', 1))).toBe('rev-stale')
    must(room, 'headA', mark('accepted', 2))
    expect([standing(room), isToBeConfirmed(thingOf(room))]).toEqual(['offices-accepted', false])
  })

  test.each([
    ['timetable', 'In spring.'],
    ['languages', ['en', 'fa']],
    ['interpreting', 'Two interpreters'],
    ['costs', 'Borne by the institute.'],
    ['interests', 'A member of the board lives there.'],
    ['answerBy', { kind: 'on', day: '2026-02-05' }],
  ])('GOOD-1 stays accepted where its %s changes', (name, value) => {
    const room = withRules(caucusA())
    must(room, 'lead', offer())
    must(room, 'headA', mark('accepted'))
    must(room, 'lead', offer(2, { [name]: value }))
    expect(standing(room)).toBe('offices-accepted')
  })

  test('GOOD-1 of five answers the last counts, is asked for until it is given, and ends with the offer', () => {
    const room = withRules(caucusA())
    must(room, 'lead', offer(1, { answerBy: { kind: 'on', day: '2026-02-05' } }))
    expect([standing(room), asks(room, 'headA'), asks(room, 'delegateA'), asks(room, 'lead')]).toEqual([
      'offices-offered',
      ['accepted'],
      [],
      [],
    ])
    for (const [verb, stands, isAsked] of [
      ['answer-later', 'answer-later', true],
      ['change-asked', 'change-asked', false],
      ['accepted-with-limits', 'accepted-with-limits', false],
      ['declined', 'offices-declined', false],
      ['accepted', 'offices-accepted', false],
    ] as const) {
      must(room, 'headA', mark(verb, 1, { note: 'So.' }))
      expect([standing(room), asks(room, 'headA').length > 0]).toEqual([stands, isAsked])
    }
    for (const verb of ['change-asked', 'accepted-with-limits', 'objected'])
      expect(does(room, 'headA', mark(verb))).toBe('mark-needs')
    must(room, 'second', mark('offices-withdrawn'))
    expect([standing(room), officesIn(room), asks(room, 'headA')]).toEqual(['offices-withdrawn', [], []])
    // One that was taken back before it was answered is asked of nobody.
    const other = withRules(caucusA())
    must(other, 'lead', offer())
    must(other, 'second', mark('offices-withdrawn'))
    expect(asks(other, 'headA')).toEqual([])
  })

  test('GOOD-9 what is disclosed reaches each party in an offer of its own, or none', () => {
    // A host is offered nothing, and holds nothing up.
    const host = opened('lead', { kind: 'caucus', party: thirdParty }, ['guarantor'])
    const rooms = [caucusA(), caucusB(), deskRoom(), host].map(withRules)
    const [a, b] = rooms as [RoomState, RoomState]
    must(a, 'lead', offer())
    const checked = () => {
      const found = checkDisclosing(rooms)
      return found.ok ? 'ok' : [found.error.code, found.error['party']]
    }
    expect(checked()).toEqual(['offices-missing', partyB.name])
    must(b, 'lead', offer())
    expect(checked()).toBe('ok')
  })

  test('GOOD-1 of a party without an account the mediators record the answer, and are asked for it', () => {
    const room = withRules(recordedA())
    must(room, 'lead', offer())
    expect(asks(room, 'lead')).toEqual(['accepted'])
    must(room, 'lead', mark('accepted', 1, { recorded: circumstance }))
    expect([standing(room), notAccepting([room])]).toEqual(['offices-accepted', undefined])
  })

  test('GOOD-9 an objection to an interest takes nothing back', () => {
    const room = withRules(caucusA())
    must(room, 'lead', offer(1, { interests: 'A member of the board lives there.' }))
    must(room, 'headA', mark('accepted'))
    must(room, 'headA', mark('objected', 1, { note: 'He owns the well.' }))
    expect(standing(room)).toBe('offices-accepted')
    expect(does(room, 'lead', mark('objected', 1, { note: 'We as well.' }))).toBe('not-for-this-party')
  })

  test('GOOD-6 what another side has accepted, as the mediators passed it on, is no yes of this one', () => {
    const room = withRules(caucusA())
    must(room, 'lead', offer())
    const words = { form: 'paper', binding: false, body: 'They say so.', verbatim: false, from: 'Borduria' }
    const thing = { item: 'item-offer', rev: 1, verb: 'accepted' }
    expect(does(room, 'lead', { kind: 'delivery.make', delivery: 'delivery-1', ...words, thing })).toBe(
      'not-for-this-party',
    )
    expect([acceptanceOf(thingOf(room)), notAccepting([room])?.id]).toEqual([undefined, room.id])
  })
})

const carried = (sides: ReturnType<typeof talks>, plan: Conveyance) => {
  const checked = checkConveyance(plan, sides)
  if (checked.ok) return 'ok'
  return 'side' in checked.error ? [checked.error.code, checked.error['side']] : checked.error.code
}

describe('what is carried', () => {
  test('GOOD-3 nothing goes to or from a party that has not accepted what it was offered', () => {
    const sides = talks()
    const plan = planOf(sides.source, sides.recipient)
    expect(carried(sides, plan)).toBe('ok')
    must(sides.source, 'lead', offer())
    must(sides.source, 'headA', mark('accepted'))
    // Something was offered to the one: the other is to be asked as well.
    expect(carried(sides, plan)).toEqual(['consent-not-given', 'recipient'])
    must(sides.recipient, 'lead', offer())
    expect(carried(sides, plan)).toEqual(['consent-not-given', 'recipient'])
    must(sides.recipient, 'headB', mark('answer-later'))
    expect(carried(sides, plan)).toEqual(['consent-not-given', 'recipient'])
    must(sides.recipient, 'headB', mark('accepted-with-limits', 1, { note: 'Not as host.' }))
    expect(carried(sides, plan)).toBe('ok')
    must(sides.source, 'lead', offer(2, { format: 'joint' }))
    expect(carried(sides, plan)).toEqual(['consent-not-given', 'source'])
    must(sides.source, 'headA', mark('declined', 2))
    expect(carried(sides, plan)).toEqual(['consent-not-given', 'source'])
    // What is said by the mediators themselves is not carried.
    expect(carried(sides, { ...plan, origin: { kind: 'mediators' } })).toBe('ok')
    must(sides.source, 'lead', mark('offices-withdrawn', 2))
    expect(carried(sides, plan)).toEqual(['consent-not-given', 'source'])
    must(sides.recipient, 'lead', mark('offices-withdrawn'))
    expect(carried(sides, plan)).toBe('ok')
  })

  test('GOOD-3 a third party is not asked for a yes to what was not offered to it', () => {
    const third = withRules(opened('lead', { kind: 'caucus', party: thirdParty }, ['guarantor']))
    const room = withRules(caucusA())
    must(room, 'lead', offer())
    must(room, 'headA', mark('accepted'))
    expect(notAccepting([room, third])).toBeUndefined()
    must(third, 'lead', offer())
    expect(notAccepting([room, third])?.id).toBe(third.id)
  })
})

describe('beside the offer', () => {
  test('GOOD-15 an agreement is accepted in words or by the hash of a file, and anew where either changes', () => {
    const room = withRules(caucusA())
    const text = { kind: 'text', language: 'en', body: 'Nothing is said outside.' }
    const file = { kind: 'file', language: 'fa', sha256: 'a1'.repeat(32), fileName: 'rules-fa.pdf' }
    expect(does(room, 'lead', agreement(1, []))).toBe('item-malformed')
    expect(does(room, 'lead', agreement(1, [{ ...file, sha256: 'a1' }]))).toBe('item-malformed')
    must(room, 'lead', agreement(1, [text, file]))
    expect([standing(room), asks(room, 'headA')]).toEqual(['agreement-put', ['accepted']])
    must(room, 'headA', mark('accepted'))
    must(room, 'lead', agreement(2, [text, file], 'Rules of the mediation'))
    expect([standing(room), asks(room, 'headA')]).toEqual(['agreement-accepted', []])
    must(room, 'lead', agreement(3, [text, { ...file, sha256: 'b2'.repeat(32) }]))
    expect([standing(room), asks(room, 'headA')]).toEqual(['to-be-confirmed', ['accepted']])
    must(room, 'headA', mark('change-asked', 3, { note: 'In two languages.' }))
    expect(standing(room)).toBe('change-asked')
    must(room, 'headA', mark('declined', 3))
    expect(standing(room)).toBe('agreement-declined')
  })

  test('GOOD-13 a portfolio is taken by whoever holds it, is asked of nobody else, and is told of while it stands', () => {
    const desk = withRules(deskRoom())
    must(desk, 'lead', portfolio(1, 'second'))
    const holders = (party = partyA.party) => portfoliosOf(desk, { party }).length
    expect([asks(desk, 'second'), asks(desk, 'lead'), holders(), holders(partyB.party)]).toEqual([
      ['portfolio-taken'],
      [],
      1,
      0,
    ])
    must(desk, 'second', mark('portfolio-taken'))
    expect([standing(desk), holders()]).toEqual(['portfolio-taken', 1])
    must(desk, 'second', mark('handed-over', 1, { note: 'To the lead.' }))
    expect([standing(desk), holders()]).toEqual(['handed-over', 0])
    must(desk, 'lead', portfolio(2, 'helper'))
    expect([standing(desk), asks(desk, 'helper'), holders()]).toEqual([
      'portfolio-given',
      ['portfolio-taken'],
      1,
    ])
    must(desk, 'helper', mark('portfolio-declined', 2))
    expect([standing(desk), holders()]).toEqual(['portfolio-declined', 0])
  })

  test('GOOD-14 a track stands as its last wording says, at the desk or with a delegation, and nowhere else', () => {
    const desk = withRules(deskRoom())
    must(desk, 'lead', track('proposed', 1))
    expect(standing(desk)).toBe('track-proposed')
    must(desk, 'second', track('dormant', 2))
    expect(standing(desk)).toBe('track-dormant')
    expect(Object.keys(findRegister('track')?.rooms ?? {}).toSorted()).toEqual(['delegation', 'desk'])
  })

  test('GOOD-16 somebody’s safety is asked about at the desk alone, until it was asked, and until what was feared has a plan', () => {
    const desk = withRules(deskRoom())
    must(desk, 'lead', putting('safety', { whom: 'The envoy', party: partyA.party, reachedBy: 'By day' }))
    expect([standing(desk), asks(desk, 'second')]).toEqual(['safety-not-asked', ['safety-met']])
    expect(isInDanger(desk, partyA.party)).toBe(false)
    must(desk, 'second', mark('safety-flag', 1, { note: 'Is watched.' }))
    expect([standing(desk), asks(desk, 'second')]).toEqual(['safety-flagged', ['safety-plan']])
    // MEET-14: the plan of a day heeds it, of that side and of no other.
    expect([isInDanger(desk, partyA.party), isInDanger(desk, partyB.party)]).toEqual([true, false])
    expect(does(desk, 'second', mark('safety-plan'))).toBe('mark-needs')
    must(desk, 'second', mark('safety-plan', 1, { note: 'Comes by the back.' }))
    expect([standing(desk), asks(desk, 'second')]).toEqual(['safety-planned', []])
    must(desk, 'lead', mark('safety-met'))
    expect([standing(desk), asks(desk, 'lead')]).toEqual(['safety-met', []])
    expect(Object.keys(findRegister('safety')?.rooms ?? {})).toEqual(['desk'])
  })
})
