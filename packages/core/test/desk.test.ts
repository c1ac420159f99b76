import { describe, expect, test } from 'vitest'
import {
  arrivalOf,
  carriedAlready,
  limits,
  numberOfDelivery,
  type RoomState,
  readerOf,
  waitingAtDesk,
  waitingInCaucus,
} from '../src/index.ts'
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
  planOf,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'
import { withRules } from './crossing-talks.ts'

const sides = { source: caucusA(), recipient: caucusB() }
const plan = (changes = {}) => planOf(sides.source, sides.recipient, changes)
const prepare = (conveyance: unknown) => ({ kind: 'carry.prepare', conveyance })
const about = (kind: string, { conveyance }: { conveyance: string }, changes = {}) => ({
  kind,
  conveyance,
  ...changes,
})

describe('the desk', () => {
  test('DESK-1 is where the carrying is planned', () => {
    expect(does(caucusA(), 'lead', prepare(plan()))).toBe('desk-only')
    expect(does(tableRoom(), 'lead', about('carry.deliver', plan()))).toBe('desk-only')
    expect(does(deskRoom(), 'second', prepare(plan({ carrier: memberId('headA') })))).toBe(
      'carrier-not-mediator',
    )
    expect(does(deskRoom(), 'second', prepare(plan()))).toBe('ok')
  })

  test.each(['carry.assign', 'carry.deliver', 'carry.cancel'])(
    'DESK-2 %s: what is settled stays so',
    kind => {
      const to = kind === 'carry.assign' ? { to: memberId('helper') } : {}
      for (const settling of ['carry.deliver', 'carry.cancel']) {
        const desk = deskRoom()
        const carried = plan()
        expect(does(desk, 'lead', about(kind, carried, to))).toBe('conveyance-unknown')
        must(desk, 'lead', prepare(carried))
        must(desk, 'lead', about(settling, carried))
        expect(does(desk, 'lead', about(kind, carried, to))).toBe('conveyance-settled')
        expect(does(desk, 'lead', prepare(carried))).toBe('conveyance-settled')
      }
    },
  )

  test('DESK-3 what a colleague has in hand is not prepared beside them', () => {
    const desk = deskRoom()
    const first = plan({ carrier: memberId('second') })
    must(desk, 'second', prepare(first))
    const beside = plan({ carrier: memberId('helper') })
    expect(does(desk, 'helper', prepare(beside))).toBe('carried-by-another')
    expect(does(desk, 'helper', prepare(plan({ to: 'room-elsewhere' })))).toBe('ok')
    expect(does(desk, 'helper', prepare(plan({ origin: { kind: 'mediators' } })))).toBe('ok')
    expect(does(desk, 'second', prepare(plan({ carrier: memberId('second') })))).toBe('ok')
    must(desk, 'second', about('carry.cancel', first))
    expect(carriedAlready(desk, beside)).toHaveLength(1)
  })

  test('DESK-3 what was carried already is shown to who plans the same', () => {
    const desk = deskRoom()
    const first = plan()
    must(desk, 'lead', prepare(first))
    must(desk, 'lead', about('carry.deliver', first))
    expect(carriedAlready(desk, plan()).map(({ plan }) => plan.conveyance)).toEqual([first.conveyance])
    expect(carriedAlready(desk, first)).toEqual([])
    expect(does(desk, 'second', prepare(plan()))).toBe('ok')
  })

  test('DESK-4 a mediator takes over or hands on what is pending', () => {
    const desk = deskRoom()
    const carried = plan()
    must(desk, 'lead', prepare(carried))
    expect(does(desk, 'second', about('carry.assign', carried, { to: memberId('headA') }))).toBe(
      'carrier-not-mediator',
    )
    expect(does(desk, 'second', about('carry.assign', carried, { to: memberId('second') }))).toBe('ok')
    expect(desk.conveyances[carried.conveyance]?.carrier).toBe(memberId('second'))
  })

  test('DESK-5 of two who deliver one does: the carrier, once', () => {
    const desk = deskRoom()
    const carried = plan({ carrier: memberId('second') })
    must(desk, 'second', prepare(carried))
    expect(does(desk, 'helper', about('carry.deliver', carried))).toBe('carried-by-another')
    expect(does(desk, 'lead', about('carry.deliver', carried))).toBe('carried-by-another')
    must(desk, 'helper', about('carry.assign', carried, { to: memberId('helper') }))
    expect(does(desk, 'second', about('carry.deliver', carried))).toBe('carried-by-another')
    expect(does(desk, 'helper', about('carry.deliver', carried))).toBe('ok')
    expect(does(desk, 'helper', about('carry.deliver', carried))).toBe('conveyance-settled')
  })

  test('DESK-5 the carrier or the lead cancels', () => {
    const desk = deskRoom()
    const [one, two] = [plan({ carrier: memberId('second') }), plan({ carrier: memberId('second') })]
    for (const carried of [one, two]) must(desk, 'second', prepare(carried))
    expect(does(desk, 'helper', about('carry.cancel', one))).toBe('carried-by-another')
    expect(does(desk, 'second', about('carry.cancel', one))).toBe('ok')
    expect(does(desk, 'lead', about('carry.cancel', two, { note: 'Overtaken.' }))).toBe('ok')
    expect(desk.conveyances[two.conveyance]).toMatchObject({ standing: 'cancelled', note: 'Overtaken.' })
    expect(desk.pending).toEqual({})
  })

  test('DESK-8 its carrier or the lead prepares it anew, for the same delivery', () => {
    const desk = deskRoom()
    const carried = plan({ carrier: memberId('second') })
    must(desk, 'second', prepare(carried))
    expect(does(desk, 'helper', prepare({ ...carried, wording: 'Mine.' }))).toBe('carried-by-another')
    expect(does(desk, 'second', prepare({ ...carried, delivery: 'delivery-other' }))).toBe('delivery-differs')
    expect(does(desk, 'lead', prepare({ ...carried, wording: 'Better.' }))).toBe('ok')
    expect(desk.conveyances[carried.conveyance]).toMatchObject({
      plan: { wording: 'Better.' },
      by: memberId('second'),
    })
  })

  test('DESK-8 no two conveyances claim one delivery', () => {
    const desk = deskRoom()
    const carried = plan()
    must(desk, 'lead', prepare(carried))
    expect(does(desk, 'lead', prepare(plan({ delivery: carried.delivery })))).toBe('id-taken')
  })

  test('DESK-8 so much may be pending and no more', () => {
    const desk = deskRoom()
    for (let n = 0; n < limits.pendingMax; n += 1) must(desk, 'lead', prepare(plan()))
    expect(does(desk, 'lead', prepare(plan()))).toBe('too-many-pending')
  })

  test('DESK-7 notes are their writer’s, and stand where one side is by itself', () => {
    const note = { kind: 'note.write', note: 'note-0001', body: 'They are tired.' }
    for (const room of [deskRoom(), opened('lead', { kind: 'private' })]) {
      expect(does(room, 'lead', note)).toBe('ok')
      expect(does(room, 'lead', { ...note, body: 'They are not.' })).toBe('ok')
      expect(Object.values(room.notes)).toMatchObject([{ body: 'They are not.' }])
    }
    const delegation = opened('headA', { kind: 'delegation', party: partyA }, ['adviserA'])
    must(delegation, 'headA', note)
    expect(does(delegation, 'adviserA', note)).toBe('note-of-another')
    for (const room of [caucusA(), tableRoom()]) expect(does(room, 'lead', note)).toBe('wrong-room')
  })
})

