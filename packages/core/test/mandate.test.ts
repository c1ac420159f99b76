import { describe, expect, test } from 'vitest'
import { consentStanding, type RoomState } from '../src/index.ts'
import {
  admit,
  caucusA,
  caucusB,
  circumstance,
  deskRoom,
  does,
  must,
  opened,
  partyA,
  recordedA,
  say,
  tableRoom,
  thirdParty,
} from './cast.ts'

const give = (changes: Record<string, unknown> = {}) => ({
  kind: 'consent.give',
  party: partyA.party,
  ...changes,
})
const withdraw = (changes: Record<string, unknown> = {}) => ({
  kind: 'consent.withdraw',
  party: partyA.party,
  ...changes,
})
const consentOf = (room: RoomState) => room.consents[partyA.party]

describe('terms', () => {
  const terms = { kind: 'terms.set', terms: { role: 'propose', disclosure: 'open' } }

  test('MAND-2 are stated by the lead', () => {
    for (const room of [deskRoom(), caucusA(), tableRoom()]) {
      expect(does(room, 'second', terms)).toBe('lead-only')
      expect(does(room, 'lead', terms)).toBe('ok')
      expect(room.terms).toEqual(terms.terms)
    }
    expect(does(caucusA(), 'headA', terms)).toBe('lead-only')
  })

  test('MAND-2 have no place in a delegation or a private room', () => {
    expect(does(opened('headA', { kind: 'delegation', party: partyA }), 'headA', terms)).toBe('wrong-room')
    expect(does(opened('lead', { kind: 'private' }), 'lead', terms)).toBe('wrong-room')
  })
})

describe('consent', () => {
  test('MAND-3 is given by who leads the party, in its caucus', () => {
    const room = caucusA()
    for (const person of ['delegateA', 'adviserA']) expect(does(room, person, give())).toBe('role-may-not')
    expect(does(room, 'lead', give())).toBe('not-for-this-party')
    expect(does(caucusB(), 'headB', give())).toBe('wrong-room')
    expect(does(tableRoom(), 'headA', give())).toBe('wrong-room')
    expect(does(room, 'headA', give({ limits: 'Not on Sundays.' }))).toBe('ok')
    expect(consentOf(room)).toMatchObject({ standing: 'given', words: 'Not on Sundays.', terms: room.terms })
  })

  test('MAND-3 is not given in a delegation either, though that is the party’s too', () => {
    const room = opened('headA', { kind: 'delegation', party: partyA })
    expect(does(room, 'headA', give())).toBe('wrong-room')
    expect(does(room, 'headA', withdraw())).toBe('wrong-room')
    expect(consentOf(room)).toBeUndefined()
  })

  test('MAND-3 of a third party is given by any of its people', () => {
    const room = opened('lead', { kind: 'caucus', party: thirdParty }, ['observer'])
    expect(does(room, 'observer', give({ party: thirdParty.party }))).toBe('ok')
  })

  test('MAND-3 of a party without an account is recorded by the mediators, with how it was given', () => {
    const room = recordedA()
    expect(does(room, 'second', give())).toBe('not-for-this-party')
    expect(does(room, 'second', give({ recorded: circumstance }))).toBe('ok')
    expect(consentOf(room)?.recorded).toEqual(circumstance)
    must(room, 'second', admit('headA'))
    expect(does(room, 'second', withdraw({ recorded: circumstance }))).toBe('party-acts-for-itself')
    expect(does(room, 'headA', withdraw())).toBe('ok')
  })

  test('MAND-4 is withdrawn where it was given, and may be given again', () => {
    const room = caucusA()
    expect(does(room, 'headA', withdraw())).toBe('no-consent')
    must(room, 'headA', give())
    expect(does(room, 'headA', withdraw({ note: 'The strikes go on.' }))).toBe('ok')
    expect(consentOf(room)).toMatchObject({ standing: 'withdrawn', words: 'The strikes go on.' })
    expect(does(room, 'headA', withdraw())).toBe('no-consent')
    expect(does(room, 'headA', give())).toBe('ok')
  })

  test('MAND-5 remembers the terms it was given to', () => {
    const room = caucusA()
    expect(consentStanding(room)).toBe('none')
    must(room, 'headA', give())
    const before = room.terms
    must(room, 'lead', { kind: 'terms.set', terms: { role: 'propose', disclosure: 'open' } })
    expect(consentOf(room)?.terms).toEqual(before)
    expect(room.terms).not.toEqual(before)
  })
})

describe('the table', () => {
  const open = { kind: 'table.open' }
  const close = { kind: 'table.close', note: 'To the caucuses.' }

  test('AGEN-1 is opened and closed by mediators, and no other room is', () => {
    const room = tableRoom()
    expect(does(room, 'headA', open)).toBe('mediators-only')
    expect(does(room, 'guarantor', open)).toBe('mediators-only')
    expect(does(caucusA(), 'lead', open)).toBe('table-only')
    expect(does(room, 'second', open)).toBe('ok')
    expect(does(room, 'lead', close)).toBe('ok')
    expect(room.directChanges.map(({ direct }) => direct)).toEqual([true, false])
  })

  test('AGEN-1 is closed by mediators alone while it is open, and nothing else is closed', () => {
    const room = tableRoom()
    must(room, 'lead', open)
    for (const person of ['headA', 'guarantor', 'observer'])
      expect(does(room, person, close)).toBe('mediators-only')
    expect(room.direct).toBe(true)
    expect(does(caucusA(), 'lead', close)).toBe('table-only')
  })

  test('AGEN-2 is not opened twice nor closed twice', () => {
    const room = tableRoom()
    expect(does(room, 'lead', close)).toBe('table-is-closed')
    must(room, 'lead', open)
    expect(does(room, 'second', open)).toBe('table-is-open')
  })

  test.each(['table.tell-open', 'table.tell-closed'])(
    'AGEN-5 mediators say %s in caucuses, and nobody else, nowhere else',
    kind => {
      const room = caucusA()
      expect(does(room, 'lead', { kind })).toBe('rules-older')
      must(room, 'lead', { kind: 'rules.adopt', number: 2 })
      expect(does(room, 'headA', { kind })).toBe('mediators-only')
      expect(does(room, 'second', { kind })).toBe('ok')
      const other = tableRoom()
      must(other, 'lead', { kind: 'rules.adopt', number: 2 })
      expect(does(other, 'lead', { kind })).toBe('wrong-room')
    },
  )

  test('AGEN-3 is where parties speak to each other while it is open, and only then', () => {
    const room = tableRoom()
    expect(does(room, 'headA', say('message-1'))).toBe('table-is-closed')
    expect(does(room, 'lead', say('message-2'))).toBe('ok')
    must(room, 'lead', open)
    expect(does(room, 'headA', say('message-3'))).toBe('ok')
    expect(does(room, 'guarantor', say('message-4'))).toBe('ok')
    must(room, 'lead', close)
    expect(does(room, 'headB', say('message-5'))).toBe('table-is-closed')
  })
})
