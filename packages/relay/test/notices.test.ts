/** Telling a member that something waits: to whom, of what, when, and what nobody is told. */

import { encode, sha256, signLive, signRequest } from '@goodoffices/log'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryRelay, defaultLimits, type MemoryRelay, MemoryStore } from '../src/index.ts'
import type { MailSentence } from '../src/mail.ts'
import type { PushRequest } from '../src/push-service.ts'
import { createVapidKey } from '../src/web-push.ts'
import { expectRefusal, Member, send } from './harness.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { makeBrowser, readVapid } from './push-reader.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
const { noticeGraceMs, noticeDelayMsMax, pushPeriodMs, mailPeriodMs, noticeMsMax } = defaultLimits
const seed = new Uint8Array(32).fill(7)
const browser = makeBrowser()

let clock: number
let chance: number
let store: MemoryStore
let relay: MemoryRelay
let pushed: PushRequest[]
let faults: unknown[]
let status: number
let mailServer: MailServer
/** A member's own log; a room they are in; another that they are not told of. */
let own: Member
let room: Member
let other: Member

const say = (language: string, sentence: MailSentence, values: { relay: string; code: string }): string =>
  `${language} ${sentence} at ${values.relay}${values.code === '' ? '' : `: ${values.code}`}`

beforeAll(async () => {
  mailServer = await startMailServer()
})
afterAll(() => mailServer.stop())
afterEach(() => expect(faults).toEqual([]))

const post = async (push: PushRequest): Promise<number> => {
  pushed.push(push)
  return status
}

async function open(
  change: {
    readonly ways?: 'none' | 'mail'
    readonly services?: readonly string[]
    readonly limits?: Partial<typeof defaultLimits>
  } = {},
) {
  const mail = {
    server: mailServer.address,
    from: 'notices@talks.example',
    address: 'https://talks.example',
    say,
  }
  const push = {
    contact: 'mailto:desk@talks.example',
    services: change.services ?? ['fcm.googleapis.com'],
    post,
  }
  let codes = 0
  relay = await createMemoryRelay({
    seed,
    store,
    now: () => clock,
    onFault: error => faults.push(error),
    ...(change.limits === undefined ? {} : { limits: change.limits }),
    notices: {
      chance: () => chance,
      makeCode: () => String(12_345_678 + codes++),
      ...(change.ways === 'none' ? {} : change.ways === 'mail' ? { mail } : { push, mail }),
    },
  })
}

beforeEach(async () => {
  clock = 1_800_000_000_000
  chance = 0
  pushed = []
  faults = []
  status = 201
  mailServer.mails.length = 0
  mailServer.refused.clear()
  mailServer.busy = 0
  store = new MemoryStore()
  await open()
  const make = async (): Promise<Member> => {
    const member = await Member.make(
      request => relay.fetch(request),
      () => clock,
    )
    await member.create([await member.keys()])
    return member
  }
  ;[own, room, other] = [await make(), await make(), await make()]
})

const authorize = (member: Member, path = `/v1/logs/${member.id}/notices`, key = member.epoch.access) =>
  signRequest(key, { method: 'POST', path, body: new Uint8Array() }, clock)

type Asked = {
  readonly way?: string
  readonly address?: string
  readonly delayed?: boolean
  readonly again?: boolean
  readonly logs?: readonly Member[]
  readonly authorizations?: readonly string[]
}

async function register(asked: Asked = {}, holder = own) {
  const {
    way = 'push',
    address = browser.subscription,
    delayed = false,
    again = false,
    logs = [room],
  } = asked
  const signed = await Promise.all(
    logs.map(async (log, i) => ({
      log: log.id,
      authorization: asked.authorizations?.[i] ?? (await authorize(log)),
    })),
  )
  const body = { way, address, language: 'fa', delayed, again, logs: signed }
  return holder.send('POST', holder.path('notices'), body)
}

const ask = (change: object) =>
  own.send('POST', own.path('notices'), {
    way: 'push',
    address: browser.subscription,
    language: 'fa',
    delayed: false,
    logs: [],
    ...change,
  })

const listed = async (holder = own) => (await holder.get('notices')).body.notices

async function speak(member = room): Promise<void> {
  clock += 1
  expect((await member.append([await member.seal()])).status).toBe(200)
  // What became durable is told once it is signed.
  await new Promise(resolve => setTimeout(resolve, 5))
}

