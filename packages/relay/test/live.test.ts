import { encode, randomBytes, signLive, signRequest } from '@goodoffices/log'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createMemoryRelay,
  defaultLimits,
  type LiveConnection,
  type MemoryRelay,
  MemoryStore,
} from '../src/index.ts'
import { LiveMessage } from '../src/live-pipe.ts'
import { wrapInFrame } from '../src/live-socket.ts'
import { expectRefusal, Member, makeEpoch, openNoteOf, readResponse, valueOf } from './harness.ts'

type Message = ReturnType<typeof valueOf>

let relay: MemoryRelay
let member: Member

beforeEach(async () => {
  relay = await createMemoryRelay()
  member = await Member.make(relay.fetch)
  await member.create([await member.keys()])
})

/** A subscriber without a socket. */
class Listener {
  readonly messages: Message[] = []
  readonly closes: number[] = []
  readonly connection: LiveConnection
  readonly nonce: Uint8Array
  bufferedBytes = 0

  constructor(from: MemoryRelay = relay) {
    this.connection = from.connectLive({
      onMessage: message => this.messages.push(valueOf(message)),
      onClose: code => this.closes.push(code),
      bufferedBytes: () => this.bufferedBytes,
    })
    this.nonce = this.messages[0].nonce
  }

  async request(value: Parameters<typeof encode>[0]): Promise<void> {
    await this.connection.receive(encode(value))
  }

  async subscribe(to: Member = member, nonce = this.nonce): Promise<void> {
    const key = to.epoch.access
    const signature = await signLive(key, relay.name, to.id, nonce)
    await this.request({ type: 'subscribe', log: to.id, key: key.publicKey, signature })
  }

  of(type: string): Message[] {
    return this.messages.filter(message => message.type === type)
  }

  async waitFor(type: string, count = 1): Promise<Message[]> {
    await vi.waitFor(() => expect(this.of(type).length).toBeGreaterThanOrEqual(count))
    return this.of(type)
  }
}

