/** In which order what was decided goes, what is asked before it goes, and when nothing goes. */

import type { Act, EntryId, RoomId } from '@goodoffices/core'
import { createSecret, secretToText } from '@goodoffices/log'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { caucusA, caucusB, deskRoom, must, planOf, tableRoom } from '../../core/test/cast.ts'
import { RelayError } from '../src/relay/port.ts'
import { fail, ok } from '../src/result.ts'
import type { Ground } from '../src/session/engine/ground.ts'
import type { Job, JobOf } from '../src/session/outbox.ts'
import { Asking, Unasked } from '../src/session/sending/asking.ts'
import { Sender } from '../src/session/sending/sender.ts'
import { codeOf, groundOf, logOf, pending, relay, room, root } from './ground.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const other = 'room-other' as RoomId
const mailbox = 'a'.repeat(43) as RoomId
const key = secretToText(createSecret())
const asking = (ground: Ground) => new Asking(ground)

/** A sender of these, and what becomes of each: sent, or refused with a code. */
function senderOf(jobs: readonly object[], changes: object = {}, log = logOf(undefined)) {
  let waiting = jobs.map((job, seq) => ({ seq, job: job as Job }))
  const become: (number | string)[] = []
  const finish = (seq: number, how: number | string) => {
    become.push(how)
    waiting = waiting.filter(item => item.seq !== seq)
  }
  const ground = groundOf(log, {
    outbox: {
      waiting: () => waiting,
      envelopeOf: () => undefined,
      remove: async (seq: number) => finish(seq, seq),
      replace: async ({
        seq,
        refused,
      }: {
        readonly seq: number
        readonly refused: { readonly code: string }
      }) => finish(seq, refused.code),
    },
    ...changes,
  })
  const sender = new Sender(ground)
  const run = async () => {
    sender.wake()
    await sender.settled()
    sender.stop()
    return become
  }
  return { sender, run, become }
}

const mail = (log: RoomId): JobOf<'mail'> => ({ kind: 'mail', log, relay, key, envelope: root })
const creating = (id: RoomId, entries: readonly object[]) =>
  ({ kind: 'create', room: id, relay, key, envelopes: [], entries }) as const
const closed = {
  port: () => ({
    create: () => Promise.reject(new RelayError('relay/creation-right', { reason: 'missing' })),
  }),
}
const appending = (append: () => Promise<unknown>) => ({ port: () => ({ append }) })
const answer = { size: 1, checkpoint: '', places: [] }

describe('what is asked before something goes', () => {
  it('CONV-6 an act that brings nothing is no word for another, and what it hangs on is read first', async () => {
    const act = pending().act
    expect(codeOf(await asking(groundOf(undefined)).goesNow({ room, act }))).toBe('delivery-not-carried')
    const bringing = { kind: 'carry.deliver', conveyance: 'conveyance-1', delivery: 'delivery-1' } as never
    expect(codeOf(await asking(groundOf(undefined)).goesNow({ room, act: bringing }))).toBe('room-unknown')
    const shut = groundOf(undefined, { sync: async () => fail('keys-withheld') })
    expect(codeOf(await asking(shut).goesNow({ room, act: bringing }))).toBe('keys-withheld')
    expect(asking(groundOf(undefined)).isSaid({ room, act: bringing })).toBe(false)
    const asked = { kind: 'table.open' } as never
    const job = { kind: 'entry', room, entry: { ...pending(), act: asked } } as const
    expect(codeOf(await asking(groundOf(undefined)).mayGoNow(job))).toBe('ok')
    expect(codeOf(await asking(groundOf(logOf(undefined, { has: () => true }))).mayGoNow(job))).toBe('ok')
  })

  it('SYNC-28 each room that a delivery hangs on is asked, for each delivery; what one of them refuses is said', async () => {
    const [desk, source, recipient] = [deskRoom(), caucusA(), caucusB()]
    const plans = [
      planOf(source, recipient, { origin: { kind: 'mediators' } as never }),
      planOf(source, recipient),
    ]
    for (const plan of plans) must(desk, 'lead', { kind: 'carry.prepare', conveyance: plan })
    const read: RoomId[] = []
    const rooms = [desk, source, recipient]
    const refused = new Map<RoomId, string>()
    const ground = groundOf(undefined, {
      roomLog: (id: RoomId) =>
        logOf(
          rooms.find(each => each.id === id),
          { id },
        ),
      sync: async (id: RoomId) => {
        read.push(id)
        return refused.has(id) ? fail(refused.get(id) ?? '') : ok(null)
      },
    })
    const acts = plans.map(({ conveyance }): Act => ({ kind: 'carry.deliver', conveyance }))
    const [first, second] = acts as [Act, Act]
    const asked = asking(ground)
    const goes = async (act: Act) => {
      const result = await asked.goesNow({ room: desk.id, act })
      return [codeOf(result), read.splice(0)]
    }
    expect(await goes(first)).toEqual(['ok', [desk.id, recipient.id]])
    // Its own parts, one right after the other, are not asked for again; another delivery is.
    expect(await goes(first)).toEqual(['ok', []])
    expect((await goes(second))[1]).toEqual([desk.id, recipient.id, source.id])
    for (const id of [recipient.id, source.id]) {
      asked.forget()
      refused.set(id, 'log-forked')
      expect((await goes(second))[0]).toBe('log-forked')
      refused.clear()
    }
    asked.forget()
    refused.set(source.id, 'relay-unreachable')
    await expect(goes(second)).rejects.toThrow(Unasked)
  })

  it('SYNC-28 opening the table asks the caucuses, once and while it is not there; nothing else asks them', async () => {
    const [table, caucus] = [tableRoom(), caucusA()]
    let isThere = false
    const ground = groundOf(undefined, {
      room: (id: RoomId) => [table, caucus].find(each => each.id === id),
      roomLog: (id: RoomId) =>
        logOf(
          [table, caucus].find(each => each.id === id),
          { id, has: () => isThere },
        ),
      home: () => ({
        keyring: {
          [caucus.id]: {
            room: caucus.id,
            purpose: 'room',
            roomKind: 'caucus',
            party: caucus.party?.party,
            process: caucus.process,
          },
        },
      }),
      sync: async () => fail('log-forked'),
    })
    const goes = async (act: object) => {
      const job = { kind: 'entry', room: table.id, entry: { ...pending(), act: act as never } } as const
      return codeOf(await asking(ground).mayGoNow(job))
    }
    expect(await goes({ kind: 'table.open' })).toBe('log-forked')
    expect(await goes(pending().act)).toBe('ok')
    isThere = true
    expect(await goes({ kind: 'table.open' })).toBe('ok')
  })

  it('SYNC-28 an act is said by the entry that is named, and by no other', () => {
    const act = { kind: 'carry.deliver', conveyance: 'conveyance-1' } as never
    const log = logOf(deskRoom(), { has: (id: string) => id === 'entry-1' })
    const said = (entry: string) => asking(groundOf(log)).isSaid({ room, act, entry: entry as EntryId })
    expect(['entry-1', 'entry-2'].map(said)).toEqual([true, false])
  })
})

