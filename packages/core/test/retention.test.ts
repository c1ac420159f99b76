import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEntry,
  applyEpoch,
  destructionDue,
  parseAct,
  type RoomState,
  standingHolds,
} from '../src/index.ts'
import {
  admit,
  caucusA,
  circumstance,
  deskRoom,
  deviceOf,
  does,
  entryOf,
  must,
  opened,
  partyA,
  recordedA,
  say,
  tableRoom,
} from './cast.ts'

const dayMs = 86_400_000
const keep = (days: number | null, basis = 'Article 9 of the agreement to mediate.') => ({
  kind: 'retention.set',
  days,
  basis,
})
const hold = (id = 'hold-one', changes: Record<string, unknown> = {}) => ({
  kind: 'hold.place',
  hold: id,
  reason: 'A court has asked for it.',
  ...changes,
})
const lift = (id = 'hold-one', changes: Record<string, unknown> = {}) => ({
  kind: 'hold.lift',
  hold: id,
  ...changes,
})
const destroy = (at: number) => ({ kind: 'record.destroy', at })
const due = (room: RoomState): number => destructionDue(room) ?? Number.NaN
const notes = () => opened('lead', { kind: 'private' })
const delegation = () => opened('headA', { kind: 'delegation', party: partyA })

describe('how long a record is kept', () => {
  test('RET-1 is stated by who administers the room', () => {
    for (const room of [deskRoom(), caucusA(), tableRoom()]) {
      expect(does(room, 'second', keep(30))).toBe('ok')
      expect(room.retention).toMatchObject({ days: 30, basis: 'Article 9 of the agreement to mediate.' })
    }
    expect(does(caucusA(), 'headA', keep(30))).toBe('not-an-administrator')
    expect(does(delegation(), 'headA', keep(30))).toBe('ok')
  })

  test('RET-1 leaves a week to object, unless one is alone', () => {
    expect(does(caucusA(), 'lead', keep(6))).toBe('retention-too-short')
    expect(does(caucusA(), 'lead', keep(7))).toBe('ok')
    expect(does(notes(), 'lead', keep(0))).toBe('ok')
  })

  test('RET-1 is counted from the last entry, and is no time at all where it is null', () => {
    const room = caucusA()
    expect(destructionDue(room)).toBeUndefined()
    must(room, 'lead', keep(30))
    const first = due(room)
    expect(first).toBe((room.timeline.at(-1)?.time ?? 0) + 30 * dayMs)
    must(room, 'headA', say('message-one'))
    expect(due(room)).toBeGreaterThan(first)
    must(room, 'lead', keep(null))
    expect(destructionDue(room)).toBeUndefined()
  })

  test('RET-1 is counted by the relay’s time: an entry that its author has dated back leaves the same week', () => {
    const room = caucusA()
    const placed = 1_800_000_000_000
    const dated = { time: placed - 40 * dayMs, placed }
    expect(applyEntry(room, entryOf(room, 'lead', keep(7), dated)).ok).toBe(true)
    expect(due(room)).toBe(placed + 7 * dayMs)
    expect(does(room, 'lead', destroy(placed))).toBe('retention-not-over')
    expect(does(room, 'lead', destroy(placed + 7 * dayMs))).toBe('ok')
  })

  test('RET-1 nor does an entry dated far ahead keep the record for ever', () => {
    const room = caucusA()
    const placed = 1_800_000_000_000
    must(room, 'lead', keep(7))
    applyEntry(room, entryOf(room, 'adviserA', say('message-one'), { time: placed + 4_000 * dayMs, placed }))
    expect(due(room)).toBe(placed + 7 * dayMs)
  })

  test('RET-1 a rule stated while one was alone leaves a week to whoever comes, and to whoever was there', () => {
    const room = opened('lead', { kind: 'desk' })
    must(room, 'lead', keep(0))
    must(room, 'lead', admit('second'))
    const last = room.timeline.at(-1)?.time ?? 0
    expect(due(room)).toBe(last + 7 * dayMs)
    expect(does(room, 'lead', destroy(last))).toBe('retention-not-over')
    must(room, 'lead', { kind: 'member.remove', member: 'member-second' })
    expect(does(room, 'lead', keep(0))).toBe('retention-too-short')
    expect(due(room)).toBeGreaterThan(last + 7 * dayMs)
  })

  test('RET-1 none is waited for by whoever is alone: rule and certificate are decided at once', () => {
    const room = notes()
    const placed = 1_800_000_000_000
    applyEntry(room, entryOf(room, 'lead', keep(0), { time: placed - 5_000, placed }))
    expect(does(room, 'lead', destroy(placed - 5_000))).toBe('ok')
  })

  test('RET-1 days are whole, and have a basis', () => {
    for (const days of [-1, 1.5, 36_501, '7']) expect(parseAct({ ...keep(7), days }).ok).toBe(false)
    expect(parseAct(keep(7, ' ')).ok).toBe(false)
  })
})

