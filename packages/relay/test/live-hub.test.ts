/** The one place from which subscribers are told, with a relay that answers when the test says so. */
import { encode, randomBytes, signLive } from '@goodoffices/log'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CheckpointAnswer } from '../src/answer.ts'
import { defaultLimits } from '../src/index.ts'
import { LiveHub } from '../src/live.ts'
import type { LivePipe } from '../src/live-pipe.ts'
import type { Push } from '../src/push.ts'
import { type Outcome, refuse, succeed } from '../src/refusal.ts'
import type { Relay } from '../src/relay.ts'
import type { WatchListener } from '../src/store.ts'
import { makeEpoch, valueOf } from './harness.ts'

type Followed = Outcome<CheckpointAnswer & { readonly epoch: number }>

const log = 'a log'
const key = randomBytes(32)

let hub: LiveHub
let answerFollow: (followed: Followed) => Promise<void>
let commit: (push: Push) => void
let hearOf: WatchListener
/** What the store answers whoever asks for more. */
let since: (from: number) => readonly Push[] | undefined
let size: number
let heard: ReturnType<typeof valueOf>[]
let ends: number

const pipe: LivePipe = {
  send: message => heard.push(valueOf(message.payload)),
  bufferedBytes: () => 0,
  close: () => {},
}

beforeEach(() => {
  heard = []
  size = 0
  since = () => undefined
  ends = 0
  const following = Promise.withResolvers<Followed>()
  answerFollow = async followed => {
    following.resolve(followed)
    await new Promise(setImmediate)
  }
  hub = new LiveHub({
    name: 'relay.example',
    limits: defaultLimits,
    now: () => 0,
    follow: () => following.promise,
    pushes: {
      listen: (listener: (push: Push) => void) => {
        commit = listener
        return () => {}
      },
      watch: (listener: WatchListener) => {
        hearOf = listener
        return () => {}
      },
      grown: async (told: ReadonlyMap<string, number>) =>
        [...told].flatMap(([id, next]) => (next < size ? [id] : [])),
      since: async (_: string, from: number) => since(from),
    },
  } as unknown as Relay)
})

const subscribe = (): (() => void) =>
  hub.subscribe({
    log,
    key,
    pipe,
    onEnd: () => {
      ends += 1
    },
  })

const push = (from: number, { epoch = 1, count = 1, id = log } = {}): Push => ({
  id,
  epoch,
  from,
  size: from + count,
  checkpoint: '',
  isEnd: false,
  records: Array.from({ length: count }, (_, i) => ({
    position: from + i,
    time: 0,
    hash: randomBytes(32),
    envelope: randomBytes(8),
  })),
})

const turn = () => new Promise(setImmediate)
const followed = (size: number, epoch = 1): Followed => succeed({ epoch, size, checkpoint: '' })
const told = () => heard.map(({ type, from, log: of }) => [type, ...(from === undefined ? [] : [from]), of])

describe('while the right to subscribe is looked at', () => {
  test('REL-51 what is written waits, and of it is told what the size does not hold already', async () => {
    subscribe()
    commit(push(3))
    commit(push(4))
    commit(push(5))
    expect(heard).toEqual([])
    await answerFollow(followed(4))
    expect(told()).toEqual([
      ['subscribed', log],
      ['records', 4, log],
      ['records', 5, log],
    ])
  })

  test('REL-53 what an epoch that was over by then was shown is not told', async () => {
    subscribe()
    commit(push(4, { epoch: 1 }))
    await answerFollow(followed(4, 2))
    expect(told()).toEqual([['subscribed', log]])
  })

  test('REL-54 who would have to be told too much at once is refused, once', async () => {
    subscribe()
    for (let at = 0; at <= 70; at += 1) commit(push(at))
    expect(heard).toMatchObject([{ type: 'refused', log, refusal: { code: 'relay/busy' } }])
    expect([ends, hub.subscriptions]).toEqual([1, 0])
    await answerFollow(followed(0))
    expect(heard.length).toBe(1)
  })

  test('REL-55 who went meanwhile is told nothing, neither that it began nor that it was refused', async () => {
    subscribe()()
    commit(push(0))
    await answerFollow(refuse('relay/unknown-log'))
    expect([heard, ends, hub.subscriptions]).toEqual([[], 0, 0])
  })
})

describe('afterwards', () => {
  test('REL-51 what is written in a log that nobody follows is nobody’s affair', async () => {
    subscribe()
    await answerFollow(followed(0))
    expect(() => commit(push(0, { id: 'another' }))).not.toThrow()
    expect(told()).toEqual([['subscribed', log]])
  })

  test('REL-54 who is told that it is behind hears nothing after that', async () => {
    subscribe()
    await answerFollow(followed(0))
    commit(push(3))
    await turn()
    commit(push(0))
    expect(told()).toEqual([
      ['subscribed', log],
      ['behind', 0, log],
    ])
  })

  test('REL-124 what others wrote is read and told in its place, once', async () => {
    subscribe()
    await answerFollow(followed(2))
    since = from => (from < 5 ? [push(from, { count: 5 - from })] : [])
    commit(push(4))
    commit(push(2))
    await turn()
    hearOf(log)
    hearOf('another')
    await turn()
    expect(told()).toEqual([
      ['subscribed', log],
      ['records', 2, log],
      ['records', 3, log],
    ])
    expect(heard.at(-1).records).toHaveLength(2)
  })

  test('REL-124 what others wrote while the right was looked at, or said nothing of, is told too', async () => {
    subscribe()
    since = from => (from < size ? [push(from, { count: size - from })] : [])
    hearOf(log)
    size = 3
    await answerFollow(followed(1))
    await turn()
    size = 4
    hearOf(undefined)
    await turn()
    expect(told().slice(1)).toEqual([
      ['records', 1, log],
      ['records', 3, log],
    ])
  })

  test('REL-124 what comes while it is read is read after it', async () => {
    subscribe()
    await answerFollow(followed(0))
    const asked: number[] = []
    since = from => {
      asked.push(from)
      if (asked.length === 1) hearOf(log)
      return asked.length === 1 ? [push(0)] : [push(1)]
    }
    hearOf(log)
    await turn()
    expect(asked).toEqual([0, 1])
    expect(told().slice(1)).toEqual([
      ['records', 0, log],
      ['records', 1, log],
    ])
  })

  test('REL-52 a connection that closed while its signature was verified follows nothing', async () => {
    const connection = hub.connect(pipe)
    const { access } = await makeEpoch()
    const [hello] = heard
    const signature = await signLive(access, 'relay.example', log, hello.nonce)
    const received = connection.receive(encode({ type: 'subscribe', log, key: access.publicKey, signature }))
    connection.closed()
    await received
    expect(hub.subscriptions).toBe(0)
  })
})
