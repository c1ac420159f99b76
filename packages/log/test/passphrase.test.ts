import { argon2id } from 'hash-wasm'
import { describe, expect, test } from 'vitest'
import { decode, encode, openWithPassphrase, sealWithPassphrase, utf8, type Value } from '../src/index.ts'

const passphrase = 'a long walk by the lake'
const purpose = 'device of anna'

const listOf = (blob: Uint8Array): readonly Value[] => {
  const decoded = decode(blob)
  return decoded.ok && Array.isArray(decoded.value) ? decoded.value : []
}

describe('passphrases', () => {
  test("KEY-8 derive with Argon2id: the reference implementation's own case", async () => {
    const key = await argon2id({
      password: 'password',
      salt: utf8('somesalt'),
      memorySize: 65_536,
      iterations: 2,
      parallelism: 1,
      hashLength: 32,
    })
    expect(key).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  })

  test('KEY-8 open what they sealed, however their accents are typed', async () => {
    const blob = await sealWithPassphrase({
      passphrase: 'caf\u00e9 du lac',
      purpose,
      plaintext: utf8('seed'),
    })
    expect(await openWithPassphrase({ passphrase: 'cafe\u0301 du lac', purpose, blob })).toEqual({
      ok: true,
      value: utf8('seed'),
    })
    expect(await openWithPassphrase({ passphrase: 'cafe du lac', purpose, blob })).toMatchObject({
      error: { code: 'passphrase/wrong' },
    })
  })

  test('attack 14: KEY-9 a server that lowers or raises the cost is refused before any work', async () => {
    const blob = await sealWithPassphrase({ passphrase, purpose, plaintext: utf8('seed') })
    const changes: readonly [number, number][] = [
      [1, 65_535],
      [1, 0],
      [1, 2 ** 30],
      [2, 2],
      [2, 1_000],
      [3, 0],
      [3, 2],
    ]
    for (const [field, value] of changes) {
      const lowered = encode(listOf(blob).with(field, value))
      expect(await openWithPassphrase({ passphrase, purpose, blob: lowered })).toMatchObject({
        error: { code: 'passphrase/parameters' },
      })
    }
  })

  test('attack 14: KEY-9 another accepted cost, another salt or a swapped blob does not open', async () => {
    const blob = await sealWithPassphrase({ passphrase, purpose, plaintext: utf8('seed') })
    const wrong = { error: { code: 'passphrase/wrong' } }
    const dearer = encode(listOf(blob).with(2, 4))
    expect(await openWithPassphrase({ passphrase, purpose, blob: dearer })).toMatchObject(wrong)
    const salted = encode(listOf(blob).with(4, new Uint8Array(16)))
    expect(await openWithPassphrase({ passphrase, purpose, blob: salted })).toMatchObject(wrong)
    expect(await openWithPassphrase({ passphrase, purpose: 'device of boris', blob })).toMatchObject(wrong)
  })

  test('attack 14: KEY-9 a blob of another version or shape is refused', async () => {
    const blob = await sealWithPassphrase({ passphrase, purpose, plaintext: utf8('seed') })
    for (const shape of [encode(listOf(blob).with(0, 0)), encode(listOf(blob).slice(1)), new Uint8Array()])
      expect((await openWithPassphrase({ passphrase, purpose, blob: shape })).ok).toBe(false)
  })
})
