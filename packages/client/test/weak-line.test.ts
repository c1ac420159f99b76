/** A line of 150 kbit/s and 800 ms, with stalls and drops, thirty times as fast. What is missed arrives, once, and nothing is told falsely. */

import {
  createHttpRelay,
  deliverDue,
  documentToText,
  newId,
  openSession,
  prepareConveyance,
  type RelayPort,
  roomsToDocument,
  type Session,
} from '@goodoffices/client'
import { type ConveyanceId, type MessageId, placedAt, type RoomId, type RoomState } from '@goodoffices/core'
import { createAccessKey } from '@goodoffices/log'
import { describe, expect, it } from 'vitest'
import { insiderOf } from './hostile.ts'
import { beginTalks, beginTalksWithin, bodiesIn, meet, reopen, roomOf, say, type Talks } from './talks.ts'
import { address, type Person, value } from './world.ts'

const faster = 30
const bytesPerMs = (18_750 / 1000) * faster
const delayMs = 400 / faster
const silenceMsMax = 30_000 / faster

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** No WebSocket gets through. */
class NoSocket extends EventTarget {
  constructor() {
    super()
    setTimeout(() => this.dispatchEvent(new Event('close')), 1)
  }
  close(): void {}
}

class WeakLine {
  readonly #talks: Talks
  /** Bytes after which the line drops what it carries, again and again; and after which it stalls once. */
  dropBytes = Number.POSITIVE_INFINITY
  stallBytes = Number.POSITIVE_INFINITY
  bytesDown = 0

  constructor(talks: Talks) {
    this.#talks = talks
  }

  readonly relayAt = (at: string): RelayPort =>
    createHttpRelay({
      address: at,
      silenceMsMax,
      WebSocket: NoSocket as unknown as typeof WebSocket,
      fetch: async (input, init) => {
        const request = new Request(input, init)
        if (request.url.includes('/v1/live')) throw new TypeError('blocked')
        await wait(delayMs)
        const answer = await this.#talks.world.relay.fetch(request)
        const bytes = new Uint8Array(await answer.arrayBuffer())
        await wait(delayMs)
        return new Response(this.#trickle(bytes, init?.signal ?? undefined), answer)
      },
    })

  #trickle(bytes: Uint8Array, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
    const piece = 4096
    let at = 0
    return new ReadableStream<Uint8Array>({
      pull: async controller => {
        if (at >= bytes.length) return controller.close()
        const part = bytes.subarray(at, at + piece)
        const before = this.bytesDown
        await wait(part.length / bytesPerMs)
        this.bytesDown += part.length
        at += part.length
        if (crosses(before, this.bytesDown, this.dropBytes)) return controller.error(new TypeError('dropped'))
        if (before < this.stallBytes && this.bytesDown >= this.stallBytes) {
          await new Promise(resolve => signal?.addEventListener('abort', resolve))
          return controller.error(new TypeError('stalled'))
        }
        controller.enqueue(part)
      },
    })
  }
}

const crosses = (before: number, after: number, every: number): boolean =>
  Math.floor(after / every) > Math.floor(before / every)

/** Said by the mediator while the others were away: sealed and appended as they are, since one after the other takes as many round trips. */
async function sayMany(
  talks: Talks,
  room: RoomId,
  count: number,
): Promise<{ readonly bodies: readonly string[]; readonly bytes: number }> {
  const insider = await insiderOf(talks.mediator)
  const { key } = await insider.epochKey(room)
  const access = await createAccessKey(key)
  const port = talks.world.relayAt(address)
  const bodies = Array.from({ length: count }, (_, i) => `${i} ${'They took note of it. '.repeat(18)}`.trim())
  let bytes = 0
  for (let at = 0; at < count; at += 250) {
    const sealed = await Promise.all(bodies.slice(at, at + 250).map(body => insider.seal(room, say(body))))
    for (const envelope of sealed) bytes += envelope.length
    await port.append(room, access, sealed)
  }
  return { bodies, bytes }
}

async function until(isDone: () => boolean, msMax = 60_000): Promise<void> {
  for (let ms = 0; !isDone(); ms += 20) {
    if (ms > msMax) throw new Error('it never came')
    await wait(20)
  }
}

