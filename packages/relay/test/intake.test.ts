import { encode, randomBytes, signRequest } from '@goodoffices/log'
import { beforeEach, describe, expect, test } from 'vitest'
import { Holdings } from '../src/holdings.ts'
import { isHostAllowed } from '../src/host.ts'
import { createMemoryRelay, type MemoryRelay } from '../src/index.ts'
import { DailyQuota } from '../src/quota.ts'
import { expectRefusal, Member, makeEpoch, readResponse, send } from './harness.ts'

const dayMs = 86_400_000

let relay: MemoryRelay
let member: Member
let clock: number
const now = () => clock

async function start(limits: Parameters<typeof createMemoryRelay>[0] = {}): Promise<void> {
  relay = await createMemoryRelay({ now, ...limits })
  member = await Member.make(relay.fetch, now)
  await member.create([await member.keys()])
}

beforeEach(() => {
  clock = 1_800_000_000_000
})

const makeLog = async () => (await Member.make(relay.fetch, now)).create()

async function makeEmpty(): Promise<Member> {
  const mailbox = await Member.make(relay.fetch, now)
  await mailbox.create()
  return mailbox
}

/** More than is read of any body, so that whoever reads on for ever comes to an end. */
const chunksMaxDefault = 10_000

/** A body that tells how much of it was asked for. */
class Spring {
  readonly body: ReadableStream<Uint8Array>
  pulled = 0

  constructor(options: { readonly chunksMax?: number; readonly isStuck?: boolean } = {}) {
    this.body = new ReadableStream(
      {
        pull: controller => {
          this.pulled += 1
          if (options.isStuck === true) return new Promise<void>(() => {})
          if (this.pulled > (options.chunksMax ?? chunksMaxDefault)) controller.close()
          else controller.enqueue(new Uint8Array(1_024))
          return undefined
        },
      },
      { highWaterMark: 0 },
    )
  }
}

const post = async (path: string, headers: Record<string, string>, body: Spring['body']) => {
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  return readResponse(await relay.fetch(new Request(`http://relay.example${path}`, init)))
}

/** A header of the right form and time, whatever it signs. */
async function plausible(member: Member, path: string, time = clock): Promise<string> {
  return signRequest(member.epoch.access, { method: 'POST', path, body: new Uint8Array(1) }, time)
}

