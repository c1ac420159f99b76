import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concat,
  createEpochKey,
  decode,
  encode,
  envelopeBytesMax,
  openEnvelope,
  openRevealed,
  pad,
  paddedLength,
  peekEnvelope,
  plaintextBytesMax,
  randomBytes,
  revealContentKey,
  sealEnvelope,
  unpad,
  utf8,
  type Value,
} from '../src/index.ts'
import { secretOf } from './people.ts'
import { runs } from './runs.ts'

const place = { logId: 'log-a', epoch: 3, epochKey: secretOf('epoch 3') }

const sealText = (text: string): Promise<Uint8Array> => sealEnvelope({ ...place, plaintext: utf8(text) })

const partsOf = (envelope: Uint8Array): readonly Value[] => {
  const decoded = decode(envelope)
  return decoded.ok && Array.isArray(decoded.value) ? decoded.value : []
}

describe('envelopes', () => {
  test('ENV-1 open to what was sealed', async () => {
    const envelope = await sealText('a message')
    expect(await openEnvelope({ ...place, envelope })).toEqual({ ok: true, value: utf8('a message') })
    expect(peekEnvelope(envelope)).toEqual({ ok: true, value: { kind: 's', epoch: 3 } })
  })

  test('ENV-1 law: any text comes back, and no two envelopes of it are alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async plaintext => {
        const [one, two] = [
          await sealEnvelope({ ...place, plaintext }),
          await sealEnvelope({ ...place, plaintext }),
        ]
        expect(one).not.toEqual(two)
        expect(one.length).toBe(two.length)
        expect(await openEnvelope({ ...place, envelope: one })).toEqual({
          ok: true,
          value: new Uint8Array(plaintext),
        })
      }),
      runs(40),
    )
  })

  test('ENV-2 the longest text fits an envelope, one byte more does not', async () => {
    const envelope = await sealEnvelope({ ...place, plaintext: new Uint8Array(plaintextBytesMax) })
    expect(envelope.length).toBeLessThanOrEqual(envelopeBytesMax)
    expect((await openEnvelope({ ...place, envelope })).ok).toBe(true)
    await expect(
      sealEnvelope({ ...place, plaintext: new Uint8Array(plaintextBytesMax + 1) }),
    ).rejects.toThrow(RangeError)
  })

  test('ENV-3 law: no bit of an envelope can change', async () => {
    const envelope = await sealText('a message')
    await fc.assert(
      fc.asyncProperty(fc.nat(envelope.length * 8 - 1), async bit => {
        const changed = envelope.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        expect((await openEnvelope({ ...place, envelope: changed })).ok).toBe(false)
      }),
      runs(200),
    )
  })

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'encoding/malformed'],
    ['a later version', encode([2, 's', 1, null]), 'envelope/version'],
    ['an unknown kind', encode([1, 'x', 1, null]), 'encoding/shape'],
    [
      'a negative epoch',
      encode([1, 's', -1, [new Uint8Array(32), new Uint8Array(32), new Uint8Array(16)]]),
      'encoding/shape',
    ],
    [
      'a short salt',
      encode([1, 's', 1, [new Uint8Array(31), new Uint8Array(32), new Uint8Array(16)]]),
      'encoding/shape',
    ],
    [
      'no room for a tag',
      encode([1, 's', 1, [new Uint8Array(32), new Uint8Array(32), new Uint8Array(15)]]),
      'encoding/shape',
    ],
    ['too many bytes', new Uint8Array(envelopeBytesMax + 1), 'envelope/too-large'],
  ])('ENV-4 a relay refuses %s', (_, bytes, code) => {
    expect(peekEnvelope(bytes)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('padding', () => {
  test('ENV-5 law: what is padded is one of few sizes, at most an eighth longer beyond 16 KiB, and comes back', () => {
    fc.assert(
      fc.property(fc.nat(200_000), length => {
        const padded = paddedLength(length)
        expect(padded).toBeGreaterThan(length)
        expect(paddedLength(padded - 1)).toBe(padded)
        if (padded <= 16_384) expect(Math.log2(padded) % 1).toBe(0)
        else expect(padded).toBeLessThanOrEqual((length + 1) * 1.125)
        const bytes = new Uint8Array(length).fill(7)
        expect(unpad(pad(bytes))).toEqual({ ok: true, value: bytes })
      }),
      runs(100),
    )
  })

  test('ENV-5 messages fall into six sizes', () => {
    const sizes = new Set(Array.from({ length: 16_384 }, (_, length) => paddedLength(length)))
    expect([...sizes]).toEqual([512, 1024, 2048, 4096, 8192, 16_384])
  })

  test('ENV-5 refuses other padding, which would be a channel of its own', () => {
    const refused = { ok: false, error: { code: 'envelope/padding' } }
    expect(unpad(new Uint8Array(512))).toMatchObject(refused)
    expect(unpad(new Uint8Array())).toMatchObject(refused)
    expect(unpad(concat(pad(utf8('a')), new Uint8Array(512)))).toMatchObject(refused)
    expect(unpad(concat(utf8('a'), Uint8Array.of(0x80)))).toMatchObject(refused)
  })
})

describe('attack 6: one ciphertext that opens to two texts', () => {
  test('ENV-6 a ciphertext stands under one key: its commitment fits no other', async () => {
    const envelope = await sealText('to you')
    const other = { ...place, epochKey: createEpochKey() }
    expect(await openEnvelope({ ...other, envelope })).toMatchObject({
      error: { code: 'envelope/commitment' },
    })
  })

  test('ENV-6 a commitment of the attacker for a second key does not make the ciphertext open under it', async () => {
    const [first, second] = [
      await sealText('to you'),
      await sealEnvelope({ ...place, plaintext: utf8('to them') }),
    ]
    const [one, two] = [partsOf(first)[3], partsOf(second)[3]] as [
      readonly Uint8Array[],
      readonly Uint8Array[],
    ]
    const crossed = encode([1, 's', 3, [two[0] as Uint8Array, two[1] as Uint8Array, one[2] as Uint8Array]])
    expect(await openEnvelope({ ...place, envelope: crossed })).toMatchObject({
      error: { code: 'envelope/undecryptable' },
    })
  })

  test('ENV-7 a revealed key opens its envelope for anyone, no other envelope, and a false one opens nothing', async () => {
    const [envelope, other] = [await sealText('shown'), await sealText('not shown')]
    const revealed = revealContentKey({ ...place, envelope })
    if (!revealed.ok) throw new Error(revealed.error.code)
    const contentKey = revealed.value
    expect(await openRevealed({ logId: 'log-a', epoch: 3, envelope, contentKey })).toEqual({
      ok: true,
      value: utf8('shown'),
    })
    const refused = { error: { code: 'envelope/commitment' } }
    expect(await openRevealed({ logId: 'log-a', epoch: 3, envelope: other, contentKey })).toMatchObject(
      refused,
    )
    expect(
      await openRevealed({ logId: 'log-a', epoch: 3, envelope, contentKey: randomBytes(32) }),
    ).toMatchObject(refused)
  })
})

describe('attack 8: replay from one room or epoch into another', () => {
  test('ENV-8 an envelope opens in its own log only, even under the same key', async () => {
    const envelope = await sealText('for the caucus')
    expect(await openEnvelope({ ...place, logId: 'log-b', envelope })).toMatchObject({
      error: { code: 'envelope/commitment' },
    })
  })

  test('ENV-8 an envelope opens in its own epoch only, and cannot be relabelled', async () => {
    const envelope = await sealText('epoch three')
    expect(await openEnvelope({ ...place, epoch: 4, envelope })).toMatchObject({
      error: { code: 'envelope/epoch' },
    })
    const [, , , sealed] = partsOf(envelope)
    const relabelled = encode([1, 's', 4, sealed as Value])
    expect(await openEnvelope({ ...place, epoch: 4, envelope: relabelled })).toMatchObject({
      error: { code: 'envelope/commitment' },
    })
  })
})
