import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { signRequest } from '@goodoffices/log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMemoryRelay, defaultLimits, MemoryStore } from '../src/index.ts'
import { LogQueue } from '../src/log-queue.ts'
import { addressToNetwork, RateLimiter, readAddress } from '../src/rate.ts'
import { StaticFiles } from '../src/static.ts'
import { expectRefusal, Member, send } from './harness.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const readFrom = (trustedProxies: number, forwardedFor: string | undefined) =>
  readAddress({ socketAddress: '10.0.0.1', forwardedFor, trustedProxies })

describe('what anyone may ask', () => {
  test('REL-6 the relay names itself, its key and its limits', async () => {
    const relay = await createMemoryRelay({ limits: { batchEnvelopesMax: 3 } })
    const card = await send(relay.fetch, 'GET', '/v1/relay')
    expect(card.body).toMatchObject({ name: relay.name, vkey: relay.vkey, creation: 'open' })
    expect(card.body.limits).toMatchObject({ envelopeBytesMax: 1_048_576, batchEnvelopesMax: 3 })
    expect((await send(relay.fetch, 'GET', '/healthz')).body).toEqual({ ok: true })
  })

  test('REL-131 REL-132 it says who runs it and whom to tell of a weakness, where its operator does', async () => {
    const silent = await createMemoryRelay()
    expect((await send(silent.fetch, 'GET', '/v1/relay')).body).not.toHaveProperty('operator')
    expectRefusal(await send(silent.fetch, 'GET', '/.well-known/security.txt'), 404, 'relay/unknown-path')
    const operator = { name: 'A body', country: 'Norway', pays: 'its members', contact: 'desk@body.example' }
    const security = { contacts: ['mailto:security@body.example'], policy: 'https://body.example/security' }
    const relay = await createMemoryRelay({ operator, security, now: () => Date.UTC(2027, 0, 1) })
    expect((await send(relay.fetch, 'GET', '/v1/relay')).body).toMatchObject({ operator })
    const answer = await relay.fetch(new Request('http://relay.example/.well-known/security.txt'))
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect((await answer.text()).split('\n')).toEqual([
      'Contact: mailto:security@body.example',
      'Expires: 2027-06-30T00:00:00Z',
      'Preferred-Languages: en, ar, fa, fr, es',
      'Policy: https://body.example/security',
      '',
    ])
  })

  test('REL-3 refusals are CBOR, or JSON for whoever asks for it', async () => {
    const relay = await createMemoryRelay()
    const cbor = await send(relay.fetch, 'GET', '/v1/nothing')
    expectRefusal(cbor, 404, 'relay/unknown-path')
    expect(cbor.headers.get('content-type')).toBe('application/cbor')
    const json = await send(relay.fetch, 'GET', '/v1/nothing', undefined, { accept: 'application/json' })
    expectRefusal(json, 404, 'relay/unknown-path')
    expect(json.headers.get('content-type')).toBe('application/json')
    expectRefusal(await send(relay.fetch, 'PUT', '/v1/logs'), 404, 'relay/unknown-path')
    expectRefusal(await send(relay.fetch, 'GET', '/'), 404, 'relay/unknown-path')
  })

  test('REL-90 every answer forbids what an answer need not do', async () => {
    const relay = await createMemoryRelay()
    for (const path of ['/healthz', '/v1/relay', '/v1/nothing']) {
      const { headers } = await send(relay.fetch, 'GET', path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
    }
    const tls = await send(relay.fetch, 'GET', '/healthz', undefined, { 'x-forwarded-proto': 'https' })
    expect(tls.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  test('REL-112 every answer says what time it is to the relay', async () => {
    let clock = 1_800_000_000_000
    const relay = await createMemoryRelay({ now: () => clock, allowedOrigins: ['https://talks.example'] })
    const member = await Member.make(relay.fetch, () => clock)
    const answers = [
      await member.create([await member.keys()]),
      await member.read(),
      await send(relay.fetch, 'GET', '/healthz'),
      await send(relay.fetch, 'GET', '/v1/nothing'),
      await send(relay.fetch, 'GET', member.path('envelopes')),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 401])
    for (const { headers } of answers) expect(headers.get('relay-time')).toBe(String(clock))
    clock += 1
    const origin = 'https://talks.example'
    const { headers } = await send(relay.fetch, 'GET', '/v1/relay', undefined, { origin })
    expect(headers.get('relay-time')).toBe(String(clock))
    expect(headers.get('access-control-expose-headers')).toContain('Relay-Time')
  })

  test('REL-91 other sites may use the API only where the operator named them', async () => {
    const relay = await createMemoryRelay({ allowedOrigins: ['https://talks.example'] })
    const ask = (origin: string) => send(relay.fetch, 'OPTIONS', '/v1/logs', undefined, { origin })
    const named = await ask('https://talks.example')
    expect(named.status).toBe(204)
    expect(named.headers.get('access-control-allow-origin')).toBe('https://talks.example')
    expect((await ask('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull()
    const got = await send(relay.fetch, 'GET', '/v1/relay', undefined, { origin: 'https://talks.example' })
    // What may be asked is said where it is asked for.
    expect(got.headers.get('access-control-allow-origin')).toBe('https://talks.example')
    expect(got.headers.get('access-control-allow-methods')).toBeNull()
  })
})

describe('limits', () => {
  test('REL-80 an envelope, a batch and a body have a largest size', async () => {
    const relay = await createMemoryRelay({
      limits: { envelopeBytesMax: 2_000, batchEnvelopesMax: 3, bodyBytesMax: 5_000 },
    })
    const member = await Member.make(relay.fetch)
    await member.create()
    const small = await Promise.all([1, 2, 3, 4].map(() => member.seal()))
    const batch = await member.append(small)
    expectRefusal(batch, 413, 'relay/too-large')
    expect(batch.body).toMatchObject({ of: 'batch', max: 3 })
    const envelope = await member.append([await member.seal('x'.repeat(3_000))])
    expectRefusal(envelope, 413, 'relay/too-large')
    expect(envelope.body).toMatchObject({ of: 'envelope', index: 0, max: 2_000 })
    const body = await member.append([await member.seal('x'.repeat(8_000))])
    expectRefusal(body, 413, 'relay/too-large')
    expect(body.body).toMatchObject({ of: 'body', max: 5_000 })
    expect((await member.append(small.slice(0, 3))).status).toBe(200)
  })

  test('REL-80 the largest envelope that the format knows passes', async () => {
    const relay = await createMemoryRelay()
    const member = await Member.make(relay.fetch)
    await member.create()
    expect((await member.append([await member.seal('x'.repeat(983_039))])).status).toBe(200)
  })

  test('REL-80 a body that does not say how long it is is not read beyond the limit', async () => {
    const relay = await createMemoryRelay({ limits: { bodyBytesMax: 10_000, creationBodyBytesMax: 10_000 } })
    const { epoch } = await Member.make(relay.fetch)
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(1_000))
      },
    })
    const signed = { method: 'POST', path: '/v1/logs', body: new Uint8Array() }
    const authorization = await signRequest(epoch.access, signed, Date.now())
    const request = new Request('http://relay.example/v1/logs', {
      method: 'POST',
      headers: { authorization },
      body,
      duplex: 'half',
    } as RequestInit)
    expect((await relay.fetch(request)).status).toBe(413)
    expect(pulled).toBeGreaterThan(9)
    expect(pulled).toBeLessThan(20)
  })

  test('REL-81 a log has a largest number of entries and of epochs', async () => {
    const relay = await createMemoryRelay({ limits: { logEntriesMax: 3, logEpochsMax: 2 } })
    const member = await Member.make(relay.fetch)
    await member.create([await member.keys()])
    expect((await member.rekey(1)).status).toBe(200)
    expectRefusal(await member.rekey(2), 507, 'relay/log-full')
    expect((await member.append([await member.seal()])).status).toBe(200)
    expectRefusal(await member.append([await member.seal()]), 507, 'relay/log-full')
  })

  test('REL-81 appends that wait for one log are bounded', async () => {
    const queue = new LogQueue('nowhere', {
      store: new MemoryStore(),
      limits: { ...defaultLimits, logWaitingMax: 2 },
      now: Date.now,
      roomBytes: () => 0,
      onCommit: () => {},
      onFault: () => {},
    })
    const request = { key: new Uint8Array(32), envelopes: [] }
    const outcomes = await Promise.all([1, 2, 3].map(() => queue.append(request)))
    expect(outcomes.map(outcome => (outcome.ok ? 'ok' : outcome.error.code))).toEqual([
      'relay/unknown-log',
      'relay/unknown-log',
      'relay/busy',
    ])
  })

  test('REL-82 an address that asks too often is told how long to wait', async () => {
    const relay = await createMemoryRelay({ limits: { requestsPerSecondMax: 10, requestsBurstMax: 5 } })
    const started = performance.now()
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(relay.fetch, 'GET', '/v1/relay')))
    const refused = answers.filter(answer => answer.status !== 200)
    expect(refused.length).toBeGreaterThanOrEqual(2)
    // Told late, so that a flood is as slow as its connections are few.
    expect(performance.now() - started).toBeGreaterThan(200)
    for (const answer of refused) {
      expectRefusal(answer, 429, 'relay/too-many-requests')
      expect(answer.body.waitMs).toBeGreaterThan(0)
      expect(answer.headers.get('retry-after')).toBe('1')
    }
    expect((await send(relay.fetch, 'GET', '/healthz')).status).toBe(200)
  })

  test('REL-82 the rate is per address and recovers with time', () => {
    const rate = new RateLimiter({ requestsPerSecondMax: 2, requestsBurstMax: 2, addressesMax: 2 })
    expect([rate.take('a', 0), rate.take('a', 0), rate.take('a', 0), rate.take('b', 0)]).toEqual([
      0, 0, 500, 0,
    ])
    expect([rate.take('a', 250), rate.take('a', 500)]).toEqual([250, 0])
    rate.take('c', 500)
    expect([rate.take('b', 500), rate.take('b', 500), rate.take('b', 500)]).toEqual([0, 0, 500])
  })

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8::7', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('REL-82 %s counts as %s', (address, network) => {
    expect(addressToNetwork(address)).toBe(network)
  })

  test('REL-83 only the operator’s own proxies are believed about who asks', () => {
    expect(readFrom(0, '192.0.2.7')).toBe('10.0.0.1')
    expect(readFrom(1, 'forged, 192.0.2.7')).toBe('192.0.2.7')
    expect(readFrom(2, 'forged, 192.0.2.7, 10.0.0.2')).toBe('192.0.2.7')
    expect(readFrom(1, undefined)).toBe('10.0.0.1')
    expect(readFrom(3, '192.0.2.7')).toBe('10.0.0.1')
  })
})

