/** A server that answers without end, or with little that becomes much: nothing of a member's memory is its to take. */

import {
  createHttpRelay,
  createIdentity,
  createMemoryVault,
  inspectVault,
  RelayError,
  type RelayPort,
} from '@goodoffices/client'
import { type AccessKey, createAccessKey, createEpochKey, encode } from '@goodoffices/log'
import { beforeAll, describe, expect, it } from 'vitest'
import { RelayClock } from '../src/relay/clock.ts'
import { LiveEvents } from '../src/relay/live-events.ts'

const mebibyte = 1 << 20
const answerBytesMax = 16 * mebibyte
const chunkBytes = 256 * 1024
const endBytes = 80 * mebibyte

let key: AccessKey
beforeAll(async () => {
  key = await createAccessKey(createEpochKey())
})

/** A body that does not end as long as anybody would bear; how much of it was asked for, and whether it was given up. */
function endless(first = new Uint8Array()) {
  const taken = { bytes: 0, isGivenUp: false }
  const body = new ReadableStream<Uint8Array>(
    {
      start: controller => controller.enqueue(first),
      pull: controller => {
        if (taken.bytes > endBytes) return controller.close()
        taken.bytes += chunkBytes
        controller.enqueue(new Uint8Array(chunkBytes))
      },
      cancel: () => {
        taken.isGivenUp = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, taken }
}

const relayAnswering = (answer: () => Response) =>
  createHttpRelay({ address: 'http://relay.example', fetch: async () => answer() })

const withoutKey = () => new Response(JSON.stringify({ name: 'relay.example', vkey: 'x' }))

const codeOf = async (asking: Promise<unknown>): Promise<string> => {
  const error = await asking.then(
    () => new Error('answered'),
    (reason: unknown) => reason,
  )
  return error instanceof RelayError ? error.code : String(error)
}

const envelope = new Uint8Array(1)
type Port = ReturnType<typeof createHttpRelay>
const requests: readonly (readonly [string, (port: Port) => Promise<unknown>])[] = [
  ['create', port => port.create('log', key, [envelope])],
  ['mint', port => port.mint('log', key, { right: new Uint8Array(32), logs: 1, until: 1 })],
  ['revoke', port => port.revoke('log', key, new Uint8Array(32))],
  ['append', port => port.append('log', key, [envelope])],
  ['restore', port => port.restore('log', key, { records: [], checkpoint: '', proof: [] })],
  ['read', port => port.read('log', key, 0)],
  ['head', port => port.head('log', key)],
  ['consistency', port => port.consistency('log', key, 0, 1)],
  ['destroy', port => port.destroy('log', key, { from: 0, to: 1 } as never)],
]
type Notices = NonNullable<RelayPort['notices']>
const noticeRequests: readonly (readonly [string, (notices: Notices) => Promise<unknown>])[] = [
  ['offered', notices => notices.offered()],
  [
    'register',
    notices =>
      notices.register('log', key, {
        way: 'mail',
        address: 'a@b.example',
        language: 'en',
        delayed: true,
        again: false,
        logs: new Map(),
      }),
  ],
  ['list', notices => notices.list('log', key)],
  ['confirm', notices => notices.confirm('log', key, 'name', '12345678')],
  ['end', notices => notices.end('log', key, 'name')],
]
const noticesOf = ({ notices }: RelayPort): Notices => {
  if (notices === undefined) throw new Error('no notices')
  return notices
}
const all = [
  ...requests,
  ...noticeRequests.map(([name, ask]) => [`notices.${name}`, (port: Port) => ask(noticesOf(port))] as const),
]

describe('what a relay answers is bounded', () => {
  it.each(all)(
    'SYNC-41 an answer to "%s" that never ends is read to its bound, and given up',
    async (_, ask) => {
      for (const status of [200, 409]) {
        const { body, taken } = endless()
        const port = relayAnswering(() => new Response(body, { status }))
        expect(await codeOf(ask(port))).toBe('nonsense')
        expect(taken.bytes).toBeLessThanOrEqual(answerBytesMax + chunkBytes)
        expect(taken.isGivenUp).toBe(true)
      }
    },
  )

  it('SYNC-41 there is no other request', () => {
    const port = relayAnswering(() => new Response())
    const known = [...requests.map(([name]) => name), 'card', 'live', 'address', 'aheadMs', 'notices']
    expect(Object.keys(port).toSorted()).toEqual(known.toSorted())
    expect(Object.keys(noticesOf(port)).toSorted()).toEqual(noticeRequests.map(([name]) => name).toSorted())
  })

  it('SYNC-41 a card that never ends is given up after a name and a key', async () => {
    const { body, taken } = endless()
    expect(await codeOf(relayAnswering(() => new Response(body)).card())).toBe('nonsense')
    expect(taken).toEqual({ bytes: chunkBytes, isGivenUp: true })
  })

  it('SYNC-41 a page of few bytes and very many values is none', async () => {
    const before = process.memoryUsage().heapUsed
    const bytes = encode({ records: [], size: 0, checkpoint: '' })
    // A list of four million records of one byte each.
    const count = 4_000_000
    const at = bytes.indexOf(0x80, 1)
    const bomb = new Uint8Array(bytes.length + 4 + count).fill(0xa0)
    bomb.set(bytes.subarray(0, at))
    bomb.set([0x9a, count >>> 24, (count >>> 16) & 255, (count >>> 8) & 255, count & 255], at)
    bomb.set(bytes.subarray(at + 1), at + 5 + count)
    const code = await codeOf(relayAnswering(() => new Response(bomb)).read('log', key, 0))
    expect(code).toBe('nonsense')
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * mebibyte)
  })

  it('SYNC-41 a refusal is a short word, whatever its body says', async () => {
    for (const code of ['x'.repeat(200_000), 'relay/full\u001b[2J', ''])
      expect(
        await codeOf(
          relayAnswering(() => new Response(encode({ code }) as BodyInit, { status: 409 })).read(
            'log',
            key,
            0,
          ),
        ),
      ).toBe('nonsense')
    const full = relayAnswering(
      () => new Response(encode({ code: 'relay/full' }) as BodyInit, { status: 409 }),
    )
    expect(await codeOf(full.read('log', key, 0))).toBe('relay/full')
  })

  it('SYNC-41 a card without a key by which anything could be checked is none: nothing is founded on it', async () => {
    const vault = createMemoryVault()
    const made = await createIdentity({
      vault,
      name: 'A member',
      address: 'http://relay.example',
      live: false,
      relayAt: () => relayAnswering(withoutKey),
    })
    expect(made).toMatchObject({ ok: false, error: { code: 'relay-unreachable' } })
    expect(await inspectVault(vault)).toBe('none')
  })

  it('SYNC-41 an event that never ends is gathered to its bound, and the line is given up', async () => {
    const { body, taken } = endless(new TextEncoder().encode('data: '))
    const ended = Promise.withResolvers<string>()
    const events = new LiveEvents({
      address: 'http://relay.example',
      prefix: '',
      fetch: async () => new Response(body),
      clock: new RelayClock(() => Date.now()),
      handlers: { news: () => {}, behind: () => {}, unfollowed: () => {}, state: () => {} },
      followed: new Map([['log', key]]),
      onOpen: () => {},
      onEnd: ended.resolve,
    })
    expect(await ended.promise).toBe('blocked')
    events.end()
    expect(taken.isGivenUp).toBe(true)
    expect(taken.bytes).toBeLessThanOrEqual(2 * answerBytesMax + 2 * chunkBytes)
  })
})
