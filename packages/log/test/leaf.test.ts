import { expect, test } from 'vitest'
import {
  envelopeLeaf,
  hashLeaf,
  inclusionProof,
  type Leaf,
  nodesOf,
  treeRoot,
  utf8,
  verifyInclusion,
} from '../src/index.ts'

test('LOG-1 once an envelope is destroyed, its leaf still proves its place and time', () => {
  const leaves = ['one', 'two', 'three'].map((text, i) => envelopeLeaf(1_790_000_000_000 + i, utf8(text)))
  const root = treeRoot(leaves.map(hashLeaf))
  const proof = inclusionProof(1, 3, nodesOf(leaves.map(hashLeaf))) ?? []
  const kept: Leaf = leaves[1] as Leaf
  expect(verifyInclusion({ leaf: hashLeaf(kept), index: 1, size: 3, root, proof }).ok).toBe(true)
  const later = { ...kept, time: kept.time + 1 }
  expect(verifyInclusion({ leaf: hashLeaf(later), index: 1, size: 3, root, proof }).ok).toBe(false)
})
