/** The laws of a room's state, tried on random talks: half of what is attempted is refused. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Act,
  applyEntry,
  applyEpoch,
  authorOf,
  checkAct,
  type DeviceId,
  type Entry,
  itemsOf,
  parseAct,
  type RoomState,
} from '../src/index.ts'
import { randomAct, randomPerson } from './arbitrary.ts'
import { caucusA, deskRoom, opened, partyA, recordedA, tableRoom } from './cast.ts'
import { runs } from './runs.ts'

const rooms: readonly (() => RoomState)[] = [
  caucusA,
  caucusA,
  recordedA,
  deskRoom,
  caucusA,
  recordedA,
  deskRoom,
  tableRoom,
  () => opened('headA', { kind: 'delegation', party: partyA }, ['adviserA']),
  () => opened('lead', { kind: 'private' }),
  () => opened('lead', { kind: 'group' }, ['headA', 'observer']),
]

type Attempted = {
  readonly device: string
  readonly act: Act
  readonly time: number
  readonly epoch: boolean
}
const attempt: fc.Arbitrary<Attempted> = fc
  .record({
    device: randomPerson.map(person => `device-${person}-1`),
    raw: randomAct,
    time: fc.integer({ min: 0, max: 1e12 }),
    epoch: fc.nat(20),
  })
  .map(({ raw, epoch, ...rest }) => {
    const parsed = parseAct(raw)
    if (!parsed.ok) throw new Error(`the generator made no act: ${JSON.stringify([raw, parsed.error])}`)
    return { ...rest, act: parsed.value, epoch: epoch === 0 }
  })
const talks = fc.record({
  room: fc.nat(rooms.length - 1),
  attempts: fc.array(attempt, { maxLength: 60, size: 'max' }),
})

const begin = (index: number): RoomState => (rooms[index] ?? caucusA)()

function apply(room: RoomState, { device, act, time, epoch }: Attempted, index: number): boolean {
  if (epoch)
    return applyEpoch(room, { epoch: room.epoch + 1, device: device as DeviceId, position: room.size }).ok
  const entry: Entry = {
    id: `entry-law-${index}` as never,
    device: device as DeviceId,
    time,
    position: room.size,
    act,
  }
  return applyEntry(room, entry).ok
}

describe('laws of a room', () => {
  test('ROOM-18 law: replay equals incremental, through JSON and back at every step', () => {
    fc.assert(
      fc.property(talks, ({ room, attempts }) => {
        const start = begin(room)
        const straight = structuredClone(start)
        let resumed = structuredClone(start)
        for (const [index, attempted] of attempts.entries()) {
          const whole = apply(straight, attempted, index)
          resumed = JSON.parse(JSON.stringify(resumed)) as RoomState
          expect(apply(resumed, attempted, index)).toBe(whole)
        }
        expect(resumed).toStrictEqual(straight)
        expect(JSON.stringify(resumed)).toBe(JSON.stringify(straight))
      }),
      runs(100),
    )
  })

  test('ROOM-18 law: what is refused changes nothing but the size and what is said of refusals', () => {
    let refused = 0
    let accepted = 0
    fc.assert(
      fc.property(talks, ({ room: index, attempts }) => {
        const room = begin(index)
        for (const [at, attempted] of attempts.entries()) {
          const before = structuredClone(room)
          if (apply(room, attempted, at)) {
            accepted += 1
            continue
          }
          refused += 1
          expect(room.size).toBe(before.size + 1)
          const { rejected, rejectedCount } = before
          expect({ ...room, size: before.size, rejected, rejectedCount }).toStrictEqual(before)
          if (!attempted.epoch) expect(room.rejected).toHaveLength(rejected.length + 1)
        }
      }),
      runs(60),
    )
    expect(Math.min(refused, accepted)).toBeGreaterThan(50)
  })

  test('ROOM-18 law: the check before sending and the verdict on arrival are one', () => {
    fc.assert(
      fc.property(talks, ({ room: index, attempts }) => {
        const room = begin(index)
        for (const [at, attempted] of attempts.entries()) {
          if (attempted.epoch) continue
          const before = structuredClone(room)
          const author = authorOf(room, attempted.device as DeviceId)
          const checked = author.ok ? checkAct(room, author.value, attempted.act) : author
          expect(room).toStrictEqual(before)
          expect(apply(room, attempted, at)).toBe(checked.ok)
        }
      }),
      runs(30),
    )
  })

  test('ROOM-14 law: there is never more than one lead, and the table and the desk are never without', () => {
    fc.assert(
      fc.property(talks, ({ room: index, attempts }) => {
        const room = begin(index)
        for (const [at, attempted] of attempts.entries()) {
          apply(room, attempted, at)
          const present = Object.values(room.members).filter(({ left }) => left === undefined)
          const leads = present.filter(({ role }) => role === 'lead').length
          expect(leads).toBeLessThanOrEqual(1)
          if (room.kind === 'table' || room.kind === 'desk') expect(leads).toBe(1)
          if (room.kind === 'desk') expect(present.every(({ party }) => party === undefined)).toBe(true)
        }
      }),
      runs(60),
    )
  })

  test('MSG-12 law: every item shows once, in the order of the log', () => {
    fc.assert(
      fc.property(talks, ({ room: index, attempts }) => {
        const room = begin(index)
        for (const [at, attempted] of attempts.entries()) apply(room, attempted, at)
        const positions = itemsOf(room).map(({ position }) => position)
        expect(positions).toEqual(positions.toSorted((a, b) => a - b))
        expect(new Set(positions).size).toBe(positions.length)
        const kept = {
          message: room.messages,
          delivery: room.deliveries,
          offer: room.offers,
          item: room.items,
        }
        for (const [kind, all] of Object.entries(kept)) {
          const shown = itemsOf(room).filter(item => item.kind === kind)
          expect([kind, shown.length]).toEqual([kind, Object.keys(all).length])
        }
      }),
      runs(60),
    )
  })
})
