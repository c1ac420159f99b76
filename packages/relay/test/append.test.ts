import {
  createStewardKey,
  createStewardSecret,
  hashLeaf,
  logIdOf,
  sha256,
  signRequest,
  treeRoot,
} from '@goodoffices/log'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryRelay, type MemoryRelay } from '../src/index.ts'
import { expectRefusal, Member, makeEpoch, openNoteOf, send } from './harness.ts'

let relay: MemoryRelay
let member: Member
let clock: number
const now = () => clock

beforeEach(async () => {
  clock = 1_800_000_000_000
  relay = await createMemoryRelay({ now })
  member = await Member.make(relay.fetch, now)
})

describe('creating a log', () => {
  test('REL-10 the id follows from the first access key', async () => {
    const created = await member.create([await member.keys(), await member.seal()])
    expect(created.status).toBe(200)
    expect(created.body).toMatchObject({ positions: [0, 1], times: [clock, clock], size: 2 })
    expect(member.id).toBe(logIdOf(member.epoch.access.publicKey))
    expect(await openNoteOf(relay.vkey, member.id, created.body.checkpoint)).toMatchObject({ size: 2 })
  })

  test('REL-10 only the holder of the key named in the body creates its log', async () => {
    const other = await makeEpoch()
    const body = { access: other.access.publicKey, envelopes: [] }
    expectRefusal(await member.send('POST', '/v1/logs', body), 400, 'relay/malformed')
  })

  test('REL-11 creating again changes nothing and answers the same places', async () => {
    const envelopes = [await member.keys(), await member.seal()]
    const first = await member.create(envelopes)
    clock += 60_000
    await member.append([await member.seal()])
    const again = await member.create(envelopes)
    expect(again.body).toMatchObject({ positions: [0, 1], times: first.body.times, size: 3 })
    expectRefusal(await member.create([await member.seal('new')]), 409, 'relay/exists')
  })

  test('REL-12 a host may ask for a creation token', async () => {
    relay = await createMemoryRelay({ now, creationToken: 'bearer of good news' })
    member = await Member.make(relay.fetch, now)
    expectRefusal(await member.create(), 403, 'relay/creation-token')
    expectRefusal(await member.create([], { 'creation-token': 'wrong' }), 403, 'relay/creation-token')
    expect((await member.create([], { 'creation-token': 'bearer of good news' })).status).toBe(200)
    expect((await member.append([await member.seal()])).status).toBe(200)
  })

  test('REL-13 a log that is refused its first envelopes does not exist', async () => {
    const wrong = await member.seal('x', await makeEpoch(7))
    expectRefusal(await member.create([wrong]), 409, 'relay/epoch')
    expectRefusal(await member.get('checkpoint'), 404, 'relay/unknown-log')
  })
})

