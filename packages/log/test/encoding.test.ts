import { decode as decodeCbor, encode as encodeCbor, rfc8949EncodeOptions } from 'cborg'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bytesToHex,
  concat,
  decode,
  encode,
  encodingDepthMax,
  equalBytes,
  hexToBytes,
  type Result,
  type Value,
} from '../src/index.ts'
import { runs } from './runs.ts'

const bytes = (hex: string): Uint8Array => {
  const read = hexToBytes(hex.replaceAll(' ', ''))
  if (!read.ok) throw new Error(hex)
  return read.value
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.error.code)

const nested = (depth: number): Uint8Array => new Uint8Array(depth + 1).fill(0x81).fill(0xf6, depth)

const text = fc.string({ unit: 'binary' })
const keys = fc
  .string({ unit: 'binary', maxLength: 30 })
  .filter(key => !['__proto__', 'constructor', 'prototype'].includes(key))
const { value: values } = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map(n => (Object.is(n, -0) ? 0 : n)),
    text,
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))

describe('encoding', () => {
  test.each<[Value, string]>([
    [0, '00'],
    [23, '17'],
    [24, '18 18'],
    [255, '18 ff'],
    [256, '19 0100'],
    [65_535, '19 ffff'],
    [65_536, '1a 00010000'],
    [1_000_000_000_000, '1b 000000e8d4a51000'],
    [Number.MAX_SAFE_INTEGER, '1b 001fffffffffffff'],
    [-1, '20'],
    [-1000, '39 03e7'],
    [Number.MIN_SAFE_INTEGER, '3b 001ffffffffffffe'],
    [false, 'f4'],
    [true, 'f5'],
    [null, 'f6'],
    ['', '60'],
    ['IETF', '64 49455446'],
    ['\u00fc', '62 c3bc'],
    ['\ud800\udd51', '64 f0908591'],
    [new Uint8Array([1, 2, 3, 4]), '44 01020304'],
    [[], '80'],
    [[1, [2, 3], [4, 5]], '83 01 82 02 03 82 04 05'],
    [{}, 'a0'],
    [{ a: 1, b: [2, 3] }, 'a2 61 61 01 61 62 82 02 03'],
  ])('ENC-2 writes %j as RFC 8949, appendix A, does', (value, hex) => {
    expect(bytesToHex(encode(value))).toBe(hex.replaceAll(' ', ''))
    expect(decode(bytes(hex))).toEqual({ ok: true, value })
  })

  test('ENC-3 orders keys by length, then by bytes of UTF-8', () => {
    expect(bytesToHex(encode({ b: 0, aa: 1, a: 2, '\u00fc': 3 }))).toBe('a46161026162006261610162c3bc03')
  })

  test('ENC-1 law: what is written reads back equal', () => {
    fc.assert(
      fc.property(values, value => {
        expect(decode(encode(value))).toEqual({ ok: true, value })
      }),
      runs(300),
    )
  })

  test('ENC-2 law: writes the bytes that cborg writes with the options for RFC 8949', () => {
    fc.assert(
      fc.property(values, value => {
        expect(encode(value)).toEqual(new Uint8Array(encodeCbor(value, rfc8949EncodeOptions)))
      }),
      runs(300),
    )
  })

  test('ENC-4 law: any accepted bytes are the encoding of what they were read as', () => {
    const mutated = fc
      .tuple(values, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean())
      .map(([value, at, byte, cut]) => {
        const whole = encode(value)
        const i = at % whole.length
        return cut
          ? concat(whole.subarray(0, i), whole.subarray(i + 1))
          : whole.map((old, j) => (j === i ? byte : old))
      })
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 12 })), input => {
        const read = decode(input)
        if (read.ok) expect(encode(read.value)).toEqual(new Uint8Array(input))
      }),
      runs(2000),
    )
  })

  test('ENC-4 law: accepts what cborg reads strictly and writes back the same, within our values', () => {
    const short = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      fc
        .array(
          fc.constantFrom(
            0x00,
            0x18,
            0x20,
            0x40,
            0x41,
            0x60,
            0x61,
            0x62,
            0x80,
            0x81,
            0x82,
            0xa0,
            0xa1,
            0xa2,
            0xf4,
            0xf6,
          ),
          { minLength: 1, maxLength: 9 },
        )
        .map(list => Uint8Array.from(list)),
    )
    const options = {
      strict: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowBigInt: false,
      rejectDuplicateMapKeys: true,
    }
    const isOurs = (input: Uint8Array): boolean => {
      try {
        const value: unknown = decodeCbor(input, options)
        return equalBytes(encode(value as Value), input)
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(short, input => {
        expect(decode(input).ok).toBe(isOurs(input))
      }),
      runs(3000),
    )
  })

  test.each<[string, unknown]>([
    ['a fraction', 0.5],
    ['minus zero', -0],
    ['not a number', Number.NaN],
    ['an integer beyond 2^53', 2 ** 53],
    ['undefined', undefined],
    ['an undefined field', { a: undefined }],
    ['a function', () => 0],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a lone surrogate', '\ud800'],
    ['a key with a lone surrogate', { '\ud800': 1 }],
    ['the key constructor', { constructor: 1 }],
    ['an own key __proto__', JSON.parse('{"__proto__": 1}')],
  ])('ENC-5 throws on %s, which has no encoding', (_, value) => {
    expect(() => encode(value as Value)).toThrow()
  })
})

