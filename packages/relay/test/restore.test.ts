import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  consistencyProof,
  encode,
  hashLeaf,
  nodesOf,
  sha256,
  signLive,
  type Value,
  verifyInclusion,
} from '@goodoffices/log'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  Burials,
  createMemoryRelay,
  type MemoryRelay,
  MemoryStore,
  type RelayLimits,
  SqliteStore,
  type Store,
} from '../src/index.ts'
import { expectRefusal, Member, makeEpoch, openNoteOf, valueOf } from './harness.ts'

type Kept = { readonly time: number; readonly envelope?: Uint8Array; readonly hash?: Uint8Array }

const root = mkdtempSync(join(tmpdir(), 'relay-restore-'))
afterAll(() => rmSync(root, { recursive: true }))

const seed = new Uint8Array(32).fill(5)
const stores: readonly [string, () => Promise<Store>][] = [
  ['memory', async () => new MemoryStore()],
  ['sqlite', () => SqliteStore.open({ folder: mkdtempSync(join(root, 'store-')) })],
]

/** One relay that went on, and one of the same key that holds what it held at the time of a backup. */
class Twins {
  readonly member: Member
  readonly full: MemoryRelay
  readonly old: MemoryRelay
  readonly oldStore: Store
  readonly clock: { now: number }
  #reached: 'both' | 'full' | 'old' = 'both'