const kindsAt = (desk: RoomState, ...rooms: RoomState[]) => waitingAtDesk(desk, rooms).map(({ kind }) => kind)

const deliver = (room: RoomState, delivery: string): RoomState => {
  must(room, 'lead', {
    kind: 'delivery.make',
    delivery,
    form: 'paper',
    binding: false,
    body: 'As agreed.',
    verbatim: false,
  })
  return room
}
const numbersIn = (room: RoomState, earlier: readonly RoomState[] = []) =>
  Object.values(room.deliveries).map(each => numberOfDelivery(room, each, earlier))

test('MSG-15 deliveries are numbered for their side from 1, and on where the caucus goes on', () => {
  const before = deliver(deliver(caucusA(), 'delivery-1'), 'delivery-2')
  expect(numbersIn(before)).toEqual([1, 2])
  expect(numbersIn(deliver(caucusA(), 'delivery-3'), [before])).toEqual([3])
})

const hear = (room: RoomState, message: string) => ({
  kind: 'carry.hear',
  origin: { kind: 'passage', room: room.id, passage: { message } },
})

const waits = (room: RoomState) => Object.values(room.conveyances).map(readerOf)

test('DESK-11 a colleague is asked to read it before it goes, and nothing waits for that', () => {
  const desk = withRules(deskRoom())
  const carried = plan({ reader: memberId('second') })
  expect(does(desk, 'lead', prepare(plan({ reader: memberId('headA') })))).toBe('carrier-not-mediator')
  expect(does(deskRoom(), 'lead', prepare(carried))).toBe('rules-older')
  must(desk, 'lead', prepare(carried))
  expect(waits(desk)).toEqual([memberId('second')])
  must(desk, 'helper', about('carry.read', carried))
  expect(waits(desk)).toEqual([memberId('second')])
  must(desk, 'second', about('carry.read', carried, { note: 'More softly.' }))
  expect(waits(desk)).toEqual([undefined])
  must(desk, 'lead', prepare({ ...carried, wording: 'Otherwise.' }))
  expect(waits(desk)).toEqual([memberId('second')])
  expect(does(desk, 'second', about('carry.read', plan()))).toBe('conveyance-unknown')
  must(desk, 'lead', about('carry.deliver', carried))
  expect(does(desk, 'second', about('carry.read', carried))).toBe('conveyance-settled')
})