describe('live', () => {
  test('REL-50 the greeting carries the relay name, a fresh nonce and the time', () => {
    const [first, second] = [new Listener(), new Listener()]
    expect(first.messages[0]).toMatchObject({ type: 'hello', relay: relay.name })
    expect(first.nonce).toHaveLength(32)
    expect(first.nonce).not.toEqual(second.nonce)
  })

  test('REL-51 a subscription begins at a size, and everything from there on is pushed in order', async () => {
    const listener = new Listener()
    await listener.subscribe()
    const [subscribed] = await listener.waitFor('subscribed')
    expect(subscribed).toMatchObject({ log: member.id, epoch: 1, size: 1 })
    await member.append([await member.seal(), await member.seal()])
    await member.append([await member.seal()])
    const pushes = await listener.waitFor('records', 2)
    const positions = pushes.flatMap(push => push.records.map((record: Message) => record.position))
    expect(positions).toEqual([1, 2, 3])
    expect(pushes.map(push => [push.from, push.size])).toEqual([
      [1, 3],
      [3, 4],
    ])
    const { body } = await member.read(1)
    expect(pushes.flatMap(push => push.records)).toEqual(body.records)
    expect((await openNoteOf(relay.vkey, member.id, pushes[1].checkpoint)).size).toBe(4)
  })

  test('REL-51 what is written one after the other within milliseconds goes in fewer frames, in order and under the newest checkpoint', async () => {
    // A store in memory tells its own relay of what it wrote, too, and is read at once.
    const store = Object.assign(new MemoryStore(), { watch: () => () => {} })
    relay = await createMemoryRelay({ store })
    member = await Member.make(relay.fetch)
    await member.create([await member.keys()])
    const listener = new Listener()
    await listener.subscribe()
    await listener.waitFor('subscribed')
    const positions = Array.from({ length: 30 }, (_, i) => i + 1)
    for (const [id, envelope] of (await Promise.all(positions.map(() => member.seal()))).entries())
      await listener.request({ type: 'append', log: member.id, id, envelopes: [envelope] })
    const told = () =>
      listener.of('records').flatMap(push => push.records.map(({ position }: Message) => position))
    await expect.poll(told).toEqual(positions)
    const pushes = listener.of('records')
    expect(pushes.length).toBeLessThan(positions.length)
    for (const { from, records, size, checkpoint } of pushes) {
      expect(size).toBe(from + records.length)
      expect((await openNoteOf(relay.vkey, member.id, checkpoint)).size).toBe(size)
    }
  })

  test('REL-51 LAW nothing falls between the size and the first push, however they race', async () => {
    for (let run = 0; run < 20; run++) {
      const listener = new Listener()
      const before = (await member.get('checkpoint')).body.size
      const appends = Array.from({ length: 8 }, async () => member.append([await member.seal()]))
      await Promise.all([listener.subscribe(), ...appends])
      const [subscribed] = await listener.waitFor('subscribed')
      const end = before + 8
      const pushed = () =>
        listener.of('records').flatMap(push => push.records.map((record: Message) => record.position))
      const expected = Array.from({ length: end - subscribed.size }, (_, i) => subscribed.size + i)
      await vi.waitFor(() => expect(pushed()).toEqual(expected))
    }
  })

  test('REL-128 what is appended where the log is followed is placed as by HTTP, and told to all', async () => {
    const [listener, other] = [new Listener(), new Listener()]
    expect(listener.messages[0]).toMatchObject({ bytesMax: defaultLimits.liveMessageBytesMax })
    await listener.subscribe()
    await other.subscribe()
    await other.waitFor('subscribed')
    const envelopes = [await member.seal(), await member.seal()]
    await listener.request({ type: 'append', log: member.id, id: 7, envelopes, seen: '' })
    const [appended] = await listener.waitFor('appended')
    expect(appended).toMatchObject({ log: member.id, id: 7, positions: [1, 2], size: 3 })
    expect((await openNoteOf(relay.vkey, member.id, appended.checkpoint)).size).toBe(3)
    const [push] = await other.waitFor('records')
    expect(push.records.map((record: Message) => record.envelope)).toEqual(envelopes)
    expect((await member.read(1)).body.records).toHaveLength(2)
    // As by HTTP, a record enters once; and what is refused is refused by itself.
    await listener.request({ type: 'append', log: member.id, id: 8, envelopes: [envelopes[0] as Uint8Array] })
    expect((await listener.waitFor('appended', 2))[1]).toMatchObject({ id: 8, positions: [1], size: 3 })
    await listener.request({ type: 'append', log: member.id, id: 9, envelopes: [new Uint8Array(9)] })
    expect((await listener.waitFor('refused'))[0]).toMatchObject({ log: member.id, id: 9 })
    await listener.request({ type: 'append', log: member.id, id: 10, envelopes: [await member.seal()] })
    expect((await listener.waitFor('appended', 3))[2]).toMatchObject({ id: 10, positions: [3] })
    expect(listener.closes).toEqual([])
  })

  test('REL-128 nothing is taken of a log that the connection does not follow, or no longer, or with keys', async () => {
    const listener = new Listener()
    const refusals = () => listener.of('refused').map(({ id, refusal }) => [id, refusal.code])
    const append = async (id: number, envelopes: readonly Uint8Array[], log = member.id) =>
      listener.request({ type: 'append', log, id, envelopes })
    await append(1, [await member.seal()])
    await listener.subscribe(member, randomBytes(32))
    await append(2, [await member.seal()])
    await listener.subscribe()
    await listener.waitFor('subscribed')
    const elsewhere = await Member.make(relay.fetch)
    await elsewhere.create([await elsewhere.keys()])
    await append(3, [await elsewhere.seal()], elsewhere.id)
    await listener.request({ type: 'unsubscribe', log: member.id })
    await append(4, [await member.seal()])
    await listener.subscribe()
    await listener.waitFor('subscribed', 2)
    // Keys are countersigned by a steward, which is said by HTTP alone.
    await append(5, [await member.keys(await makeEpoch(2), member.epoch)])
    await member.rekey(1)
    await listener.waitFor('ended')
    await append(6, [await member.seal()])
    const unsigned = 'relay/unauthenticated'
    expect(refusals()).toEqual([
      [1, unsigned],
      [undefined, unsigned],
      [2, unsigned],
      [3, unsigned],
      [4, unsigned],
      [5, expect.stringMatching(/^relay\//)],
      [6, unsigned],
    ])
    expect((await member.read(0)).body.size).toBe(2)
  })

  test('REL-52 a signature is bound to the connection, the relay and the log', async () => {
    const listener = new Listener()
    await listener.subscribe(member, randomBytes(32))
    const other = await Member.make(relay.fetch)
    const key = member.epoch.access
    const foreign = await signLive(key, relay.name, other.id, listener.nonce)
    await listener.request({ type: 'subscribe', log: member.id, key: key.publicKey, signature: foreign })
    const elsewhere = await signLive(key, 'another.example', member.id, listener.nonce)
    await listener.request({ type: 'subscribe', log: member.id, key: key.publicKey, signature: elsewhere })
    expect(listener.of('refused').map(answer => answer.refusal.code)).toEqual(
      Array(3).fill('relay/unauthenticated'),
    )
    expect(listener.of('subscribed')).toEqual([])
  })

  test('REL-4 REL-52 a log that is unknown and one that is not yours are refused alike', async () => {
    const listener = new Listener()
    const stranger = await Member.make(relay.fetch)
    await listener.subscribe(stranger)
    const key = stranger.epoch.access
    const signature = await signLive(key, relay.name, member.id, listener.nonce)
    await listener.request({ type: 'subscribe', log: member.id, key: key.publicKey, signature })
    const refusals = await listener.waitFor('refused', 2)
    for (const answer of refusals) expect(answer.refusal).toEqual({ code: 'relay/unknown-log' })
    await member.append([await member.seal()])
    expect(listener.of('records')).toEqual([])
  })

  test('REL-53 a subscription ends with the keys envelope that ends its epoch', async () => {
    const listener = new Listener()
    await listener.subscribe()
    await listener.waitFor('subscribed')
    await member.rekey(1)
    await member.append([await member.seal()])
    const [ended] = await listener.waitFor('ended')
    expect(ended).toMatchObject({ log: member.id, size: 2 })
    const pushes = listener.of('records')
    expect(pushes.flatMap(push => push.records.map((record: Message) => record.position))).toEqual([1])
    expect((await openNoteOf(relay.vkey, member.id, pushes[0].checkpoint)).size).toBe(2)

    const removed = new Listener()
    await removed.subscribe(member.asOf(1))
    const [refused] = await removed.waitFor('refused')
    expect(refused).toMatchObject({ log: member.id, refusal: { code: 'relay/stale-epoch' } })

    await listener.subscribe()
    await listener.waitFor('subscribed', 2)
    await member.append([await member.seal()])
    const later = await listener.waitFor('records', 2)
    expect(later[1].from).toBe(3)
  })

  test('REL-53 in one batch the old key sees up to the keys envelope, not what follows', async () => {
    const listener = new Listener()
    await listener.subscribe()
    await listener.waitFor('subscribed')
    const removed = member.asOf(1)
    const next = await makeEpoch(2)
    const batch = [await member.seal(), await member.keys(next, member.epoch), await member.seal('new', next)]
    await member.append(batch, 1, { isSteward: true })
    await listener.waitFor('ended')
    const positions = listener.of('records').flatMap(push => push.records.map((r: Message) => r.position))
    expect(positions).toEqual([1, 2])
    expect((await removed.read()).body.size).toBe(3)
  })

  test('REL-54 a subscriber that does not keep up is told where to read on', async () => {
    const listener = new Listener()
    await listener.subscribe()
    await listener.waitFor('subscribed')
    await member.append([await member.seal()])
    await listener.waitFor('records')
    listener.bufferedBytes = 1024 * 1024 + 1
    await member.append([await member.seal()])
    expect((await listener.waitFor('behind'))[0]).toMatchObject({ log: member.id, from: 2 })
    await member.append([await member.seal()])
    expect(listener.of('records')).toHaveLength(1)
    listener.bufferedBytes = 0
    await listener.subscribe()
    expect((await listener.waitFor('subscribed', 2))[1].size).toBe(4)
  })

  test('REL-55 one connection follows many logs, up to a limit, until it is told not to', async () => {
    relay = await createMemoryRelay({ limits: { subscriptionsPerConnectionMax: 2 } })
    const members = await Promise.all([1, 2, 3].map(() => Member.make(relay.fetch)))
    const listener = new Listener()
    for (const each of members) {
      await each.create()
      await listener.subscribe(each)
    }
    const [refused] = await listener.waitFor('refused')
    expect(refused).toMatchObject({
      log: members[2]?.id,
      refusal: { code: 'relay/too-large', of: 'subscriptions' },
    })
    await listener.waitFor('subscribed', 2)
    await listener.request({ type: 'unsubscribe', log: members[0]?.id ?? '' })
    for (const each of members) await each.append([await each.seal()])
    await listener.waitFor('records')
    expect(listener.of('records').map(push => push.log)).toEqual([members[1]?.id])
    listener.connection.closed()
    await members[1]?.append([await members[1].seal()])
    expect(listener.of('records')).toHaveLength(1)
  })

  test('REL-56 a message that is none of ours ends the connection', async () => {
    for (const bytes of [Uint8Array.of(0xff), encode({ type: 'shout', log: 'x' }), encode(null)]) {
      const listener = new Listener()
      await listener.connection.receive(bytes)
      expect(listener.of('refused')[0].refusal.code).toBe('relay/malformed')
      expect(listener.closes).toEqual([1008])
    }
  })

  test('REL-57 a relay that stops says so', async () => {
    const listener = new Listener()
    await listener.subscribe()
    await relay.stop()
    expect(listener.closes).toContain(1001)
    expectRefusal(await member.get('checkpoint'), 503, 'relay/stopping')
  })

  test('REL-58 the same travels as server-sent events', async () => {
    const response = await openStream(member)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const events = readEvents(response)
    expect((await events.next()).value).toMatchObject({ type: 'beat' })
    expect((await events.next()).value).toMatchObject({ type: 'subscribed', size: 1 })
    await member.append([await member.seal()])
    expect((await events.next()).value).toMatchObject({ type: 'records', from: 1, size: 2 })
    await member.rekey(2)
    expect((await events.next()).value).toMatchObject({ type: 'records', from: 2, size: 3 })
    expect((await events.next()).value).toMatchObject({ type: 'ended', size: 3 })
    expect((await events.next()).done).toBe(true)
    const refused = readEvents(await openStream(member.asOf(1)))
    expect((await refused.next()).value).toMatchObject({ type: 'beat' })
    expect((await refused.next()).value).toMatchObject({
      type: 'refused',
      refusal: { code: 'relay/stale-epoch' },
    })
    expectRefusal(
      await readResponse(await relay.fetch(new Request(`http://r/v1/live/${member.id}`))),
      401,
      'relay/unauthenticated',
    )
  })
})

describe('a line that may be dead', () => {
  test('REL-111 a socket and a stream hear at intervals that they are alive, and what time it is', async () => {
    let clock = 1_800_000_000_000
    relay = await createMemoryRelay({ now: () => clock, limits: { liveBeatMs: 30 } })
    member = await Member.make(relay.fetch, () => clock)
    await member.create([await member.keys()])
    const listener = new Listener()
    expect((await listener.waitFor('beat'))[0]).toEqual({ type: 'beat', now: clock })
    const events = readEvents(await openStream(member, clock))
    expect((await events.next()).value).toEqual({ type: 'beat', now: clock })
    expect((await events.next()).value).toMatchObject({ type: 'subscribed' })
    clock += 25_000
    expect((await events.next()).value).toEqual({ type: 'beat', now: clock })
    listener.connection.closed()
    const heard = listener.of('beat').length
    expect((await events.next()).value).toEqual({ type: 'beat', now: clock })
    expect(listener.of('beat')).toHaveLength(heard)
    await relay.stop()
  })

  test('REL-111 25 seconds are less than a proxy waits, unless the operator says otherwise', () => {
    expect(defaultLimits.liveBeatMs).toBe(25_000)
    expect(defaultLimits.stallTimeoutMs).toBeGreaterThan(2 * defaultLimits.liveBeatMs)
  })
})

async function follow(of: Member): Promise<{ readonly log: string; readonly authorization: string }> {
  const request = { method: 'GET', path: `/v1/live/${of.id}`, body: new Uint8Array() }
  return { log: of.id, authorization: await signRequest(of.epoch.access, request, Date.now()) }
}

async function openMany(body: Parameters<typeof encode>[0]): Promise<Response> {
  const bytes = encode(body)
  const request = { method: 'POST', path: '/v1/live', body: bytes }
  const authorization = await signRequest(member.epoch.access, request, Date.now())
  const init = { method: 'POST', headers: { authorization }, body: bytes }
  return relay.fetch(new Request('http://relay.example/v1/live', init))
}

describe('many logs in one stream', () => {
  test('REL-113 each log is signed for, and the stream ends with the last', async () => {
    const other = await Member.make(relay.fetch)
    await other.create([await other.keys()])
    const stranger = await Member.make(relay.fetch)
    const foreign = { ...(await follow(other)), log: member.id }
    const events = readEvents(
      await openMany({
        follow: [await follow(member), await follow(other), await follow(stranger), foreign],
      }),
    )
    expect((await events.next()).value).toMatchObject({ type: 'beat' })
    expect((await events.next()).value).toMatchObject({
      type: 'refused',
      log: member.id,
      refusal: { code: 'relay/unauthenticated', reason: 'access/signature' },
    })
    const opened = [await events.next(), await events.next(), await events.next()].map(({ value }) => value)
    const byLog = new Map(opened.map(message => [message.log, message]))
    expect(byLog.get(member.id)).toMatchObject({ type: 'subscribed', size: 1 })
    expect(byLog.get(other.id)).toMatchObject({ type: 'subscribed', size: 1 })
    expect(byLog.get(stranger.id)).toMatchObject({ refusal: { code: 'relay/unknown-log' } })
    await other.append([await other.seal()])
    expect((await events.next()).value).toMatchObject({ type: 'records', log: other.id })
    await member.rekey(1)
    expect((await events.next()).value).toMatchObject({ type: 'records', log: member.id })
    expect((await events.next()).value).toMatchObject({ type: 'ended', log: member.id })
    await other.rekey(2)
    expect((await events.next()).value).toMatchObject({ type: 'records', log: other.id })
    expect((await events.next()).value).toMatchObject({ type: 'ended', log: other.id })
    expect((await events.next()).done).toBe(true)
  })

  test('REL-113 it is signed as a whole, bounded, and each log in it counts as a request', async () => {
    const one = await follow(member)
    for (const body of [{}, { follow: [] }, { follow: [member.id] }, { follow: [{ log: member.id }] }])
      expectRefusal(await readResponse(await openMany(body)), 400, 'relay/malformed')
    const extra = { follow: [{ ...one, more: 1 }] }
    expectRefusal(await readResponse(await openMany(extra)), 400, 'relay/malformed')
    const many = await readResponse(await openMany({ follow: Array.from({ length: 257 }, () => one) }))
    expectRefusal(many, 413, 'relay/too-large')
    const unsigned = new Request('http://relay.example/v1/live', { method: 'POST' })
    expectRefusal(await readResponse(await relay.fetch(unsigned)), 401, 'relay/unauthenticated')
    relay = await createMemoryRelay({ limits: { requestsPerSecondMax: 1, requestsBurstMax: 20 } })
    const crowd = await readResponse(await openMany({ follow: Array.from({ length: 30 }, () => one) }))
    expectRefusal(crowd, 429, 'relay/too-many-requests')
  })
})

test('REL-58 one push serves a socket and a stream, each in its own wrapping', () => {
  const message = new LiveMessage(Uint8Array.of(1, 2, 3))
  const framed = message.wrapped(wrapInFrame)
  const doubled = message.wrapped(payload => Uint8Array.of(...payload, ...payload))
  expect([...framed]).toEqual([0x82, 3, 1, 2, 3])
  expect([...doubled]).toEqual([1, 2, 3, 1, 2, 3])
  expect(message.wrapped(wrapInFrame)).toBe(framed)
})

test.each([
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [65_535, [0x82, 126, 255, 255]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('REL-50 a frame of %i bytes has the head that RFC 6455 gives it', (length, head) => {
  const frame = wrapInFrame(new Uint8Array(length).fill(9))
  expect([...frame.subarray(0, head.length)]).toEqual(head)
  expect(frame.length).toBe(head.length + length)
})

async function openStream(of: Member, time = Date.now()): Promise<Response> {
  const path = `/v1/live/${of.id}`
  const request = { method: 'GET', path, body: new Uint8Array() }
  const authorization = await signRequest(of.epoch.access, request, time)
  return relay.fetch(new Request(`http://relay.example${path}`, { headers: { authorization } }))
}

async function* readEvents(response: Response): AsyncGenerator<Message> {
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? [])
    for (const event of decoder.decode(chunk).split('\n\n')) {
      const data = /^data: (.*)$/.exec(event)?.[1]
      if (data !== undefined) yield valueOf(Uint8Array.from(Buffer.from(data, 'base64url')))
    }
}
