/** What the composer makes of an address: where it comes from, and the plan for each recipient that it would be. */

import {
  arrivalOf,
  type Conveyance,
  type ConveyanceId,
  checkConveyance,
  type DeliveryId,
  type ItemId,
  type Passing,
  type RoomState,
  rulesNumber,
  sidesOf,
  type WaitingAtDesk,
} from '@goodoffices/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { caucusA, caucusB, deskRoom, memberId, must, tableRoom } from '../../core/test/cast.ts'
import { type Carry, firstCarry, legTo, recipientsOf } from '../src/areas/desk/carry.ts'
import { drafted, draftText } from '../src/areas/desk/carry-draft.ts'
import { parseCarrySearch } from '../src/areas/desk/carry-search.ts'
import { counterpartOf } from '../src/areas/desk/counterpart.ts'
import { leggedOf } from '../src/areas/desk/legs.ts'
import { originOf } from '../src/areas/desk/origin.ts'
import { waitingLines } from '../src/areas/desk/waiting-lines.ts'
import type { Plan } from '../src/session/session.ts'
import type { Talks } from '../src/talks/talks.tsx'

const item = (id: string) => id as ItemId
const [matter, version] = [item('item-00001'), item('item-00002')]

let a: RoomState
let b: RoomState
let desk: RoomState
let table: RoomState
let talks: Talks

const put = (id: ItemId, register: string, fields: object) => ({
  kind: 'item.put',
  item: id,
  register,
  rev: 1,
  fields,
})
const figure = { kind: 'at-least', value: '108000' }

beforeEach(() => {
  a = caucusA()
  b = caucusB()
  desk = deskRoom()
  table = tableRoom()
  for (const room of [a, b, desk, table]) must(room, 'lead', { kind: 'rules.adopt', number: rulesNumber })
  must(
    a,
    'headA',
    put(matter, 'matter', { kind: 'figure', title: 'Flow', definition: 'Where it leaves the rock.' }),
  )
  must(a, 'headA', put(version, 'version', { matter, of: 'Avalon', figure, method: 'A can and a watch.' }))
  talks = {
    session: { me: { member: memberId('lead') } },
    rooms: [a, b, desk, table],
    caucuses: [a, b],
    desk,
    table,
    mediates: true,
  } as unknown as Talks
})

const beginning = (search: Readonly<Record<string, string>>): Carry => {
  const parsed = parseCarrySearch(search)
  const origin = originOf(talks, parsed)
  const carry = origin === undefined ? undefined : firstCarry(talks, origin, parsed, undefined)
  if (carry === undefined) throw new Error('leads nowhere')
  return carry
}
const plansOf = (carry: Carry): readonly Plan[] => leggedOf(talks, carry).map(({ plan }) => plan)
const whole = (plan: Plan): Conveyance => ({
  ...plan,
  conveyance: 'conveyance-1' as ConveyanceId,
  delivery: 'delivery-1' as DeliveryId,
  carrier: memberId('lead'),
  accepted: [],
})
const codeOf = (plan: Plan): string => {
  const sides = sidesOf(whole(plan), id => talks.rooms.find(room => room.id === id))
  const checked = sides === undefined ? undefined : checkConveyance(whole(plan), sides)
  return checked === undefined ? 'room-unknown' : checked.ok ? 'ok' : checked.error.code
}
const release = (passage: object, marking: Passing): void => {
  must(a, 'lead', { kind: 'release.ask', ask: 'ask-00001', passage, marking })
  must(a, 'headA', { kind: 'release.give', ask: 'ask-00001', marking })
}

