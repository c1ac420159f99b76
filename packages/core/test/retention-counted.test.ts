import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  destructionDue,
  itemsOf,
  limits,
  mayHaveEnded,
  type RoomState,
  standingHolds,
} from '../src/index.ts'
import { caucusA, does, entryOf, must, opened, say } from './cast.ts'

const dayMs = 86_400_000
const placed = 1_800_000_000_000

const keep = { kind: 'retention.set', days: 30, basis: 'Article 9.' }
const idOf = (n: number): string => `hold-${String(n).padStart(4, '0')}`
const holdOf = (n: number) => ({ kind: 'hold.place', hold: idOf(n), reason: `Reason ${n}.` })

const placeAt = (room: RoomState, act: unknown, at: number): void => {
  const applied = applyEntry(room, entryOf(room, 'lead', act, { time: at, placed: at }))
  expect(applied.ok).toBe(true)
}

describe('the time of a record', () => {
  test('RET-1 is counted from the latest entry: a relay that turns its clock back does not shorten it', () => {
    const room = caucusA()
    placeAt(room, keep, placed)
    placeAt(room, say('message-one'), placed + 5 * dayMs)
    const due = placed + 35 * dayMs
    expect(destructionDue(room)).toBe(due)
    placeAt(room, say('message-two'), placed - 40 * dayMs)
    expect(destructionDue(room)).toBe(due)
    expect(does(room, 'lead', { kind: 'record.destroy', at: due - 1 })).toBe('retention-not-over')
  })
})

describe('holds', () => {
  test('RET-2 are so many at once and no more; where one is lifted another has room', () => {
    const room = caucusA()
    for (let n = 0; n < limits.holdsMax; n += 1) must(room, 'headA', holdOf(n))
    expect(does(room, 'headA', holdOf(limits.holdsMax))).toBe('too-many-holds')
    expect(standingHolds(room)).toHaveLength(limits.holdsMax)
    must(room, 'headA', { kind: 'hold.lift', hold: idOf(7) })
    expect(does(room, 'headA', holdOf(limits.holdsMax))).toBe('ok')
  })
})

describe('whoever has not read what came last', () => {
  test('RET-4 SYNC-26 takes no record for ended while a hold stands that they have read', () => {
    const room = caucusA()
    expect(mayHaveEnded(room, placed, [])).toBe(true)
    must(room, 'headA', holdOf(1))
    expect(mayHaveEnded(room, placed, [])).toBe(false)
    must(room, 'headA', { kind: 'hold.lift', hold: idOf(1) })
    expect(mayHaveEnded(room, placed, [])).toBe(true)
  })

  test('RET-4 SYNC-26 takes none for ended before the shortest time after the last that they have not read', () => {
    const room = caucusA()
    const [early, late] = [placed, placed + dayMs]
    const due = late + limits.retentionDaysMin * dayMs
    expect(mayHaveEnded(room, due - 1, [early, late])).toBe(false)
    expect(mayHaveEnded(room, due - 1, [late, early])).toBe(false)
    expect(mayHaveEnded(room, due, [early, late])).toBe(true)
    expect(mayHaveEnded(opened('lead', { kind: 'private' }), placed, [early, late])).toBe(true)
  })
})

describe('what a reader sees of keeping and destroying', () => {
  test('RET-5 the rule, the hold, its end and the destruction stand in the order of events, with who did it', () => {
    const room = caucusA()
    must(room, 'lead', keep)
    must(room, 'headA', holdOf(1))
    must(room, 'headA', { kind: 'hold.lift', hold: idOf(1) })
    must(room, 'lead', { kind: 'record.destroy', at: (destructionDue(room) ?? 0) + dayMs })
    const last = itemsOf(room).slice(-4)
    expect(last.map(item => (item.kind === 'event' ? [item.act, item.by] : item.kind))).toEqual([
      ['retention.set', 'member-lead'],
      ['hold.place', 'member-headA'],
      ['hold.lift', 'member-headA'],
      ['record.destroy', 'member-lead'],
    ])
  })
})
