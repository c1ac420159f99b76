import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  base64ToBytes,
  base64urlToBytes,
  bytesToBase64,
  bytesToBase64url,
  bytesToHex,
  concat,
  equalBytes,
  fromUtf8,
  hash,
  hexToBytes,
  sha256,
  tags,
  utf8,
} from '../src/index.ts'
import { runs } from './runs.ts'

const arrays = fc.uint8Array({ maxLength: 70 }).map(bytes => new Uint8Array(bytes))

describe('bytes as text', () => {
  test.each([
    ['hex', bytesToHex, hexToBytes, 'hex'],
    ['base64', bytesToBase64, base64ToBytes, 'base64'],
    ['base64url', bytesToBase64url, base64urlToBytes, 'base64url'],
  ] as const)('ENC-9 law: %s comes back, and is what Node writes', (_, toText, fromText, name) => {
    fc.assert(
      fc.property(arrays, bytes => {
        expect(fromText(toText(bytes))).toEqual({ ok: true, value: bytes })
        expect(toText(bytes)).toBe(Buffer.from(bytes).toString(name))
      }),
      runs(200),
    )
  })

  test.each([
    ['an odd number of hex digits', hexToBytes, '0'],
    ['upper-case hex', hexToBytes, 'AA'],
    ['missing padding', base64ToBytes, 'AA'],
    ['too much padding', base64ToBytes, 'AAA=='],
    ['padding alone', base64ToBytes, '===='],
    ['stray bits', base64ToBytes, 'AB=='],
    ['white space', base64ToBytes, 'AA A'],
    ['the other alphabet', base64ToBytes, '_-AA'],
    ['padding where there is none', base64urlToBytes, 'AA=='],
    ['stray bits', base64urlToBytes, 'AB'],
    ['an impossible length', base64urlToBytes, 'AAAAA'],
    ['the other alphabet', base64urlToBytes, '+/AA'],
    ['a letter beyond ASCII', base64urlToBytes, 'AAA\u0141'],
  ] as const)('ENC-9 refuses %s', (_, fromText, text) => {
    expect(fromText(text)).toMatchObject({ ok: false, error: { code: 'bytes/malformed' } })
  })

  test('ENC-9 refuses what is not UTF-8, and keeps a byte order mark', () => {
    expect(fromUtf8(Uint8Array.of(0xc3, 0x28)).ok).toBe(false)
    expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf))).toEqual({ ok: true, value: '\ufeff' })
    expect(() => utf8('\udfff')).toThrow()
  })

  test('equal bytes are equal in length and content', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false)
  })
})

const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

describe('tagged hashes', () => {
  test("ENC-10 law: SHA-256 is the engine's, before and after WebAssembly takes over", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async any => {
        const bytes = new Uint8Array(any)
        const [expected, found] = [await digestOf(bytes), sha256(bytes)]
        sha256(Uint8Array.of(1)) // A result is the caller's own: the next call leaves it alone.
        expect(found).toEqual(expected)
        expect(nobleSha256(bytes)).toEqual(expected)
      }),
      runs(100),
    )
  })

  test('ENC-10 differ by tag, and by where one part ends and the next begins', () => {
    const [a, b] = [utf8('a'), utf8('b')]
    const hashes = [
      hash(tags.entry, a, b),
      hash(tags.act, a, b),
      hash(tags.entry, concat(a, b)),
      hash(tags.entry, b, a),
      hash(tags.entry, a, b, new Uint8Array()),
    ].map(bytesToHex)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('ENC-10 tags are distinct, and short enough for their length byte', () => {
    const all = Object.values(tags)
    expect(new Set(all).size).toBe(all.length)
    expect(all.every(tag => /^good-offices\/[a-z-]+\/[0-9]+$/.test(tag) && tag.length < 256)).toBe(true)
  })
})