describe('where it comes from', () => {
  it('an item with the fields that are named, as it stands', () => {
    const { origin } = beginning({ source: a.id, item: version, fields: 'figure.method' }).common
    expect(origin).toEqual({ kind: 'item', room: a.id, item: version, rev: 1, fields: ['figure', 'method'] })
  })

  it('what may pass of it, where no field is named; all of it, to be asked for, where nothing may', () => {
    const all = ['of', 'figure', 'method']
    expect(beginning({ source: a.id, item: version }).common.origin).toMatchObject({ fields: all })
    release({ item: version, rev: 1, fields: ['figure'] }, 'attributed')
    expect(beginning({ source: a.id, item: version }).common).toMatchObject({
      origin: { fields: ['figure'] },
      as: 'attributed',
    })
  })

  it('what was said of an item, by a party alone', () => {
    must(b, 'lead', put(item('item-00003'), 'matter', { kind: 'figure', title: 'Flow' }))
    must(b, 'lead', put(item('item-00004'), 'version', { matter: 'item-00003', of: 'Avalon', figure }))
    must(b, 'headB', { kind: 'item.mark', item: 'item-00004', rev: 1, verb: 'noted' })
    expect(beginning({ source: b.id, item: 'item-00004', mark: '1' }).common).toMatchObject({
      origin: { kind: 'mark', room: b.id, item: 'item-00004', mark: 1 },
      as: 'attributed',
    })
    expect(originOf(talks, parseCarrySearch({ source: b.id, item: 'item-00004', mark: '2' }))).toBeUndefined()
    // What mediators put there is theirs to carry from where it came.
    expect(originOf(talks, parseCarrySearch({ source: b.id, item: 'item-00004' }))).toBeUndefined()
  })

  it('nowhere, where the address names what is not there', () => {
    expect(originOf(talks, parseCarrySearch({ source: a.id, item: 'item-00009' }))).toBeUndefined()
    expect(
      originOf(talks, parseCarrySearch({ source: a.id, item: version, fields: 'sources' })),
    ).toBeUndefined()
    expect(parseCarrySearch({ fields: '../x', mark: 'one', item: 'a b' })).toEqual({})
  })
})

const recipientsFrom = (search: Readonly<Record<string, string>>): readonly string[] =>
  recipientsOf(talks, originOf(talks, parseCarrySearch(search)) ?? { kind: 'mediators' }).map(({ id }) => id)

describe('to whom', () => {
  it('every other caucus, the table and groups; what is said of an item to a caucus alone', () => {
    expect(recipientsFrom({})).toEqual([a.id, b.id, table.id])
    expect(recipientsFrom({ source: a.id, item: matter })).toEqual([b.id, table.id])
    must(a, 'headA', { kind: 'item.mark', item: version, rev: 1, verb: 'superseded' })
    expect(recipientsFrom({ source: a.id, item: version, mark: '1' })).toEqual([b.id])
  })
})

describe('what each would receive', () => {
  it('CONV-12 the fields that are chosen and no others; verbatim as they are, else in the mediators’ words', () => {
    release({ item: matter, rev: 1, fields: ['kind', 'title'] }, 'verbatim')
    const carry = { ...beginning({ source: a.id, item: matter }), given: { title: 'The flow' } }
    carry.common = { ...carry.common, wording: 'On the spring.' }
    const [verbatim] = plansOf(carry)
    expect(verbatim?.thing).toEqual({ register: 'matter', fields: { kind: 'figure', title: 'Flow' } })
    expect(codeOf(verbatim as Plan)).toBe('ok')
    const [reworded] = plansOf({ ...carry, common: { ...carry.common, as: 'attributed' } })
    expect(reworded?.thing).toEqual({ register: 'matter', fields: { kind: 'figure', title: 'The flow' } })
    expect(JSON.stringify(reworded)).not.toContain('leaves the rock')
  })

  it('ITEM-9 a field names what stands there for the same, or nothing', () => {
    release({ item: version, rev: 1, fields: ['of', 'figure'] }, 'attributed')
    const carry = beginning({ source: a.id, item: version })
    expect(plansOf(carry)[0]?.thing).toEqual({ register: 'version', fields: { of: 'Avalon', figure } })
    must(b, 'lead', put(item('item-00005'), 'matter', { kind: 'figure', title: 'Flow' }))
    const chosen = { ...carry, legs: [{ ...legTo(b.id), names: { matter: item('item-00005') } }] }
    expect(plansOf(chosen)[0]?.thing).toMatchObject({ fields: { matter: 'item-00005' } })
  })

  it('CONV-14 at the table the item stands in place of the words, and is put anew where it is', () => {
    must(desk, 'lead', put(item('item-00006'), 'matter', { kind: 'figure', title: 'Flow' }))
    must(table, 'lead', put(item('item-00007'), 'matter', { kind: 'figure', title: 'Flow, once' }))
    const begun = beginning({ source: desk.id, item: 'item-00006' })
    const carry = { ...begun, common: { ...begun.common, wording: 'Kept at the desk.' } }
    const at = (corrects?: string): Plan =>
      plansOf({
        ...carry,
        legs: [{ ...legTo(table.id), corrects: corrects as DeliveryId | undefined }],
      })[0] as Plan
    expect(codeOf(at())).toBe('ok')
    expect(arrivalOf(whole(at()), { source: desk, recipient: table })).toMatchObject({
      kind: 'item.put',
      item: 'delivery-1',
      rev: 1,
    })
    expect(arrivalOf(whole(at('item-00007')), { source: desk, recipient: table })).toMatchObject({
      item: 'item-00007',
      rev: 2,
      fields: { title: 'Flow' },
    })
  })

  it('DESK-8 planned again it has the same ids, so that it goes once however often it is tried', () => {
    const carry = { ...beginning({}), legs: [legTo(a.id), legTo(b.id)] }
    const ids = plansOf(carry).map(({ conveyance, delivery }) => [conveyance, delivery])
    expect(new Set(ids.flat()).size).toBe(4)
    expect(plansOf({ ...carry, withThing: false }).map(plan => [plan.conveyance, plan.delivery])).toEqual(ids)
  })

  it('CONV-16 what else it comes from is said of a publication alone', () => {
    const begun = beginning({})
    const also = [{ kind: 'mediators' as const }]
    const carry = { ...begun, common: { ...begun.common, also }, legs: [legTo(b.id), legTo(table.id)] }
    expect(plansOf(carry).map(plan => plan.also)).toEqual([undefined, also])
  })

  it('a thing that was carried is found again in either room by what the desk carried', () => {
    const conveyance: Conveyance = whole({
      origin: { kind: 'item', room: a.id, item: matter, rev: 1, fields: ['kind', 'title'] },
      to: b.id,
      as: 'attributed',
      form: 'oral-message',
      binding: false,
      wording: 'On the spring.',
      thing: { register: 'matter', fields: { kind: 'figure', title: 'Flow' } },
      timing: { kind: 'now' },
      tell: 'nothing',
    })
    expect(counterpartOf(talks, b, matter)).toBeUndefined()
    release({ item: matter, rev: 1, fields: ['kind', 'title'] }, 'attributed')
    must(desk, 'lead', { kind: 'carry.prepare', conveyance })
    must(desk, 'lead', { kind: 'carry.deliver', conveyance: conveyance.conveyance })
    must(b, 'lead', arrivalOf(conveyance, { source: a, recipient: b }))
    expect(counterpartOf(talks, b, matter)).toBe('delivery-1')
    expect(counterpartOf(talks, a, item('delivery-1'))).toBe(matter)
  })
})