describe('appending', () => {
  beforeEach(async () => {
    await member.create([await member.keys()])
  })

  test('REL-13 nor one whose first envelope is none', async () => {
    const other = await Member.make(relay.fetch, now)
    expectRefusal(await other.create([new Uint8Array(40)]), 400, 'relay/envelope')
    expectRefusal(await other.get('checkpoint'), 404, 'relay/unknown-log')
  })

  test('REL-20 only the current key appends', async () => {
    await member.rekey(1)
    const removed = member.asOf(1)
    const answer = await removed.append([await removed.seal()])
    expectRefusal(answer, 403, 'relay/stale-epoch')
    expect(answer.body).toEqual({ code: 'relay/stale-epoch' })
    expect((await member.append([await member.seal()])).body.positions).toEqual([2])
  })

  test('REL-21 a batch that expects another size is refused with the size', async () => {
    await member.append([await member.seal()])
    for (const size of [0, 1, 3]) {
      const answer = await member.append([await member.seal()], size)
      expectRefusal(answer, 409, 'relay/conflict')
      expect(answer.body.size).toBe(2)
    }
    expect((await member.append([await member.seal()], 2)).body.positions).toEqual([2])
  })

  test('REL-22 a change of keys names the size it was made for', async () => {
    const next = await makeEpoch(2)
    expectRefusal(await member.append([await member.keys(next, member.epoch)]), 400, 'relay/expect-required')
  })

  test('REL-22 of two that change keys at once exactly one succeeds', async () => {
    const rival = member.asOf(1)
    const answers = await Promise.all([member.rekey(1), rival.rekey(1)])
    expect(answers.map(answer => answer.status).sort((a, b) => a - b)).toEqual([200, 403])
  })

  test('REL-23 a keys envelope made for another log is refused', async () => {
    const other = await Member.make(relay.fetch, now)
    const next = await makeEpoch(2)
    const answer = await member.append([await member.keys(next, member.epoch, other.id)], 1)
    expectRefusal(answer, 400, 'relay/envelope')
    expect(answer.body).toMatchObject({ index: 0, reason: 'envelope/log' })
  })

  test('REL-24 a sealed envelope of another epoch is refused', async () => {
    for (const epoch of [0, 2, 9]) {
      const answer = await member.append([
        await member.seal('fine'),
        await member.seal('x', await makeEpoch(epoch)),
      ])
      expectRefusal(answer, 409, 'relay/epoch')
      expect(answer.body).toMatchObject({ index: 1, epoch: 1 })
    }
  })

  test('REL-24 a keys envelope starts the next epoch and no other', async () => {
    for (const epoch of [0, 1, 3]) {
      const answer = await member.append([await member.keys(await makeEpoch(epoch), member.epoch)], 1)
      expectRefusal(answer, 409, 'relay/epoch')
    }
  })

  test('REL-24 keys that are the log’s own do not open it as another epoch than the first', async () => {
    const other = await Member.make(relay.fetch, now)
    const [first] = other.epochs
    if (first === undefined) throw new Error('no first epoch')
    const third = await other.keys({ ...first, number: 3 }, first)
    expectRefusal(await other.create([third]), 409, 'relay/epoch')
  })

  test('REL-24 a log is opened once, with its own key', async () => {
    const again = await member.append([await member.keys()], 1, { isSteward: true })
    expectRefusal(again, 409, 'relay/epoch')
    const other = await Member.make(relay.fetch, now)
    const foreign = await other.keys(await makeEpoch())
    expectRefusal(await other.create([foreign]), 409, 'relay/epoch')
    expectRefusal(await other.get('checkpoint'), 404, 'relay/unknown-log')
  })

  test('REL-24 within a batch the epoch changes at the keys envelope', async () => {
    const next = await makeEpoch(2)
    const batch = [
      await member.seal('old'),
      await member.keys(next, member.epoch),
      await member.seal('new', next),
    ]
    expect((await member.append(batch, 1, { isSteward: true })).body.positions).toEqual([1, 2, 3])
    member.epochs.push(next)
    expect((await member.append([await member.seal()])).body.positions).toEqual([4])
  })

  test('REL-44 keys that no steward countersigned begin no epoch', async () => {
    const next = await makeEpoch(2)
    const keys = await member.keys(next, member.epoch)
    expectRefusal(await member.append([keys], 1), 403, 'relay/steward')
    const stranger = await createStewardKey(createStewardSecret())
    expectRefusal(await member.append([keys], 1, { steward: stranger }), 403, 'relay/steward')
    // The room goes on in the epoch it is in.
    expect((await member.append([await member.seal()])).body.positions).toEqual([1])
    expect((await member.rekey(2)).status).toBe(200)
    const former = await createStewardKey((member.epochs[0] as typeof next).steward)
    const third = await makeEpoch(3)
    const later = [await member.keys(third, member.epoch)]
    expectRefusal(await member.append(later, 3, { steward: former }), 403, 'relay/steward')
  })

  test('REL-44 a log that was begun without a steward has one epoch', async () => {
    const mailbox = await Member.make(relay.fetch, () => clock)
    await mailbox.create()
    expectRefusal(await mailbox.rekey(0), 403, 'relay/steward')
    expectRefusal(await mailbox.append([await mailbox.keys()], 0, { isSteward: true }), 409, 'relay/epoch')
    await mailbox.append([await mailbox.seal()])
    expectRefusal(await mailbox.destroy(0, 1), 403, 'relay/steward')
  })

  test('REL-26 an envelope sent again keeps its place', async () => {
    const envelope = await member.seal()
    const first = await member.append([envelope])
    clock += 1_000
    const again = await member.append([envelope])
    expect(again.body).toEqual(first.body)
    const mixed = await member.append([envelope, await member.seal(), envelope])
    expect(mixed.body).toMatchObject({
      positions: [1, 2, 1],
      times: [clock - 1_000, clock, clock - 1_000],
      size: 3,
    })
  })

  test('REL-26 one that stands twice in a batch is placed once', async () => {
    const [one, other] = [await member.seal(), await member.seal()]
    const { body } = await member.append([one, other, one])
    expect(body).toMatchObject({ positions: [1, 2, 1], size: 3 })
    expect((await member.read(1)).body.records).toHaveLength(2)
  })

  test('REL-26 a repeated request is answered whatever has changed since', async () => {
    const envelopes = [await member.seal(), await member.seal()]
    const first = await member.append(envelopes, 1)
    await member.append([await member.seal()])
    const repeated = await member.append(envelopes, 1)
    expect(repeated.body).toMatchObject({ positions: first.body.positions, times: first.body.times, size: 4 })
    await member.rekey(4)
    const stale = await member.asOf(1).append(envelopes, 1)
    expect(stale.body).toMatchObject({ positions: first.body.positions, size: 5 })
  })

  test('REL-26 another log is another matter', async () => {
    const other = await Member.make(relay.fetch, now)
    await other.create()
    const envelope = await member.seal()
    await member.append([envelope])
    expect((await other.append([envelope])).body.positions).toEqual([0])
  })

  test('REL-27 a batch is placed as a whole or not at all', async () => {
    const good = await member.seal()
    for (const bad of [Uint8Array.of(0xff), new Uint8Array(), await member.seal('x', await makeEpoch(4))])
      expect((await member.append([good, bad])).status).toBeGreaterThanOrEqual(400)
    expect((await member.get('checkpoint')).body.size).toBe(1)
  })

  test('REL-29 times do not run backwards', async () => {
    const first = await member.append([await member.seal()])
    clock -= 5_000
    const second = await member.append([await member.seal()])
    clock += 6_000
    const third = await member.append([await member.seal()])
    const start = first.body.times[0]
    expect([second.body.times[0], third.body.times[0]]).toEqual([start, start + 1_000])
  })

  test('REL-28 the checkpoint answered is that of a tree over what was sent', async () => {
    const envelopes = [await member.seal(), await member.seal(), await member.seal()]
    const answer = await member.append(envelopes)
    const { body } = await member.read()
    const leaves = body.records.map((record: { time: number; envelope: Uint8Array }) =>
      hashLeaf({ time: record.time, envelopeHash: sha256(record.envelope) }),
    )
    const opened = await openNoteOf(relay.vkey, member.id, answer.body.checkpoint)
    expect([opened.size, Buffer.from(opened.root)]).toEqual([4, Buffer.from(treeRoot(leaves))])
  })

  test('REL-28 appends that arrive together are all placed, each once', async () => {
    const envelopes = await Promise.all(Array.from({ length: 100 }, () => member.seal()))
    const answers = await Promise.all(envelopes.map(envelope => member.append([envelope])))
    const positions = answers.map(answer => answer.body.positions[0]).sort((a, b) => a - b)
    expect(positions).toEqual(envelopes.map((_, i) => i + 1))
  })
})

