import {
  createStewardKey,
  createStewardSecret,
  hashLeaf,
  sha256,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from '@goodoffices/log'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryRelay, type MemoryRelay } from '../src/index.ts'
import { type Answer, expectRefusal, Member, openNoteOf } from './harness.ts'

type WireRecord = { position: number; time: number; envelope?: Uint8Array; hash?: Uint8Array }

let relay: MemoryRelay
let member: Member

beforeEach(async () => {
  relay = await createMemoryRelay({ limits: { destroyEnvelopesMax: 4096 } })
  member = await Member.make(relay.fetch)
  await member.create([await member.keys()])
})

const leafOf = (record: WireRecord): Uint8Array =>
  hashLeaf({
    time: record.time,
    envelopeHash: record.hash ?? sha256(record.envelope ?? new Uint8Array()),
  })

/** The records of one or more answers make the tree that the checkpoint of `answer` signs. */
async function expectVerified(answer: Answer, records: readonly WireRecord[]): Promise<void> {
  const opened = await openNoteOf(relay.vkey, member.id, answer.body.checkpoint)
  expect(opened.size).toBe(answer.body.size)
  expect(Buffer.from(opened.root)).toEqual(Buffer.from(treeRoot(records.map(leafOf))))
}

async function appendMany(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 256) {
    const batch = await Promise.all(Array.from({ length: Math.min(left, 256) }, () => member.seal()))
    expect((await member.append(batch)).status).toBe(200)
  }
}

describe('reading', () => {
  test('REL-30 records come in order from where one asks, and end where the log ends', async () => {
    await appendMany(9)
    const positions = async (from: number, limit?: number) =>
      (await member.read(from, limit)).body.records.map((record: WireRecord) => record.position)
    expect(await positions(0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await positions(3, 2)).toEqual([3, 4])
    expect(await positions(8, 100)).toEqual([8, 9])
    expect(await positions(10)).toEqual([])
    expect(await positions(1_000_000)).toEqual([])
    expect(await positions(0, 0)).toEqual([])
    const answer = await member.read()
    await expectVerified(answer, answer.body.records)
  })

  test('REL-30 an answer holds a bounded number of records and bytes', async () => {
    relay = await createMemoryRelay({ limits: { readEnvelopesMax: 4, readBytesMax: 3_000 } })
    member = await Member.make(relay.fetch)
    await member.create(await Promise.all(Array.from({ length: 10 }, () => member.seal())))
    expect((await member.read()).body.records).toHaveLength(4)
    expect((await member.read(0, 100)).body.records).toHaveLength(4)
    const large = await member.seal('x'.repeat(5_000))
    await member.append([large, await member.seal()])
    expect((await member.read(10)).body.records).toHaveLength(1)
  })

  test('REL-30 a read that does not say how much it wants is a page of 64 KiB', async () => {
    const large = await Promise.all(Array.from({ length: 9 }, () => member.seal('x'.repeat(15_000))))
    await member.append(large)
    const lengths = async (query: string) =>
      (await member.get(`envelopes?${query}`)).body.records.map(
        (record: WireRecord) => record.envelope?.length ?? 0,
      )
    const page: number[] = await lengths('from=1')
    const bytes = page.reduce((sum, length) => sum + length, 0)
    expect(bytes).toBeLessThanOrEqual(65_536)
    expect(bytes + (page[0] ?? 0)).toBeGreaterThan(65_536)
    expect(await lengths('from=1&bytes=40000')).toHaveLength(2)
    expect(await lengths('from=1&bytes=0')).toHaveLength(1)
    expect(await lengths('from=1&bytes=1000000')).toHaveLength(9)
    expect(await lengths('from=1&bytes=1000000&limit=3')).toHaveLength(3)
    expectRefusal(await member.get('envelopes?bytes=-1'), 400, 'relay/malformed')
  })

  test('REL-5 REL-31 to the holder of an old key the log ends where the epoch ended', async () => {
    await appendMany(2)
    await member.rekey(3)
    await appendMany(3)
    const old = member.asOf(1)
    const seen = await old.read()
    expect(seen.body.size).toBe(4)
    expect(seen.body.records).toHaveLength(4)
    await expectVerified(seen, seen.body.records)
    expect((await old.read(4)).body.records).toEqual([])
    expect((await old.read(2, 50)).body.records).toHaveLength(2)
    expect((await old.get('checkpoint')).body.size).toBe(4)
    expectRefusal(await old.get('inclusion?position=4'), 400, 'relay/range')
    expectRefusal(await old.get('inclusion?position=0&size=5'), 400, 'relay/range')
    expectRefusal(await old.get('consistency?from=0&to=5'), 400, 'relay/range')
    expect((await member.read()).body.size).toBe(7)
  })

  test('REL-32 the old view is a prefix of the new', async () => {
    await appendMany(4)
    await member.rekey(5)
    await appendMany(5)
    const before = (await member.asOf(1).get('checkpoint')).body
    const after = (await member.get(`consistency?from=${before.size}`)).body
    const [old, current] = [
      await openNoteOf(relay.vkey, member.id, before.checkpoint),
      await openNoteOf(relay.vkey, member.id, after.checkpoint),
    ]
    const claim = { size1: old.size, root1: old.root, size2: current.size, root2: current.root }
    expect(verifyConsistency({ ...claim, proof: after.proof })).toEqual({ ok: true, value: true })
  })
})

describe('proofs', () => {
  test('REL-33 REL-34 LAW every proof holds, across tiles, and for every size in between', async () => {
    const size = 700
    await appendMany(size - 1)
    const records: WireRecord[] = (await member.read()).body.records
    const leaves = records.map(leafOf)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: size }), fc.nat({ max: size }), async (to, number) => {
        const position = number % to
        const inclusion = (await member.get(`inclusion?position=${position}&size=${to}`)).body
        const root = treeRoot(leaves.slice(0, to))
        const leaf = leaves[position] as Uint8Array
        expect(verifyInclusion({ leaf, index: position, size: to, root, proof: inclusion.proof }).ok).toBe(
          true,
        )
        const from = Math.max(1, position)
        const consistency = (await member.get(`consistency?from=${from}&to=${to}`)).body
        const root1 = treeRoot(leaves.slice(0, from))
        const claim = { size1: from, root1, size2: to, root2: root }
        expect(verifyConsistency({ ...claim, proof: consistency.proof }).ok).toBe(true)
      }),
      { numRuns: Number(process.env['GOODOFFICES_RUNS'] ?? 60) },
    )
  })

  test('REL-33 REL-34 a proof about what is not there is refused with the size', async () => {
    await appendMany(2)
    const asks = [
      'inclusion?position=3',
      'inclusion?position=0&size=4',
      'inclusion?position=1&size=1',
      'inclusion?position=0&size=0',
      'consistency?from=0',
      'consistency?from=4',
      'consistency?from=2&to=1',
      'consistency?from=1&to=4',
    ]
    for (const rest of asks) {
      const answer = await member.get(rest)
      expectRefusal(answer, 400, 'relay/range')
      expect(answer.body.size).toBe(3)
    }
  })
})

