import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appendLeaf,
  bytesToFrontier,
  bytesToHex,
  consistencyProof,
  emptyFrontier,
  emptyRoot,
  type Frontier,
  frontierRoot,
  frontierToBytes,
  hexToBytes,
  inclusionProof,
  leafHash,
  nodeHash,
  nodesOf,
  treeRoot,
  utf8,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.ts'
import { runs } from './runs.ts'

const bytes = (hex: string): Uint8Array => {
  const read = hexToBytes(hex)
  if (!read.ok) throw new Error(hex)
  return read.value
}

const leavesUpTo = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafHash(utf8(`leaf ${i}`)))

/** RFC 9162, section 2.1.1, word for word. */
const oracleRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return emptyRoot
  if (leaves.length === 1) return leaves[0] as Uint8Array
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(oracleRoot(leaves.slice(0, split)), oracleRoot(leaves.slice(split)))
}

/** RFC 9162, section 2.1.3.1, word for word. */
const oraclePath = (m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (leaves.length === 1) return []
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return m < k
    ? [...oraclePath(m, leaves.slice(0, k)), oracleRoot(leaves.slice(k))]
    : [...oraclePath(m - k, leaves.slice(k)), oracleRoot(leaves.slice(0, k))]
}

/** RFC 9162, section 2.1.4.1, word for word. */
const oracleSubproof = (
  m: number,
  leaves: readonly Uint8Array[],
  isWhole: boolean,
): readonly Uint8Array[] => {
  if (m === leaves.length) return isWhole ? [] : [oracleRoot(leaves)]
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return m <= k
    ? [...oracleSubproof(m, leaves.slice(0, k), isWhole), oracleRoot(leaves.slice(k))]
    : [...oracleSubproof(m - k, leaves.slice(k), false), oracleRoot(leaves.slice(0, k))]
}

const frontierOf = (leaves: readonly Uint8Array[]): Frontier =>
  leaves.reduce((f, leaf) => appendLeaf(f, leaf), emptyFrontier)

describe('the tree', () => {
  test('LOG-2 LOG-4 has the roots and the path of the Certificate Transparency reference for its eight inputs', () => {
    const inputs = [
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
    const leaves = inputs.map(input => leafHash(bytes(input)))
    expect(roots.map((_, i) => bytesToHex(treeRoot(leaves.slice(0, i + 1))))).toEqual(roots)
    expect(inclusionProof(0, 8, nodesOf(leaves))?.map(bytesToHex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(bytesToHex(treeRoot([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('LOG-2 LOG-4 LOG-5 agrees with the words of RFC 9162 at every size and position up to 40', () => {
    for (let size = 1; size <= 40; size++) {
      const leaves = leavesUpTo(size)
      const root = treeRoot(leaves)
      expect(root).toEqual(oracleRoot(leaves))
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, nodesOf(leaves))
        expect(proof).toEqual(oraclePath(index, leaves))
      }
      for (let old = 1; old <= size; old++)
        expect(consistencyProof(old, size, nodesOf(leaves))).toEqual(oracleSubproof(old, leaves, true))
    }
  })

  test('LOG-3 law: a frontier written down and read again appends to the same roots', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(40), (size, more) => {
        const leaves = leavesUpTo(size + more)
        const read = bytesToFrontier(frontierToBytes(frontierOf(leaves.slice(0, size))))
        if (!read.ok) throw new Error(read.error.code)
        const grown = leaves.slice(size).reduce((f, leaf) => appendLeaf(f, leaf), read.value)
        expect(frontierRoot(grown)).toEqual(treeRoot(leaves))
      }),
      runs(60),
    )
  })

  test('LOG-3 refuses a frontier with too many or too few nodes for its size', () => {
    const frontier = frontierOf(leavesUpTo(5))
    const short = frontierToBytes({ ...frontier, nodes: frontier.nodes.slice(1) })
    expect(bytesToFrontier(short)).toMatchObject({ ok: false, error: { code: 'encoding/shape' } })
  })
})

describe('proofs', () => {
  test('LOG-4 law: every proof made holds, and no bit of it, of the leaf or of the root can change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), (size, at, bit) => {
        const leaves = leavesUpTo(size)
        const index = at % size
        const claim = {
          leaf: leaves[index] as Uint8Array,
          index,
          size,
          root: treeRoot(leaves),
          proof: inclusionProof(index, size, nodesOf(leaves)) as readonly Uint8Array[],
        }
        expect(verifyInclusion(claim).ok).toBe(true)
        const flip = (hash: Uint8Array): Uint8Array =>
          hash.map((byte, i) => (i === (bit >> 3) % 32 ? byte ^ (1 << (bit & 7)) : byte))
        expect(verifyInclusion({ ...claim, leaf: flip(claim.leaf) }).ok).toBe(false)
        expect(verifyInclusion({ ...claim, root: flip(claim.root) }).ok).toBe(false)
        claim.proof.forEach((_, i) => {
          const proof = claim.proof.map((hash, j) => (i === j ? flip(hash) : hash))
          expect(verifyInclusion({ ...claim, proof }).ok).toBe(false)
        })
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, emptyRoot] }).ok).toBe(false)
        expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) }).ok).toBe(claim.proof.length === 0)
      }),
      runs(40),
    )
  })

  test('LOG-5 law: an older head is consistent with every later one, and with none whose past differs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.nat(), fc.nat(), (size2, cut, at) => {
        const leaves = leavesUpTo(size2)
        const size1 = 1 + (cut % size2)
        const proof = consistencyProof(size1, size2, nodesOf(leaves)) as readonly Uint8Array[]
        const claim = {
          size1,
          root1: treeRoot(leaves.slice(0, size1)),
          size2,
          root2: treeRoot(leaves),
          proof,
        }
        expect(verifyConsistency(claim).ok).toBe(true)
        const changed = leaves.map((leaf, i) => (i === at % size1 ? leafHash(utf8('another')) : leaf))
        const forged = consistencyProof(size1, size2, nodesOf(changed)) as readonly Uint8Array[]
        expect(verifyConsistency({ ...claim, root2: treeRoot(changed), proof: forged }).ok).toBe(false)
      }),
      runs(60),
    )
  })

  test('LOG-4 LOG-5 refuses positions outside the tree, and trees that shrink', () => {
    const leaf = leafHash(utf8('one'))
    const none = { leaf, root: leaf, proof: [] }
    expect(verifyInclusion({ ...none, index: 1, size: 1 })).toMatchObject({ error: { code: 'merkle/range' } })
    expect(verifyInclusion({ ...none, index: -1, size: 1 })).toMatchObject({
      error: { code: 'merkle/range' },
    })
    expect(verifyInclusion({ ...none, index: 0.5, size: 1 })).toMatchObject({
      error: { code: 'merkle/range' },
    })
    const shrunk = { size1: 2, root1: leaf, size2: 1, root2: leaf, proof: [] }
    expect(verifyConsistency(shrunk)).toMatchObject({ error: { code: 'merkle/range' } })
    expect(inclusionProof(3, 3, nodesOf([]))).toBeUndefined()
    expect(consistencyProof(4, 3, nodesOf([]))).toBeUndefined()
  })
})