  private constructor(
    parts: Pick<Twins, 'full' | 'old' | 'oldStore' | 'clock'>,
    makeMember: (fetch: (request: Request) => Promise<Response>) => Member,
  ) {
    this.full = parts.full
    this.old = parts.old
    this.oldStore = parts.oldStore
    this.clock = parts.clock
    this.member = makeMember(request => this.#fetch(request))
  }

  static async make(openStore: () => Promise<Store>, limits: Partial<RelayLimits> = {}): Promise<Twins> {
    const clock = { now: 1_800_000_000_000 }
    const now = () => clock.now
    const oldStore = await openStore()
    const full = await createMemoryRelay({ now, seed, limits: { destroyEnvelopesMax: 4096 } })
    const old = await createMemoryRelay({ now, seed, store: oldStore, limits })
    const found: { twins?: Twins } = {}
    const member = await Member.make(request => (found.twins as Twins).#fetch(request), now)
    found.twins = new Twins({ full, old, oldStore, clock }, () => member)
    return found.twins
  }

  async #fetch(request: Request): Promise<Response> {
    if (this.#reached === 'old') return this.old.fetch(request)
    const copy = request.clone()
    const answer = await this.full.fetch(request)
    if (this.#reached === 'both') await this.old.fetch(copy)
    return answer
  }

  /** From here on only one relay hears. */
  backUp(): void {
    this.#reached = 'full'
  }

  goBack(): void {
    this.#reached = 'old'
  }

  async say(count = 1): Promise<void> {
    for (let left = count; left > 0; left -= 200) {
      this.clock.now += 1_000
      const batch = await Promise.all(Array.from({ length: Math.min(left, 200) }, () => this.member.seal()))
      expect((await this.member.append(batch)).status).toBe(200)
    }
  }

  /** Everything as a member keeps it, with the newest checkpoint. */
  async keep(): Promise<{
    readonly records: readonly Kept[]
    readonly checkpoint: string
    readonly size: number
  }> {
    const records: Kept[] = []
    for (;;) {
      const { body } = await this.member.read(records.length)
      for (const { time, envelope, hash } of body.records)
        records.push(envelope === undefined ? { time, hash } : { time, envelope })
      if (records.length >= body.size) return { records, checkpoint: body.checkpoint, size: body.size }
    }
  }
}

const leafOf = ({ time, envelope, hash }: Kept): Uint8Array =>
  hashLeaf({ time, envelopeHash: hash ?? sha256(envelope ?? new Uint8Array()) })

const proofOf = (records: readonly Kept[], from: number, to: number): readonly Uint8Array[] =>
  consistencyProof(from, to, nodesOf(records.slice(0, to).map(leafOf))) ?? []

const asValues = (records: readonly Kept[]): readonly Value[] => records

describe.each(stores)('restoring a relay on %s', (_, openStore) => {
  let twins: Twins
  let member: Member

  const makeTwins = async (limits: Partial<RelayLimits> = {}): Promise<Twins> => {
    const made = await Twins.make(openStore, limits)
    opened.push(made)
    return made
  }

  const start = async (limits: Partial<RelayLimits> = {}): Promise<void> => {
    twins = await makeTwins(limits)
    ;({ member } = twins)
    await member.create([await member.keys()])
    await twins.say(3)
    twins.backUp()
  }
  const opened: Twins[] = []
  beforeEach(() => start())
  afterEach(async () => {
    for (const { oldStore } of opened.splice(0)) await oldStore.close()
  })

  test('REL-107 what was lost stands where and when it stood, and the log goes on', async () => {
    await twins.say(2)
    await member.rekey(6)
    await twins.say(2)
    const { records, checkpoint, size } = await twins.keep()
    twins.goBack()
    twins.clock.now += 1_000_000
    expect((await member.asOf(1).get('checkpoint')).body.size).toBe(4)
    const restored = await member.restore(4, asValues(records.slice(4)), checkpoint)
    expect(restored.body).toEqual({ size, checkpoint })
    expect((await twins.keep()).records).toEqual(records)
    expect((await member.append([await member.seal()])).body.positions).toEqual([size])
    expect((await member.rekey(size + 1)).status).toBe(200)
  })

  test('REL-107 what another relay over the same store has written meanwhile is not taken for restored', async () => {
    await twins.say(2)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    twins.oldStore.append = async () => ({ kind: 'conflict', size: 5 })
    const answer = await member.restore(4, asValues(records.slice(4)), checkpoint)
    expectRefusal(answer, 503, 'relay/busy')
    expect((await member.get('checkpoint')).body.size).toBe(4)
  })

  test('REL-107 a restore repeated, or of what is there, changes nothing', async () => {
    await twins.say(2)
    const { records, checkpoint, size } = await twins.keep()
    twins.goBack()
    for (const from of [4, 4, 0, 2])
      expect((await member.restore(from, asValues(records.slice(from)), checkpoint)).body).toEqual({
        size,
        checkpoint,
      })
    expect(
      (
        await member.restore(0, asValues(records.slice(0, 2)), checkpoint, {
          proof: proofOf(records, 2, size),
        })
      ).status,
    ).toBe(200)
    expect((await twins.keep()).records).toEqual(records)
    const usage = await twins.oldStore.usage()
    const kept = records.reduce((sum, { envelope }) => sum + (envelope?.length ?? 0), 0)
    expect(usage).toMatchObject({ logs: 1, bytes: kept })
  })

  test('REL-107 LAW in whatever pieces it comes back, the log is the one that was lost', async () => {
    await twins.say(300)
    await member.rekey(304)
    await twins.say(260)
    const { records, checkpoint, size } = await twins.keep()
    twins.goBack()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: size }), { maxLength: 4 }), async cuts => {
        const ends = [...new Set([...cuts.filter(cut => cut > 4), size])].toSorted((a, b) => a - b)
        let from = 4
        for (const end of ends) {
          const proof = proofOf(records, end, size)
          const piece = asValues(records.slice(from, end))
          // A key that the relay does not know yet brings less at once.
          const signed = from > 304 ? member : member.asOf(1)
          expect((await signed.restore(from, piece, checkpoint, { proof })).status).toBe(200)
          from = end
        }
      }),
      { numRuns: 1 },
    )
    expect((await twins.keep()).records).toEqual(records)
    const position = 290
    const { proof } = (await member.get(`inclusion?position=${position}`)).body
    const { root } = await openNoteOf(twins.old.vkey, member.id, checkpoint)
    const leaf = leafOf(records[position] as Kept)
    expect(verifyInclusion({ leaf, index: position, size, root, proof }).ok).toBe(true)
  })

  test('REL-107 whoever listens hears of what comes back', async () => {
    await twins.say(2)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    const heard: ReturnType<typeof valueOf>[] = []
    const connection = twins.old.connectLive({ onMessage: message => heard.push(valueOf(message)) })
    const key = member.epoch.access
    const signature = await signLive(key, twins.old.name, member.id, heard[0].nonce)
    await connection.receive(encode({ type: 'subscribe', log: member.id, key: key.publicKey, signature }))
    await expect.poll(() => heard.length).toBe(2)
    await member.restore(4, asValues(records.slice(4)), checkpoint)
    await expect.poll(() => heard.length).toBe(3)
    expect(heard[2]).toMatchObject({ type: 'records', from: 4, size: 6, checkpoint })
    expect(heard[2].records.map((record: Kept) => record.time)).toEqual(
      records.slice(4).map(({ time }) => time),
    )
  })

  test('REL-101 a log that was lost whole comes back with its first key', async () => {
    const later = await makeTwins()
    later.backUp()
    await later.member.create([await later.member.keys()])
    await later.member.rekey(1)
    await later.say(2)
    const { records, checkpoint, size } = await later.keep()
    later.goBack()
    expectRefusal(await later.member.restore(0, asValues(records), checkpoint), 404, 'relay/unknown-log')
    const key = later.member.epochs[0]?.access
    if (key === undefined) throw new Error('no first epoch')
    const restored = await later.member.restore(0, asValues(records), checkpoint, { key })
    // To the first key the log ends where its epoch did.
    expect(restored.body).toMatchObject({ size: 2 })
    expect((await later.member.get('checkpoint')).body).toEqual({ size, checkpoint })
    expect((await later.member.rekey(size)).status).toBe(200)
  })

  test('REL-101 strangers restore nothing, and see no difference between logs', async () => {
    await twins.say(1)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    const { access: key } = await makeEpoch(1)
    const foreign = await member.restore(4, asValues(records.slice(4)), checkpoint, { key })
    expectRefusal(foreign, 404, 'relay/unknown-log')
    const absent = await Member.make(
      request => twins.old.fetch(request),
      () => twins.clock.now,
    )
    const other = await absent.restore(4, asValues(records.slice(4)), checkpoint, { key })
    expect(other.body).toEqual(foreign.body)
    expect((await member.get('checkpoint')).body.size).toBe(4)
  })

  test('REL-101 a key that comes with the records may sign', async () => {
    await member.rekey(4)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    expectRefusal(await member.get('checkpoint'), 404, 'relay/unknown-log')
    expect((await member.restore(4, asValues(records.slice(4)), checkpoint)).status).toBe(200)
    expect((await member.get('checkpoint')).body).toMatchObject({ size: 5, checkpoint })
  })

  test('REL-102 a checkpoint that this relay did not sign for this log restores nothing', async () => {
    await twins.say(1)
    const { records, checkpoint } = await twins.keep()
    const stranger = await createMemoryRelay({ now: () => twins.clock.now })
    const elsewhere = await Member.make(stranger.fetch, () => twins.clock.now)
    await elsewhere.create([await elsewhere.keys()])
    const other = await Member.make(
      request => twins.full.fetch(request),
      () => twins.clock.now,
    )
    const { body } = await other.create([await other.keys()])
    const foreign = (await elsewhere.get('checkpoint')).body.checkpoint
    twins.goBack()
    const [text = '', signature = ''] = checkpoint.split('\n\n')
    const forged: readonly [string, string][] = [
      [foreign, 'note/unsigned'],
      [body.checkpoint, 'checkpoint/origin'],
      [`${text.replace('\n5\n', '\n6\n')}\n\n${signature}`, 'note/signature'],
      [`${text}\n\n${signature.slice(0, -8)}AAAAAA=\n`, 'note/malformed'],
      ['', 'note/malformed'],
    ]
    for (const [note, reason] of forged) {
      const answer = await member.restore(4, asValues(records.slice(4)), note)
      expectRefusal(answer, 403, 'relay/checkpoint')
      if (reason !== 'note/malformed') expect(answer.body.reason).toBe(reason)
    }
    expect((await member.get('checkpoint')).body.size).toBe(4)
  })

  test('REL-103 records that do not lead to the checkpoint are refused', async () => {
    await twins.say(3)
    const { records, checkpoint, size } = await twins.keep()
    twins.goBack()
    const [a, b, c] = records.slice(4) as [Kept, Kept, Kept]
    const stranger = await member.seal('never said')
    const wrong: readonly (readonly Kept[])[] = [
      [{ ...a, time: a.time + 1 }, b, c],
      [{ ...a, envelope: stranger }, b, c],
      [{ time: a.time, hash: sha256(stranger) }, b, c],
      [b, a, c],
      [a, c],
      [a, b],
      [a, b, c, { time: c.time, envelope: stranger }],
      [a, b, c, c],
    ]
    for (const tried of wrong) {
      const answer = await member.restore(4, asValues(tried), checkpoint)
      expectRefusal(answer, 409, 'relay/restore')
      expect(answer.body).toEqual({ code: 'relay/restore', reason: 'root' })
    }
    const half = asValues([a, b])
    const proof = proofOf(records, 6, size)
    for (const bent of [[], proof.slice(1), [...proof, proof[0] as Uint8Array], proofOf(records, 5, size)])
      expect((await member.restore(4, half, checkpoint, { proof: bent })).body.reason).toBe('root')
    expect((await member.get('checkpoint')).body.size).toBe(4)
    expect((await member.restore(4, half, checkpoint, { proof })).body.size).toBe(6)
  })

  test('REL-103 records do not begin behind what the relay holds', async () => {
    await twins.say(2)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    const answer = await member.restore(5, asValues(records.slice(5)), checkpoint)
    expectRefusal(answer, 400, 'relay/range')
    expect(answer.body.size).toBe(4)
  })

  test('REL-104 what was written meanwhile by who had seen less is a fork', async () => {
    await twins.say(2)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    await member.append([await member.seal('had seen less')])
    // From the relay's own end on nothing leads there; from before it the relay sees where it parted.
    const beyond = await member.restore(5, asValues(records.slice(5)), checkpoint)
    expect(beyond.body).toEqual({ code: 'relay/restore', reason: 'root' })
    const forked = await member.restore(2, asValues(records.slice(2)), checkpoint)
    expectRefusal(forked, 409, 'relay/forked')
    expect(forked.body).toEqual({ code: 'relay/forked', position: 4 })
    expect((await member.get('checkpoint')).body.size).toBe(5)
  })

  test('REL-104 the same words sent again without what was seen stand at another time, and are a fork too', async () => {
    await twins.say(1)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    twins.clock.now += 1_000
    await member.append([records[4]?.envelope as Uint8Array])
    const answer = await member.restore(4, asValues(records.slice(4)), checkpoint)
    expect(answer.body).toEqual({ code: 'relay/forked', position: 4 })
  })

  test('REL-105 destroyed records come back as hashes, where an envelope shows their epoch', async () => {
    await twins.say(3)
    await member.destroy(4, 6)
    await member.rekey(7)
    const { records, checkpoint } = await twins.keep()
    expect(records.slice(4).map(({ hash }) => hash !== undefined)).toEqual([true, true, false, false])
    twins.goBack()
    const open = records.slice(4, 6)
    const blind = await member.restore(4, asValues(open), checkpoint, {
      proof: proofOf(records, 6, 8),
      key: member.asOf(1).epoch.access,
    })
    expect(blind.body).toEqual({ code: 'relay/restore', reason: 'epoch', position: 4 })
    const whole = asValues(records.slice(4))
    expect((await member.restore(4, whole, checkpoint, { isSteward: true })).status).toBe(200)
    expect((await twins.keep()).records).toEqual(records)
  })

  test('REL-109 hostile: nobody destroys by giving back a hash who may not destroy, and what was said comes back whole', async () => {
    await twins.say(3)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    const hidden = records
      .slice(4)
      .map(({ time, envelope }, at) =>
        at < 2 ? { time, hash: sha256(envelope ?? new Uint8Array()) } : { time, envelope },
      )
    const spoilt = await member.restore(4, asValues(hidden as Kept[]), checkpoint)
    expectRefusal(spoilt, 403, 'relay/steward')
    expect((await member.restore(4, asValues(records.slice(4)), checkpoint)).status).toBe(200)
    expect((await twins.keep()).records).toEqual(records)
  })

  test('REL-4 REL-5 hostile: no guess of its length shows a log to a stranger, nor to who has gone', async () => {
    const { checkpoint } = await twins.keep()
    await member.rekey(4)
    await twins.say(5)
    const gone = member.asOf(1)
    const { body: range } = await gone.restore(99, asValues((await twins.keep()).records), checkpoint)
    expect(range).toEqual({ code: 'relay/range', size: 5 })
    const guess = (size: number) => checkpoint.replace(/\n\d+\n/, `\n${size}\n`)
    const stranger = (await makeEpoch(1)).access
    for (const size of [3, 30]) {
      const seen = guess(size)
      expectRefusal(await gone.append([await gone.seal()], undefined, { seen }), 403, 'relay/stale-epoch')
      const strange = await member.append([await member.seal()], undefined, { seen, key: stranger })
      expectRefusal(strange, 404, 'relay/unknown-log')
    }
    const known = await member.append([await member.seal()], undefined, { seen: guess(30) })
    expectRefusal(known, 403, 'relay/checkpoint')
    // A keys envelope of one's own opens nothing either.
    const own = await makeEpoch(9)
    const records = [{ time: 1, envelope: await member.keys(own) }]
    for (const path of [
      member,
      await Member.make(
        request => twins.full.fetch(request),
        () => twins.clock.now,
      ),
    ]) {
      const asked = await path.restore(0, records, 'no checkpoint', { key: own.access })
      expectRefusal(asked, 404, 'relay/unknown-log')
    }
  })

  test('REL-105 nobody withholds a keys envelope, so that an old key stays in force', async () => {
    await twins.say(1)
    await member.rekey(5)
    const { records, checkpoint } = await twins.keep()
    await twins.say(1)
    const whole = await twins.keep()
    twins.goBack()
    const removed = member.asOf(1)
    const [said, keys] = records.slice(4) as [Kept, Kept]
    const hidden = { time: keys.time, hash: sha256(keys.envelope ?? new Uint8Array()) }
    const tail = await removed.restore(4, asValues([said, hidden]), checkpoint)
    expect(tail.body).toEqual({ code: 'relay/restore', reason: 'epoch', position: 5 })
    const between = await removed.restore(
      4,
      asValues([said, hidden, ...whole.records.slice(6)]),
      whole.checkpoint,
    )
    expect(between.body).toEqual({ code: 'relay/restore', reason: 'epoch', position: 5 })
    expectRefusal(await removed.append([await removed.seal()]), 409, 'relay/behind')
    expect((await member.restore(4, asValues(whole.records.slice(4)), whole.checkpoint)).status).toBe(200)
    expectRefusal(await removed.append([await removed.seal()]), 403, 'relay/stale-epoch')
  })

  test('REL-105 a log that was lost whole does not come back without its opening envelope', async () => {
    const later = await makeTwins()
    later.backUp()
    await later.member.create([await later.member.keys()])
    await later.say(1)
    await later.member.destroy(0, 1)
    const { records, checkpoint } = await later.keep()
    later.goBack()
    const answer = await later.member.restore(0, asValues(records), checkpoint)
    expect(answer.body).toEqual({ code: 'relay/restore', reason: 'epoch', position: 0 })
    expectRefusal(await later.member.get('checkpoint'), 404, 'relay/unknown-log')
  })

  test('REL-106 a relay that somebody has seen further takes nothing but a restore', async () => {
    await twins.say(1)
    await member.rekey(5)
    await twins.say(1)
    const { records, checkpoint, size } = await twins.keep()
    twins.goBack()
    const older = member.asOf(1)
    const envelope = await member.seal()
    const behind = { code: 'relay/behind', size: 4, seen: size }
    const answer = await member.append([envelope], undefined, { seen: checkpoint })
    expectRefusal(answer, 409, 'relay/behind')
    expect(answer.body).toEqual(behind)
    // Nobody else gets in between, whatever they have seen.
    expect((await older.append([await older.seal()])).body).toEqual(behind)
    expect((await older.rekey(4)).body).toEqual(behind)
    expect((await older.destroy(1, 2)).body).toEqual(behind)
    // What is there can be read, and an append that was placed is answered as ever.
    expect((await older.read()).body.size).toBe(4)
    const first = (await older.read()).body.records[1].envelope
    expect((await older.append([first])).body.positions).toEqual([1])
    const piece = { proof: proofOf(records, 5, size), key: older.epochs[0]?.access as never }
    expect((await member.restore(4, asValues(records.slice(4, 5)), checkpoint, piece)).status).toBe(200)
    expect((await older.append([await older.seal()])).body).toEqual({ ...behind, size: 5 })
    expect((await member.restore(5, asValues(records.slice(5)), checkpoint)).status).toBe(200)
    expect((await member.append([envelope], undefined, { seen: checkpoint })).body.positions).toEqual([size])
  })

  test('REL-106 a piece of a log that was lost whole is still owed the rest', async () => {
    const later = await makeTwins()
    later.backUp()
    await later.member.create([await later.member.keys()])
    await later.say(2)
    const { records, checkpoint } = await later.keep()
    later.goBack()
    const created = await later.member.create([await later.member.keys()], {}, checkpoint)
    expect(created.body).toEqual({ code: 'relay/behind', size: 0, seen: 3 })
    const proof = proofOf(records, 1, 3)
    expect((await later.member.restore(0, asValues(records.slice(0, 1)), checkpoint, { proof })).status).toBe(
      200,
    )
    expectRefusal(await later.member.append([await later.member.seal()]), 409, 'relay/behind')
  })

  test('REL-106 what was seen is believed by its signature, and only where it is more', async () => {
    const { checkpoint } = await twins.keep()
    await twins.say(2)
    const larger = await twins.keep()
    twins.goBack()
    const forged = larger.checkpoint.replace('\n6\n', '\n7\n')
    const answer = await member.append([await member.seal()], undefined, { seen: forged })
    expectRefusal(answer, 403, 'relay/checkpoint')
    expect((await member.append([await member.seal()], undefined, { seen: checkpoint })).status).toBe(200)
  })

  test('REL-108 a restore has a largest number of records, and keeps to the limits of an append', async () => {
    await start({ restoreRecordsMax: 2, envelopeBytesMax: 2_000, logBytesMax: 12_000 })
    await twins.say(3)
    const large = await member.seal('x'.repeat(4_000))
    await member.append([large])
    const { records, checkpoint, size } = await twins.keep()
    twins.goBack()
    const many = await member.restore(4, asValues(records.slice(4)), checkpoint)
    expectRefusal(many, 413, 'relay/too-large')
    expect(many.body).toMatchObject({ of: 'records', max: 2 })
    const two = { proof: proofOf(records, 6, size) }
    expect((await member.restore(4, asValues(records.slice(4, 6)), checkpoint, two)).status).toBe(200)
    const bytes = await member.restore(6, asValues(records.slice(6)), checkpoint)
    expectRefusal(bytes, 413, 'relay/too-large')
    expect(bytes.body).toMatchObject({ of: 'envelope', max: 2_000 })
  })

  test.each([
    ['logBytesMax', 'relay/log-full'],
    ['storeBytesMax', 'relay/store-full'],
  ])('REL-108 a restore stays within %s', async (limit, code) => {
    await start({ [limit]: 8_000 })
    await twins.say(12)
    const { records, checkpoint } = await twins.keep()
    twins.goBack()
    expectRefusal(await member.restore(4, asValues(records.slice(4)), checkpoint), 507, code)
    expect((await member.get('checkpoint')).body.size).toBe(4)
  })

  test('REL-1 REL-101 fields that are not ours, missing, or of another type are refused', async () => {
    const { records, checkpoint } = await twins.keep()
    const good = { from: 0, records: asValues(records), checkpoint }
    const [first] = records as readonly Value[]
    const { time, envelope } = records[0] as Required<Kept>
    const bodies: readonly Value[] = [
      { records: good.records, checkpoint },
      { ...good, from: -1 },
      { ...good, records: [] },
      { ...good, records: [envelope] },
      { ...good, records: [{ time }] },
      { ...good, records: [{ envelope }] },
      { ...good, records: [{ time, envelope, hash: sha256(envelope) }] },
      { ...good, records: [{ time, hash: new Uint8Array(31) }] },
      { ...good, records: [{ time, envelope, position: 0 }] },
      { ...good, records: [first ?? null, null] },
      { from: 0, records: good.records },
      { ...good, checkpoint: 1 },
      { ...good, proof: 'none' },
      { ...good, more: 1 },
    ]
    for (const body of bodies)
      expectRefusal(await member.send('POST', member.path('restore'), body), 400, 'relay/malformed')
    const junk = { ...good, records: [{ time, envelope: Uint8Array.of(1) }] }
    expectRefusal(await member.send('POST', member.path('restore'), junk), 400, 'relay/envelope')
    for (const body of [{ envelopes: [envelope], seen: 1 }])
      expectRefusal(await member.send('POST', member.path('envelopes'), body), 400, 'relay/malformed')
  })
})

