/** The desk beside a model: what is carried, by whom, and who may do what about it. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Conveyance,
  type ConveyanceId,
  carriedAlready,
  type DeliveryId,
  type Origin,
  type RoomId,
  type RoomState,
  waitingAtDesk,
} from '../src/index.ts'
import { caucusA, caucusB, deskRoom, does, memberId, planOf } from './cast.ts'
import { runs } from './runs.ts'

const [source, recipient] = [caucusA(), caucusB()]
const people = ['lead', 'second', 'helper'] as const
type Person = (typeof people)[number]

/** What there is to carry; the last is the mediators' own word, which nobody has in hand. */
const origins: readonly Origin[] = [
  { kind: 'passage', room: source.id, passage: { message: 'message-1' as never } },
  {
    kind: 'passage',
    room: source.id,
    passage: { message: 'message-1' as never, part: 'part-0001' as never },
  },
  { kind: 'offer', room: source.id, offer: 'offer-001' as never },
  { kind: 'mediators' },
]

type Carried = {
  standing: 'prepared' | 'delivered' | 'cancelled'
  carrier: Person
  readonly by: Person
  wording: string
  readonly delivery: string
  /** Which of the origins goes where. */
  load: string
  note?: string
}
type Model = { readonly carried: Map<string, Carried>; readonly gone: Set<Person> }

const isOwnWord = (load: string): boolean => load.startsWith('3')
const isFree = (person: Person, { carrier }: Carried): boolean => person === 'lead' || carrier === person
const pendingIn = ({ carried }: Model) => [...carried].filter(([, { standing }]) => standing === 'prepared')

/** What the room must answer to whoever is at the desk no longer. */
const goneCode = (model: Model, person: Person): string | undefined =>
  model.gone.has(person) ? 'no-longer-a-member' : undefined

function expectSame(model: Model, desk: RoomState): void {
  const seen = Object.values(desk.conveyances).map(({ plan, standing, carrier, by, note }) => [
    plan.conveyance,
    {
      standing,
      carrier,
      by,
      wording: plan.wording,
      delivery: plan.delivery,
      ...(note === undefined ? {} : { note }),
    },
  ])
  const expected = [...model.carried].map(([id, { standing, carrier, by, wording, delivery, note }]) => [
    id,
    {
      standing,
      carrier: memberId(carrier),
      by: memberId(by),
      wording,
      delivery,
      ...(note === undefined ? {} : { note }),
    },
  ])
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected))
  const pending = pendingIn(model).map(([id]) => id)
  expect(Object.keys(desk.pending).sort()).toEqual(pending.toSorted())
  const waiting = waitingAtDesk(desk, []).flatMap(item =>
    item.kind === 'prepared' ? [item.carried.plan.conveyance as string] : [],
  )
  expect(waiting.sort()).toEqual(pending.toSorted())
}

type Command = fc.Command<Model, RoomState>

const command = (words: string, run: (model: Model, desk: RoomState) => void): Command => ({
  check: () => true,
  run: (model, desk) => {
    run(model, desk)
    expectSame(model, desk)
  },
  toString: () => words,
})

type Preparation = {
  readonly by: Person
  readonly id: string
  readonly delivery: string
  readonly origin: number
  readonly to: 'A' | 'B'
  readonly carrier: Person | 'headA'
  readonly wording: string
}

const planFor = ({ id, delivery, origin, to, carrier, wording }: Preparation): Conveyance =>
  planOf(source, recipient, {
    conveyance: id as ConveyanceId,
    delivery: delivery as DeliveryId,
    origin: origins[origin] as Origin,
    to: `room-of-${to}` as RoomId,
    carrier: memberId(carrier),
    wording,
  })

/** The rules of preparing, in the order in which they are asked. */
function preparedCode(model: Model, { by, id, delivery, origin, to, carrier }: Preparation): string {
  const known = model.carried.get(id)
  if (carrier === 'headA' || model.gone.has(carrier)) return 'carrier-not-mediator'
  if (known !== undefined && known.standing !== 'prepared') return 'conveyance-settled'
  if (known !== undefined && !isFree(by, known)) return 'carried-by-another'
  if (known !== undefined && known.delivery !== delivery) return 'delivery-differs'
  if (known === undefined && [...model.carried.values()].some(each => each.delivery === delivery))
    return 'id-taken'
  const isInOtherHands = pendingIn(model).some(
    ([, other]) => !isFree(by, other) && other.load === `${origin} ${to}` && !isOwnWord(other.load),
  )
  return isInOtherHands ? 'carried-by-another' : 'ok'
}

const preparing = (preparation: Preparation): Command =>
  command(`prepare ${JSON.stringify(preparation)}`, (model, desk) => {
    const { by, id, delivery, origin, to, carrier, wording } = preparation
    const plan = planFor(preparation)
    // DESK-3: whoever plans the same is shown what was not cancelled.
    const shown = carriedAlready(desk, plan).map(({ plan }) => plan.conveyance as string)
    const load = `${origin} ${to}`
    const same = [...model.carried].filter(
      ([other, each]) =>
        other !== id && each.load === load && !isOwnWord(load) && each.standing !== 'cancelled',
    )
    expect(shown.sort()).toEqual(same.map(([other]) => other).sort())
    const code = does(desk, by, { kind: 'carry.prepare', conveyance: plan })
    const expected = goneCode(model, by) ?? preparedCode(model, preparation)
    expect(code).toBe(expected)
    if (expected !== 'ok' || carrier === 'headA') return
    const known = model.carried.get(id)
    const note = known?.note === undefined ? {} : { note: known.note }
    model.carried.set(id, {
      standing: 'prepared',
      carrier,
      by: known?.by ?? by,
      wording,
      delivery,
      load,
      ...note,
    })
  })