describe('a hold', () => {
  test('RET-2 is placed by anybody of the room, and shown to all of it', () => {
    for (const person of ['headA', 'adviserA', 'second']) {
      const room = caucusA()
      expect(does(room, person, hold())).toBe('ok')
      expect(standingHolds(room)).toMatchObject([{ hold: 'hold-one', reason: 'A court has asked for it.' }])
      expect(does(room, person, hold())).toBe('id-taken')
    }
    expect(does(tableRoom(), 'observer', hold())).toBe('ok')
    expect(does(caucusA(), 'headB', hold())).toBe('not-a-member')
  })

  test('RET-2 of a party without an account is recorded by the mediators', () => {
    const recorded = { recorded: circumstance }
    expect(does(caucusA(), 'lead', hold('hold-one', recorded))).toBe('party-acts-for-itself')
    expect(does(deskRoom(), 'lead', hold('hold-one', recorded))).toBe('caucus-only')
    const room = recordedA()
    expect(does(room, 'lead', hold('hold-one', recorded))).toBe('ok')
    expect(room.holds['hold-one' as keyof typeof room.holds]).toMatchObject({ party: partyA.party })
    expect(does(room, 'lead', lift())).toBe('hold-of-another')
    expect(does(room, 'lead', lift('hold-one', recorded))).toBe('ok')
  })

  test('RET-3 is lifted by its author and who leads their side, once', () => {
    const room = caucusA()
    must(room, 'adviserA', hold())
    for (const person of ['lead', 'delegateA']) expect(does(room, person, lift())).toBe('hold-of-another')
    expect(does(room, 'headA', lift())).toBe('ok')
    expect(does(room, 'headA', lift())).toBe('hold-lifted')
    expect(does(room, 'headA', lift('hold-two'))).toBe('hold-unknown')
    must(room, 'second', hold('hold-two'))
    expect(does(room, 'headA', lift('hold-two'))).toBe('hold-of-another')
    expect(does(room, 'lead', lift('hold-two'))).toBe('ok')
    must(room, 'adviserA', hold('hold-three'))
    expect(does(room, 'adviserA', lift('hold-three'))).toBe('ok')
  })
})

describe('a hold of the mediators’', () => {
  test('RET-3 is lifted by nobody in the name of the party, though it has no account', () => {
    const room = recordedA()
    must(room, 'second', hold())
    expect(does(room, 'lead', lift('hold-one', { recorded: circumstance }))).toBe('hold-of-another')
    expect(standingHolds(room)).toHaveLength(1)
    expect(does(room, 'lead', lift())).toBe('ok')
  })
})

describe('destruction', () => {
  test('RET-4 is by who administers, under a rule whose time is over', () => {
    const room = caucusA()
    expect(does(room, 'lead', destroy(Number.MAX_SAFE_INTEGER % 253_402_300_799_999))).toBe(
      'retention-not-set',
    )
    must(room, 'lead', keep(7))
    expect(does(room, 'headA', destroy(due(room)))).toBe('not-an-administrator')
    expect(does(room, 'lead', destroy(due(room) - 1))).toBe('retention-not-over')
    expect(does(room, 'lead', destroy(due(room)))).toBe('ok')
    expect(room.destroyed?.by).toBe('member-lead')
  })

  test('RET-4 waits for every hold', () => {
    const room = caucusA()
    must(room, 'lead', keep(7))
    must(room, 'headA', hold())
    must(room, 'second', hold('hold-two'))
    expect(does(room, 'lead', destroy(due(room)))).toBe('hold-in-force')
    must(room, 'headA', lift())
    expect(does(room, 'lead', destroy(due(room)))).toBe('hold-in-force')
    must(room, 'second', lift('hold-two'))
    expect(does(room, 'lead', destroy(due(room)))).toBe('ok')
  })

  test('RET-5 is the last that a room accepts', () => {
    const room = caucusA()
    must(room, 'lead', keep(7))
    must(room, 'lead', destroy(due(room)))
    for (const act of [say('message-late'), keep(null), hold(), destroy(due(room))])
      expect(does(room, 'lead', act)).toBe('record-destroyed')
    const keys = { epoch: 2, device: deviceOf('lead').device, position: room.size }
    expect(applyEpoch(room, keys)).toMatchObject({ error: { code: 'record-destroyed' } })
    expect(room.epoch).toBe(1)
  })

  test('RET-6 never takes a room whose keys open others', () => {
    const room = notes()
    const relay = { address: 'https://relay.example', verifier: 'relay.example+00000000+AAAA' }
    const kept = { room: 'room-of-mine', purpose: 'mailbox', relay, epoch: 1, key: 'key' }
    must(room, 'lead', keep(0))
    must(room, 'lead', { kind: 'key.keep', kept })
    expect(does(room, 'lead', destroy(due(room)))).toBe('room-holds-keys')
    expect(does(room, 'lead', keep(0))).toBe('room-holds-keys')
  })

  test('RET-4 law: nothing is destroyed early or while it is held, whatever was said before', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('keep' as const), days: fc.option(fc.integer({ min: 7, max: 90 })) }),
      fc.record({ do: fc.constant('hold' as const), n: fc.nat(3) }),
      fc.record({ do: fc.constant('lift' as const), n: fc.nat(3) }),
      fc.record({ do: fc.constant('destroy' as const), late: fc.integer({ min: -dayMs, max: dayMs }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const room = caucusA()
        for (const next of steps) {
          const [before, held] = [destructionDue(room), standingHolds(room).length]
          if (next.do === 'keep') does(room, 'lead', keep(next.days))
          else if (next.do === 'hold') does(room, 'headA', hold(`hold-${next.n}abcdef`))
          else if (next.do === 'lift') does(room, 'headA', lift(`hold-${next.n}abcdef`))
          else {
            const at = Math.max(0, (before ?? room.timeline.at(-1)?.time ?? 0) + next.late)
            const isDestroyed = room.destroyed !== undefined
            const answer = does(room, 'lead', destroy(at))
            const mayBe = !isDestroyed && before !== undefined && held === 0 && at >= before
            expect(answer === 'ok').toBe(mayBe)
          }
        }
      }),
    )
  })
})