test('REL-106 what a relay owes it knows after a restart', async () => {
  const folder = mkdtempSync(join(root, 'owed-'))
  const twins = await Twins.make(() => SqliteStore.open({ folder }))
  const { member } = twins
  await member.create([await member.keys()])
  twins.backUp()
  await twins.say(1)
  const { checkpoint } = await twins.keep()
  twins.goBack()
  expectRefusal(
    await member.append([await member.seal()], undefined, { seen: checkpoint }),
    409,
    'relay/behind',
  )
  await twins.oldStore.close()
  const store = await SqliteStore.open({ folder })
  const again = await createMemoryRelay({ store, seed, now: () => twins.clock.now })
  const path = member.path('envelopes')
  const envelopes = [await member.seal()]
  const spied = await Member.make(again.fetch)
  spied.epochs.splice(0, 1, member.epoch)
  expectRefusal(await spied.send('POST', path, { envelopes }, { time: twins.clock.now }), 409, 'relay/behind')
  await store.close()
})

/** A relay that notes what is destroyed, and one of the same key put back from before, which finds the notes beside it. */
const begin = async () => {
  const path = join(mkdtempSync(join(root, 'noted-')), 'destroyed.log')
  const clock = { now: 1_800_000_000_000 }
  const [full, store] = [new MemoryStore(), new MemoryStore()]
  const relayOn = async (on: Store, isNoting: boolean): Promise<MemoryRelay> =>
    createMemoryRelay({
      now: () => clock.now,
      seed,
      store: on,
      ...(isNoting ? { burials: await Burials.open(path) } : {}),
    })
  const reached = { relays: [await relayOn(full, true), await relayOn(store, false)] }
  const member = await Member.make(
    async request => {
      const [first, ...others] = reached.relays.map(relay => relay.fetch(request.clone()))
      await Promise.all(others)
      return first as Promise<Response>
    },
    () => clock.now,
  )
  const say = async (count: number) => {
    clock.now += 1_000
    const batch = await Promise.all(Array.from({ length: count }, () => member.seal()))
    expect((await member.append(batch)).status).toBe(200)
  }
  await member.create([await member.keys()])
  await say(3)
  // From here on the second one has what a backup would hold.
  reached.relays = reached.relays.slice(0, 1)
  await say(2)
  const before = (await member.read(0)).body
  return { path, clock, store, reached, member, say, before, relayOn }
}
type Begun = Awaited<ReturnType<typeof begin>>
const there = async ({ store, member }: Begun) =>
  (await store.read({ id: member.id, from: 0, to: 100, bytesMax: 1_000_000 })).flatMap(
    ({ position, envelope }) => (envelope === undefined ? [] : [position]),
  )