/** So much later, with a round at its beginning and its end as a server has many. */
async function pass(ms: number): Promise<void> {
  await relay.tell()
  clock += ms
  await relay.tell()
}

/** Somebody with the log's key on a live line. Returns the way to leave. */
async function follow(member = own): Promise<() => void> {
  const told: Uint8Array[] = []
  const line = relay.connectLive({ onMessage: message => told.push(message) })
  const { nonce } = (await import('./harness.ts')).valueOf(told[0] as Uint8Array)
  const key = member.epoch.access
  const signature = await signLive(key, relay.name, member.id, nonce)
  await line.receive(encode({ type: 'subscribe', log: member.id, key: key.publicKey, signature }))
  await new Promise(resolve => setTimeout(resolve, 5))
  return () => line.closed()
}

describe('who is told of what', () => {
  test('NOTE-6 what came in a log whose key agreed, and of nothing else', async () => {
    const answer = await register()
    expect([answer.status, answer.body]).toEqual([200, { name: expect.any(String), awaits: false }])
    await speak(other)
    await speak(own)
    await pass(dayMs)
    expect(pushed).toEqual([])
    await speak()
    await pass(noticeGraceMs)
    expect(pushed.map(({ endpoint }) => endpoint)).toEqual([browser.endpoint])
  })

  test('NOTE-6 a signature of another key, of another request, or too old tells nobody of the log', async () => {
    const stranger = await authorize(room, undefined, other.epoch.access)
    const elsewhere = await authorize(room, `/v1/live/${room.id}`)
    const old = await authorize(room)
    for (const authorization of [stranger, elsewhere, old, 'nonsense']) {
      if (authorization === old) clock += 10 * minuteMs
      expect((await register({ authorizations: [authorization] })).status).toBe(200)
      expect(await listed()).toMatchObject([{ logs: 0 }])
    }
    await speak()
    await pass(dayMs)
    expect(pushed).toEqual([])
  })

  test('NOTE-6 notices are those of the log whose current key asks, and nobody else sees or ends them', async () => {
    const { name } = (await register()).body
    const key = other.epoch.access
    for (const [method, path] of [
      ['GET', own.path('notices')],
      ['DELETE', own.path(`notices/${name}`)],
      ['POST', own.path(`notices/${name}`)],
    ] as const)
      expectRefusal(await own.send(method, path, undefined, { key }), 404, 'relay/unknown-log')
    expect(await listed(other)).toEqual([])
    expect((await other.send('DELETE', other.path(`notices/${name}`))).body).toEqual({ gone: false })
    expect(await listed()).toEqual([
      { name, way: 'push', address: 'fcm.googleapis.com', awaits: false, logs: 1 },
    ])
    const before = own.epoch.access
    expect((await own.rekey(1)).status).toBe(200)
    expectRefusal(
      await own.send('GET', own.path('notices'), undefined, { key: before }),
      403,
      'relay/stale-epoch',
    )
  })

  test('NOTE-4 NOTE-12 a relay tells in no way that its operator did not switch on, and no longer in one that was', async () => {
    await register()
    await speak()
    await relay.tell()
    await open({ ways: 'none' })
    expectRefusal(await register(), 403, 'relay/notice')
    expect((await register()).body.reason).toBe('off')
    expectRefusal(await register({ way: '__proto__' }), 403, 'relay/notice')
    await pass(dayMs)
    // What was registered stays for who switches it on again.
    expect([pushed, await listed()]).toMatchObject([[], [{ way: 'push' }]])
  })

  test('NOTE-12 a registration has its form and its bounds', async () => {
    for (const address of ['', 'nonsense', '{}', makeBrowser('https://relay.example/push').subscription])
      expect((await register({ address })).body).toEqual({ code: 'relay/notice', reason: 'address' })
    for (const [field, value] of Object.entries({
      foreign: 1,
      way: 1,
      address: 1,
      language: 'fa"><b>',
      delayed: 'no',
      again: 1,
      logs: [{ log: room.id }],
    }))
      expect((await ask({ [field]: value })).body).toEqual({ code: 'relay/malformed', field })
    expect((await ask({ language: 1 })).body).toEqual({ code: 'relay/malformed', field: 'language' })
    expect((await ask({ logs: 'all' })).body).toEqual({ code: 'relay/malformed', field: 'logs' })
    for (const keys of [{ p256dh: 'AAAA' }, { auth: 'AAAA' }]) {
      const { endpoint, keys: whole } = JSON.parse(browser.subscription)
      const address = JSON.stringify({ endpoint, keys: { ...whole, ...keys } })
      expect((await register({ address })).body).toEqual({ code: 'relay/notice', reason: 'address' })
    }
    const { name } = (await register()).body
    for (const code of [undefined, 1, '1'.repeat(17)])
      expect(
        (await own.send('POST', own.path(`notices/${name}`), code === undefined ? {} : { code })).body,
      ).toEqual({
        code: 'relay/malformed',
        field: 'code',
      })
    expect((await own.send('POST', own.path(`notices/${name}`), { foreign: 1 })).body).toEqual({
      code: 'relay/malformed',
      field: 'foreign',
    })
    expectRefusal(
      await send(request => relay.fetch(request), 'GET', own.path('notices')),
      401,
      'relay/unauthenticated',
    )
    const many = Array.from({ length: 257 }, () => ({ log: room.id, authorization: 'x' }))
    expect((await ask({ logs: many })).body).toEqual({ code: 'relay/too-large', of: 'logs', max: 256 })
    expect((await own.send('DELETE', own.path(`notices/${name}`))).body).toEqual({ gone: true })
    await open({ limits: { noticesPerLogMax: 1 } })
    expect((await register()).status).toBe(200)
    expect(
      (await register({ address: makeBrowser('https://fcm.googleapis.com/2').subscription })).body,
    ).toEqual({
      code: 'relay/too-large',
      of: 'notices',
      max: 1,
    })
    expect((await register()).status).toBe(200)
    // Each log is a signature to check, and counts as a request.
    await open({ limits: { requestsBurstMax: 3, requestsPerSecondMax: 1 } })
    expect((await register({ logs: [room, other, own] })).body).toMatchObject({
      code: 'relay/too-many-requests',
    })
  })

  test('NOTE-12 what its operator offers no more is told no more, and is forgotten as it comes up', async () => {
    for (const change of [{ ways: 'mail' }, { services: ['web.push.apple.com'] }] as const) {
      await open()
      await register()
      await speak()
      await relay.tell()
      await open(change)
      await speak()
      await pass(noticeGraceMs)
      expect([pushed, await listed()]).toEqual([[], []])
    }
    // Of whom nothing was due, nothing becomes due.
    await open()
    await register()
    await open({ ways: 'mail' })
    await speak()
    await pass(dayMs)
    expect([pushed, await listed()]).toMatchObject([[], [{ way: 'push', address: '' }]])
  })
})

