import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { concat } from '../src/bytes.ts'
import { enrollablePoint, verifyInSoftware } from '../src/ed25519-software.ts'
import { makeEd25519Cases } from './ed25519-cases.ts'
import type { VectorFile } from './vector-operations.ts'

const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...all: unknown[]) => Promise<CryptoKey>

/** An engine that is without something: what `refuses` says of an import is refused, and every module is loaded afresh. */
const loadWithout = async (refuses: (format: string, key: unknown, algorithm: string) => boolean) => {
  vi.resetModules()
  vi.restoreAllMocks()
  const refusing = vi.fn(async (format: string, key: unknown, algorithm: unknown, ...rest: unknown[]) => {
    const { name } = (typeof algorithm === 'string' ? { name: algorithm } : algorithm) as { name: string }
    if (refuses(format, key, name)) throw new DOMException('refused', 'DataError')
    return importKey(format, key, algorithm, ...rest)
  })
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(refusing)
  return {
    importing: refusing,
    ...(await import('../src/index.ts')),
    run: (await import('./vector-operations.ts')).runCase,
  }
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const pkcs8SeedAt = 16
const zeroFirst = Uint8Array.from({ length: 32 }, (_, i) => i)
const bytes = new Uint8Array(600).fill(7)

/** WebKit bug 307095. */
const asWebKit = (format: string, key: unknown, algorithm: string): boolean =>
  algorithm === 'Ed25519' && format === 'pkcs8' && (key as Uint8Array)[pkcs8SeedAt] === 0

const withoutEd25519 = (_format: string, _key: unknown, algorithm: string): boolean => algorithm === 'Ed25519'

describe('KEY-4 every engine opens every signing key', () => {
  test('one that refuses PKCS #8 of a seed that begins with a zero byte', async () => {
    const whole = await loadWithout(() => false)
    const { publicKey } = await whole.createSigningKey(zeroFirst)
    const { createSigningKey, verifyBytes, importing } = await loadWithout(asWebKit)
    await expect(
      crypto.subtle.importKey('pkcs8', new Uint8Array(48), 'Ed25519', false, ['sign']),
    ).rejects.toThrow('refused')
    const key = await createSigningKey(zeroFirst)
    expect(key.publicKey).toEqual(publicKey)
    expect(await verifyBytes(publicKey, bytes, await key.sign(bytes))).toBe(true)
    expect(importing).toHaveBeenCalledWith('jwk', expect.anything(), 'Ed25519', false, ['sign'])
  })

  test('one that drops a zero byte of the public key that it exports', async () => {
    const { createSigningKey } = await loadWithout(() => false)
    const { publicKey } = await createSigningKey(zeroFirst)
    const short = { x: Buffer.from(publicKey.subarray(1)).toString('base64url') }
    const exporting = vi.spyOn(crypto.subtle, 'exportKey').mockResolvedValue(short)
    expect((await createSigningKey(zeroFirst)).publicKey).toEqual(publicKey)
    expect(exporting).toHaveBeenCalledOnce()
  })

  test('one that has no Ed25519: the same keys, the same signatures', async () => {
    const whole = await loadWithout(() => false)
    const seeds = [zeroFirst, new Uint8Array(32), new Uint8Array(32).fill(255)]
    const expected = await Promise.all(
      seeds.map(async seed => {
        const key = await whole.createSigningKey(seed)
        return { publicKey: key.publicKey, signature: await key.sign(bytes) }
      }),
    )
    const { createSigningKey, verifyBytes } = await loadWithout(withoutEd25519)
    for (const [i, seed] of seeds.entries()) {
      const key = await createSigningKey(seed)
      const signature = await key.sign(bytes)
      expect({ publicKey: key.publicKey, signature }).toEqual(expected[i])
      expect(await verifyBytes(key.publicKey, bytes, signature)).toBe(true)
      expect(await verifyBytes(key.publicKey, bytes.with(3, 0), signature)).toBe(false)
    }
  })
})

describe('KEY-6 an engine without Ed25519 says the same of every edge case', () => {
  test('with the key enrollable or not', async () => {
    const { run } = await loadWithout(withoutEd25519)
    const cases = makeEd25519Cases()
    const found = await Promise.all(cases.map(run))
    expect(cases.map((vector, i) => ({ ...vector, expected: found[i] }))).toEqual(cases)
  })

  test('and refuses an S beyond the group order by itself', () => {
    const beyond = makeEd25519Cases().find(({ name }) => name === 'S beyond the group order')
    const [key, message, signature] = ['publicKey', 'message', 'signature'].map(
      name => new Uint8Array(Buffer.from(beyond?.input[name] as string, 'hex')),
    ) as [Uint8Array, Uint8Array, Uint8Array]
    expect(verifyInSoftware(enrollablePoint(key) as never, key, message, signature)).toBe(false)
  })

  test('and refuses a signature that lacks, or has beyond its 64 bytes, a byte of zero', async () => {
    const { createSigningKey, verifyBytes } = await loadWithout(withoutEd25519)
    const { publicKey, sign } = await createSigningKey(zeroFirst)
    let message = Uint8Array.of(0)
    let signature = await sign(message)
    // One in sixteen ends so: S is below 2^253.
    for (let i = 1; signature[63] !== 0; i++) {
      message = Uint8Array.of(i)
      signature = await sign(message)
    }
    expect(await verifyBytes(publicKey, message, signature)).toBe(true)
    expect(await verifyBytes(publicKey, message, signature.subarray(0, 63))).toBe(false)
    expect(await verifyBytes(publicKey, message, concat(signature, Uint8Array.of(0)))).toBe(false)
  })

  test('and verifies nothing with a key that is not enrollable, whatever the signature', async () => {
    const { verifyBytes } = await loadWithout(withoutEd25519)
    for (const { input, expected } of makeEd25519Cases()) {
      if (!('refused' in expected)) continue
      const [key, message, signature] = ['publicKey', 'message', 'signature'].map(
        name => new Uint8Array(Buffer.from(input[name] as string, 'hex')),
      )
      expect(await verifyBytes(key as Uint8Array, message as Uint8Array, signature as Uint8Array)).toBe(false)
    }
  })
})

describe('KEY-8 an engine without WebAssembly', () => {
  test('derives the same key, with the same parameters, and opens what was sealed with it', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    const { run } = await loadWithout(() => false)
    const { deriveArgon2id } = await import('../src/argon2.ts')
    // The reference implementation's own case.
    const cost = { memoryKib: 65_536, passes: 2, lanes: 1 }
    const key = await deriveArgon2id(Buffer.from('password'), Buffer.from('somesalt'), cost)
    expect(Buffer.from(key).toString('hex')).toBe(
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    )
    const file = readFileSync(new URL('../../../vectors/keys.json', import.meta.url), 'utf8')
    const cases = (JSON.parse(file) as VectorFile).cases.filter(({ rule }) => rule === 'KEY-8')
    expect(cases.length).toBeGreaterThan(1)
    for (const vector of cases) expect(await run(vector)).toEqual(vector.expected)
  })
})

