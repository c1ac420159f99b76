/** Whoever a register may ask for besides those that the registers of today name: each is tried here by itself. */

import { describe, expect, test } from 'vitest'
import type { ItemFields, RoomState } from '../src/index.ts'
import type { Who } from '../src/item/register.ts'
import { checkWho, type Doing } from '../src/item/who.ts'
import {
  caucusA,
  circumstance,
  deskRoom,
  does,
  memberId,
  must,
  opened,
  partyA,
  partyB,
  recordedA,
  silentA,
  tableRoom,
} from './cast.ts'
import { matter, version, withRules } from './crossing-talks.ts'

const recorded = { recorded: circumstance }
const forA = { for: { party: partyA.party } }
const forBody = { for: { name: 'The Survey' } }

/** The code with which somebody is not who is asked for, or `ok`. */
function is(room: RoomState, person: string, who: Who, doing: Partial<Doing> = {}): string {
  const author = room.members[memberId(person)]
  if (author === undefined) throw new Error(`${person} is not here`)
  const checked = checkWho(room, author, [who], { fields: {}, ...doing })
  return checked.ok ? 'ok' : checked.error.code
}

/** At this table the first party has no account. */
function silentTable(): RoomState {
  const room = withRules(opened('lead', { kind: 'table' }, ['second', 'headB', 'guarantor']))
  must(room, 'lead', { kind: 'party.add', card: silentA })
  return room
}

describe('mediators', () => {
  test('ITEM-3 speak for themselves where a verb is theirs, in nobody’s name', () => {
    const room = withRules(recordedA())
    must(room, 'lead', matter('matter-a1'))
    const parked = { kind: 'item.mark', item: 'matter-a1', rev: 1, verb: 'parked' }
    for (const inName of [recorded, forA, forBody, { ...recorded, ...forA }])
      expect(does(room, 'lead', { ...parked, ...inName })).toBe('mediators-only')
    expect(does(room, 'lead', parked)).toBe('ok')
  })

  test('ITEM-2 put as themselves what only they may put', () => {
    const room = silentTable()
    expect(does(room, 'lead', matter('matter-t1', recorded))).toBe('mediators-only')
    expect(does(room, 'lead', matter('matter-t1'))).toBe('ok')
  })

  test('ITEM-3 and their lead where the lead is asked for, in nobody’s name', () => {
    const room = deskRoom()
    expect([is(room, 'lead', 'lead'), is(room, 'second', 'lead')]).toEqual(['ok', 'lead-only'])
    for (const inName of [recorded, forA]) expect(is(room, 'lead', 'lead', inName)).toBe('lead-only')
  })
})

describe('anybody', () => {
  test('ITEM-3 is whoever speaks in no other’s name', () => {
    const room = tableRoom()
    expect([is(room, 'observer', 'anyone'), is(room, 'lead', 'anyone')]).toEqual(['ok', 'ok'])
    for (const inName of [recorded, forA])
      expect(is(room, 'lead', 'anyone', inName)).toBe('not-for-this-party')
  })
})

describe('the addressee', () => {
  test('ITEM-3 is the party whose caucus it is, in its own words or as they were recorded', () => {
    const room = caucusA()
    expect([is(room, 'adviserA', 'addressee'), is(room, 'lead', 'addressee')]).toEqual([
      'ok',
      'not-for-this-party',
    ])
    expect(is(recordedA(), 'lead', 'addressee', recorded)).toBe('ok')
    for (const elsewhere of [tableRoom(), opened('lead', { kind: 'group' }, ['headA'])])
      expect(is(elsewhere, 'headA', 'addressee')).toBe('caucus-only')
  })
})

const noted = (changes: object) => ({
  kind: 'item.mark',
  item: 'version-a1',
  rev: 1,
  verb: 'noted',
  ...recorded,
  ...changes,
})

describe('a party without an account', () => {
  test('ITEM-3 is spoken for at the table by the mediators, in the name of a party of the room', () => {
    const room = silentTable()
    must(room, 'lead', matter('matter-a1'))
    must(room, 'headB', version())
    for (const person of ['headB', 'guarantor'])
      expect(does(room, person, noted(forA))).toBe('mediators-only')
    expect(does(room, 'lead', noted({}))).toBe('not-for-this-party')
    expect(does(room, 'lead', noted(forBody))).toBe('not-for-this-party')
    expect(does(room, 'lead', noted({ for: { party: 'party-zz' } }))).toBe('party-unknown')
    expect(does(room, 'lead', noted({ for: { party: partyB.party } }))).toBe('party-acts-for-itself')
    expect(does(room, 'lead', noted(forA))).toBe('ok')
  })
})

const named = (value: ItemFields[string], doing: Partial<Doing> = {}) => ({
  ...doing,
  fields: { body: value },
})

describe('the one whom a field names', () => {
  const who: Who = { named: 'body' }

  test('ITEM-3 is a member or a party of the room, who speaks for itself, whatever is recorded', () => {
    const room = tableRoom()
    const [member, party] = [named(memberId('headA')), named(partyA.party)]
    for (const doing of [member, party]) {
      expect(is(room, 'headA', who, doing)).toBe('ok')
      expect(is(room, 'headB', who, doing)).toBe('not-the-one-named')
      expect(is(room, 'lead', who, { ...doing, ...recorded })).toBe('not-the-one-named')
    }
    // Nor is it spoken for because some other party of the room has no account.
    expect(is(silentTable(), 'lead', who, named(partyB.party, recorded))).toBe('not-the-one-named')
    expect([is(room, 'adviserA', who, member), is(room, 'adviserA', who, party)]).toEqual([
      'not-the-one-named',
      'ok',
    ])
  })

  test.each([
    ['a body that is no member', 'The Survey'],
    ['a party without an account', partyA.party],
  ])('ITEM-3 of %s the mediators record it', (_, value) => {
    const room = silentTable()
    expect(is(room, 'lead', who, named(value))).toBe('not-the-one-named')
    expect(is(room, 'headB', who, named(value, recorded))).toBe('mediators-only')
    expect(is(room, 'second', who, named(value, recorded))).toBe('ok')
  })

  test('ITEM-3 is nobody where the field names nobody', () => {
    for (const value of [5, null, ['x']])
      expect(is(tableRoom(), 'lead', who, named(value, recorded))).toBe('nobody-named')
    expect(is(tableRoom(), 'lead', who, { ...recorded, fields: {} })).toBe('nobody-named')
  })
})