/** What the room answers to an act about a conveyance that must be pending. */
const pendingCode = (model: Model, by: Person, carried: Carried | undefined): string | undefined =>
  goneCode(model, by) ??
  (carried === undefined
    ? 'conveyance-unknown'
    : carried.standing === 'prepared'
      ? undefined
      : 'conveyance-settled')

const assigning = (by: Person, id: string, to: Person | 'headA', note: string | undefined): Command =>
  command(`${by} gives ${id} to ${to} ${note ?? ''}`, (model, desk) => {
    const noted = note === undefined ? {} : { note }
    const code = does(desk, by, { kind: 'carry.assign', conveyance: id, to: memberId(to), ...noted })
    const carried = model.carried.get(id)
    const refused =
      pendingCode(model, by, carried) ??
      (to === 'headA' || model.gone.has(to) ? 'carrier-not-mediator' : undefined)
    expect(code).toBe(refused ?? 'ok')
    if (refused !== undefined || carried === undefined || to === 'headA') return
    Object.assign(carried, { carrier: to, ...noted })
  })

const delivering = (by: Person, id: string): Command =>
  command(`${by} delivers ${id}`, (model, desk) => {
    const code = does(desk, by, { kind: 'carry.deliver', conveyance: id })
    const carried = model.carried.get(id)
    const refused =
      pendingCode(model, by, carried) ?? (carried?.carrier === by ? undefined : 'carried-by-another')
    expect(code).toBe(refused ?? 'ok')
    if (refused === undefined && carried !== undefined) carried.standing = 'delivered'
  })

const cancelling = (by: Person, id: string, note: string | undefined): Command =>
  command(`${by} cancels ${id} ${note ?? ''}`, (model, desk) => {
    const noted = note === undefined ? {} : { note }
    const code = does(desk, by, { kind: 'carry.cancel', conveyance: id, ...noted })
    const carried = model.carried.get(id)
    const refused =
      pendingCode(model, by, carried) ??
      (carried !== undefined && isFree(by, carried) ? undefined : 'carried-by-another')
    expect(code).toBe(refused ?? 'ok')
    if (refused === undefined && carried !== undefined)
      Object.assign(carried, { standing: 'cancelled', ...noted })
  })

const leaving = (person: 'second' | 'helper'): Command =>
  command(`${person} leaves the desk`, (model, desk) => {
    const code = does(desk, 'lead', { kind: 'member.remove', member: memberId(person) })
    expect(code).toBe(model.gone.has(person) ? 'not-in-room' : 'ok')
    model.gone.add(person)
  })

const anybody = fc.constantFrom(...people)
const id = fc.nat(3).map(n => `conveyance-${n}`)
const carrier = fc.oneof(
  { weight: 9, arbitrary: anybody },
  { weight: 1, arbitrary: fc.constant('headA' as const) },
)
const note = fc.option(fc.constantFrom('Later.', 'By hand.'), { nil: undefined })
const preparation: fc.Arbitrary<Preparation> = fc.record({
  by: anybody,
  id,
  delivery: fc.nat(3).map(n => `delivery-${n}`),
  origin: fc.nat(origins.length - 1),
  to: fc.constantFrom('A' as const, 'B' as const),
  carrier,
  wording: fc.constantFrom('A pause.', 'A break.'),
})
/** The delivery that goes with the conveyance, so that most are accepted. */
const usual = preparation.map(each => ({ ...each, delivery: each.id.replace('conveyance', 'delivery') }))

const commands = fc.commands(
  [
    usual.map(preparing),
    usual.map(preparing),
    preparation.map(preparing),
    fc.tuple(anybody, id, carrier, note).map(args => assigning(...args)),
    fc.tuple(anybody, id).map(args => delivering(...args)),
    fc.tuple(anybody, id, note).map(args => cancelling(...args)),
    fc.constantFrom('second' as const, 'helper' as const).map(leaving),
  ],
  { maxCommands: 40 },
)

const begin = (): { readonly model: Model; readonly real: RoomState } => ({
  model: { carried: new Map(), gone: new Set() },
  real: deskRoom(),
})

describe('the desk beside its model', () => {
  test('DESK-1 DESK-2 DESK-3 DESK-4 DESK-5 DESK-8 law: after any history each conveyance stands where the model has it, in the same hands', () => {
    fc.assert(
      fc.property(commands, history => {
        fc.modelRun(begin, history)
      }),
      runs(200),
    )
  })

  test('DESK-4 law: whatever happened, the lead can take over what is pending and deliver it', () => {
    fc.assert(
      fc.property(commands, history => {
        const { model, real: desk } = begin()
        fc.modelRun(() => ({ model, real: desk }), history)
        for (const [conveyance] of pendingIn(model)) {
          expect(does(desk, 'lead', { kind: 'carry.assign', conveyance, to: memberId('lead') })).toBe('ok')
          expect(does(desk, 'lead', { kind: 'carry.deliver', conveyance })).toBe('ok')
        }
        expect(desk.pending).toEqual({})
      }),
      runs(60),
    )
  })
})