describe('when one is told', () => {
  test('NOTE-7 not at once, and no sooner than a period after the last', async () => {
    await register()
    await speak()
    await pass(noticeGraceMs - 1)
    expect(pushed).toHaveLength(0)
    await pass(1)
    expect(pushed).toHaveLength(1)
    await speak()
    await pass(pushPeriodMs - 2)
    expect(pushed).toHaveLength(1)
    await pass(1)
    expect(pushed).toHaveLength(2)
    // However much came, it is one.
    for (let i = 0; i < 3; i += 1) await speak()
    await pass(2 * pushPeriodMs)
    expect(pushed).toHaveLength(3)
    await pass(dayMs)
    expect(pushed).toHaveLength(3)
  })

  test('NOTE-7 a while later that is left to chance, for who has not said otherwise', async () => {
    chance = 0.5
    await register({ delayed: true })
    await speak()
    await pass(noticeGraceMs + noticeDelayMsMax / 2 - 1)
    expect(pushed).toHaveLength(0)
    await pass(1)
    expect(pushed).toHaveLength(1)
  })

  test('NOTE-7 keys are nothing to be told of', async () => {
    await register()
    expect((await room.rekey(1)).status).toBe(200)
    await pass(dayMs)
    expect(pushed).toEqual([])
  })

  test('NOTE-7 one notice at one address, though two were to be told there', async () => {
    await register()
    await register({}, other)
    await speak()
    await pass(noticeGraceMs)
    expect(pushed).toHaveLength(1)
    await speak()
    await pass(pushPeriodMs - 2)
    expect(pushed).toHaveLength(1)
  })

  test('NOTE-2 nobody who is there, on whichever of their devices, nor of what they do before they leave', async () => {
    await register()
    const leave = await follow()
    await speak()
    await pass(dayMs)
    expect(pushed).toEqual([])
    await speak()
    leave()
    await pass(dayMs)
    expect(pushed).toEqual([])
    await speak()
    await pass(noticeGraceMs)
    expect(pushed).toHaveLength(1)
  })

  test('NOTE-2 nobody who is there, however soon others are told', async () => {
    await open({ limits: { noticeGraceMs: 1 } })
    await register()
    const leave = await follow()
    await speak()
    clock += 1
    await relay.tell()
    expect(pushed).toEqual([])
    leave()
    await speak()
    clock += 1
    await relay.tell()
    expect(pushed).toHaveLength(1)
  })

  test('NOTE-2 who comes back before is told of nothing, also where they only read', async () => {
    await register()
    await speak()
    await pass(noticeGraceMs / 2)
    ;(await follow())()
    await pass(dayMs)
    await speak()
    await pass(noticeGraceMs / 2)
    expect((await own.read()).status).toBe(200)
    await pass(dayMs)
    expect(pushed).toEqual([])
    // A stranger who asks for the log is nobody who is there.
    await speak()
    await pass(1)
    await own.send('GET', own.path('envelopes'), undefined, { key: other.epoch.access })
    await pass(dayMs)
    expect(pushed).toHaveLength(1)
  })
})