describe('requests that nobody honest sends', () => {
  beforeEach(async () => {
    await member.create([await member.keys()])
  })

  test('REL-2 a request without a right signature is refused with the time', async () => {
    const path = member.path('envelopes')
    const unsigned = await send(relay.fetch, 'GET', path)
    expectRefusal(unsigned, 401, 'relay/unauthenticated')
    expect(unsigned.body).toMatchObject({ reason: 'access/malformed', now: clock })
    for (const shift of [-300_001, 300_001]) {
      const late = await member.send('GET', path, undefined, { time: clock + shift })
      expectRefusal(late, 401, 'relay/unauthenticated')
      expect(late.body).toMatchObject({ reason: 'access/clock', now: clock })
    }
    expect((await member.send('GET', path, undefined, { time: clock - 300_000 })).status).toBe(200)
  })

  test('REL-2 nothing that needs a signature is done without one, or with one by a key that is none', async () => {
    const asks: readonly (readonly [string, string])[] = [
      ['POST', '/v1/logs'],
      ['POST', '/v1/live'],
      ['GET', `/v1/live/${member.id}`],
      ...['envelopes', 'restore', 'rights'].map(rest => ['POST', member.path(rest)] as const),
      ...['envelopes?from=0&to=1', `rights/${'A'.repeat(43)}`].map(
        rest => ['DELETE', member.path(rest)] as const,
      ),
      ...['envelopes', 'checkpoint', 'inclusion?position=0', 'consistency?from=1'].map(
        rest => ['GET', member.path(rest)] as const,
      ),
    ]
    // Of 43 letters the last holds four bits: one that says more is in no one's writing.
    const key = `${'A'.repeat(42)}B`
    const authorization = `GoodOffices key=${key}, time=${clock}, signature=${'A'.repeat(86)}`
    const headers: readonly Record<string, string>[] = [{}, { authorization }]
    for (const [method, path] of asks)
      for (const each of headers) {
        const answer = await send(relay.fetch, method, path, undefined, each)
        expectRefusal(answer, 401, 'relay/unauthenticated')
        expect(answer.body.reason).toBe('access/malformed')
      }
  })

  test('REL-2 a signature for one request opens no other', async () => {
    const seen: Request[] = []
    const spied = await Member.make(async request => {
      seen.push(request.clone())
      return relay.fetch(request)
    }, now)
    await spied.create([await spied.keys()])
    await spied.append([await spied.seal('a')])
    await spied.append([await spied.seal('b')])
    const [, first, second] = seen
    const authorization = first?.headers.get('authorization') ?? ''
    const body = new Uint8Array((await second?.arrayBuffer()) ?? [])
    const forged = [
      await send(relay.fetch, 'POST', spied.path('envelopes'), body, { authorization }),
      await send(relay.fetch, 'GET', spied.path('envelopes'), undefined, { authorization }),
      await send(relay.fetch, 'POST', member.path('envelopes'), body, { authorization }),
      await send(relay.fetch, 'POST', `${spied.path('envelopes')}?x=1`, body, { authorization }),
    ]
    for (const answer of forged) {
      expectRefusal(answer, 401, 'relay/unauthenticated')
      expect(answer.body.reason).toBe('access/signature')
    }
  })

  test('REL-4 an unknown log and one that is not yours look the same', async () => {
    const stranger = await Member.make(relay.fetch, now)
    const envelope = await stranger.seal()
    const asks = ['checkpoint', 'envelopes', 'inclusion?position=0', 'consistency?from=0']
    for (const rest of asks) {
      const absent = await stranger.get(rest)
      const foreign = await stranger.send('GET', member.path(rest))
      expectRefusal(absent, 404, 'relay/unknown-log')
      expect(foreign.body).toEqual(absent.body)
    }
    const writes: [string, string, { envelopes: Uint8Array[] } | undefined][] = [
      ['POST', 'envelopes', { envelopes: [envelope] }],
      ['DELETE', 'envelopes?from=0&to=1', undefined],
    ]
    for (const [method, rest, body] of writes) {
      const absent = await stranger.send(method, stranger.path(rest), body)
      const foreign = await stranger.send(method, member.path(rest), body)
      expectRefusal(absent, 404, 'relay/unknown-log')
      expect(foreign.body).toEqual(absent.body)
    }
  })

  test('REL-4 a stranger who repeats an envelope learns nothing of its place', async () => {
    const envelope = await member.seal()
    await member.append([envelope])
    const stranger = await Member.make(relay.fetch, now)
    const answer = await stranger.send('POST', member.path('envelopes'), { envelopes: [envelope] })
    expectRefusal(answer, 404, 'relay/unknown-log')
  })

  test('REL-1 LAW bytes that are no request are refused as malformed and change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async bytes => {
        const request = { method: 'POST', path: member.path('envelopes'), body: bytes }
        const authorization = await signRequest(member.epoch.access, request, clock)
        const answer = await send(relay.fetch, 'POST', request.path, bytes, { authorization })
        expect(answer.status).toBe(400)
      }),
      { numRuns: Number(process.env['GOODOFFICES_RUNS'] ?? 100) },
    )
    expect((await member.get('checkpoint')).body.size).toBe(1)
  })

  test('REL-1 fields that are not ours, missing, or of another type are refused', async () => {
    const path = member.path('envelopes')
    const envelope = await member.seal()
    const bodies = [
      {},
      { envelopes: [] },
      { envelopes: 'all' },
      { envelopes: [1] },
      { envelopes: [[envelope]] },
      { envelopes: [envelope], expect: -1 },
      { envelopes: [envelope], expect: 'one' },
      { envelopes: [envelope], more: 1 },
      [envelope],
      null,
    ]
    for (const body of bodies) expectRefusal(await member.send('POST', path, body), 400, 'relay/malformed')
    for (const rest of [
      'envelopes?from=-1',
      'envelopes?from=1.5',
      'envelopes?from=01',
      'inclusion',
      'consistency',
    ])
      expectRefusal(await member.get(rest), 400, 'relay/malformed')
  })
})
