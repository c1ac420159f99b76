/** Numbers that standards print, small enough to stand here. Larger collections: `published.test.ts`. */

import { describe, expect, test } from 'vitest'
import {
  bytesToHex,
  createSigningKey,
  hexToBytes,
  phraseToSecret,
  Secret,
  secretToPhrase,
  verifyBytes,
} from '../src/index.ts'

const bytes = (hex: string): Uint8Array => {
  const result = hexToBytes(hex)
  if (!result.ok) throw new Error(hex)
  return result.value
}

/** RFC 8032, section 7.1, tests 1 to 3. */
const ed25519 = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
]

describe('standards', () => {
  test.each(ed25519)('KEY-4 signs and verifies as RFC 8032 does: $message', async example => {
    const { publicKey, sign } = await createSigningKey(bytes(example.seed))
    expect(bytesToHex(publicKey)).toBe(example.key)
    const signature = await sign(bytes(example.message))
    expect(bytesToHex(signature)).toBe(example.signature)
    expect(await verifyBytes(publicKey, bytes(example.message), signature)).toBe(true)
    expect(await verifyBytes(publicKey, bytes(`${example.message}00`), signature)).toBe(false)
  })

  test('KEY-7 a seed of zeros and one of ones are spelt as BIP-39 spells them', () => {
    const zeros = `${'abandon '.repeat(23)}art`
    const ones = `${'zoo '.repeat(23)}vote`
    expect(secretToPhrase(new Secret(new Uint8Array(32)))).toBe(zeros)
    expect(secretToPhrase(new Secret(new Uint8Array(32).fill(255)))).toBe(ones)
    for (const phrase of [zeros, ones]) expect(phraseToSecret(phrase).ok).toBe(true)
  })
})
