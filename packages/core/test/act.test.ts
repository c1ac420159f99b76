import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actKinds,
  applyEntry,
  beginRoom,
  type DeviceId,
  type EntryId,
  innerOf,
  limits,
  parseAct,
  type RoomId,
  schemaOf,
} from '../src/index.ts'
import { cardOf, caucusA, deviceOf, openingOf, say } from './cast.ts'
import { runs } from './runs.ts'

const reasonOf = (value: unknown) => {
  const parsed = parseAct(value)
  if (parsed.ok) return 'ok'
  return parsed.error.code === 'act-malformed'
    ? `${parsed.error['path']}: ${parsed.error['reason']}`
    : parsed.error.code
}

describe('reading an act', () => {
  test.each([
    ['nothing', undefined, 'kind: missing'],
    ['null', null, 'kind: missing'],
    ['a string', 'message.say', 'kind: missing'],
    ['a list', [], 'kind: missing'],
    ['no kind', {}, 'kind: missing'],
    ['an inherited kind', Object.create({ kind: 'member.leave' }), 'kind: missing'],
    ['a kind that is no string', { kind: 7 }, 'kind: missing'],
    ['an unknown kind', { kind: 'message.shout' }, 'act-unknown'],
    ['a kind that every object has', { kind: 'constructor' }, 'act-unknown'],
    ['a field too many', { kind: 'member.leave', x: 1 }, 'x: strict_object'],
    [
      'a prototype',
      JSON.parse('{"kind":"member.leave","__proto__":{"note":"x"}}'),
      '__proto__: strict_object',
    ],
    ['a field missing', { kind: 'lead.hand-over' }, 'to: strict_object'],
    ['undefined where a field may be absent', { kind: 'member.leave', note: undefined }, 'note: string'],
    ['an id that every object has', { kind: 'lead.hand-over', to: '__proto__' }, 'to: id'],
    ['an id of digits', { kind: 'lead.hand-over', to: '1234567890' }, 'to: id'],
    ['a lone surrogate', say('message-1', { body: 'x\ud800' }), 'body: not-unicode'],
    ['nothing but space', say('message-1', { body: ' \n\t\u3000' }), 'body: empty'],
    ['too long a text', say('message-1', { body: 'x'.repeat(limits.bodyCharsMax + 1) }), 'body: too-long'],
    ['a control character', say('message-1', { body: 'a\0b' }), 'body: unprintable'],
    ['lines and tabs in a body', say('message-1', { body: 'a\r\n\tb' }), 'ok'],
    ['a title of two lines', say('message-1', { title: 'a\nb' }), 'title: not-one-line'],
    ['a title that turns what is beside it', say('message-1', { title: 'a\u202Eb' }), 'title: not-one-line'],
    ['a title in Arabic with a mark', say('message-1', { title: 'رسالة\u200F' }), 'ok'],
    [
      'a number that JSON does not keep',
      { kind: 'offer.make', offer: 'offer-001', ifThey: 'a', thenWe: 'b', binding: true, until: -0 },
      'until: out-of-range',
    ],
    [
      'a fraction',
      { kind: 'offer.make', offer: 'offer-001', ifThey: 'a', thenWe: 'b', binding: true, until: 0.5 },
      'until: out-of-range',
    ],
    [
      'too many devices',
      {
        kind: 'member.admit',
        card: cardOf('headA', { devices: Array.from({ length: 33 }, (_, n) => deviceOf('headA', n)) }),
      },
      'card.devices: max_length',
    ],
    [
      'no device',
      { kind: 'member.admit', card: cardOf('headA', { devices: [] }) },
      'card.devices: min_length',
    ],
  ])('ROOM-18 %s: %3$s', (_, value, reason) => {
    expect(reasonOf(value)).toBe(reason)
  })

  test('ROOM-18 what it says of hostile names can be written down', () => {
    const name = `\ud800${'x'.repeat(100_000)}`
    for (const value of [{ kind: name }, { kind: 'member.leave', [name]: 1 }]) {
      const parsed = parseAct(value)
      if (parsed.ok) throw new Error('accepted')
      const written = JSON.stringify(parsed.error)
      expect(written.length).toBeLessThan(300)
      expect(written.isWellFormed()).toBe(true)
      expect(written).not.toContain('\\ud800')
    }
  })
})