describe('how it ends', () => {
  test('NOTE-8 with the epoch of the log that is told of', async () => {
    await register()
    const away = room.asOf(1)
    expect((await room.rekey(1)).status).toBe(200)
    await speak()
    await pass(dayMs)
    expect(pushed).toEqual([])
    expect(await listed()).toMatchObject([{ logs: 0 }])
    // Who was taken out has the key of before.
    await register({ logs: [away] })
    expect(await listed()).toMatchObject([{ logs: 0 }])
    await register()
    await speak()
    await pass(noticeGraceMs)
    expect(pushed).toHaveLength(1)
  })

  test('NOTE-8 with the epoch of the log that registered it: a device was taken out', async () => {
    await register()
    await confirmMail()
    expect(await listed()).toHaveLength(2)
    await speak()
    await relay.tell()
    expect((await own.rekey(1)).status).toBe(200)
    await pass(dayMs)
    expect([pushed, mailServer.mails.length]).toEqual([[], 1])
    // The person's address was confirmed, and waits for a device of theirs to ask again.
    expect(await listed()).toMatchObject([{ way: 'mail', awaits: false, logs: 0 }])
    expect((await register({ way: 'mail', address: 'head@union.example', again: true })).body.awaits).toBe(
      false,
    )
    await speak()
    await pass(noticeGraceMs)
    expect(mailServer.mails).toHaveLength(2)
  })

  test('NOTE-9 when its device ends it, does not come for thirty days, or is gone', async () => {
    const { name } = (await register()).body
    expect((await own.send('DELETE', own.path(`notices/${name}`))).body).toEqual({ gone: true })
    expect(await listed()).toEqual([])
    await speak()
    await pass(dayMs)
    expect(pushed).toEqual([])

    await register()
    const leave = await follow()
    clock += noticeMsMax + 1
    await relay.sweep()
    expect(await listed()).toHaveLength(1)
    leave()
    await relay.tell()
    clock += noticeMsMax
    await relay.sweep()
    expect(await listed()).toHaveLength(1)
    clock += 1
    await relay.sweep()
    expect(await listed()).toEqual([])

    for (const gone of [404, 410]) {
      await register()
      status = gone
      await speak()
      await pass(pushPeriodMs)
      expect(await listed()).toEqual([])
    }
    expect(pushed).toHaveLength(2)
    expect((await register({ again: true })).body).toEqual({ code: 'relay/notice', reason: 'unknown' })
  })

  test('NOTE-9 a service that does not answer is asked again after a period, and not meanwhile', async () => {
    await register()
    status = 503
    await speak()
    await pass(noticeGraceMs)
    await pass(pushPeriodMs - 1)
    expect(pushed).toHaveLength(1)
    status = 201
    await pass(1)
    await pass(dayMs)
    expect(pushed).toHaveLength(2)
  })
})