describe('SYNC-30 a weak line', () => {
  it('brings 1,000 missed messages, through drops and stalls, each once and none read twice', async () => {
    const talks = await beginTalksWithin({ readBytesMax: 65_536 })
    const { north, process } = talks
    const caucus = roomOf(north, process, 'caucus').id
    const { bodies, bytes } = await sayMany(talks, caucus, 1_000)
    const weak = new WeakLine(talks)
    await north.session.close()
    const options = { vault: north.vault, relayAt: weak.relayAt }
    let session: Session = value(await openSession({ ...options, live: true }))
    const seen: { read: number; of: number }[] = []
    const note = (): void => {
      for (const { room, read, of } of session.status().reading) if (room === caucus) seen.push({ read, of })
    }
    session.subscribe(note)
    // Two drops on the way, and one stall until the silence is too long.
    weak.dropBytes = 250_000
    weak.stallBytes = 150_000
    await session.goOnline()
    expect(bodiesIn({ ...north, session }, caucus)).toEqual([])
    expect(session.status().troubles).toEqual([])
    // The program ends in the middle, and goes on from what it has.
    await until(() => seen.some(({ read }) => read > 400))
    await session.close()
    const before = weak.bytesDown
    session = value(await openSession({ ...options, live: true }))
    session.subscribe(note)
    await session.goOnline()
    const person: Person = { ...north, session }
    await until(() => bodiesIn(person, caucus).length === 1_000)
    expect(bodiesIn(person, caucus)).toEqual(bodies)
    expect(seen.map(({ read }) => read)).toEqual(seen.map(({ read }) => read).toSorted((a, b) => a - b))
    expect(seen.at(-1)?.of).toBeGreaterThan(1_000)
    expect(session.status().reading).toEqual([])
    expect(session.status().troubles).toEqual([])
    // What was read before the end was not read again, nor more than a page with each drop.
    expect(weak.bytesDown - before).toBeLessThan(bytes * 0.9)
    expect(weak.bytesDown).toBeLessThan(bytes * 1.6)
    await session.close()
  }, 120_000)
})

describe('SYNC-32 a device whose clock is wrong', () => {
  const hourMs = 3_600_000

  it('delivers at the chosen time by the relay’s clock, and not before it has asked', async () => {
    let now = 1_800_000_000_000
    const talks = await beginTalks(() => now)
    const { south, process, parties } = talks
    const ahead = (): number => now + 2 * hourMs
    const relayAt = (at: string): RelayPort =>
      createHttpRelay({
        address: at,
        now: ahead,
        fetch: async (input, init) => {
          if (talks.world.offline) throw new TypeError('no network')
          return talks.world.relay.fetch(new Request(input, init))
        },
      })
    const mediator = await reopen(talks.mediator, { relayAt, now: ahead })
    await meet(mediator)
    const conveyance = value<ConveyanceId>(
      await prepareConveyance(mediator.session, process, {
        origin: { kind: 'mediators' },
        to: roomOf(mediator, process, 'caucus', parties.south).id,
        as: 'verbatim',
        form: 'oral-message',
        binding: false,
        wording: 'We meet tomorrow.',
        timing: { kind: 'at', time: now + hourMs },
        tell: 'nothing',
      }),
    )
    await meet(mediator)
    const later = await reopen(mediator, { relayAt, now: ahead })
    talks.world.offline = true
    expect(await deliverDue(later.session)).toEqual([])
    talks.world.offline = false
    expect(await deliverDue(later.session)).toEqual([])
    await meet(later, south)
    expect(Object.keys(roomOf(south, process, 'caucus').deliveries)).toEqual([])
    expect(later.session.status().clockAheadMs).toBe(2 * hourMs)
    now += hourMs
    expect(await deliverDue(later.session)).toEqual([conveyance])
    await meet(later, south)
    expect(Object.keys(roomOf(south, process, 'caucus').deliveries)).toHaveLength(1)
  })

  it('shows beside what it says when the relay placed it, after a restart too', async () => {
    const now = 1_800_000_000_000
    const talks = await beginTalks(() => now)
    const caucus = roomOf(talks.north, talks.process, 'caucus').id
    const past = { room: caucus, act: { ...say('from 1970'), message: newId<MessageId>() }, time: 86_400_000 }
    value(await talks.north.session.actAll([past]))
    value(await talks.north.session.act(caucus, say('now')))
    await meet(talks.north, talks.mediator)
    const placed = (person: Person): readonly (number | undefined)[] =>
      Object.values(person.session.room(caucus)?.messages ?? {}).map(({ position }) =>
        placedAt(person.session.room(caucus) ?? {}, position),
      )
    expect(placed(talks.mediator)).toEqual([now, undefined])
    const copy = await roomsToDocument([{ room: talks.mediator.session.room(caucus) as RoomState }], {
      language: 'en',
    })
    expect(documentToText(copy).split('Placed by the server’s clock')).toHaveLength(2)
    expect(placed(await reopen(talks.mediator, { relayAt: talks.world.relayAt }))).toEqual([now, undefined])
  })
})