describe('the web app', () => {
  const root = mkdtempSync(join(tmpdir(), 'relay-web-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const script = `export const words = ${JSON.stringify('so kept '.repeat(500))}`
  let files: StaticFiles

  beforeAll(() => {
    mkdirSync(join(root, 'assets'))
    writeFileSync(
      join(root, 'index.html'),
      '<!doctype html><style>a{}</style><script src="/assets/app-a1b2c3d4.js"></script><script>go()</script>',
    )
    writeFileSync(join(root, 'assets', 'app-a1b2c3d4.js'), script)
    writeFileSync(join(root, 'assets', 'pre-a1b2c3d4.css'), 'b{}'.repeat(999))
    writeFileSync(join(root, 'assets', 'pre-a1b2c3d4.css.br'), 'ready br')
    writeFileSync(join(root, 'assets', 'pre-a1b2c3d4.css.gz'), 'ready gz')
    writeFileSync(join(root, 'sw.js'), 'self.skipWaiting()')
    writeFileSync(join(root, 'app.webmanifest'), '{}')
    files = new StaticFiles(root)
  })

  const get = (path: string, headers: Record<string, string> = {}, isOverTls = false) =>
    files.answer(
      new Request(`http://talks.example:8080${path}`, {
        headers: { accept: 'text/html,*/*;q=0.8', ...headers },
      }),
      isOverTls,
    )

  const getAs = async (path: string, encodings: string) => {
    const response = await get(path, { 'accept-encoding': encodings })
    const bytes = Buffer.from(await (response ?? new Response()).arrayBuffer())
    return { encoding: response?.headers.get('content-encoding'), bytes }
  }

  test('REL-92 a page’s address gives the app, a missing file nothing', async () => {
    for (const path of ['/', '/index.html', '/rooms/7', '/invitation']) {
      const response = await get(path)
      expect(response?.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await response?.text()).toContain('<!doctype html>')
    }
    for (const path of [
      '/missing.js',
      '/assets/app-old.js',
      '/../package.json',
      '/%2e%2e%2fsecret.txt',
      '/%ff.js',
    ])
      expect(await get(path)).toBeUndefined()
  })

  test('REL-92 what is not asked for as a page is none, so that a monitor sees what is not there', async () => {
    for (const path of ['/metrics', '/readyz', '/status', '/rooms/7', '/anything'])
      for (const accept of ['*/*', 'application/json', ''])
        expect(await get(path, { accept })).toBeUndefined()
    for (const path of ['/metrics', '/status']) expect(await get(path)).toBeUndefined()
    expect((await get('/', { accept: '*/*' }))?.status).toBe(200)
    expect((await get('/index.html', { accept: '*/*' }))?.status).toBe(200)
  })

  test('REL-92 what carries a hash in its name is kept for good, the rest is asked for again', async () => {
    const caching = async (path: string) => (await get(path))?.headers.get('cache-control')
    expect(await caching('/assets/app-a1b2c3d4.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/sw.js', '/app.webmanifest']) expect(await caching(path)).toBe('no-cache')
    const etag = (await get('/sw.js'))?.headers.get('etag') ?? ''
    expect((await get('/sw.js', { 'if-none-match': etag }))?.status).toBe(304)
    expect((await get('/sw.js', { 'if-none-match': '"other"' }))?.status).toBe(200)
  })

  test('REL-93 nothing from elsewhere and nothing inline runs, but what stands in the page itself', async () => {
    const policy = (await get('/'))?.headers.get('content-security-policy') ?? ''
    const rules = new Map(policy.split('; ').map(rule => [rule.split(' ', 1)[0] ?? '', rule]))
    expect(rules.get('default-src')).toBe("default-src 'none'")
    expect(rules.get('script-src')).toBe(
      `script-src 'self' 'wasm-unsafe-eval' ${hashOf('a{}')} ${hashOf('go()')}`,
    )
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).not.toContain("'unsafe-eval'")
    expect(rules.get('connect-src')).toBe("connect-src 'self' ws://talks.example:8080")
    const overTls = (await get('/', {}, true))?.headers.get('content-security-policy')
    expect(overTls).toContain("connect-src 'self' wss://talks.example:8080")
    expect(rules.get('frame-ancestors')).toBe("frame-ancestors 'none'")
  })

  test('REL-92 files travel compressed where the browser can read it', async () => {
    const fresh = await getAs('/assets/app-a1b2c3d4.js', 'gzip, deflate, br')
    expect(fresh.encoding).toBe('br')
    expect(fresh.bytes.length).toBeLessThan(script.length / 10)
    expect(brotliDecompressSync(fresh.bytes).toString()).toBe(script)
    expect(String((await getAs('/assets/pre-a1b2c3d4.css', 'br')).bytes)).toBe('ready br')
    expect(String((await getAs('/assets/pre-a1b2c3d4.css', 'gzip')).bytes)).toBe('ready gz')
    expect((await getAs('/assets/app-a1b2c3d4.js', 'gzip, br;q=0')).encoding).toBeNull()
    expect((await getAs('/sw.js', 'br')).encoding).toBeNull()
  })

  test('REL-92 the API keeps its place before the app', async () => {
    const relay = await createMemoryRelay({ webRoot: root })
    expect((await send(relay.fetch, 'GET', '/v1/relay')).body.name).toBe(relay.name)
    expectRefusal(await send(relay.fetch, 'GET', '/v1/rooms'), 404, 'relay/unknown-path')
    const page = await send(relay.fetch, 'GET', '/rooms/7', undefined, { accept: 'text/html' })
    expect(page.headers.get('content-type')).toContain('text/html')
    expectRefusal(await send(relay.fetch, 'GET', '/metrics'), 404, 'relay/unknown-path')
    expectRefusal(await send(relay.fetch, 'GET', '/missing.js'), 404, 'relay/unknown-path')
  })
})

test('REL-80 every limit has a name that ends in its unit, and a bound', () => {
  for (const [name, value] of Object.entries(defaultLimits)) {
    expect(name).toMatch(/(Max|Min|Ms)$/)
    expect(value).toBeGreaterThanOrEqual(1)
    expect(Number.isSafeInteger(value)).toBe(true)
  }
})