describe('what was destroyed since the backup', () => {
  test('REL-110 is destroyed again at the start, and where members give it back', async () => {
    const begun = await begin()
    const { path, store, reached, member, before, relayOn } = begun
    expect((await member.destroy(1, 5)).body).toEqual({ destroyed: 4 })
    // What is gone already is noted no second time.
    const noted = readFileSync(path, 'utf8')
    expect((await member.destroy(1, 5)).body).toEqual({ destroyed: 0 })
    expect(readFileSync(path, 'utf8')).toBe(noted)
    expect(await there(begun)).toEqual([0, 1, 2, 3])
    const burials = await Burials.open(path)
    expect(await burials.repeat(store)).toMatchObject({ envelopes: 3 })
    expect(await there(begun)).toEqual([0])
    reached.relays = [await relayOn(store, true)]
    const kept = before.records.slice(4).map(({ time, envelope }: Kept) => ({ time, envelope }))
    const back = await member.restore(4, kept, before.checkpoint)
    expect(back.body).toMatchObject({ size: 6 })
    expect(await there(begun)).toEqual([0, 5])
    // The tree is what it was: only the words are gone.
    expect((await member.get('checkpoint')).body.checkpoint).toBe(before.checkpoint)
    expect((await store.usage()).bytes).toBe(
      [0, 5].reduce((sum, at) => sum + before.records[at].envelope.length, 0),
    )
  })

  test('REL-110 is known by what it is: what somebody wrote meanwhile in its place stays', async () => {
    const begun = await begin()
    const { store, reached, member, say, path, relayOn } = begun
    expect((await member.destroy(4, 6)).body).toEqual({ destroyed: 2 })
    reached.relays = [await relayOn(store, true)]
    await say(2)
    expect(await (await Burials.open(path)).repeat(store)).toMatchObject({ envelopes: 0 })
    expect(await there(begun)).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('REL-110 a note that was cut short hides none that follows, and is nobody’s', async () => {
    const begun = await begin()
    const { path, store, member } = begun
    appendFileSync(path, `\n${member.id} AAAA`)
    expect((await member.destroy(1, 2)).status).toBe(200)
    expect(await (await Burials.open(path)).repeat(store)).toMatchObject({ envelopes: 1 })
    expect(await there(begun)).toEqual([0, 2, 3])
  })
})
