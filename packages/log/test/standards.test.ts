/** Numbers that standards print, small enough to stand here. Larger collections: `published.test.ts`. */

import { describe, expect, test } from 'vitest'
import {
  bytesToHex,
  createSigningKey,
  hexToBytes,
  inclusionProof,
  leafHash,
  nodesOf,
  phraseToSecret,
  Secret,
  secretToPhrase,
  treeRoot,
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

/** The leaves that certificate transparency's tests use, and the roots of the trees over the first 1 to 8 of them. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
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

  test('LOG-2 trees have the roots of certificate transparency', () => {
    const hashes = leaves.map(leaf => leafHash(bytes(leaf)))
    const found = roots.map((_, i) => bytesToHex(treeRoot(hashes.slice(0, i + 1))))
    expect(found).toEqual(roots)
  })

  test('LOG-4 the path of the first of eight leaves', () => {
    const hashes = leaves.map(leaf => leafHash(bytes(leaf)))
    const path = inclusionProof(0, 8, nodesOf(hashes))?.map(bytesToHex)
    expect(path).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
  })

  test('KEY-7 a seed of zeros and one of ones are spelt as BIP-39 spells them', () => {
    const zeros = `${'abandon '.repeat(23)}art`
    const ones = `${'zoo '.repeat(23)}vote`
    expect(secretToPhrase(new Secret(new Uint8Array(32)))).toBe(zeros)
    expect(secretToPhrase(new Secret(new Uint8Array(32).fill(255)))).toBe(ones)
    for (const phrase of [zeros, ones]) expect(phraseToSecret(phrase).ok).toBe(true)
  })
})
