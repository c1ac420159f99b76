import { beforeAll, describe, expect, test } from 'vitest'
import {
  checkSlotChange,
  digestStewards,
  encode,
  peekEnvelope,
  type StewardKeys,
  slotHolders,
} from '../src/index.ts'
import { type Caucus, makeCaucus } from './epochs.ts'
import { secretOf } from './people.ts'
import { listOf, withPublic } from './splice.ts'

const bytesOf = (value: number): Uint8Array => new Uint8Array(32).fill(value)
const current: StewardKeys = { mediators: bytesOf(1), party: bytesOf(2) }
const slot = (code: 'mediators' | 'party') => ({ ok: true, value: code })
const refused = { ok: false, error: { code: 'envelope/slot' } }

describe('ENV-59 keys that begin an epoch change the slot that countersigned', () => {
  test.each([
    ['the mediators’ by the mediators', { mediators: bytesOf(3), party: bytesOf(2) }, 1, slot('mediators')],
    ['the party’s by the party', { mediators: bytesOf(1), party: bytesOf(3) }, 2, slot('party')],
    ['neither', current, 2, slot('party')],
    ['the party’s by the mediators', { mediators: bytesOf(1), party: bytesOf(3) }, 1, refused],
    ['the mediators’ by the party', { mediators: bytesOf(3), party: bytesOf(2) }, 2, refused],
    ['both', { mediators: bytesOf(3), party: bytesOf(4) }, 1, refused],
    ['neither, by a stranger', current, 5, refused],
  ])('%s', (_, next, by, expected) => {
    expect(checkSlotChange({ current, next, countersigned: bytesOf(by) })).toEqual(expected)
  })

  test('and of version 1 may become version 2, never the other way', () => {
    const change = { current: bytesOf(1), next: current, countersigned: bytesOf(1) }
    expect(checkSlotChange(change)).toEqual(slot('mediators'))
    expect(checkSlotChange({ ...change, next: bytesOf(7) })).toEqual(slot('mediators'))
    expect(checkSlotChange({ ...change, countersigned: bytesOf(2) })).toEqual(refused)
    expect(checkSlotChange({ current, next: bytesOf(1), countersigned: bytesOf(1) })).toEqual({
      ok: false,
      error: { code: 'envelope/version', expected: 2, found: 1 },
    })
  })
})

test('ENV-57 a slot is its side’s, or the other’s while its side has nobody', () => {
  const both = { mediators: ['a'], party: ['b'] }
  expect([slotHolders(both, 'mediators'), slotHolders(both, 'party')]).toEqual([['a'], ['b']])
  expect(slotHolders({ mediators: ['a'], party: [] }, 'party')).toEqual(['a'])
  expect(slotHolders({ mediators: [], party: ['b'] }, 'mediators')).toEqual(['b'])
})

test('ENV-54 the stewards cannot be confirmed from outside, and their order does not matter', () => {
  const place = { logId: 'log-a', epoch: 1, epochKey: secretOf('epoch') }
  const stewards = { mediators: ['a', 'b'], party: ['c'] }
  const digest = digestStewards(place, stewards)
  expect(digestStewards(place, { ...stewards, mediators: ['b', 'a'] })).toEqual(digest)
  for (const other of [
    { ...place, logId: 'log-b' },
    { ...place, epoch: 2 },
    { ...place, epochKey: secretOf('other') },
  ])
    expect(digestStewards(other, stewards)).not.toEqual(digest)
  for (const other of [
    { mediators: ['a'], party: ['b', 'c'] },
    { mediators: ['c'], party: ['a', 'b'] },
  ])
    expect(digestStewards(place, other)).not.toEqual(digest)
})

describe('ENV-4 version 2', () => {
  let caucus: Caucus
  beforeAll(async () => {
    caucus = await makeCaucus()
  })

  test('is for keys alone, and there is no third', () => {
    const [, ...rest] = listOf(caucus.first)
    expect(peekEnvelope(encode([3, ...rest]))).toMatchObject({ error: { code: 'envelope/version' } })
    expect(peekEnvelope(encode([2, 's', 1, null]))).toMatchObject({ error: { code: 'envelope/version' } })
  })

  test('has another form than version 1, and neither is read as the other', () => {
    const [, ...rest] = listOf(caucus.first)
    const shape = { error: { code: 'encoding/shape', of: 'keys envelope' } }
    expect(peekEnvelope(encode([1, ...rest]))).toMatchObject(shape)
    for (const change of [
      (part: ReturnType<typeof listOf>) => part.with(4, bytesOf(1)),
      (part: ReturnType<typeof listOf>) => part.with(4, [bytesOf(1)]),
      (part: ReturnType<typeof listOf>) => part.with(4, [bytesOf(1), bytesOf(2), bytesOf(3)]),
      (part: ReturnType<typeof listOf>) => part.with(7, null),
      (part: ReturnType<typeof listOf>) => part.toSpliced(6, 1),
    ])
      expect(peekEnvelope(withPublic(caucus.first, change))).toMatchObject(shape)
  })
})