describe('what was decided', () => {
  const act = { kind: 'carry.deliver', conveyance: 'conveyance-1' } as never
  const leading = { kind: 'entry', room, entry: { ...pending(), act } } as const
  const body = { kind: 'message.say', message: 'message-0001', form: 'paper', binding: false, body: 'Words.' }
  const following = {
    kind: 'entry',
    room: other,
    entry: pending(),
    after: { room, act, entry: leading.entry.id },
  } as const

  it('SYNC-14 is sent by one run at a time, and by none that was stopped', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const append = vi.fn(() => promise)
    const { sender, become } = senderOf([mail(other), mail(mailbox)], appending(append))
    sender.wake()
    sender.wake()
    await vi.waitFor(() => expect(append).toHaveBeenCalled())
    sender.stop()
    resolve(answer)
    await sender.settled()
    expect(append).toHaveBeenCalledTimes(1)
    expect(become).toEqual([0])
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const later = senderOf(
      [mail(other)],
      appending(async () => {
        later.sender.stop()
        throw new RelayError('unreachable')
      }),
    )
    later.sender.wake()
    await later.sender.settled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('SYNC-13 waits for what its host must put right, and is told of once for as long as it waits', async () => {
    const told: string[] = []
    let isFull = true
    const { sender, become } = senderOf([mail(other)], {
      ...appending(async () => {
        if (isFull) throw new RelayError('relay/log-full')
        return answer
      }),
      report: ({ code }: { readonly code: string }) => told.push(code),
      withdraw: (code: string) => told.push(`no longer ${code}`),
    })
    for (const isFullNow of [true, true, false]) {
      isFull = isFullNow
      sender.wake()
      await sender.settled()
    }
    sender.stop()
    expect(told).toEqual(['relay/log-full', 'no longer relay/log-full'])
    expect(become).toEqual([0])
  })

  it('SYNC-28 waits behind what it is said with or follows from, and is not taken for done meanwhile', async () => {
    vi.spyOn(Asking.prototype, 'mayGoNow').mockImplementation(async job => {
      if (job.room === room) throw new Unasked(room, { code: 'relay-unreachable' })
      return ok(null)
    })
    const first = { kind: 'entry', room, entry: pending() } as const
    const beside = {
      kind: 'entry',
      room: other,
      entry: pending(),
      beside: { room, entry: first.entry.id },
    } as const
    expect(await senderOf([first, beside]).run()).toEqual([])
  })

  it('SYNC-28 that may go no longer is refused in words, and so is what it brings', async () => {
    vi.spyOn(Asking.prototype, 'goesNow').mockResolvedValue(fail('not-released'))
    const said = logOf(undefined, { has: () => true })
    expect(await senderOf([leading, following], {}, said).run()).toEqual(['not-released', 'not-released'])
  })

  it('SYNC-28 and stands already is as it was decided, whatever it would come to now; what it no longer brings is not sent', async () => {
    const append = vi.fn(async () => answer)
    const goes = vi.spyOn(Asking.prototype, 'goesNow').mockResolvedValue(ok([]))
    const said = logOf(caucusA(), { has: (id: EntryId) => id === leading.entry.id })
    expect(await senderOf([leading, following], appending(append), said).run()).toEqual([0, 1])
    for (const part of [
      { ...body, message: 'message-0002' },
      { kind: 'message.mark', message: 'message-0001', marking: 'nothing' },
    ]) {
      goes.mockResolvedValue(ok([{ room: other, act: part as never }]))
      expect(await senderOf([following], appending(append), said).run()).toEqual([0])
    }
    expect(append).not.toHaveBeenCalled()
  })
})

describe('what waits behind a log that is not made', () => {
  it('INV-23 is what tells of it, and nothing else', async () => {
    const moving = { kind: 'contact.move', mailbox: { log: mailbox, key: 'key' } }
    const jobs = [
      creating(room, [pending()]),
      { kind: 'welcome', member: 'member-headA', rooms: [room] },
      { kind: 'welcome', member: 'member-headA', rooms: [other] },
      creating(mailbox, []),
      { kind: 'entry', room: other, entry: { ...pending(), act: moving } },
      { kind: 'mail', log: other, relay, key: 'none', envelope: root },
    ]
    // Whoever is not in the room is sent nothing, and is told of nothing.
    expect(await senderOf(jobs, { ...closed, roomLog: () => undefined }).run()).toEqual(['not-in-room'])
  })
})