describe('attack 13: hostile encodings', () => {
  test.each([
    ['18 17', 'encoding/not-canonical'],
    ['19 00ff', 'encoding/not-canonical'],
    ['1a 0000ffff', 'encoding/not-canonical'],
    ['1b 00000000ffffffff', 'encoding/not-canonical'],
    ['58 01 00', 'encoding/not-canonical'],
    ['78 01 61', 'encoding/not-canonical'],
    ['98 01 00', 'encoding/not-canonical'],
    ['b8 01 61 61 00', 'encoding/not-canonical'],
    ['a2 61 62 00 61 61 00', 'encoding/not-canonical'],
    ['a2 62 6161 00 61 62 00', 'encoding/not-canonical'],
    ['a2 61 61 00 61 61 01', 'encoding/duplicate-key'],
    ['1b 0020000000000000', 'encoding/integer-range'],
    ['3b 001fffffffffffff', 'encoding/integer-range'],
    ['1b ffffffffffffffff', 'encoding/integer-range'],
    ['f9 3e00', 'encoding/float'],
    ['f9 3c00', 'encoding/float'],
    ['fa 47c35000', 'encoding/float'],
    ['fb 3ff199999999999a', 'encoding/float'],
    ['f9 7e00', 'encoding/float'],
    ['c0 60', 'encoding/tag'],
    ['c2 41 01', 'encoding/tag'],
    ['d9 d9f7 00', 'encoding/tag'],
    ['f7', 'encoding/simple-value'],
    ['e0', 'encoding/simple-value'],
    ['f8 ff', 'encoding/simple-value'],
    ['5f ff', 'encoding/indefinite'],
    ['7f ff', 'encoding/indefinite'],
    ['9f ff', 'encoding/indefinite'],
    ['bf ff', 'encoding/indefinite'],
    ['ff', 'encoding/indefinite'],
    ['1c', 'encoding/malformed'],
    ['62 c328', 'encoding/malformed'],
    ['63 eda080', 'encoding/malformed'],
    ['62 c080', 'encoding/malformed'],
    ['', 'encoding/malformed'],
    ['18', 'encoding/malformed'],
    ['41', 'encoding/malformed'],
    ['82 00', 'encoding/malformed'],
    ['a1 61 61', 'encoding/malformed'],
    ['00 00', 'encoding/malformed'],
    ['9a 7fffffff', 'encoding/malformed'],
    ['5b 001fffffffffffff', 'encoding/malformed'],
    ['bb 001fffffffffffff', 'encoding/malformed'],
    ['a1 01 00', 'encoding/key-type'],
    ['a1 41 61 00', 'encoding/key-type'],
    [`a1 69 ${bytesToHex(new TextEncoder().encode('__proto__'))} a0`, 'encoding/forbidden-key'],
    [`a1 6b ${bytesToHex(new TextEncoder().encode('constructor'))} a0`, 'encoding/forbidden-key'],
    [`a1 69 ${bytesToHex(new TextEncoder().encode('prototype'))} a0`, 'encoding/forbidden-key'],
  ])('ENC-6 refuses %s as %s', (hex, code) => {
    expect(codeOf(decode(bytes(hex)))).toBe(code)
  })

  test('ENC-7 reads as deep as the limit, refuses one deeper, and a million deep without overflowing', () => {
    expect(decode(nested(encodingDepthMax)).ok).toBe(true)
    expect(codeOf(decode(nested(encodingDepthMax + 1)))).toBe('encoding/too-deep')
    expect(codeOf(decode(nested(1_000_000)))).toBe('encoding/too-deep')
    const deep = (levels: number): Value => (levels === 0 ? null : [deep(levels - 1)])
    expect(() => encode(deep(encodingDepthMax + 1))).toThrow('encoding/too-deep')
    expect(decode(encode(deep(40), { depthMax: 40 }), { depthMax: 40 }).ok).toBe(true)
  })

  test('ENC-7 refuses a list or record of more items than bytes are left before reading any', () => {
    const unread = { ok: false, error: { code: 'encoding/malformed', at: 3 } }
    expect(decode(bytes('99 0100 00 00'))).toEqual(unread)
    expect(decode(bytes('b9 0100 61 61 00'))).toEqual(unread)
  })

  test('ENC-7 refuses input beyond the size limit before reading it', () => {
    expect(codeOf(decode(new Uint8Array(101), { bytesMax: 100 }))).toBe('encoding/too-large')
  })

  test('ENC-8 keeps no hold of the input: bytes read are copies', () => {
    const input = encode([new Uint8Array([1, 2, 3])])
    const read = decode(input)
    input.fill(0)
    expect(read).toEqual({ ok: true, value: [new Uint8Array([1, 2, 3])] })
  })

  test('ENC-8 nor of each other: what is written next, or breaks off, changes nothing written before', () => {
    const text = 'x'.repeat(600)
    const [one, two] = [encode([text, 1]), encode([text, 2])]
    expect(() => encode([text, undefined as never])).toThrow()
    // A getter that writes meanwhile, which is no plain data, does no harm either.
    const nested = encode({
      a: 1,
      get b() {
        return encode([text, 3])
      },
    })
    expect([one, two].map(written => decode(written))).toMatchObject([
      { value: [text, 1] },
      { value: [text, 2] },
    ])
    expect(decode(nested)).toMatchObject({ value: { a: 1, b: encode([text, 3]) } })
  })
})