/** A line of what is carried, as far as the list looks at it. */
const carried = (kind: 'prepared' | 'unfinished', conveyance: string, together?: string): WaitingAtDesk =>
  ({
    kind,
    carried: { plan: { conveyance, ...(together === undefined ? {} : { together }) } },
  }) as unknown as WaitingAtDesk

describe('what waits at the desk', () => {
  it('CONV-15 what goes together is one line, and what of it was cut short another', () => {
    const lines = waitingLines([
      carried('prepared', 'one', 'group-1'),
      carried('prepared', 'two'),
      carried('prepared', 'three', 'group-1'),
      carried('unfinished', 'four', 'group-2'),
      carried('unfinished', 'five', 'group-2'),
      carried('prepared', 'six'),
    ])
    const shown = lines.map(line =>
      line.kind === 'other' ? [] : [line.kind, ...line.all.map(each => each.carried.plan.conveyance)],
    )
    expect(shown).toEqual([
      ['prepared', 'one', 'three'],
      ['prepared', 'two'],
      ['unfinished', 'four', 'five'],
      ['prepared', 'six'],
    ])
  })
})

const search = () => ({ source: a.id, item: version, fields: 'figure' })

describe('a draft', () => {
  it('CONV-12 is kept whole: fields in other words, form, timing, what the source is told, and each recipient’s own', () => {
    const fresh = beginning(search())
    const composed: Carry = {
      common: {
        ...fresh.common,
        form: 'aide-memoire',
        binding: true,
        timing: { kind: 'when', condition: 'Both sides.' },
        tell: 'words',
        wording: 'Anew.',
      },
      given: { method: 'By whoever measures.' },
      withThing: false,
      legs: [{ ...legTo(b.id), names: { matter } }, legTo(table.id)],
    }
    expect(drafted(talks, fresh, draftText(composed))).toEqual(composed)
  })

  it('goes to those who are still there, and is passed over where it is none, or of something else', () => {
    const fresh = beginning(search())
    const composed = { ...fresh, legs: [legTo('gone' as RoomState['id']), legTo(table.id)] }
    expect(drafted(talks, fresh, draftText(composed)).legs.map(({ to }) => to)).toEqual([table.id])
    const toNobody = { ...fresh, legs: [legTo('gone' as RoomState['id'])] }
    expect(drafted(talks, fresh, draftText(toNobody)).legs).toEqual(fresh.legs)
    for (const text of [undefined, '', '{', '{}', '{"wording":"Of an older program."}'])
      expect(drafted(talks, fresh, text)).toBe(fresh)
    const own = beginning({})
    expect(drafted(talks, own, draftText(fresh))).toBe(own)
  })
})
