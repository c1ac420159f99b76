import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createNoteSigner, randomBytes, signRequest } from '@goodoffices/log'
import { createAdaptorServer } from '@hono/node-server'
import { expect, test } from 'vitest'
import { Admission } from '../src/admission.ts'
import { Holdings } from '../src/holdings.ts'
import { createHttp } from '../src/http.ts'
import { defaultLimits, MemoryStore } from '../src/index.ts'
import { Journal } from '../src/journal.ts'
import { LiveHub } from '../src/live.ts'
import { openNotices } from '../src/notice-open.ts'
import { DailyQuota } from '../src/quota.ts'
import { RateLimiter } from '../src/rate.ts'
import { Relay } from '../src/relay.ts'
import { Member } from './harness.ts'

const onFault = (error: unknown): void => expect.unreachable(String(error))

test('REL-58 a stream whose reader goes away leaves nothing behind', async () => {
  const store = new MemoryStore()
  const relay = await Relay.open({
    store,
    signer: await createNoteSigner('relay.example', randomBytes(32)),
    limits: defaultLimits,
    now: () => Date.now(),
    onFault,
  })
  const hub = new LiveHub(relay)
  const http = createHttp({
    hub,
    notices: openNotices({}, { hub, store, seed: randomBytes(32), onFault }),
    journal: new Journal(() => {}),
    rate: new RateLimiter(defaultLimits),
    admission: new Admission(),
    inFlight: new Holdings({ perAddressMax: 1e9, max: 1e9 }),
    quota: new DailyQuota(defaultLimits),
    findLacks: async () => [],
  })
  const server = createAdaptorServer({ fetch: http.fetch, createServer }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const member = await Member.make(async request => http.fetch(request))
  await member.create([await member.keys()])
  const path = `/v1/live/${member.id}`
  const authorization = await signRequest(
    member.epoch.access,
    { method: 'GET', path, body: new Uint8Array() },
    Date.now(),
  )
  const reader = new AbortController()
  const { signal } = reader
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization }, signal })
  await response.body?.getReader().read()
  expect(hub.subscriptions).toBe(1)
  reader.abort()
  await expect.poll(() => hub.subscriptions).toBe(0)
  server.closeAllConnections()
  server.close()
})
