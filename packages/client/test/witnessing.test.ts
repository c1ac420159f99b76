/** What a witness says of two heads. */

import {
  consistencyProof,
  createAccessKey,
  createEpochKey,
  createNoteSigner,
  leafHash,
  logOrigin,
  nodesOf,
  signCheckpoint,
  treeRoot,
  utf8,
} from '@goodoffices/log'
import { expect, it } from 'vitest'
import { type HeadPort, type WatchedLog, witnessHead } from '../src/index.ts'

const leavesOf = (...texts: readonly string[]) => texts.map(text => leafHash(utf8(text)))

it('CLI-63 a head holds if it goes on from the one before by a proof; shorter, other, unproven and foreign ones do not', async () => {
  const signer = await createNoteSigner('relay.example', new Uint8Array(32).fill(3))
  const stranger = await createNoteSigner('relay.example', new Uint8Array(32).fill(4))
  const log = 'A'.repeat(43) as WatchedLog['log']
  const key = await createAccessKey(createEpochKey())
  const noteOf = (leaves: readonly Uint8Array[], by = signer) =>
    signCheckpoint({ origin: logOrigin(signer.name, log), size: leaves.length, root: treeRoot(leaves) }, by)
  /** A relay that shows these leaves, and proves by them. */
  const showing = (leaves: readonly Uint8Array[], by = signer): HeadPort => ({
    address: 'https://relay.example',
    head: () => noteOf(leaves, by),
    consistency: async (_log, _key, from, to) => consistencyProof(from, to, nodesOf(leaves)) ?? [],
  })
  const watched: WatchedLog = { log, key, relay: signer, checkpoint: '' }
  const seen = leavesOf('a', 'b', 'c')
  const known = await noteOf(seen)
  const codeOf = async (port: HeadPort, before = known) => {
    const held = await witnessHead(port, watched, before)
    return held.ok ? 'held' : held.error.code
  }
  expect(await codeOf(showing(seen))).toBe('held')
  expect(await codeOf(showing([...seen, ...leavesOf('d', 'e')]))).toBe('held')
  expect(await codeOf(showing(seen), '')).toBe('held')
  expect(await codeOf(showing(seen.slice(0, 2)))).toBe('log-rolled-back')
  expect(await codeOf(showing(leavesOf('a', 'b', 'x')))).toBe('log-forked')
  expect(await codeOf(showing(leavesOf('a', 'x', 'c', 'd')))).toBe('log-forked')
  expect(await codeOf(showing(seen, stranger))).toBe('relay-key-differs')
  const held = await witnessHead(showing(leavesOf('a', 'b', 'x')), watched, known)
  expect(held).toMatchObject({ error: { size: 3, seen: 3, known } })
})
