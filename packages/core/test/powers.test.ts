/** Mandates, conditions and powers: how each stands, who says what of it, and what powers on file refuse. */

import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  checkPowers,
  findRegister,
  type ItemId,
  type RoomState,
  rulesNumber,
  standingOf,
  waitingOfThings,
} from '../src/index.ts'
import {
  admit,
  caucusA,
  caucusB,
  circumstance,
  does,
  entryOf,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'

const withRules = (room: RoomState, who = 'lead'): RoomState => {
  must(room, who, { kind: 'rules.adopt', number: rulesNumber })
  return room
}
const home = (others: readonly string[] = ['principalA', 'delegateA', 'adviserA']): RoomState =>
  withRules(opened('headA', { kind: 'delegation', party: partyA }, others), 'headA')
const talks = (): RoomState =>
  withRules(caucusA({}, ['second', 'principalA', 'headA', 'delegateA', 'adviserA']))

const putting = (item: string, register: string, fields: object, more: object = {}) => ({
  kind: 'item.put',
  item: `item-${item}`,
  register,
  rev: 1,
  fields,
  ...more,
})
const mandate = (fields: object = {}, more: object = {}) =>
  putting(
    'mandate',
    'mandate',
    { title: 'Mandate of 3 February', principal: 'The presidency', envoy: 'The ministry', ...fields },
    more,
  )
const condition = (nth: number, fields: object = {}, more: object = {}) =>
  putting(
    `condition-${nth}`,
    'condition',
    {
      title: 'Free of threats',
      demandedOf: 'circumstances',
      judgedBy: 'principal',
      consequence: 'suspends',
      governs: 'item-mandate',
      ...fields,
    },
    more,
  )
const powers = (item: string, fields: object = {}) =>
  putting(item, 'powers', { holder: 'Head of the delegation', powersMay: ['negotiate'], ...fields })
const ofHead = { person: memberId('headA') }
const mark = (item: string, verb: string, more: object = {}) => ({
  kind: 'item.mark',
  item: `item-${item}`,
  rev: 1,
  verb,
  ...more,
})
const stands = (room: RoomState, item: string): unknown => {
  const thing = room.items[`item-${item}` as ItemId]
  const found = thing === undefined ? undefined : findRegister(thing.register)?.standing(thing, room)
  return found?.count === undefined ? found?.standing : [found.standing, found.count]
}
const asked = (room: RoomState, person: string): readonly string[] =>
  waitingOfThings([room], memberId(person)).map(
    ({ thing, asking }) => `${thing.register} ${asking.kind === 'say' ? asking.verb : asking.register}`,
  )

describe('a mandate', () => {
  test('MAND-16 is given, held up and taken back by the principal who is there, and by nobody else of the side', () => {
    const room = home()
    must(room, 'headA', mandate())
    expect([stands(room, 'mandate'), asked(room, 'principalA'), asked(room, 'delegateA')]).toEqual([
      'mandate-drafted',
      ['mandate given'],
      [],
    ])
    for (const person of ['headA', 'delegateA', 'adviserA'])
      expect(does(room, person, mark('mandate', 'given'))).toBe('role-may-not')
    const named = { for: { name: 'The presidency' } }
    expect(does(room, 'principalA', mark('mandate', 'given', named))).toBe('role-may-not')
    // Nobody writes down what somebody says who sits there.
    expect(does(room, 'headA', mark('mandate', 'given', { recorded: circumstance }))).toBe(
      'party-acts-for-itself',
    )
    for (const [verb, standing] of [
      ['given', 'mandate-given'],
      ['suspended', 'mandate-suspended'],
      ['in-force-again', 'mandate-given'],
      ['withdrawn', 'mandate-withdrawn'],
      ['spent', 'mandate-spent'],
    ] as const) {
      must(room, 'principalA', mark('mandate', verb))
      expect(stands(room, 'mandate')).toBe(standing)
    }
  })

  test('MAND-15 MAND-16 of a principal who is not there it is written down, with when, how and in whose hearing, and two that differ are both shown', () => {
    const room = home(['delegateA', 'adviserA'])
    must(room, 'headA', mandate({}, { recorded: circumstance }))
    expect(standingOf(room.items['item-mandate' as ItemId]!).recorded).toEqual(circumstance)
    const given = (name: string | undefined, verb: string) =>
      mark('mandate', verb, { recorded: circumstance, ...(name === undefined ? {} : { for: { name } }) })
    expect(does(room, 'headA', mark('mandate', 'given'))).toBe('role-may-not')
    expect(does(room, 'adviserA', given(undefined, 'given'))).toBe('role-may-not')
    expect(
      does(room, 'headA', mark('mandate', 'given', { recorded: circumstance, for: { party: partyA.party } })),
    ).toBe('not-for-this-party')
    must(room, 'headA', given('The presidency', 'given'))
    expect(stands(room, 'mandate')).toBe('mandate-given')
    must(room, 'headA', given('The assembly', 'suspended'))
    expect(stands(room, 'mandate')).toEqual(['principals-differ', 2])
    must(room, 'headA', given('The assembly', 'in-force-again'))
    expect(stands(room, 'mandate')).toBe('mandate-given')
  })

  test('MAND-15 of a party without an account the mediators write it down in its caucus, and nobody puts one there otherwise', () => {
    const room = withRules(recordedA())
    expect(does(room, 'lead', mandate())).toBe('mediators-only')
    must(room, 'lead', mandate({}, { recorded: circumstance }))
    must(room, 'second', mark('mandate', 'given', { recorded: circumstance }))
    expect([stands(room, 'mandate'), asked(room, 'lead')]).toEqual(['mandate-given', []])
    const speaking = talks()
    expect(does(speaking, 'headA', mandate())).toBe('mediators-only')
    expect(does(speaking, 'lead', mandate({}, { recorded: circumstance }))).toBe('party-acts-for-itself')
  })

  test('MAND-16 hostile: what was given in other words is to be given anew, and no wording brings back what was taken back', () => {
    const room = home()
    const anew = (rev: number, fields: object = {}) => ({
      ...mandate({ redLines: ['Never.'], ...fields }),
      rev,
    })
    must(room, 'headA', mandate())
    must(room, 'principalA', mark('mandate', 'given'))
    must(room, 'headA', { ...mandate({ title: 'Mandate', consult: 'Of figures.' }), rev: 2 })
    expect(stands(room, 'mandate')).toBe('mandate-given')
    must(room, 'headA', anew(3))
    expect([stands(room, 'mandate'), asked(room, 'principalA')]).toEqual([
      'mandate-drafted',
      ['mandate given'],
    ])
    must(room, 'principalA', mark('mandate', 'withdrawn', { rev: 3 }))
    must(room, 'headA', anew(4, { limits: ['Any.'] }))
    expect(stands(room, 'mandate')).toBe('mandate-withdrawn')
    must(room, 'principalA', mark('mandate', 'given', { rev: 4 }))
    must(room, 'headA', anew(5))
    expect(stands(room, 'mandate')).toBe('mandate-drafted')
  })

  test('MAND-16 asks its envoys to take note once it is given, and its principal to say so where they went beyond it', () => {
    const room = home()
    must(room, 'headA', mandate())
    must(room, 'principalA', mark('mandate', 'given'))
    expect([asked(room, 'headA'), asked(room, 'principalA')]).toEqual([['mandate received'], []])
    must(room, 'delegateA', mark('mandate', 'received'))
    expect(asked(room, 'headA')).toEqual([])
    expect(does(room, 'delegateA', mark('mandate', 'exceeded'))).toBe('mark-needs')
    must(room, 'delegateA', mark('mandate', 'exceeded', { note: 'We spoke of missiles.' }))
    expect(asked(room, 'principalA')).toEqual(['mandate confirmed-afterwards'])
    must(room, 'principalA', mark('mandate', 'confirmed-afterwards'))
    expect(asked(room, 'principalA')).toEqual([])
    must(room, 'headA', mark('mandate', 'exceeded', { note: 'Again.' }))
    expect(asked(room, 'principalA')).toEqual(['mandate confirmed-afterwards'])
  })
})

describe('a condition', () => {
  test('MAND-7 that is not met suspends in the same replay what hangs on it, until it is met or waived, and says which', () => {
    const room = home()
    must(room, 'headA', mandate())
    must(room, 'principalA', mark('mandate', 'given'))
    must(room, 'headA', condition(1, { consequence: 'is-noted' }))
    must(room, 'headA', condition(2))
    must(room, 'headA', condition(3, { governs: 'item-elsewhere' }))
    for (const nth of [1, 3]) must(room, 'principalA', mark(`condition-${nth}`, 'not-met'))
    expect(stands(room, 'mandate')).toBe('mandate-given')
    must(room, 'principalA', mark('condition-2', 'not-met'))
    expect(stands(room, 'mandate')).toEqual(['suspended-by-condition', 2])
    must(room, 'principalA', mark('condition-2', 'met'))
    expect(stands(room, 'mandate')).toBe('mandate-given')
    must(room, 'principalA', mark('condition-2', 'not-met'))
    must(room, 'principalA', mark('condition-2', 'waived'))
    expect([stands(room, 'condition-2'), stands(room, 'mandate')]).toEqual([
      'condition-waived',
      'mandate-given',
    ])
    // Demanded anew, it is not judged yet.
    must(room, 'headA', { ...condition(2, { title: 'Free of all threats' }), rev: 2 })
    expect(stands(room, 'condition-2')).toBe('condition-open')
  })

  test('MAND-7 what another side demands suspends nothing of this one', () => {
    const room = withRules(caucusA())
    must(room, 'headA', powers('powers', ofHead))
    must(room, 'lead', { kind: 'delivery.make', ...deliveredCondition })
    must(room, 'lead', { kind: 'item.mark', item: 'delivery-1', rev: 1, verb: 'not-met' })
    expect([stands(room, 'powers'), does(room, 'headA', say('message-1', { binding: true }))]).toEqual([
      'powers-on-file',
      'ok',
    ])
    must(room, 'headA', condition(1, { governs: 'item-powers' }))
    must(room, 'headA', mark('condition-1', 'not-met'))
    expect([stands(room, 'powers'), does(room, 'headA', say('message-2', { binding: true }))]).toEqual([
      ['suspended-by-condition', 1],
      'powers-suspended',
    ])
  })

  test.each([
    ['principal', ['headA']],
    ['mediators', ['lead', 'second']],
    ['third-party', []],
    ['by-agreement', ['headA']],
  ])('MAND-8 that %s judge is judged by nobody else, and waived by who demanded it', (judgedBy, judges) => {
    const people = ['lead', 'second', 'headA', 'delegateA', 'adviserA']
    for (const verb of ['met', 'not-met', 'not-enough']) {
      const may = people.filter(person => {
        const room = withRules(caucusA())
        must(room, 'headA', condition(1, { judgedBy }))
        return does(room, person, mark('condition-1', verb, { note: 'So.' })) === 'ok'
      })
      expect([verb, may]).toEqual([verb, judges])
    }
    const waive = people.filter(person => {
      const room = withRules(caucusA())
      must(room, 'headA', condition(1, { judgedBy }))
      return does(room, person, mark('condition-1', 'waived')) === 'ok'
    })
    expect(waive).toEqual(['headA'])
  })

  test('MAND-8 hostile: what a principal is to judge is judged by no side before which it was put', () => {
    const room = withRules(caucusA())
    const { thing } = deliveredCondition
    const delivered = { ...thing, fields: { ...thing.fields, judgedBy: 'principal' } }
    must(room, 'lead', { kind: 'delivery.make', ...deliveredCondition, thing: delivered })
    const met = { kind: 'item.mark', item: 'delivery-1', rev: 1, verb: 'met' }
    expect(does(room, 'headA', met)).toBe('not-the-maker')
    expect(does(room, 'lead', met)).toBe('ok')
  })

  test('MAND-8 a body that is to judge is written down by whoever keeps the room', () => {
    const body = { for: { name: 'The inspectorate' }, recorded: circumstance }
    const room = withRules(caucusA())
    must(room, 'headA', condition(1, { judgedBy: 'third-party' }))
    expect(does(room, 'headA', mark('condition-1', 'met', body))).toBe('mediators-only')
    expect(does(room, 'lead', mark('condition-1', 'met', { recorded: circumstance }))).toBe(
      'not-for-this-party',
    )
    const side = { for: { party: partyA.party }, recorded: circumstance }
    expect(does(room, 'lead', mark('condition-1', 'met', side))).toBe('not-for-this-party')
    expect(does(room, 'lead', mark('condition-1', 'met', body))).toBe('ok')
    const own = home()
    must(own, 'headA', condition(1, { judgedBy: 'third-party' }))
    expect(does(own, 'adviserA', mark('condition-1', 'met', body))).toBe('mediators-only')
    expect(does(own, 'headA', mark('condition-1', 'met', body))).toBe('ok')
    expect(does(own, 'headA', mark('condition-1', 'met', { for: body.for }))).toBe('not-for-this-party')
  })

  test('MAND-8 what both must agree on is met once two sides say so, and not while one says otherwise', () => {
    const room = withRules(tableRoom())
    must(room, 'lead', condition(1, { judgedBy: 'by-agreement', governs: 'item-none' }))
    must(room, 'headA', mark('condition-1', 'met'))
    expect(stands(room, 'condition-1')).toBe('condition-open')
    must(room, 'headB', mark('condition-1', 'not-met'))
    expect(stands(room, 'condition-1')).toBe('condition-not-met')
    must(room, 'headB', mark('condition-1', 'met'))
    expect(stands(room, 'condition-1')).toBe('condition-met')
  })

  test('MAND-17 is offered by whom it is demanded of, and then asked of whoever judges it', () => {
    const demanding = withRules(caucusA())
    must(demanding, 'headA', condition(1, { demandedOf: 'other-side' }))
    expect(does(demanding, 'headA', mark('condition-1', 'offered'))).toBe('not-for-this-party')
    must(demanding, 'headA', condition(2, { demandedOf: 'mediators' }))
    expect(asked(demanding, 'lead')).toEqual(['condition offered'])
    expect(does(demanding, 'headA', mark('condition-2', 'offered'))).toBe('mediators-only')
    must(demanding, 'lead', mark('condition-2', 'offered'))
    expect([stands(demanding, 'condition-2'), asked(demanding, 'headA'), asked(demanding, 'lead')]).toEqual([
      'condition-offered',
      ['condition met'],
      [],
    ])
    must(demanding, 'headA', mark('condition-2', 'not-enough', { note: 'No interpreter.' }))
    expect(stands(demanding, 'condition-2')).toBe('condition-not-enough')
    must(demanding, 'headA', condition(3, { demandedOf: 'circumstances' }))
    expect(does(demanding, 'lead', mark('condition-3', 'offered'))).toBe('nobody-named')
    const asking = withRules(caucusA())
    must(asking, 'lead', { kind: 'delivery.make', ...deliveredCondition })
    expect(asked(asking, 'headA')).toEqual(['condition offered'])
    expect(does(asking, 'headA', { kind: 'item.mark', item: 'delivery-1', rev: 1, verb: 'waived' })).not.toBe(
      'ok',
    )
    expect(does(asking, 'headA', { kind: 'item.mark', item: 'delivery-1', rev: 1, verb: 'offered' })).toBe(
      'ok',
    )
  })
})

const deliveredCondition = {
  delivery: 'delivery-1',
  form: 'oral-message',
  binding: false,
  body: 'They ask for this.',
  verbatim: false,
  thing: {
    register: 'condition',
    fields: {
      title: 'Observers at the crossing',
      demandedOf: 'other-side',
      judgedBy: 'mediators',
      consequence: 'suspends',
      governs: 'item-powers',
    },
  },
}

const offer = (id: string, binding = true) => ({
  kind: 'offer.make',
  offer: id,
  ifThey: 'If they come,',
  thenWe: 'we come.',
  binding,
})

const ask = (id: string, kind: string, effect: string) => ({
  kind: 'assent.ask',
  question: id,
  digest: 'd'.repeat(43),
  content: {
    kind,
    texts: [{ language: 'en', body: 'Do you accept it?' }],
    parties: [partyA, partyB].map(({ party, name }) => ({ party, name })),
    effect,
    times: { closes: 2_000_000_000_000, tellBy: 2_100_000_000_000, early: false },
    nonce: id,
  },
})

const answer = (question: string, yes: boolean) => ({
  kind: 'assent.answer',
  question,
  yes,
  adherence: 'y'.repeat(86),
})

const mayAs = (exempt: string | undefined, needs: 'adopt' | 'sign') => {
  const room = talks()
  must(
    room,
    'headA',
    powers('powers', { ...ofHead, powersMay: ['initial'], ...(exempt === undefined ? {} : { exempt }) }),
  )
  const author = room.members[memberId('headA')]!
  return checkPowers(room, author, { needs, about: 'item-text' }).ok
}

const written = (id: string) => say(id, { binding: true, recorded: circumstance })

describe('powers', () => {
  test('MAND-9 where none are on file roles decide', () => {
    const room = talks()
    for (const person of ['headA', 'delegateA'])
      expect(does(room, person, say(`message-${person}`, { binding: true }))).toBe('ok')
  })

  test('MAND-9 suspended or revoked they let nobody bind, and plain talk goes on', () => {
    for (const verb of ['suspended', 'revoked']) {
      const room = talks()
      must(room, 'headA', powers('powers', ofHead))
      expect(does(room, 'headA', say('message-1', { binding: true }))).toBe('ok')
      must(room, 'principalA', mark('powers', verb))
      expect(does(room, 'headA', say('message-2', { binding: true }))).toBe('powers-suspended')
      expect(does(room, 'headA', offer('offer-0001'))).toBe('powers-suspended')
      expect(does(room, 'headA', say('message-3'))).toBe('ok')
      expect(does(room, 'headA', offer('offer-0002', false))).toBe('ok')
      expect(does(room, 'headA', { kind: 'offer.withdraw', offer: 'offer-0002' })).toBe('ok')
      must(room, 'principalA', mark('powers', 'in-force-again'))
      expect(does(room, 'headA', say('message-4', { binding: true }))).toBe('ok')
    }
  })

  test('MAND-10 on file they let nobody bind whom they do not name, or for what they do not say', () => {
    const room = talks()
    must(room, 'headA', powers('powers', ofHead))
    for (const person of ['principalA', 'delegateA'])
      expect(does(room, person, say(`message-${person}`, { binding: true }))).toBe('powers-not-held')
    must(room, 'headA', powers('signing', { person: memberId('delegateA'), powersMay: ['sign'] }))
    expect(does(room, 'delegateA', say('message-2', { binding: true }))).toBe('powers-not-held')
    expect(does(room, 'headA', say('message-3', { binding: true }))).toBe('ok')
    // Of several that name somebody the latest counts.
    must(room, 'headA', powers('later', { ...ofHead, powersMay: ['initial'] }))
    expect(does(room, 'headA', say('message-4', { binding: true }))).toBe('powers-not-held')
  })

  test('MAND-10 what was done without them may be confirmed afterwards: exactly that counts', () => {
    const room = talks()
    must(room, 'headA', powers('powers', ofHead))
    expect(does(room, 'delegateA', say('message-1', { binding: true }))).toBe('powers-not-held')
    expect(does(room, 'headA', mark('powers', 'confirmed-afterwards'))).toBe('mark-needs')
    expect(
      does(room, 'delegateA', mark('powers', 'confirmed-afterwards', { evidence: ['message-1'] })),
    ).not.toBe('ok')
    must(room, 'headA', mark('powers', 'confirmed-afterwards', { evidence: ['message-1'] }))
    expect(does(room, 'delegateA', say('message-2', { binding: true }))).toBe('powers-not-held')
    expect(does(room, 'delegateA', say('message-1', { binding: true }))).toBe('ok')
  })

  test('MAND-10 replaced they have no effect from there on, and those that are named instead have', () => {
    const room = talks()
    must(room, 'headA', powers('powers', ofHead))
    must(room, 'headA', powers('others', { person: memberId('delegateA') }))
    expect(does(room, 'headA', mark('powers', 'replaced'))).toBe('mark-needs')
    must(room, 'headA', mark('powers', 'replaced', { evidence: ['item-others'] }))
    expect(does(room, 'headA', say('message-1', { binding: true }))).toBe('powers-not-held')
    expect(does(room, 'delegateA', say('message-2', { binding: true }))).toBe('ok')
  })

  test('MAND-10 ASNT-10 an assent to a proposal, and an answer that commits, need powers to adopt; a no binds nobody', () => {
    const room = talks()
    must(room, 'lead', putting('proposal', 'proposal', { title: 'Text of 30 May' }))
    must(room, 'headA', powers('powers', ofHead))
    expect(does(room, 'headA', mark('proposal', 'assented'))).toBe('powers-not-held')
    for (const [id, kind, effect] of [
      ['question-adopt', 'proposal', 'commits'],
      ['question-meet', 'meeting', 'commits'],
      ['question-free', 'proposal', 'indicates'],
    ] as const)
      must(room, 'lead', ask(id, kind, effect))
    expect(does(room, 'headA', answer('question-adopt', false))).toBe('ok')
    expect(does(room, 'headA', answer('question-adopt', true))).toBe('powers-not-held')
    expect(does(room, 'headA', answer('question-free', true))).toBe('ok')
    expect(does(room, 'headA', answer('question-meet', true))).toBe('ok')
    must(room, 'headA', powers('adopting', { ...ofHead, powersMay: ['negotiate', 'adopt'] }))
    expect(does(room, 'headA', answer('question-adopt', true))).toBe('ok')
    expect(does(room, 'headA', mark('proposal', 'assented'))).toBe('ok')
    must(room, 'headA', mark('adopting', 'suspended'))
    expect(does(room, 'principalA', { kind: 'offer.withdraw', offer: 'offer-none' })).toBe('offer-unknown')
    expect(does(room, 'headA', mark('proposal', 'assented'))).toBe('powers-suspended')
  })

  test('MAND-13 hostile: what was carried binds nobody, whomever it names', () => {
    const room = withRules(caucusB())
    const thing = {
      register: 'powers',
      fields: { holder: 'Nobody', party: partyB.party, powersMay: ['sign'] },
    }
    must(room, 'lead', { kind: 'delivery.make', ...deliveredCondition, thing })
    for (const [nth, person] of ['headB', 'lead'].entries())
      expect(does(room, person, say(`message-1${nth}`, { binding: true }))).toBe('ok')
    // Nor what another side gave in an exchange.
    const own = { holder: 'Head', person: memberId('headB'), powersMay: ['negotiate'] }
    must(room, 'headB', putting('powers', 'powers', own))
    const giving = ask('question-give', 'exchange', 'indicates')
    const digests = [partyA, partyB].map(({ party }) => ({ party, digest: 'd'.repeat(43) }))
    must(room, 'lead', {
      ...giving,
      content: { ...giving.content, gives: digests },
      own: { item: 'item-powers', rev: 1, nonce: 'AAAA' },
    })
    must(room, 'headB', answer('question-give', true))
    const entry = entryOf(room, 'lead', {
      kind: 'assent.tell',
      question: 'question-give',
      match: true,
      adherences: digests.map(({ party }) => ({ party, adherence: 'y'.repeat(86), byMediators: false })),
      handed: [
        {
          party: partyA.party,
          under: 'item-handed',
          nonce: 'AAAA',
          thing: { ...thing, fields: { ...thing.fields, person: memberId('headB') } },
        },
      ],
    })
    expect(applyEntry(room, { ...entry, placed: 2_000_000_000_001 }).ok).toBe(true)
    expect(does(room, 'headB', say('message-2', { binding: true }))).toBe('ok')
  })

  test('MAND-11 whose office needs no document may do all; a head of mission adopts and does not sign', () => {
    for (const exempt of ['head-of-state', 'head-of-government', 'foreign-minister'])
      expect([mayAs(exempt, 'adopt'), mayAs(exempt, 'sign')]).toEqual([true, true])
    expect([mayAs('head-of-mission', 'adopt'), mayAs('head-of-mission', 'sign')]).toEqual([true, false])
    expect([mayAs(undefined, 'adopt'), mayAs(undefined, 'sign')]).toEqual([false, false])
  })

  test('MAND-9 of a party without an account what the mediators write down needs powers in force, their own words none', () => {
    const room = withRules(recordedA())
    must(room, 'lead', { ...powers('powers'), recorded: circumstance })
    expect(does(room, 'lead', written('message-1'))).toBe('ok')
    must(room, 'second', mark('powers', 'suspended', { recorded: circumstance }))
    expect(does(room, 'lead', written('message-2'))).toBe('powers-suspended')
    expect(does(room, 'lead', say('message-3', { binding: true }))).toBe('ok')
    // The party that comes in speaks for itself: they name nobody who is here.
    must(room, 'second', admit('headA'))
    expect(does(room, 'headA', say('message-4', { binding: true }))).toBe('powers-not-held')
  })

  test('MAND-17 are examined by the mediators, who are asked to, and put anew by their side where they have queried them', () => {
    const room = talks()
    must(room, 'headA', powers('powers', ofHead))
    expect([stands(room, 'powers'), asked(room, 'lead'), asked(room, 'headA')]).toEqual([
      'powers-on-file',
      ['powers in-good-order'],
      [],
    ])
    must(room, 'headA', mark('powers', 'presented'))
    expect(stands(room, 'powers')).toBe('powers-presented')
    expect(does(room, 'lead', mark('powers', 'queried'))).toBe('mark-needs')
    must(room, 'lead', mark('powers', 'queried', { note: 'Until when?' }))
    expect([stands(room, 'powers'), asked(room, 'lead'), asked(room, 'headA')]).toEqual([
      'powers-queried',
      [],
      ['powers powers'],
    ])
    must(room, 'headA', { ...powers('powers', { ...ofHead, dated: '1981-01-05' }), rev: 2 })
    must(room, 'second', { ...mark('powers', 'in-good-order'), rev: 2 })
    expect([stands(room, 'powers'), asked(room, 'lead')]).toEqual(['powers-in-good-order', []])
  })

  test('MAND-17 that mediators post at the table are suspended by the side that is named, and no side speaks of another’s', () => {
    const room = withRules(tableRoom())
    must(room, 'lead', { kind: 'table.open' })
    const ofB = { person: memberId('headB'), party: partyB.party }
    must(room, 'lead', powers('posted', ofB))
    expect(does(room, 'headA', mark('posted', 'suspended'))).not.toBe('ok')
    // Put by another side they are not that side's.
    must(room, 'headA', powers('claimed', ofB))
    must(room, 'headA', mark('claimed', 'suspended'))
    expect(does(room, 'headB', say('message-1', { binding: true }))).toBe('ok')
    must(room, 'headB', mark('posted', 'suspended'))
    expect(does(room, 'headB', say('message-2', { binding: true }))).toBe('powers-suspended')
    expect(stands(room, 'posted')).toBe('powers-suspended')
    // In its caucus another's powers, as they were carried there, bind nobody of this side.
    const other = withRules(caucusB())
    must(other, 'lead', {
      kind: 'delivery.make',
      ...deliveredCondition,
      thing: {
        register: 'powers',
        fields: { holder: 'Head of the delegation', powersMay: ['sign'], party: partyA.party },
      },
    })
    expect(does(other, 'headB', say('message-1', { binding: true }))).toBe('ok')
    expect(does(other, 'headB', { kind: 'item.mark', item: 'delivery-1', rev: 1, verb: 'revoked' })).not.toBe(
      'ok',
    )
  })

  test('MAND-17 hostile: what mediators post gives nothing that a side has held up, and takes nothing that it has, until that side takes it up', () => {
    const room = withRules(tableRoom())
    must(room, 'lead', { kind: 'table.open' })
    const ofB = { person: memberId('headB'), party: partyB.party }
    must(room, 'lead', powers('narrow', { ...ofB, powersMay: ['initial'] }))
    expect(does(room, 'headB', say('message-1', { binding: true }))).toBe('ok')
    must(room, 'headB', powers('own', { person: memberId('headB') }))
    must(room, 'headB', mark('own', 'suspended'))
    must(room, 'lead', powers('posted', ofB))
    // Whoever examines them has said nothing for the side, nor has whoever says what nobody knows.
    must(room, 'lead', mark('posted', 'in-good-order'))
    must(room, 'headB', mark('posted', 'unheard-of'))
    expect(asked(room, 'headB')).toEqual(['powers presented', 'powers presented'])
    expect(does(room, 'headB', say('message-2', { binding: true }))).toBe('powers-suspended')
    must(room, 'headB', mark('posted', 'presented'))
    expect([asked(room, 'headB'), asked(room, 'headA')]).toEqual([['powers presented'], []])
    expect(does(room, 'headB', say('message-3', { binding: true }))).toBe('ok')
    // Nor does a condition of those who posted it hold it up.
    must(room, 'lead', condition(1, { governs: 'item-posted', judgedBy: 'mediators' }))
    must(room, 'lead', mark('condition-1', 'not-met'))
    expect(does(room, 'headB', say('message-4', { binding: true }))).toBe('ok')
    // And is not worded anew by who posted it.
    expect(does(room, 'lead', { ...powers('posted', { ...ofB, powersMay: ['sign'] }), rev: 2 })).toBe(
      'item-malformed',
    )
    must(room, 'lead', { ...powers('narrow', { ...ofB, powersMay: ['adopt'] }), rev: 2 })
  })

  test('MAND-14 a day that is past changes nothing of what may be said', () => {
    const room = talks()
    must(room, 'headA', powers('powers', { ...ofHead, inForceUntil: { kind: 'on', day: '1901-01-01' } }))
    expect(does(room, 'headA', say('message-1', { binding: true }))).toBe('ok')
    expect(stands(room, 'powers')).toBe('powers-on-file')
  })
})