describe('by push', () => {
  test('NOTE-13 the same sealed byte at one length, from the relay’s own key, for whoever has the browser', async () => {
    const second = makeBrowser('https://fcm.googleapis.com/fcm/send/two')
    await register()
    await register({ address: second.subscription }, other)
    await speak()
    await pass(noticeGraceMs)
    expect(pushed).toHaveLength(2)
    const [one, two] = pushed.toSorted((a, b) => a.endpoint.localeCompare(b.endpoint)) as [
      PushRequest,
      PushRequest,
    ]
    expect([browser.open(one), second.open(two)]).toEqual(['1', '1'])
    expect(() => second.open(one)).toThrow()
    expect(one.body.length).toBe(two.body.length)
    const { authorization, ...headers } = one.headers
    expect(authorization).toMatch(/^vapid /)
    expect(headers).toEqual({
      'content-encoding': 'aes128gcm',
      'content-length': String(one.body.length),
      'content-type': 'application/octet-stream',
      ttl: '86400',
      topic: 'waits',
      urgency: 'normal',
    })
    const { key, aud, sub, exp } = readVapid(one)
    expect([key, aud, sub]).toEqual([
      createVapidKey(seed).publicKey,
      'https://fcm.googleapis.com',
      'mailto:desk@talks.example',
    ])
    expect(exp - Date.now() / 1000).toBeLessThan(86_400)
    // Browsers subscribe for the key that the relay names.
    const card = await (await relay.fetch(new Request('http://relay.example/v1/relay'))).json()
    expect((card as { notices: unknown }).notices).toEqual({
      push: key,
      mail: true,
      delayMs: noticeDelayMsMax,
    })
    expect(createVapidKey(sha256(seed)).publicKey).not.toBe(key)
  })
})

/** Registers an address, and types the code that came there. */
async function confirmMail(address = 'head@union.example'): Promise<string> {
  const answer = await register({ way: 'mail', address })
  expect(answer.body).toEqual({ name: expect.any(String), awaits: true })
  const { name } = answer.body
  const code = /: (\d{8})$/m.exec(mailServer.mails.at(-1)?.text ?? '')?.[1] ?? ''
  const confirmed = await own.send('POST', own.path(`notices/${name}`), { code })
  expect([confirmed.status, confirmed.body]).toEqual([200, { name, awaits: false }])
  return name
}