describe('bodies', () => {
  test('REL-85 nothing of a body is read before the header is plausible', async () => {
    await start()
    const path = member.path('envelopes')
    const right = await plausible(member, path)
    const headers: readonly [string, string][] = [
      ['', 'access/malformed'],
      ['Basic x', 'access/malformed'],
      [right.replace('GoodOffices', 'Goodoffices'), 'access/malformed'],
      [right.replace(/key=./, 'key='), 'access/malformed'],
      [await plausible(member, path, clock - 300_001), 'access/clock'],
      [await plausible(member, path, clock + 300_001), 'access/clock'],
    ]
    for (const target of [path, '/v1/logs', member.path('restore'), member.path('rights')])
      for (const [authorization, reason] of headers) {
        const spring = new Spring()
        const answer = await post(target, { authorization }, spring.body)
        expectRefusal(answer, 401, 'relay/unauthenticated')
        expect([answer.body.reason, answer.body.now, spring.pulled]).toEqual([reason, clock, 0])
      }
  })

  test('REL-85 a stranger’s body is a small one, and no more of it is read', async () => {
    await start()
    const path = member.path('envelopes')
    const stranger = await Member.make(relay.fetch, now)
    const authorization = await plausible(stranger, path)
    const announced = new Spring()
    const large = await post(path, { authorization, 'content-length': '65537' }, announced.body)
    expectRefusal(large, 413, 'relay/too-large')
    expect(large.body).toMatchObject({ of: 'body', max: 65_536 })
    expect(announced.pulled).toBe(0)
    const endless = new Spring()
    expectRefusal(await post(path, { authorization }, endless.body), 413, 'relay/too-large')
    expect(endless.pulled).toBe(65)
    const absent = await post(stranger.path('envelopes'), { authorization }, new Spring().body)
    expect(absent.body).toEqual(large.body)
  })

  test('REL-85 a member’s body is read whole, by old keys and new ones', async () => {
    await start({ limits: { strangerBodyBytesMax: 1_000 } })
    const large = await member.seal('x'.repeat(5_000))
    expect((await member.append([large])).status).toBe(200)
    await member.rekey(2)
    const old = member.asOf(1)
    expect((await old.append([large])).body.positions).toEqual([1])
    const again = await createMemoryRelay({ now, limits: { strangerBodyBytesMax: 1_000 } })
    expect((await again.fetch(new Request('http://relay.example/v1/relay'))).status).toBe(200)
  })

  test('REL-85 a body that makes a log may be larger than a stranger’s, and no more', async () => {
    await start({ limits: { strangerBodyBytesMax: 1_000, creationBodyBytesMax: 8_000 } })
    const guest = await Member.make(relay.fetch, now)
    const fits = await guest.create([await guest.keys(), await guest.seal('x'.repeat(3_000))])
    expect(fits.status).toBe(200)
    const other = await Member.make(relay.fetch, now)
    const beyond = await other.create([await other.seal('x'.repeat(9_000))])
    expectRefusal(beyond, 413, 'relay/too-large')
    expect(beyond.body.max).toBe(8_000)
  })

  test('REL-85 a stranger’s body that does not arrive is not waited for', async () => {
    await start({ limits: { strangerBodyMsMax: 50 } })
    const path = member.path('envelopes')
    const stranger = await Member.make(relay.fetch, now)
    const authorization = await plausible(stranger, path)
    expectRefusal(
      await post(path, { authorization }, new Spring({ isStuck: true }).body),
      408,
      'relay/too-slow',
    )
  })

  test('REL-85 what is read at once has a bound, per address and for all', async () => {
    for (const limit of ['inFlightBytesMax', 'inFlightBytesPerAddressMax']) {
      await start({ limits: { [limit]: 60_000 } })
      const path = member.path('envelopes')
      const stranger = await Member.make(relay.fetch, now)
      const authorization = await plausible(stranger, path)
      const headers = { authorization, 'content-length': '59000' }
      const finish = Promise.withResolvers<void>()
      const held = new ReadableStream<Uint8Array>({
        pull: controller => finish.promise.then(() => controller.close()),
      })
      const first = post(path, headers, held)
      const spring = new Spring()
      const busy = await post(path, headers, spring.body)
      expectRefusal(busy, 503, 'relay/busy')
      expect(busy.body.waitMs).toBeGreaterThan(0)
      expect(spring.pulled).toBe(0)
      // One that does not say how long it is is read until there is no room.
      const unsaid = new Spring()
      expectRefusal(await post(path, { authorization }, unsaid.body), 503, 'relay/busy')
      expect(unsaid.pulled).toBe(1)
      finish.resolve()
      expectRefusal(await first, 401, 'relay/unauthenticated')
      expectRefusal(
        await post(path, headers, new Spring({ chunksMax: 3 }).body),
        401,
        'relay/unauthenticated',
      )
      expect((await member.append([await member.seal()])).status).toBe(200)
    }
  })

  test('REL-12 REL-85 where creation is closed, nothing of the body is read without the token', async () => {
    await start({ creationToken: 'bearer of good news' })
    const spring = new Spring()
    const authorization = await plausible(member, '/v1/logs')
    expectRefusal(await post('/v1/logs', { authorization }, spring.body), 403, 'relay/creation-token')
    expect(spring.pulled).toBe(0)
  })

  test('REL-84 LAW what an address holds it gives back, and a /64 is one address', () => {
    const held = new Holdings({ perAddressMax: 3, max: 5 })
    const first = held.take('2001:db8::1', 2)
    expect(held.take('2001:db8::2', 2)).toBeUndefined()
    const second = held.take('2001:db8::2', 1)
    const third = held.take('192.0.2.7', 2)
    expect(held.take('192.0.2.8', 1)).toBeUndefined()
    expect(held.total).toBe(5)
    first?.()
    first?.()
    expect(held.total).toBe(3)
    expect(held.take('2001:db8:0:0:ffff::9', 2)).toBeDefined()
    second?.()
    third?.()
    expect(held.total).toBe(2)
  })
})

