/** Who plans, passes on, delivers and calls off what is carried: every verb, every role and every kind of room. */

import { describe, expect, test } from 'vitest'
import { type RoomState, rulesNumber } from '../src/index.ts'
import { people } from './arbitrary.ts'
import {
  caucusA,
  caucusB,
  deskRoom,
  does,
  memberId,
  must,
  opened,
  partyA,
  planOf,
  tableRoom,
} from './cast.ts'

const withRules = (room: RoomState, who = 'lead'): RoomState => {
  must(room, who, { kind: 'rules.adopt', number: rulesNumber })
  return room
}

const everybody = people.filter(person => person !== 'lead')
const rooms: Readonly<Record<string, () => RoomState>> = {
  desk: () => withRules(deskRoom()),
  table: () => withRules(tableRoom()),
  group: () =>
    withRules(opened('lead', { kind: 'group' }, ['second', 'helper', 'headA', 'headB', 'observer'])),
  caucus: () => withRules(caucusA({}, ['second', 'helper', 'headA', 'delegateA', 'adviserA', 'counselA'])),
  delegation: () =>
    withRules(opened('headA', { kind: 'delegation', party: partyA }, ['delegateA', 'adviserA']), 'headA'),
  private: () => withRules(opened('lead', { kind: 'private' })),
}

const [source, recipient] = [caucusA(), caucusB()]
/** Of an item too, and of a mark: who carries does not hang on what is carried. */
const origins = [
  { kind: 'passage', room: source.id, passage: { message: 'message-1' } },
  { kind: 'item', room: source.id, item: 'item-00001', rev: 1, fields: ['figure'] },
  { kind: 'mark', room: source.id, item: 'item-00001', mark: 1 },
  { kind: 'mediators' },
] as const

const mayCarry = ['lead', 'second', 'helper']
const isIn = (room: RoomState, person: string): boolean => room.members[memberId(person)] !== undefined

describe('every role in every room', () => {
  test('DESK-1 the rooms hold every role there is', () => {
    const seated = Object.values(rooms).flatMap(begin =>
      Object.values(begin().members).map(({ role }) => role),
    )
    for (const role of [
      'lead',
      'mediator',
      'head',
      'delegate',
      'adviser',
      'counsel',
      'guarantor',
      'observer',
      'witness',
    ])
      expect(seated).toContain(role)
    expect(everybody.length).toBeGreaterThan(mayCarry.length)
  })

  test.each(Object.entries(rooms))(
    'DESK-1 DESK-4 DESK-5 law: in a room of kind %s each verb of carrying is the mediators’, at the desk',
    (kind, begin) => {
      for (const origin of origins)
        for (const person of people) {
          const room = begin()
          if (!isIn(room, person)) continue
          const may = kind === 'desk' && mayCarry.includes(person)
          const plan = planOf(source, recipient, { origin: origin as never, carrier: memberId(person) })
          const named = { conveyance: plan.conveyance }
          const did = (act: object): boolean => does(room, person, act) === 'ok'
          expect([kind, person, 'carry.prepare', did({ kind: 'carry.prepare', conveyance: plan })]).toEqual([
            kind,
            person,
            'carry.prepare',
            may,
          ])
          for (const act of [
            { kind: 'carry.assign', ...named, to: memberId(person) },
            { kind: 'carry.read', ...named },
            { kind: 'carry.deliver', ...named },
            ...(origin.kind === 'mediators' ? [] : [{ kind: 'carry.hear', origin }]),
          ])
            expect([kind, person, act.kind, did(act)]).toEqual([kind, person, act.kind, may])
          const other = planOf(source, recipient, { origin: origin as never, carrier: memberId(person) })
          did({ kind: 'carry.prepare', conveyance: other })
          const cancel = { kind: 'carry.cancel', conveyance: other.conveyance }
          expect([kind, person, cancel.kind, did(cancel)]).toEqual([kind, person, cancel.kind, may])
        }
    },
  )

  test('DESK-5 law: of what one carries only that one delivers, and only that one or the lead calls off', () => {
    for (const carrier of mayCarry)
      for (const person of mayCarry)
        for (const kind of ['carry.deliver', 'carry.cancel']) {
          const desk = withRules(deskRoom())
          const plan = planOf(source, recipient, { carrier: memberId(carrier) })
          must(desk, carrier, { kind: 'carry.prepare', conveyance: plan })
          const may = person === carrier || (kind === 'carry.cancel' && person === 'lead')
          const done = does(desk, person, { kind, conveyance: plan.conveyance })
          expect([carrier, person, kind, done]).toEqual([
            carrier,
            person,
            kind,
            may ? 'ok' : 'carried-by-another',
          ])
        }
  })

  test('DESK-1 whoever has left the desk carries nothing, and is given nothing to carry', () => {
    const desk = withRules(deskRoom())
    must(desk, 'lead', { kind: 'member.remove', member: memberId('helper') })
    const prepare = (carrier: string) => ({
      kind: 'carry.prepare',
      conveyance: planOf(source, recipient, { carrier: memberId(carrier) }),
    })
    expect(does(desk, 'helper', prepare('helper'))).not.toBe('ok')
    expect(does(desk, 'lead', prepare('helper'))).toBe('carrier-not-mediator')
    const plan = planOf(source, recipient)
    must(desk, 'lead', { kind: 'carry.prepare', conveyance: plan })
    const to = { kind: 'carry.assign', conveyance: plan.conveyance, to: memberId('helper') }
    expect(does(desk, 'lead', to)).toBe('carrier-not-mediator')
  })
})