/** The names of all fields of all acts, and names that every object has. */
const fields = [
  ...new Set(actKinds.flatMap(kind => innerOf(schemaOf(kind)).map(([name]) => name))),
  '__proto__',
  'constructor',
  'toString',
]
const hostileString = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'isPrototypeOf',
    'message-1',
    'ask-00001',
    '\ud800',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant('x'.repeat(200_000)),
)
const hostile: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    hostileString,
    fc.constantFrom(null, undefined, true, Number.NaN, -0, Number.POSITIVE_INFINITY, -1, 2 ** 53, 0.1),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...fields), hostileString), tie('value')), { maxLength: 6 })
      .map(entries => Object.fromEntries(entries)),
  ),
})).value
const hostileAct = fc
  .tuple(fc.constantFrom(...actKinds), hostile)
  .map(([kind, value]) => (typeof value === 'object' && value !== null ? { ...value, kind } : value))

describe('laws of hostile acts', () => {
  test('ROOM-18 law: whatever it is given, reading an act answers and does not throw', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, hostileAct), value => {
        const parsed = parseAct(value)
        expect(typeof parsed.ok).toBe('boolean')
        if (parsed.ok) expect(parseAct(JSON.parse(JSON.stringify(parsed.value)))).toEqual(parsed)
      }),
      runs(2_000),
    )
  })

  test.each<[string, (id: string) => unknown]>([
    ['message', id => say(id)],
    ['ask', id => ({ kind: 'release.refuse', ask: id })],
    ['delivery', id => ({ kind: 'readback.give', readback: 'readback-1', delivery: id, body: 'x' })],
    ['readback', id => ({ kind: 'readback.confirm', readback: id })],
    ['offer', id => ({ kind: 'offer.withdraw', offer: id })],
    ['conveyance', id => ({ kind: 'carry.deliver', conveyance: id })],
    ['note', id => ({ kind: 'note.write', note: id, body: 'x' })],
    ['member', id => ({ kind: 'member.remove', member: id })],
    ['device', id => ({ kind: 'device.remove', device: id })],
    ['party', id => ({ kind: 'consent.withdraw', party: id })],
    ['room', id => ({ kind: 'key.drop', room: id })],
    ['invitation', id => ({ kind: 'invitation.settle', invitation: id, standing: 'cancelled' })],
  ])('ROOM-20 no act names by %s what every object has', (path, act) => {
    expect(reasonOf(act('some-good-id'))).toBe('ok')
    for (const name of Object.getOwnPropertyNames(Object.prototype).filter(name => name.length >= 8))
      expect(reasonOf(act(name))).toBe(`${path}: id`)
  })

  test('ROOM-17 law: whatever device and id an entry claims, applying it answers and does not throw', () => {
    const leave = parseAct({ kind: 'member.leave' })
    if (!leave.ok) throw new Error('not read')
    fc.assert(
      fc.property(hostileString, hostileString, fc.double(), (device, id, time) => {
        const room = caucusA()
        const entry = {
          device: device as DeviceId,
          id: id as EntryId,
          time,
          position: room.size,
          act: leave.value,
        }
        expect(applyEntry(room, entry).ok).toBe(false)
        expect(JSON.parse(JSON.stringify(room))).toEqual(room)
      }),
      runs(100),
    )
  })

  test('ROOM-1 law: nothing but an opening begins a room', () => {
    fc.assert(
      fc.property(hostileAct, value => {
        const parsed = parseAct(value)
        if (!parsed.ok) return
        const entry = {
          device: deviceOf('lead').device,
          id: 'entry-0001' as EntryId,
          time: 0,
          position: 1,
          act: parsed.value,
        }
        expect(beginRoom('room-0001' as RoomId, entry).ok).toBe(parsed.value.kind === 'room.open')
      }),
      runs(200),
    )
    const opening = parseAct(openingOf(cardOf('lead'), { kind: 'desk' }))
    expect(opening.ok).toBe(true)
  })
})
