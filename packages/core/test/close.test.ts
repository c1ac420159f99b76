/** Approval and close: what is asked of instruments, signatures, approvals and ballots, and what follows from them. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addsUp,
  approvalsMissing,
  type Done,
  findRegister,
  type Instrument,
  type ItemId,
  inForceIn,
  ladderOf,
  type PartyId,
  type PollRule,
  pollOutcome,
  type RoomState,
  type Tallied,
} from '../src/index.ts'
import {
  caucusA,
  circumstance,
  does,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  silentA,
  tableRoom,
} from './cast.ts'
import { rooms, withRules } from './everybody.ts'
import { runs } from './runs.ts'

const words = 'w'.repeat(43)
const others = 'o'.repeat(43)
const item = (name: string): ItemId => `item-clos-${name}` as ItemId
const put = (name: string, register: string, fields: object, rev = 1) => ({
  kind: 'item.put',
  item: item(name),
  register,
  rev,
  fields,
})
const mark = (name: string, verb: string, more: object = {}) => ({
  kind: 'item.mark',
  item: item(name),
  rev: 1,
  verb,
  ...more,
})
const instrumentFields = {
  title: 'Terms for the spring',
  instrumentIs: 'agreement',
  textIn: [{ kind: 'text', language: 'en', body: 'Each takes half.' }],
  digest: words,
  boundParties: [partyA.party, partyB.party],
  boundBy: 'signature',
  inForceUpon: 'signature',
  inForceFor: 'all',
}
const instrument = (more: object = {}, rev = 1) =>
  put('text', 'instrument', { ...instrumentFields, ...more }, rev)
let signed = 0
const signing = (party: { readonly party: PartyId }, done: Done, more: object = {}) => {
  signed += 1
  return put(`s${signed}`, 'signing', {
    instrument: item('text'),
    party: party.party,
    done,
    digest: words,
    signedBy: 'The council',
    proof: 'A'.repeat(86),
    ...more,
  })
}
const textIn = (room: RoomState) => room.items[item('text')] as unknown as Instrument
const standingOf = (room: RoomState, name = 'text') => {
  const thing = room.items[item(name)]
  return thing && findRegister(thing.register)?.standing(thing, room)
}
const rungOf = (room: RoomState, { party }: { readonly party: PartyId }) =>
  ladderOf(textIn(room), room, party).rung

const caucus = (more: object = {}): RoomState => {
  const room = rooms.caucus()
  must(room, 'lead', instrument(more))
  return room
}
const table = (more: object = {}): RoomState => {
  const room = withRules(tableRoom())
  must(room, 'lead', instrument(more))
  return room
}

const signedOn = (day: string) => ({ signedOn: day })

const daysOf = (room: RoomState) =>
  inForceIn(textIn(room), room).map(each => (each.kind === 'day' ? each.day : each.kind))

const approval = (name: string, more: object) =>
  put(name, 'approval', {
    approver: 'The presidency',
    inOrder: 1,
    approvalIs: 'consent',
    neededBefore: 'signed',
    ...more,
  })

const count = (yes: number, no: number, more: Partial<Tallied> = {}): Tallied => {
  const { blankOrVoid = 0 } = more
  const returned = yes + no + blankOrVoid
  return { eligible: returned, returned, inFavour: yes, opposed: no, blankOrVoid, ...more }
}

const three = (one: number) => [
  count(60, 40, { groupName: 'All' }),
  count(one, 50 - one, { groupName: 'One' }),
  count(60 - one, one - 10, { groupName: 'Other' }),
]

const ballot = (more: object) =>
  put('b', 'ballot', {
    title: 'The terms',
    askedWords: 'Do you accept the terms?',
    electorate: 'The members',
    majorityOf: 'valid',
    threshold: '1/2',
    tieRule: 'not-carried',
    countedBy: 'The tellers',
    ...more,
  })

const tally = (counted: object, name = 't') =>
  put(name, 'tally', { ballot: item('b'), countedBy: 'The tellers', counted: [counted] })

describe('signatures', () => {
  test('CLOS-1 ad referendum is full once it is confirmed, by who leads, and not before', () => {
    const room = caucus()
    expect(does(room, 'headA', signing(partyA, 'confirmed'))).toBe('item-malformed')
    must(room, 'delegateA', signing(partyA, 'signed-ad-referendum'))
    expect(rungOf(room, partyA)).toBe('signed-ad-referendum')
    expect(does(room, 'delegateA', signing(partyA, 'confirmed'))).toBe('role-may-not')
    expect(does(room, 'adviserA', signing(partyA, 'signed'))).toBe('role-may-not')
    must(room, 'headA', signing(partyA, 'confirmed'))
    expect(rungOf(room, partyA)).toBe('signed')
  })

  test('CLOS-1 where powers are on file they are asked for each step, and the principal confirms without', () => {
    const room = caucus()
    const powers = { holder: 'The head', person: memberId('headA'), powersMay: ['sign-ad-referendum'] }
    must(room, 'headA', put('powers', 'powers', powers))
    expect(does(room, 'headA', signing(partyA, 'signed'))).toBe('powers-not-held')
    expect(does(room, 'headA', signing(partyA, 'initialled'))).toBe('powers-not-held')
    must(room, 'headA', signing(partyA, 'signed-ad-referendum'))
    expect(does(room, 'headA', signing(partyA, 'confirmed'))).toBe('powers-not-held')
    must(room, 'principalA', signing(partyA, 'confirmed'))
    expect(does(room, 'headA', signing(partyA, 'ratified'))).toBe('powers-not-held')
    must(room, 'headA', signing(partyA, 'consent-refused'))
    expect(rungOf(room, partyA)).toBe('consent-refused')
  })

  test('CLOS-1 what is ratified without a signature, and confirmed without ad referendum, counts for nothing', () => {
    const room = withRules(tableRoom())
    // They name an instrument that is put only afterwards.
    must(room, 'lead', signing(partyA, 'ratified'))
    must(room, 'lead', signing(partyB, 'confirmed'))
    must(room, 'lead', instrument())
    expect([rungOf(room, partyA), rungOf(room, partyB)]).toEqual([undefined, undefined])
    expect(does(room, 'lead', signing(partyA, 'ratified'))).toBe('item-malformed')
  })

  test('CLOS-6 a signature over other words is refused, and one over words that were put otherwise since counts for nothing', () => {
    const room = caucus()
    expect(does(room, 'headA', signing(partyA, 'signed', { digest: others }))).toBe('item-malformed')
    expect(does(room, 'headA', signing(partyB, 'signed'))).toBe('item-malformed')
    must(room, 'headA', signing(partyA, 'signed'))
    const name = `s${signed}`
    expect(standingOf(room, name)).toEqual({ standing: 'signing-given' })
    const early = withRules(tableRoom())
    must(early, 'lead', signing(partyA, 'signed'))
    must(early, 'lead', instrument({ digest: others }))
    expect(rungOf(early, partyA)).toBeUndefined()
    expect(standingOf(early, `s${signed}`)).toEqual({ standing: 'signing-of-other-words' })
  })

  test('CLOS-13 a signature is given in its own caucus, placed at the table by mediators alone, and put once', () => {
    const room = table()
    for (const person of ['headA', 'headB', 'guarantor'])
      expect(does(room, person, signing(partyA, 'signed'))).toBe('mediators-only')
    const given = signing(partyA, 'signed')
    must(room, 'lead', given)
    expect(does(room, 'lead', { ...given, rev: 2 })).toBe('item-malformed')
    expect(does(room, 'headA', { ...mark(`s${signed}`, 'signing-withdrawn') })).toBe('not-the-maker')
    must(room, 'lead', mark(`s${signed}`, 'signing-withdrawn'))
    expect(rungOf(room, partyA)).toBeUndefined()
    expect(does(table({ boundParties: [partyB.party] }), 'lead', signing(partyA, 'signed'))).toBe(
      'item-malformed',
    )
  })

  test('CLOS-9 of separate copies each is signed by one, and stands by that one alone', () => {
    const room = table({ instrumentIs: 'separate-copies', boundParties: [partyA.party] })
    must(room, 'lead', signing(partyA, 'signed', { signedOn: '2026-03-01' }))
    expect(standingOf(room)).toEqual({ standing: 'takes-effect', count: 1 })
  })

  test('CLOS-10 what is signed on paper says where; for a party without an account how that came to be known', () => {
    const room = caucus()
    expect(does(room, 'headA', signing(partyA, 'signed', { paperScan: 'ab'.repeat(32) }))).toBe(
      'item-malformed',
    )
    expect(does(room, 'headA', signing(partyA, 'signed', { paperBefore: 'Two elders' }))).toBe(
      'item-malformed',
    )
    must(room, 'headA', signing(partyA, 'signed', { paperAt: 'The school', paperScan: 'ab'.repeat(32) }))
    expect(does(room, 'lead', { ...signing(partyA, 'initialled'), recorded: circumstance })).toBe(
      'party-acts-for-itself',
    )
    const silent = withRules(caucusA({ party: silentA }, ['second']))
    must(silent, 'lead', instrument())
    expect(does(silent, 'lead', signing(partyA, 'signed'))).not.toBe('ok')
    must(silent, 'lead', { ...signing(partyA, 'signed', { madeByMediators: true }), recorded: circumstance })
    expect(rungOf(silent, partyA)).toBe('signed')
    const [given] = Object.values(silent.items).filter(({ register }) => register === 'signing')
    expect(given?.revisions[0]?.recorded).toEqual(circumstance)
  })

  test('CLOS-11 once somebody has signed, other words stand by the yes of all alone, and keep the old ones', () => {
    const room = table()
    must(room, 'lead', instrument({ digest: others }, 2))
    must(room, 'lead', instrument({}, 3))
    must(room, 'lead', signing(partyA, 'signed'))
    expect(does(room, 'lead', instrument({ digest: others }, 4))).toBe('item-malformed')
    expect(does(room, 'lead', instrument({ digest: others, agreedIn: 'BBBB' }, 4))).toBe('item-malformed')
    expect(does(room, 'lead', instrument({ digest: others, formerly: [words] }, 4))).toBe('item-malformed')
    must(room, 'lead', instrument({ digest: others, formerly: [words], agreedIn: 'BBBB' }, 4))
    expect(rungOf(room, partyA)).toBe('signed')
    // What was listed stays listed.
    expect(does(room, 'lead', instrument({ digest: others, agreedIn: 'BBBB' }, 5))).toBe('item-malformed')
  })

  test('CLOS-14 that a text was adopted, compared or attested ends when its words change', () => {
    const room = table()
    must(room, 'headA', mark('text', 'text-adopted'))
    must(room, 'headA', mark('text', 'words-compared'))
    must(room, 'lead', mark('text', 'attested-apart'))
    expect(does(room, 'lead', mark('text', 'attested-by-house'))).toBe('mark-needs')
    expect(does(room, 'headA', mark('text', 'attested-apart'))).toBe('mediators-only')
    expect(rungOf(room, partyA)).toBe('adopted')
    must(room, 'lead', instrument({ registration: 'With the archive.' }, 2))
    expect(rungOf(room, partyA)).toBe('adopted')
    must(room, 'lead', instrument({ digest: others }, 3))
    expect(textIn(room).marks.every(({ lapsed }) => lapsed !== undefined)).toBe(true)
  })
})

describe('entry into force', () => {
  test('CLOS-5 upon signature: for each on its own day, for all on the last', () => {
    for (const [inForceFor, expected] of [
      ['each', ['2026-03-01', '2026-03-09']],
      ['all', ['2026-03-09', '2026-03-09']],
    ] as const) {
      const room = table({ inForceFor })
      must(room, 'lead', signing(partyA, 'signed', signedOn('2026-03-01')))
      expect(daysOf(room)).toEqual(inForceFor === 'each' ? ['2026-03-01', 'waiting'] : ['waiting', 'waiting'])
      must(room, 'lead', signing(partyB, 'signed', signedOn('2026-03-09')))
      expect(daysOf(room)).toEqual(expected)
    }
  })

  test('CLOS-5 thirty days after both have ratified; provisionally from each one’s signature', () => {
    const room = table({
      boundBy: 'ratification',
      inForceUpon: 'ratification',
      inForceAfter: 30,
      inForceUnit: 'days',
      provisional: true,
    })
    must(room, 'lead', signing(partyA, 'signed-ad-referendum', signedOn('2026-01-01')))
    must(room, 'lead', signing(partyA, 'confirmed', signedOn('2026-01-05')))
    must(room, 'lead', signing(partyB, 'signed', signedOn('2026-01-02')))
    expect(inForceIn(textIn(room), room).map(({ provisionally }) => provisionally)).toEqual([
      '2026-01-05',
      '2026-01-02',
    ])
    must(room, 'lead', signing(partyA, 'ratified', signedOn('2026-02-01')))
    expect(inForceIn(textIn(room), room)[0]).toMatchObject({
      kind: 'waiting',
      for: [{ party: partyB.party, step: 'ratification' }],
    })
    must(room, 'lead', signing(partyB, 'ratified', signedOn('2026-02-10')))
    expect(daysOf(room)).toEqual(['2026-03-12', '2026-03-12'])
    expect(standingOf(room)).toEqual({ standing: 'takes-effect', count: 2 })
  })

  test('CLOS-5 for each on deposit: whose ratification the depositary has received, and nobody else’s word', () => {
    const room = table({
      boundBy: 'ratification',
      inForceUpon: 'deposit',
      inForceFor: 'each',
      depositary: 'The school',
    })
    must(room, 'lead', signing(partyA, 'signed', signedOn('2026-01-01')))
    must(room, 'lead', signing(partyA, 'ratified', signedOn('2026-01-03')))
    const ratified = item(`s${signed}`)
    expect(daysOf(room)).toEqual(['waiting', 'waiting'])
    const received = mark('text', 'deposit-received', { evidence: [ratified], at: Date.UTC(2026, 0, 9) })
    expect(does(room, 'headA', received)).toBe('not-the-one-named')
    must(room, 'lead', { ...received, for: { name: 'The school' }, recorded: circumstance })
    expect(daysOf(room)).toEqual(['2026-01-09', 'waiting'])
    expect(rungOf(room, partyA)).toBe('deposited')
  })

  test('CLOS-5 on a fixed day, and no earlier than the last signature; a day is asked for where it is fixed, and nowhere else', () => {
    const room = table({ inForceUpon: 'fixed-day', inForceOn: '2026-06-01' })
    must(room, 'lead', signing(partyA, 'signed', signedOn('2026-03-01')))
    must(room, 'lead', signing(partyB, 'signed', signedOn('2026-07-01')))
    expect(daysOf(room)).toEqual(['2026-07-01', '2026-07-01'])
    const empty = withRules(tableRoom())
    for (const wrong of [
      { inForceUpon: 'fixed-day' },
      { inForceOn: '2026-06-01' },
      { inForceAfter: 3 },
      { inForceUpon: 'deposit' },
      { authenticIn: ['fr'] },
      { boundParties: [partyA.party, partyA.party] },
    ])
      expect([wrong, does(empty, 'lead', instrument(wrong))]).toEqual([wrong, 'item-malformed'])
  })

  test('CLOS-4 of twelve unions eight ratify and four do not: each for itself, in force for eight; all or none, for none', () => {
    const unions = Array.from({ length: 12 }, (_, at) => ({
      ...partyA,
      party: `party-union-${at}` as PartyId,
    }))
    for (const inForceFor of ['each', 'all'] as const) {
      const room = withRules(opened('lead', { kind: 'table' }))
      for (const card of unions) must(room, 'lead', { kind: 'party.add', card })
      must(
        room,
        'lead',
        instrument({
          boundParties: unions.map(({ party }) => party),
          boundBy: 'ratification',
          inForceUpon: 'ratification',
          inForceFor,
        }),
      )
      for (const [at, union] of unions.entries()) {
        must(room, 'lead', signing(union, 'signed', signedOn('2022-09-15')))
        const isRefused = at >= 8
        must(room, 'lead', signing(union, isRefused ? 'consent-refused' : 'ratified', signedOn('2022-11-21')))
      }
      const kinds = inForceIn(textIn(room), room).map(({ kind }) => kind)
      expect(kinds.filter(kind => kind === 'day')).toHaveLength(inForceFor === 'each' ? 8 : 0)
      expect(kinds.filter(kind => kind === 'never')).toHaveLength(inForceFor === 'each' ? 4 : 12)
      must(room, 'lead', mark('text', 'overtaken', { note: 'Public Law 117-216' }))
    }
  })
})

describe('approvals', () => {
  test('CLOS-2 an approval stands at home alone, and what the body said is written down by who keeps that room', () => {
    for (const kind of ['table', 'group', 'desk', 'private'] as const)
      expect(does(rooms[kind](), 'lead', approval('a', {}))).toBe('register-not-here')
    expect(does(rooms.caucus(), 'headA', approval('a', {}))).toBe('mediators-only')
    const home = rooms.delegation()
    expect(does(home, 'adviserA', approval('a', {}))).toBe('role-may-not')
    must(home, 'headA', approval('a', {}))
    const said = (verb: string, more: object = {}) =>
      mark('a', verb, { for: { name: 'The presidency' }, recorded: circumstance, ...more })
    expect(does(home, 'headA', mark('a', 'approved'))).toBe('not-the-one-named')
    expect(does(home, 'adviserA', said('approved'))).toBe('role-may-not')
    expect(does(home, 'headA', said('approved-with-conditions'))).toBe('mark-needs')
    must(home, 'headA', said('approved-with-conditions', { note: 'Half of it.' }))
    expect(standingOf(home, 'a')).toEqual({ standing: 'approval-with-conditions' })
    must(home, 'headA', said('approved'))
    expect(standingOf(home, 'a')).toEqual({ standing: 'approval-given' })
  })

  test('CLOS-2 what is still to be approved before an act is named in its order, advice left out', () => {
    const home = rooms.delegation()
    must(home, 'headA', approval('last', { inOrder: 4, neededBefore: 'confirmed', approvalIs: 'last-word' }))
    must(home, 'headA', approval('president', { inOrder: 2, neededBefore: 'signed-ad-referendum' }))
    must(home, 'headA', approval('council', { inOrder: 3, approvalIs: 'advice' }))
    must(home, 'headA', approval('other', { inOrder: 1, digest: others }))
    const missing = (done: Done) =>
      approvalsMissing(home, { digest: words, done }).map(({ item }) => item.replace('item-clos-', ''))
    expect(missing('initialled')).toEqual([])
    expect(missing('signed-ad-referendum')).toEqual(['president'])
    expect(missing('confirmed')).toEqual(['president', 'last'])
    expect(missing('consent-refused')).toEqual([])
    // Confirming makes it full, as signing would: what comes before the one comes before the other.
    must(home, 'headA', approval('bank', { inOrder: 5, neededBefore: 'signed' }))
    expect(missing('confirmed')).toEqual(['president', 'last', 'bank'])
    expect(missing('signed')).toEqual(['president', 'last', 'bank'])
    expect(missing('signed-ad-referendum')).toEqual(['president'])
    must(
      home,
      'headA',
      mark('president', 'approved', { for: { name: 'The presidency' }, recorded: circumstance }),
    )
    expect(missing('confirmed')).toEqual(['last', 'bank'])
  })
})

describe('ballots', () => {
  const half: PollRule = { majorityOf: 'valid', threshold: '1/2', tieRule: 'not-carried' }
  // Rail, November 2022: 6,646 no, 5,100 yes, 99 blank or void.
  const rail = count(5_100, 6_646, { blankOrVoid: 99, eligible: 23_000, membersInAll: 25_000 })

  test('CLOS-3 the ballot of a union adds up, and is not carried by any of the four denominators', () => {
    expect(rail.returned).toBe(11_845)
    const ofs = (['valid', 'cast', 'eligible', 'members'] as const).map(majorityOf => {
      const { standing, majorities } = pollOutcome({ ...half, majorityOf }, [rail])
      return [standing, majorities[0]?.of]
    })
    expect(ofs).toEqual([
      ['not-carried', 11_746],
      ['not-carried', 11_845],
      ['not-carried', 23_000],
      ['not-carried', 25_000],
    ])
    // The same numbers, the other way round.
    const turned = { ...rail, inFavour: rail.opposed, opposed: rail.inFavour }
    expect(pollOutcome(half, [turned]).standing).toBe('carried')
    expect(pollOutcome({ ...half, majorityOf: 'eligible' }, [turned]).standing).toBe('not-carried')
  })

  test('CLOS-3 just as many is a tie, and its rule says what it is; a quorum is of those who may vote', () => {
    const tied = [count(7, 7)]
    expect(pollOutcome(half, tied).standing).toBe('not-carried')
    expect(pollOutcome({ ...half, tieRule: 'carried' }, tied).standing).toBe('carried')
    expect(pollOutcome({ ...half, tieRule: 'vote-again' }, tied).standing).toBe('tied')
    expect(pollOutcome({ ...half, threshold: '2/3', orExactly: true }, [count(8, 4)]).standing).toBe(
      'carried',
    )
    expect(pollOutcome({ ...half, threshold: '2/3' }, [count(8, 4)]).standing).toBe('not-carried')
    const few = [count(7, 1, { eligible: 100 })]
    expect(pollOutcome({ ...half, quorum: '1/10' }, few).standing).toBe('no-quorum')
    expect(pollOutcome({ ...half, quorum: '2/25' }, few).standing).toBe('carried')
    expect(pollOutcome(half, [count(0, 0, { blankOrVoid: 4 })]).standing).toBe('not-carried')
  })

  test('CLOS-3 several majorities at once are each needed, with a threshold of its own where one is named', () => {
    const rule: PollRule = {
      ...half,
      threshold: '2/5',
      orExactly: true,
      groups: [{ groupName: 'All', threshold: '3/5' }, { groupName: 'One' }, { groupName: 'Other' }],
    }
    expect(pollOutcome(rule, three(25)).standing).toBe('carried')
    expect(pollOutcome(rule, three(19)).standing).toBe('not-carried')
    expect(pollOutcome(rule, three(25)).majorities.map(({ threshold }) => threshold)).toEqual([
      '3/5',
      '2/5',
      '2/5',
    ])
  })

  test('CLOS-3 what does not add up is no result; nor is one of other groups, or without the members that it is measured by', () => {
    const home = rooms.delegation()
    for (const threshold of ['0/2', '3/2', '1/0', '50 %'])
      expect(does(home, 'headA', ballot({ threshold }))).toBe('item-malformed')
    expect(does(home, 'headA', ballot({ pollUntil: '2026-01-01' }))).toBe('item-malformed')
    must(home, 'headA', ballot({}))
    expect(standingOf(home, 'b')).toEqual({ standing: 'ballot-open' })
    for (const wrong of [
      { ...rail, blankOrVoid: 98 },
      { ...rail, eligible: 11_844 },
      { ...rail, membersInAll: 22_999 },
      { ...rail, groupName: 'One' },
    ])
      expect(does(home, 'headA', tally(wrong))).toBe('item-malformed')
    must(home, 'headA', tally(rail))
    expect(standingOf(home, 'b')).toEqual({ standing: 'ballot-not-carried' })
    // A recount changes the outcome, and takes the place of nothing.
    must(home, 'headA', tally({ ...rail, inFavour: rail.opposed, opposed: rail.inFavour }, 'recount'))
    expect(standingOf(home, 'b')).toEqual({ standing: 'ballot-carried' })
    expect(standingOf(home, 't')).toEqual({ standing: 'ballot-not-carried' })
    must(home, 'headA', mark('recount', 'result-withdrawn'))
    expect(standingOf(home, 'b')).toEqual({ standing: 'ballot-not-carried' })
    must(home, 'adviserA', mark('t', 'result-contested', { note: 'One box was open.' }))
    expect(standingOf(home, 't')).toEqual({ standing: 'result-contested', count: 1 })
    const byMembers = rooms.delegation()
    must(byMembers, 'headA', ballot({ majorityOf: 'members' }))
    const { membersInAll: _, ...without } = rail
    expect(does(byMembers, 'headA', tally(without))).toBe('item-malformed')
    must(byMembers, 'headA', tally(rail))
  })

  test('CLOS-3 law: it is carried where the yes are more than that part of the denominator, by whole numbers however large', () => {
    const big = fc.integer({ min: 0, max: 33_000_000_000 })
    const counted = fc
      .record({ yes: big, no: big, blankOrVoid: big, away: big, outside: big })
      .map(({ yes, no, blankOrVoid, away, outside }): Tallied => {
        const returned = yes + no + blankOrVoid
        return {
          inFavour: yes,
          opposed: no,
          blankOrVoid,
          returned,
          eligible: returned + away,
          membersInAll: returned + away + outside,
        }
      })
    const part = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 9_999 }))
    fc.assert(
      fc.property(
        counted,
        part,
        fc.constantFrom(...(['valid', 'cast', 'eligible', 'members'] as const)),
        fc.boolean(),
        (count, [over, more], majorityOf, orExactly) => {
          expect(addsUp(count)).toBe(true)
          const under = Math.min(over + more, 9_999)
          const { standing, majorities } = pollOutcome(
            { ...half, majorityOf, threshold: `${over}/${under}`, orExactly },
            [count],
          )
          const { inFavour: yes, of } = majorities[0] as { inFavour: number; of: number }
          // How many would be just that part, by long division: no product, no fraction.
          const [whole, rest] = [
            (BigInt(over) * BigInt(of)) / BigInt(under),
            (BigInt(over) * BigInt(of)) % BigInt(under),
          ]
          const isMore = BigInt(yes) > whole
          const isJust = BigInt(yes) === whole && rest === 0n
          expect(standing).toBe(of > 0 && (isMore || (isJust && orExactly)) ? 'carried' : 'not-carried')
          expect(addsUp({ ...count, inFavour: yes + 1 })).toBe(false)
        },
      ),
      runs(200),
    )
  })
})
