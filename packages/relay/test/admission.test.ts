import { bytesToBase64url, randomBytes, sha256 } from '@goodoffices/log'
import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryRelay, type MemoryRelay } from '../src/index.ts'
import { expectRefusal, Member, makeEpoch, send } from './harness.ts'

const token = 'bearer of good news'
const dayMs = 86_400_000

let relay: MemoryRelay
let host: Member
let clock: number
const now = () => clock

const makeMember = (): Promise<Member> => Member.make(relay.fetch, now)

beforeEach(async () => {
  clock = 1_800_000_000_000
  relay = await createMemoryRelay({ now, creationToken: token, isByInvitation: true })
  host = await makeMember()
  expect((await host.create([await host.keys()], { 'creation-token': token })).status).toBe(200)
})

describe('a relay that is joined by invitation', () => {
  test('REL-6 REL-14 it says so, and strangers make nothing', async () => {
    expect((await send(relay.fetch, 'GET', '/v1/relay')).body.creation).toBe('invitation')
    const stranger = await makeMember()
    const reasons: readonly [Record<string, string>, string][] = [
      [{}, 'missing'],
      [{ 'creation-token': 'wrong', 'creation-right': '' }, 'unknown'],
      [{ 'creation-right': '' }, 'unknown'],
      [{ 'creation-right': token }, 'unknown'],
      [{ 'creation-right': bytesToBase64url(randomBytes(32)) }, 'unknown'],
    ]
    for (const [headers, reason] of reasons) {
      const answer = await stranger.create([], headers)
      expectRefusal(answer, 403, 'relay/creation-right')
      expect(answer.body).toEqual({ code: 'relay/creation-right', reason })
    }
    expectRefusal(await stranger.get('checkpoint'), 404, 'relay/unknown-log')
    // One that somebody could try out.
    const short = await host.mint(1, clock + dayMs, { secret: randomBytes(2) })
    expect((await stranger.create([], short.headers)).body.reason).toBe('unknown')
  })

  test('REL-14 without a token no one but the invited makes logs', async () => {
    relay = await createMemoryRelay({ now, isByInvitation: true })
    const stranger = await makeMember()
    expectRefusal(await stranger.create([], {}), 403, 'relay/creation-right')
    for (const none of ['', 'undefined'])
      expectRefusal(await stranger.create([], { 'creation-token': none }), 403, 'relay/creation-token')
  })

  test('REL-14 REL-15 who was given a right makes as many logs as it says, and needs nothing to write in them', async () => {
    const { headers, answer } = await host.mint(2, clock + dayMs)
    expect(answer.body).toEqual({ logs: 2, until: clock + dayMs })
    const [first, second, third] = [await makeMember(), await makeMember(), await makeMember()]
    expect((await first.create([await first.keys()], headers)).status).toBe(200)
    expect((await first.create([await first.keys()], headers)).status).toBe(409)
    expect((await second.create([], headers)).status).toBe(200)
    expect((await second.create([], headers)).status).toBe(200)
    expect((await third.create([], headers)).body).toEqual({ code: 'relay/creation-right', reason: 'spent' })
    expect((await first.append([await first.seal()])).status).toBe(200)
    expect((await first.rekey(2)).status).toBe(200)
  })

  test('REL-15 a log that is refused costs nothing', async () => {
    const { headers } = await host.mint(1, clock + dayMs)
    const guest = await makeMember()
    const wrong = await guest.seal('x', await makeEpoch(7))
    expectRefusal(await guest.create([wrong], headers), 409, 'relay/epoch')
    expect((await guest.create([], headers)).status).toBe(200)
  })

  test('REL-15 a right makes a few logs, and is good for a while', async () => {
    for (const [logs, until] of [
      [0, clock + dayMs],
      [9, clock + dayMs],
      [1, clock],
      [1, clock - dayMs],
      [1, clock + 90 * dayMs + 1],
    ] as const)
      expectRefusal((await host.mint(logs, until)).answer, 400, 'relay/malformed')
    const { headers } = await host.mint(8, clock + 90 * dayMs)
    clock += 90 * dayMs - 1
    expect((await (await makeMember()).create([], headers)).status).toBe(200)
    clock += 1
    const late = await (await makeMember()).create([], headers)
    expect(late.body).toEqual({ code: 'relay/creation-right', reason: 'expired' })
  })

  test('REL-15 minting again changes nothing, and what is spent stays spent', async () => {
    const secret = randomBytes(32)
    const { headers } = await host.mint(2, clock + dayMs, { secret })
    await (await makeMember()).create([], headers)
    const again = await host.mint(5, clock + 2 * dayMs, { secret })
    expect(again.answer.body).toEqual({ logs: 1, until: clock + dayMs })
    const other = await makeMember()
    await other.create([await other.keys()], { 'creation-token': token })
    expectRefusal((await other.mint(1, clock + dayMs, { secret })).answer, 409, 'relay/exists')
  })

  test('REL-16 only the current key of a log mints on its account', async () => {
    await host.rekey(1)
    const removed = host.asOf(1)
    expectRefusal((await removed.mint(1, clock + dayMs)).answer, 403, 'relay/stale-epoch')
    const { access: key } = await makeEpoch()
    expectRefusal((await host.mint(1, clock + dayMs, { key })).answer, 404, 'relay/unknown-log')
    const absent = await makeMember()
    expectRefusal((await absent.mint(1, clock + dayMs)).answer, 404, 'relay/unknown-log')
    expect((await host.mint(1, clock + dayMs)).answer.status).toBe(200)
  })

  test('REL-16 a change of keys does not end what was minted before', async () => {
    const { headers } = await host.mint(1, clock + dayMs)
    await host.rekey(1)
    expect((await (await makeMember()).create([], headers)).status).toBe(200)
  })

  test('REL-16 a log mints a largest number in a day', async () => {
    for (let i = 0; i < 16; i++) expect((await host.mint(8, clock + dayMs)).answer.status).toBe(200)
    clock += 1_000
    const { answer } = await host.mint(1, clock + dayMs)
    expectRefusal(answer, 429, 'relay/quota')
    expect(answer.body).toEqual({ code: 'relay/quota', of: 'rights', max: 128, waitMs: dayMs - 1_000 })
    expect(answer.headers.get('retry-after')).toBe(String(dayMs / 1_000 - 1))
    clock += answer.body.waitMs
    expect((await host.mint(1, clock + dayMs)).answer.status).toBe(200)
  })

  test('REL-17 what a right made mints none', async () => {
    const { headers } = await host.mint(1, clock + dayMs)
    const guest = await makeMember()
    await guest.create([await guest.keys()], headers)
    const { answer } = await guest.mint(1, clock + dayMs)
    expectRefusal(answer, 403, 'relay/minting')
    expect(answer.body.reason).toBe('log')
  })

  test('REL-18 who minted a right can take back what is left of it', async () => {
    const secret = randomBytes(32)
    const { headers } = await host.mint(3, clock + dayMs, { secret })
    await (await makeMember()).create([], headers)
    const path = host.path(`rights/${bytesToBase64url(sha256(secret))}`)
    const { access: key } = await makeEpoch()
    expectRefusal(await host.send('DELETE', path, undefined, { key }), 404, 'relay/unknown-log')
    for (const name of ['x', 'AAAA'])
      expectRefusal(await host.send('DELETE', host.path(`rights/${name}`)), 400, 'relay/malformed')
    expect((await host.send('DELETE', path)).body).toEqual({ logs: 2 })
    expect((await host.send('DELETE', path)).body).toEqual({ logs: 0 })
    const late = await (await makeMember()).create([], headers)
    expect(late.body).toEqual({ code: 'relay/creation-right', reason: 'spent' })
    await host.rekey(1)
    const removed = await host.asOf(1).send('DELETE', path)
    expectRefusal(removed, 403, 'relay/stale-epoch')
  })

  test('REL-1 REL-15 fields that are not ours, missing, or of another type are refused', async () => {
    const good = { right: randomBytes(32), logs: 1, until: clock + dayMs }
    const { right, logs, until } = good
    const bodies = [
      { logs, until },
      { right, until },
      { right, logs },
      { ...good, right: randomBytes(31) },
      { ...good, logs: 'one' },
      { ...good, until: -1 },
      { ...good, more: 1 },
    ]
    for (const body of bodies)
      expectRefusal(await host.send('POST', host.path('rights'), body), 400, 'relay/malformed')
  })
})

