import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import { enrollablePoint, verifyInSoftware } from '../src/ed25519-software.ts'
import {
  type Bytes,
  base64ToBytes,
  bytesToHex,
  hexToBytes,
  isEnrollable,
  signatureBytes,
  utf8,
  verifyBytes,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.ts'
import { isBrowserHere, runInBrowser } from './browser.ts'
import { runCase, type VectorCase } from './vector-operations.ts'

/**
 * Vectors that others published, where they are at hand: in `vectors/published`, beside the project in
 * `../shared/vectors/published`, or where `GOODOFFICES_PUBLISHED` says. `vectors/README.md` names their origins.
 */
const places = [
  ...(process.env['GOODOFFICES_PUBLISHED'] === undefined
    ? []
    : [pathToFileURL(`${process.env['GOODOFFICES_PUBLISHED']}/`)]),
  new URL('../../../vectors/published/', import.meta.url),
  new URL('../../../../shared/vectors/published/', import.meta.url),
]
const folder = places.find(place => existsSync(place))
const isHere = (path: string): boolean => folder !== undefined && existsSync(new URL(path, folder))

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

const bytes = (hex: string): Bytes => {
  const result = hexToBytes(hex)
  if (!result.ok) throw new Error(hex)
  return result.value
}
const fromBase64 = (text: string | null): Bytes => {
  const result = base64ToBytes(text ?? '')
  if (!result.ok) throw new Error(text ?? 'null')
  return result.value
}

const filesUnder = (path: string): readonly string[] =>
  readdirSync(new URL(path, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .map(name => `${path}${name.split('/').map(encodeURIComponent).join('/')}`)

interface WycheproofFile<G> {
  readonly testGroups: readonly G[]
}

interface EdCase {
  readonly name: string
  readonly publicKey: string
  readonly message: string
  readonly signature: string
}

const wycheproofEd = 'wycheproof/ed25519_test.json'
const cctvEd = 'cctv/ed25519vectors.json'

type EdGroup = {
  readonly publicKey: { readonly pk: string }
  readonly tests: readonly {
    readonly tcId: number
    readonly msg: string
    readonly sig: string
    readonly result: string
  }[]
}

const wycheproofEdCases = (): readonly (EdCase & { readonly result: string })[] =>
  (read(wycheproofEd) as WycheproofFile<EdGroup>).testGroups.flatMap(({ publicKey, tests }) =>
    tests.map(({ tcId, msg, sig, result }) => ({
      name: `wycheproof ${tcId}`,
      publicKey: publicKey.pk,
      message: msg,
      signature: sig,
      result,
    })),
  )

const cctvEdCases = (): readonly EdCase[] =>
  (read(cctvEd) as readonly { number: number; key: string; sig: string; msg: string }[]).map(
    ({ number, key, sig, msg }) => ({
      name: `CCTV ${number}`,
      publicKey: key,
      message: bytesToHex(utf8(msg)),
      signature: sig,
    }),
  )

const merkle = 'transparency-dev-merkle/'

describe('published vectors (skipped where their data is not at hand)', () => {
  test.skipIf(!isHere(`${merkle}inclusion/`))('LOG-4 inclusion, by transparency-dev/merkle', () => {
    interface Case {
      readonly leafIdx: number
      readonly treeSize: number
      readonly root: string
      readonly leafHash: string
      readonly proof: readonly string[] | null
      readonly wantErr: boolean
    }
    const names = filesUnder(`${merkle}inclusion/`)
    expect(names.length).toBeGreaterThan(90)
    for (const name of names) {
      const { leafIdx, treeSize, root, leafHash, proof, wantErr } = read(name) as Case
      const claim = {
        index: leafIdx,
        size: treeSize,
        root: fromBase64(root),
        leaf: fromBase64(leafHash),
        proof: (proof ?? []).map(fromBase64),
      }
      expect([name, verifyInclusion(claim).ok]).toEqual([name, !wantErr])
    }
  })

  test.skipIf(!isHere(`${merkle}consistency/`))('LOG-5 consistency, by transparency-dev/merkle', () => {
    interface Case {
      readonly size1: number
      readonly size2: number
      readonly root1: string
      readonly root2: string
      readonly proof: readonly string[] | null
      readonly wantErr: boolean
    }
    const names = filesUnder(`${merkle}consistency/`)
    expect(names.length).toBeGreaterThan(90)
    for (const name of names) {
      const { size1, size2, root1, root2, proof, wantErr } = read(name) as Case
      const claim = {
        size1,
        size2,
        root1: fromBase64(root1),
        root2: fromBase64(root2),
        proof: (proof ?? []).map(fromBase64),
      }
      expect([name, verifyConsistency(claim).ok]).toEqual([name, !wantErr])
    }
  })

  test.skipIf(!isHere(wycheproofEd))('KEY-4 Ed25519, by Wycheproof', async () => {
    for (const { name, publicKey, message, signature, result } of wycheproofEdCases()) {
      expect([name, isEnrollable(bytes(publicKey))]).toEqual([name, true])
      const holds = await verifyBytes(bytes(publicKey), bytes(message), bytes(signature))
      expect([name, holds]).toEqual([name, result === 'valid'])
    }
  })

  test.skipIf(!isHere(cctvEd) || !isBrowserHere)(
    'attack 12: KEY-6 Node and a browser agree on all of CCTV and Wycheproof, once keys are enrollable',
    async () => {
      const cases = [...cctvEdCases(), ...wycheproofEdCases()].map(
        ({ name, ...input }): VectorCase => ({
          name,
          rule: 'KEY-6',
          operation: 'verifySignature',
          input,
          expected: { refused: '' },
        }),
      )
      expect(cases.length).toBeGreaterThan(1000)
      const [here, there] = [await Promise.all(cases.map(runCase)), await runInBrowser(cases)]
      expect(cases.map(({ name }, i) => [name, there[i]])).toEqual(
        cases.map(({ name }, i) => [name, here[i]]),
      )
    },
    60_000,
  )

  test.skipIf(!isHere(cctvEd))(
    'KEY-6 our own Ed25519 says what the engine says, once keys are enrollable',
    async () => {
      const all = [...cctvEdCases(), ...wycheproofEdCases()].map(
        ({ name, publicKey, message, signature }) => ({
          name,
          key: bytes(publicKey),
          message: bytes(message),
          signature: bytes(signature),
        }),
      )
      const cases = all.filter(
        ({ key, signature }) => isEnrollable(key) && signature.length === signatureBytes,
      )
      expect(cases.length).toBeGreaterThan(150)
      for (const { name, key, message, signature } of cases) {
        const isOurs = verifyInSoftware(enrollablePoint(key) as never, key, message, signature)
        // A neutral R is refused before either is asked.
        const isNeutral = bytesToHex(signature.subarray(0, 32)) === `01${'0'.repeat(62)}`
        expect([name, isOurs && !isNeutral]).toEqual([name, await verifyBytes(key, message, signature)])
      }
    },
  )

  test.skipIf(!isHere('wycheproof/hkdf_sha256_test.json'))('KEY-2 HKDF-SHA-256, by Wycheproof', () => {
    type Group = {
      readonly tests: readonly {
        readonly tcId: number
        readonly ikm: string
        readonly salt: string
        readonly info: string
        readonly size: number
        readonly okm: string
        readonly result: string
      }[]
    }
    for (const { tests } of (read('wycheproof/hkdf_sha256_test.json') as WycheproofFile<Group>).testGroups)
      for (const { tcId, ikm, salt, info, size, okm, result } of tests) {
        const derive = (): string =>
          bytesToHex(expand(sha256, extract(sha256, bytes(ikm), bytes(salt)), bytes(info), size))
        if (result === 'valid') expect([tcId, derive()]).toEqual([tcId, okm])
        else expect(derive).toThrow()
      }
  })

  test.skipIf(!isHere('wycheproof/aes_gcm_test.json'))(
    "ENV-3 the engine's AES-256-GCM, by Wycheproof",
    async () => {
      type Group = {
        readonly ivSize: number
        readonly keySize: number
        readonly tests: readonly {
          readonly tcId: number
          readonly key: string
          readonly iv: string
          readonly aad: string
          readonly msg: string
          readonly ct: string
          readonly tag: string
          readonly result: string
        }[]
      }
      const groups = (read('wycheproof/aes_gcm_test.json') as WycheproofFile<Group>).testGroups
      const ours = groups.filter(({ ivSize, keySize }) => ivSize === 96 && keySize === 256)
      expect(ours.length).toBeGreaterThan(0)
      for (const { tests } of ours)
        for (const vector of tests) {
          const key = await crypto.subtle.importKey('raw', bytes(vector.key), 'AES-GCM', false, ['decrypt'])
          const parameters = { name: 'AES-GCM', iv: bytes(vector.iv), additionalData: bytes(vector.aad) }
          const opened = await crypto.subtle.decrypt(parameters, key, bytes(vector.ct + vector.tag)).then(
            plaintext => bytesToHex(new Uint8Array(plaintext)),
            () => undefined,
          )
          const expected = vector.result === 'valid' ? vector.msg : undefined
          expect([vector.tcId, opened]).toEqual([vector.tcId, expected])
        }
    },
  )
})