describe('a day', () => {
  const limits = { addressBytesPerDayMax: 10_000, addressLogsPerDayMax: 2, addressCodesPerDayMax: 1 }

  test('REL-86 an address makes a largest number of logs in a day', async () => {
    await start({ limits })
    expect((await makeLog()).status).toBe(200)
    clock += 1_000
    const refused = await makeLog()
    expectRefusal(refused, 429, 'relay/quota')
    expect(refused.body).toEqual({ code: 'relay/quota', of: 'logs', max: 2, waitMs: dayMs - 1_000 })
    expect((await member.append([await member.seal()])).status).toBe(200)
    clock += refused.body.waitMs
    // Another day, with its own bound.
    expect([(await makeLog()).status, (await makeLog()).status]).toEqual([200, 200])
    expectRefusal(await makeLog(), 429, 'relay/quota')
  })

  test('REL-86 an address has a largest number of bytes written in a day', async () => {
    await start({ limits })
    let count = 0
    const say = async () => member.append([await member.seal('x'.repeat(1_500))])
    while ((await say()).status === 200) count += 1
    expect(count).toBeGreaterThan(2)
    expect(count).toBeLessThan(6)
    expect((await say()).body).toMatchObject({ code: 'relay/quota', of: 'bytes', max: 10_000 })
    expect((await member.read()).status).toBe(200)
    clock += dayMs
    expect((await say()).status).toBe(200)
  })

  test('REL-86 what is refused costs nothing', async () => {
    await start({ limits })
    const guest = await Member.make(relay.fetch, now)
    const wrong = await guest.seal('x', await makeEpoch(7))
    for (let i = 0; i < 3; i++) expectRefusal(await guest.create([wrong]), 409, 'relay/epoch')
    expect((await guest.create()).status).toBe(200)
  })

  test('REL-86 the longest unseen address is forgotten where there are too many', () => {
    const quota = new DailyQuota({ ...limits, addressesMax: 2 })
    quota.add('a', 'logs', 2, 0)
    quota.add('b', 'logs', 2, 1)
    expect([quota.waitMs('a', 'logs', 1, 10), quota.waitMs('b', 'logs', 1, 10)]).toEqual([
      dayMs - 10,
      dayMs - 9,
    ])
    quota.add('c', 'logs', 1, 2)
    expect([quota.waitMs('a', 'logs', 1, 10), quota.waitMs('b', 'logs', 1, 10)]).toEqual([0, dayMs - 9])
    expect(quota.waitMs('d', 'bytes', 10_001, 10)).toBe(dayMs)
  })
})

describe('logs that nobody uses', () => {
  test('REL-19 an empty log that nobody asks about is gone after a while', async () => {
    await start({ limits: { emptyLogMsMax: 30 * dayMs } })
    const [unused, asked, used] = [await makeEmpty(), await makeEmpty(), await makeEmpty()]
    await used.append([await used.seal()])
    clock += 29 * dayMs
    expect((await asked.read()).status).toBe(200)
    expect(await relay.sweep()).toBe(0)
    clock += dayMs + 1
    expect(await relay.sweep()).toBe(1)
    expectRefusal(await unused.read(), 404, 'relay/unknown-log')
    expect((await used.read()).body.size).toBe(1)
    expect((await asked.append([await asked.seal()])).status).toBe(200)
    // Its holder makes it again, and nothing was lost.
    expect((await unused.create()).status).toBe(200)
    clock += 60 * dayMs
    expect(await relay.sweep()).toBe(1)
  })
})

test.each([
  ['talks.example', true],
  ['TALKS.example:8080', true],
  ['talks.example.', true],
  ['evil.example', false],
  ['evil.example:7465', false],
  ['talks.example.evil.example', false],
  ['localhost:7465', true],
  ['app.localhost', true],
  ['notlocalhost', false],
  ['127.0.0.1:7465', true],
  ['192.0.2.7', true],
  ['[::1]:7465', true],
  ['[evil.example]', false],
  ['', false],
  ['talks.example:port', false],
])('REL-88 a request to %s is allowed: %s', (host, isAllowed) => {
  expect(isHostAllowed(host, ['talks.example'])).toBe(isAllowed)
  expect(isHostAllowed(host, undefined)).toBe(true)
})

test('REL-88 a request by another name is refused, but for its health', async () => {
  await start({ allowedHosts: ['relay.example'] })
  const ask = (path: string, host: string) => send(relay.fetch, 'GET', path, undefined, { host })
  expectRefusal(await ask('/v1/relay', 'evil.example'), 421, 'relay/host')
  expectRefusal(await ask('/', 'evil.example'), 421, 'relay/host')
  expect((await ask('/v1/relay', 'relay.example')).status).toBe(200)
  expect((await ask('/healthz', 'evil.example')).status).toBe(200)
  const body = encode({ access: randomBytes(32), envelopes: [] })
  expectRefusal(
    await send(relay.fetch, 'POST', '/v1/logs', body, { host: 'evil.example' }),
    421,
    'relay/host',
  )
})