test('REL-12 a token that is none is told from one that was not shown', async () => {
  for (const isByInvitation of [false, true]) {
    relay = await createMemoryRelay({ now, creationToken: token, isByInvitation })
    const wrong = await (await makeMember()).create([], { 'creation-token': 'bearer' })
    expectRefusal(wrong, 403, 'relay/creation-token')
    expect(wrong.body).toEqual({ code: 'relay/creation-token', reason: 'wrong' })
    const { code, reason } = (await (await makeMember()).create()).body
    expect([code, reason]).toEqual([
      isByInvitation ? 'relay/creation-right' : 'relay/creation-token',
      'missing',
    ])
  }
})

test('REL-12 REL-14 where there is a token alone, or nobody is asked, no right is minted or taken', async () => {
  for (const creationToken of [undefined, token]) {
    relay = await createMemoryRelay({ now, ...(creationToken !== undefined && { creationToken }) })
    host = await makeMember()
    await host.create([await host.keys()], { 'creation-token': token })
    const { answer } = await host.mint(1, clock + dayMs)
    expectRefusal(answer, 403, 'relay/minting')
    expect(answer.body.reason).toBe('creation')
  }
  const right = { 'creation-right': bytesToBase64url(randomBytes(32)) }
  expectRefusal(await (await makeMember()).create([], right), 403, 'relay/creation-token')
})
