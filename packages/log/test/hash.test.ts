import { expand, extract } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, uint32 } from '../src/bytes.ts'
import { authenticate, deriveBytes, hash, sha256Of, tagPrefix } from '../src/hash.ts'
import { tags } from '../src/tags.ts'
import { runs } from './runs.ts'

const bytes = (maxLength: number) => fc.uint8Array({ maxLength })

describe('law: derivation and authentication are those of RFC 5869 and RFC 2104', () => {
  test('HKDF: whatever the key, the salt, the info and the length', () => {
    fc.assert(
      fc.property(
        bytes(200),
        fc.option(bytes(200), { nil: undefined }),
        bytes(200),
        fc.integer({ min: 1, max: 255 * 32 }),
        (key, salt, info, length) => {
          const derived = deriveBytes({
            key,
            tag: tags.contentKeys,
            info,
            length,
            ...(salt === undefined ? {} : { salt }),
          })
          const whole = concat(tagPrefix(tags.contentKeys), info)
          expect(derived).toEqual(expand(nobleSha256, extract(nobleSha256, key, salt), whole, length))
        },
      ),
      runs(60),
    )
  })

  test('HMAC: whatever the key and the message', () => {
    fc.assert(
      fc.property(bytes(200), bytes(2_000), (key, message) => {
        const expected = hmac(nobleSha256, key, concat(tagPrefix(tags.roster), message))
        expect(authenticate(key, tags.roster, message)).toEqual(expected)
      }),
      runs(60),
    )
  })

  test('ENC-12 tagged hashes, of parts however long, one after the other, with their lengths big-endian', () => {
    const lengths = [0, 1, 5_000, 3_000_000, 2, 70_000, 0]
    for (const [i, length] of lengths.entries()) {
      const parts = [new Uint8Array(length).fill(i), new Uint8Array(i)]
      const spelled = parts.flatMap(part => [uint32(part.length), part])
      expect(hash(tags.act, ...parts)).toEqual(nobleSha256(concat(tagPrefix(tags.act), ...spelled)))
      expect(sha256Of(...parts)).toEqual(nobleSha256(concat(...parts)))
    }
  })

  test('an input that breaks off leaves nothing in the next', () => {
    const expected = hash(tags.act, Uint8Array.of(1))
    expect(() => hash(tags.act, Uint8Array.of(9), undefined as never)).toThrow(TypeError)
    expect(hash(tags.act, Uint8Array.of(1))).toEqual(expected)
    expect(() => sha256Of(Uint8Array.of(9), undefined as never)).toThrow(TypeError)
    expect(sha256Of()).toEqual(nobleSha256(new Uint8Array()))
    expect(() => authenticate(Uint8Array.of(9), tags.roster, undefined as never)).toThrow(TypeError)
    expect(authenticate(Uint8Array.of(1), tags.roster, new Uint8Array())).toEqual(
      hmac(nobleSha256, Uint8Array.of(1), tagPrefix(tags.roster)),
    )
  })

  test('HKDF derives no more than 255 hashes', () => {
    expect(() =>
      deriveBytes({ key: new Uint8Array(32), tag: tags.contentKeys, length: 255 * 32 + 1 }),
    ).toThrow(RangeError)
  })
})