describe('by e-mail', () => {
  test('NOTE-10 nothing goes to an address but a code, until somebody has typed it', async () => {
    const { name } = (await register({ way: 'mail', address: 'head@UNION.example' })).body
    await speak()
    await pass(dayMs / 48)
    expect(mailServer.mails).toHaveLength(1)
    const [mail] = mailServer.mails
    expect([mail?.to, mail?.from]).toEqual(['head@union.example', 'notices@talks.example'])
    expect(mail?.headers.get('subject')).toBe('fa code-subject at relay.example: 12345678')
    const type = (code: string, holder = own) => holder.send('POST', holder.path(`notices/${name}`), { code })
    expect((await type('12345679')).body).toEqual({ code: 'relay/notice', reason: 'code' })
    expect((await type('12345678', other)).body).toEqual({ code: 'relay/notice', reason: 'code' })
    expect((await type('12345678')).status).toBe(200)
    await speak()
    await pass(noticeGraceMs)
    expect(mailServer.mails).toHaveLength(2)
    // A device that says again what it said sends no code.
    expect((await register({ way: 'mail', address: 'head@union.example', again: true })).body.awaits).toBe(
      false,
    )
    expect((await register({ way: 'mail', address: 'head@union.example' })).body.awaits).toBe(false)
    expect(mailServer.mails).toHaveLength(2)
  })

  test('NOTE-10 a code is good for an hour and five tries, and no more of them are sent than a few a day', async () => {
    const asked = { way: 'mail', address: 'head@union.example' }
    const { name } = (await register(asked)).body
    const type = (code: string) => own.send('POST', own.path(`notices/${name}`), { code })
    for (let i = 0; i < 5; i += 1) expectRefusal(await type('0'), 403, 'relay/notice')
    expectRefusal(await type('12345678'), 403, 'relay/notice')
    await register(asked)
    clock += defaultLimits.noticeCodeMsMax + 1
    expectRefusal(await type('12345679'), 403, 'relay/notice')
    await relay.sweep()
    expect(await listed()).toEqual([])
    await open({ limits: { addressCodesPerDayMax: 2 } })
    await register(asked)
    await register(asked)
    mailServer.mails.length = 0
    const refused = await register(asked)
    expect(refused.body).toMatchObject({ code: 'relay/quota', of: 'codes', max: 2 })
    expect(mailServer.mails).toEqual([])
  })

  test('NOTE-1 NOTE-11 a mail says that something waits, at most once a period, and how to have no more', async () => {
    await confirmMail()
    await speak()
    await pass(noticeGraceMs)
    await speak()
    await pass(mailPeriodMs - 2)
    expect(mailServer.mails).toHaveLength(2)
    const mail = mailServer.mails[1]
    const [stop = ''] = /https:\S+/.exec(mail?.text ?? '') ?? []
    expect(mail?.text.trim()).toBe(
      `fa waits at relay.example\n\nfa stop at relay.example\n${stop}`.replaceAll(
        '\n',
        mail?.text.includes('\r\n') ? '\r\n' : '\n',
      ),
    )
    const told = [...(mail?.headers ?? [])].filter(([name]) => !['date', 'message-id'].includes(name))
    expect(told).toEqual([
      ['auto-submitted', 'auto-generated'],
      ['list-unsubscribe', `<${stop}>`],
      ['list-unsubscribe-post', 'List-Unsubscribe=One-Click'],
      ['from', 'notices@talks.example'],
      ['to', 'head@union.example'],
      ['subject', 'fa subject at relay.example'],
      ['content-transfer-encoding', expect.any(String)],
      ['mime-version', '1.0'],
      ['content-type', 'text/plain; charset=utf-8'],
    ])
    expect(stop).not.toContain(own.id)
    await pass(1)
    expect(mailServer.mails).toHaveLength(3)

    const path = stop.replace('https://talks.example', '')
    const asked = await send(request => relay.fetch(request), 'GET', path)
    const page = Buffer.from(asked.body).toString()
    expect([asked.status, page.includes('<form method="post"><button>fa stop-do')]).toEqual([200, true])
    expect(page).toContain('<html lang="fa" dir="rtl">')
    expect(asked.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    // Filters press links: nothing has ended. Nor by a link that somebody made up.
    expect(await listed()).toHaveLength(1)
    const forged = `${path.slice(0, -2)}${path.endsWith('AA') ? 'BB' : 'AA'}`
    expect((await send(request => relay.fetch(request), 'POST', forged)).status).toBe(403)
    expect(await listed()).toHaveLength(1)
    expect((await send(request => relay.fetch(request), 'POST', path)).status).toBe(200)
    expect(await listed()).toEqual([])
    await speak()
    await pass(dayMs)
    expect(mailServer.mails).toHaveLength(3)
    await open({ ways: 'none' })
    expect((await send(request => relay.fetch(request), 'GET', path)).status).toBe(403)
    await open()
    const again = await register({ way: 'mail', address: 'head@union.example', again: true })
    expect(again.body).toEqual({ code: 'relay/notice', reason: 'unknown' })
  })

  test.each([
    ['does not take it now', () => mailServer.refused.set('head@union.example', 450)],
    ['has something against the mail', () => (mailServer.busy = 554)],
  ])('NOTE-9 an address is kept, and tried after a period, where the mail server %s', async (_, refuse) => {
    await confirmMail()
    refuse()
    await speak()
    await pass(noticeGraceMs)
    expect([await listed(), mailServer.mails.length]).toMatchObject([[{ way: 'mail' }], 1])
    mailServer.refused.clear()
    mailServer.busy = 0
    await pass(mailPeriodMs - 1)
    expect(mailServer.mails).toHaveLength(1)
    await pass(1)
    expect(mailServer.mails).toHaveLength(2)
  })

  test('NOTE-9 an address that the mail server does not know is forgotten; what is none is not taken', async () => {
    for (const address of [
      'union',
      'a@b',
      'a b@union.example',
      'a@union.example\r\nBcc: b@union.example',
      '"a"@union.example',
      `${'a'.repeat(65)}@union.example`,
    ])
      expect((await register({ way: 'mail', address })).body).toEqual({
        code: 'relay/notice',
        reason: 'address',
      })
    mailServer.refused.set('nobody@union.example', 550)
    expect((await register({ way: 'mail', address: 'nobody@union.example' })).body).toEqual({
      code: 'relay/notice',
      reason: 'unsent',
    })
    expect(await listed()).toEqual([])
    await confirmMail()
    mailServer.refused.set('head@union.example', 550)
    await speak()
    await pass(noticeGraceMs)
    expect(await listed()).toEqual([])
  })
})