test('DESK-12 a plan says why what was named in it passes, and goes to nobody with it', () => {
  const carried = plan({ passedBecause: 'Known to all since the spring.' })
  expect(does(deskRoom(), 'lead', prepare(carried))).toBe('rules-older')
  const desk = withRules(deskRoom())
  must(desk, 'lead', prepare(carried))
  expect(Object.values(desk.conveyances)[0]?.plan.passedBecause).toBe('Known to all since the spring.')
  expect(JSON.stringify(arrivalOf(carried, sides))).not.toContain('since the spring')
})

describe('what waits', () => {
  test('DESK-9 a message waits as heard, asked, released, prepared, unfinished, delivered, and read back', () => {
    const [desk, source, recipient] = [deskRoom(), caucusA(), caucusB()]
    const rooms = [source, recipient] as const
    must(source, 'headA', say('message-1'))
    expect(kindsAt(desk, ...rooms)).toEqual(['heard'])
    must(source, 'lead', {
      kind: 'release.ask',
      ask: 'ask-00001',
      passage: { message: 'message-1' },
      marking: 'unattributed',
    })
    expect(kindsAt(desk, ...rooms)).toEqual(['asked'])
    expect(waitingInCaucus(source).map(({ kind }) => kind)).toEqual(['asked'])
    must(source, 'headA', { kind: 'release.give', ask: 'ask-00001', marking: 'unattributed' })
    expect(kindsAt(desk, ...rooms)).toEqual(['released'])
    const carried = planOf(source, recipient)
    must(desk, 'lead', prepare(carried))
    expect(kindsAt(desk, ...rooms)).toEqual(['prepared'])
    must(desk, 'lead', about('carry.deliver', carried))
    expect(kindsAt(desk, ...rooms)).toEqual(['unfinished'])
    const { delivery, form, binding, wording } = carried
    must(recipient, 'lead', {
      kind: 'delivery.make',
      delivery,
      form,
      binding,
      body: wording,
      verbatim: false,
    })
    expect(kindsAt(desk, ...rooms)).toEqual(['delivered'])
    expect(waitingInCaucus(recipient).map(({ kind }) => kind)).toEqual(['delivered'])
    must(recipient, 'headB', { kind: 'readback.give', readback: 'readback-1', delivery, body: 'A pause.' })
    expect(kindsAt(desk, ...rooms)).toEqual(['read-back'])
    must(recipient, 'lead', { kind: 'readback.confirm', readback: 'readback-1' })
    expect(kindsAt(desk, ...rooms)).toEqual([])
  })

  test('DESK-9 a further release of what has been carried waits, until that is carried too', () => {
    const [desk, source, recipient] = [deskRoom(), caucusA(), caucusB()]
    const release = (ask: string, marking: string) => {
      must(source, 'lead', { kind: 'release.ask', ask, passage: { message: 'message-1' }, marking })
      must(source, 'headA', { kind: 'release.give', ask, marking })
    }
    const released = () => kindsAt(desk, source, recipient).filter(kind => kind === 'released')
    must(source, 'headA', say('message-1'))
    release('ask-00001', 'unattributed')
    must(desk, 'lead', prepare(planOf(source, recipient)))
    expect(released()).toEqual([])
    release('ask-00002', 'attributed')
    expect(released()).toEqual(['released'])
    const named = planOf(source, recipient, { as: 'attributed' })
    must(desk, 'lead', prepare(named))
    expect(released()).toEqual([])
    must(desk, 'lead', about('carry.cancel', named))
    expect(released()).toEqual(['released'])
  })

  test('DESK-10 what was heard with nothing to carry waits no more, is said once, and may be carried all the same', () => {
    const [desk, source, other] = [withRules(deskRoom()), caucusA(), caucusB()]
    must(source, 'headA', say('message-1'))
    must(source, 'headA', say('message-2'))
    must(other, 'headB', say('message-1'))
    const heard = () =>
      waitingAtDesk(desk, [source, other]).map(item =>
        item.kind === 'heard' ? `${item.room.id} ${item.message.message}` : item.kind,
      )
    expect(does(desk, 'helper', { ...hear(source, 'message-1'), note: 'For us.' })).toBe('ok')
    expect(heard()).toEqual([`${source.id} message-2`, `${other.id} message-1`])
    expect(does(desk, 'lead', hear(source, 'message-1'))).toBe('already-heard')
    expect(does(desk, 'lead', hear(other, 'message-1'))).toBe('ok')
    expect(does(desk, 'lead', { kind: 'carry.hear', origin: { kind: 'mediators' } })).toBe('source-not-held')
    expect(does(withRules(tableRoom()), 'lead', hear(source, 'message-2'))).toBe('desk-only')
    must(desk, 'lead', prepare(planOf(source, other)))
    expect(heard()).toEqual(['prepared', `${source.id} message-2`])
    expect(does(deskRoom(), 'second', hear(source, 'message-2'))).toBe('rules-older')
  })

  test('DESK-9 carrying in one caucus hides nothing in another that chose the same id', () => {
    const [desk, source, other] = [deskRoom(), caucusA(), caucusB()]
    must(source, 'headA', say('message-1'))
    must(other, 'headB', say('message-1'))
    must(desk, 'lead', prepare(planOf(source, other)))
    expect(waitingAtDesk(desk, [source, other])).toMatchObject([
      { kind: 'prepared' },
      { kind: 'heard', room: { id: other.id } },
    ])
  })

  test('DESK-9 an offer waits until it is carried, reported on or withdrawn', () => {
    const offer = {
      kind: 'offer.make',
      offer: 'offer-001',
      ifThey: 'If they stop',
      thenWe: 'we stop',
      binding: false,
    }
    const [desk, source, recipient] = [deskRoom(), caucusA(), caucusB()]
    must(source, 'headA', offer)
    expect(kindsAt(desk, source)).toEqual(['offer'])
    must(
      desk,
      'lead',
      prepare(
        planOf(source, recipient, {
          origin: { kind: 'offer', room: source.id, offer: 'offer-001' as never },
        }),
      ),
    )
    expect(kindsAt(desk, source)).toEqual(['prepared'])
  })

  test('DESK-9 a party that has joined is shown what was recorded in its name', () => {
    const room = recordedA()
    must(room, 'lead', say('message-1', { recorded: circumstance }))
    expect(waitingInCaucus(room)).toEqual([])
    must(room, 'lead', admit('headA'))
    expect(waitingInCaucus(room).map(({ kind }) => kind)).toEqual(['review'])
    must(room, 'headA', { kind: 'message.confirm', message: 'message-1' })
    expect(waitingInCaucus(room)).toEqual([])
  })
})