describe('destruction', () => {
  test('REL-40 destroyed envelopes leave position, time and hash, and every proof', async () => {
    await appendMany(5)
    const before = await member.read()
    expect((await member.destroy(1, 4)).body).toEqual({ destroyed: 3 })
    const after = await member.read()
    expect(after.body.checkpoint).toBe(before.body.checkpoint)
    const kept: WireRecord[] = after.body.records
    expect(kept.map(record => record.envelope === undefined)).toEqual([false, true, true, true, false, false])
    for (const [i, record] of kept.entries()) {
      const original: WireRecord = before.body.records[i]
      expect(record.time).toBe(original.time)
      if (record.hash !== undefined) expect(record.hash).toEqual(sha256(original.envelope as Uint8Array))
    }
    await expectVerified(after, kept)
    const opened = await openNoteOf(relay.vkey, member.id, after.body.checkpoint)
    const { proof } = (await member.get('inclusion?position=2')).body
    const leaf = leafOf(kept[2] as WireRecord)
    expect(verifyInclusion({ leaf, index: 2, size: 6, root: opened.root, proof }).ok).toBe(true)
  })

  test('REL-41 destroying again destroys nothing, and what was destroyed cannot be sent again', async () => {
    const envelope = await member.seal()
    await member.append([envelope])
    expect((await member.destroy(1, 2)).body).toEqual({ destroyed: 1 })
    expect((await member.destroy(0, 2)).body).toEqual({ destroyed: 1 })
    expect((await member.destroy(0, 2)).body).toEqual({ destroyed: 0 })
    expect((await member.append([envelope])).body.positions).toEqual([1])
    expect((await member.read()).body.records[1].envelope).toBeUndefined()
  })

  test('REL-42 only the current key destroys, and only what is there', async () => {
    await member.rekey(1)
    expectRefusal(await member.asOf(1).destroy(0, 1), 403, 'relay/stale-epoch')
    for (const [from, to] of [
      [0, 3],
      [1, 1],
      [2, 1],
    ])
      expectRefusal(await member.destroy(from as number, to as number), 400, 'relay/range')
    expect((await member.destroy(0, 2)).body).toEqual({ destroyed: 2 })
  })

  test('REL-42 a request destroys a largest number, or nothing where a host destroys nothing', async () => {
    for (const destroyEnvelopesMax of [0, 2]) {
      relay = await createMemoryRelay({ limits: { destroyEnvelopesMax } })
      member = await Member.make(relay.fetch)
      await member.create([await member.keys(), await member.seal(), await member.seal()])
      expectRefusal(await member.destroy(0, destroyEnvelopesMax + 1), 400, 'relay/range')
      if (destroyEnvelopesMax > 0) expect((await member.destroy(0, 2)).body).toEqual({ destroyed: 2 })
    }
  })

  test('REL-44 only a steward destroys', async () => {
    const path = member.path('envelopes?from=0&to=1')
    expectRefusal(await member.send('DELETE', path), 403, 'relay/steward')
    const stranger = await createStewardKey(createStewardSecret())
    expectRefusal(await member.send('DELETE', path, undefined, { steward: stranger }), 403, 'relay/steward')
    expect((await member.read()).body.records[0].envelope).toBeDefined()
  })

  test('REL-43 destruction makes room', async () => {
    relay = await createMemoryRelay({ limits: { logBytesMax: 5_000, destroyEnvelopesMax: 4096 } })
    member = await Member.make(relay.fetch)
    await member.create([await member.keys()])
    let count = 0
    while ((await member.append([await member.seal('x'.repeat(500))])).status === 200) count += 1
    expect(count).toBeGreaterThan(1)
    expectRefusal(await member.append([await member.seal('x'.repeat(500))]), 507, 'relay/log-full')
    await member.destroy(0, count + 1)
    expect((await member.append([await member.seal('x'.repeat(500))])).status).toBe(200)
  })
})