const codesOf = async (refuses: Parameters<typeof loadWithout>[0]) =>
  (await (await loadWithout(refuses)).findEngineLacks()).map(
    ({ code, isReplaced }) => `${code} ${isReplaced ? 'replaced' : 'needed'}`,
  )

describe('KEY-11 an engine says what it is without', () => {
  test('nothing, or what its imports refuse', async () => {
    expect(await codesOf(() => false)).toEqual([])
    expect(await codesOf(withoutEd25519)).toEqual(['engine/ed25519 replaced'])
    expect(await codesOf((_format, _key, name) => name === 'AES-GCM')).toContain('engine/aes-gcm needed')
    expect(await codesOf((_format, _key, name) => name.startsWith('ML-KEM'))).toEqual([
      'engine/ml-kem replaced',
    ])
  })

  test('WebAssembly, which a page may forbid, and WebCrypto, which an insecure origin lacks', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    expect(await codesOf(() => false)).toEqual(['engine/webassembly replaced'])
    vi.unstubAllGlobals()
    const { findEngineLacks } = await loadWithout(() => false)
    vi.stubGlobal('crypto', {})
    expect(await findEngineLacks()).toEqual([{ code: 'engine/webcrypto', isReplaced: false }])
  })

  test('a text that may be ill-formed cannot be told', async () => {
    const { findEngineLacks } = await loadWithout(() => false)
    const texts: object = String.prototype
    const kept = Object.getOwnPropertyDescriptor(texts, 'isWellFormed')
    try {
      Reflect.deleteProperty(texts, 'isWellFormed')
      expect(await findEngineLacks()).toEqual([{ code: 'engine/well-formed', isReplaced: false }])
    } finally {
      Reflect.defineProperty(texts, 'isWellFormed', kept ?? {})
    }
  })
})
