/** What is not sent: by whoever has no right or no key, or by what cannot be read, whatever stands around it. */

import type { DeviceId, ProcessId, RoomId, RoomState } from '@goodoffices/core'
import { createSecret, plaintextBytesMax, secretToText } from '@goodoffices/log'
import { describe, expect, it } from 'vitest'
import { caucusA, deskRoom, deviceOf, opened, partyA } from '../../core/test/cast.ts'
import { deviceToCard } from '../src/identity/identity.ts'
import type { RoomLog } from '../src/log/room-log.ts'
import { RelayError } from '../src/relay/port.ts'
import { fail, ok } from '../src/result.ts'
import type { SendingGround } from '../src/session/engine/ground.ts'
import type { JobOf } from '../src/session/outbox.ts'
import { askToCreate, mintForGuest } from '../src/session/sending/admission.ts'
import { Asking } from '../src/session/sending/asking.ts'
import { sendWelcome } from '../src/session/sending/letters.ts'
import { Placing } from '../src/session/sending/placing.ts'
import { sealChange, sealEntry, writingNow } from '../src/session/sending/sealing.ts'
import {
  access,
  actingAs,
  codeOf,
  device,
  entryJob,
  epochKey,
  groundOf,
  home,
  logOf,
  pending,
  relay,
  room,
  root,
} from './ground.ts'

const placing = (ground: SendingGround) => new Placing(ground, new Asking(ground))

const state = caucusA()
const now = (log: object, ground: object = {}, isPassing = false) =>
  codeOf(writingNow(groundOf(undefined, ground), logOf(state, log), isPassing))

const standing = (kind: string) => ({ standing: () => ({ kind }) })

const devices = (at: number) => Array.from({ length: 32 }, (_, nth) => deviceOf(`crowd-${at}`, nth))

describe('with what an entry is sealed', () => {
  it('SYNC-13 the keys of the room’s epoch, by who is in it, where its log is whole', () => {
    expect(now({})).toBe('ok')
    expect(now({}, standing('stopped'))).toBe('log-forked')
    expect(now({}, { isOver: () => true })).toBe('record-destroyed')
    expect(now({}, standing('withheld'))).toBe('envelope-withheld')
    expect(now({ id: home }, standing('withheld'))).toBe('ok')
    expect(now({}, { deviceIn: () => ({ id: 'nobody' as DeviceId }) })).toBe('no-longer-a-member')
    expect(now({ isShutOut: true })).toBe('keys-withheld')
    expect(now({ isKeyedOtherwise: true })).toBe('keys-refused')
    expect(now({ isKeyedOtherwise: true }, {}, true)).toBe('ok')
    expect(now({ epochKey: () => undefined })).toBe('keys-withheld')
    expect(now({ access: undefined })).toBe('keys-withheld')
    expect(now({ replica: { size: 3, rootAt: () => undefined } })).toBe('keys-withheld')
    expect(() => writingNow(groundOf(undefined), logOf(undefined))).toThrow(RelayError)
  })

  it('SYNC-13 an entry fits its envelope', async () => {
    const writing = { logId: room, epoch: 1, epochKey, head: { size: 3, root } }
    expect(codeOf(await sealEntry(device, writing, pending()))).toBe('ok')
    const long = pending('a'.repeat(plaintextBytesMax))
    expect(await sealEntry(device, writing, long)).toEqual(fail('entry-too-long', { max: plaintextBytesMax }))
  })

  it('ROOM-13 keys follow what is there, for as many as there can be, by who countersigns', async () => {
    const writing = { logId: room, epoch: 1, epochKey, access, head: { size: 3, root } }
    const change = async (log: RoomLog, entries = [pending()]) =>
      codeOf(await sealChange(groundOf(log), { log, writing }, entries))
    expect(await change(logOf(undefined))).toBe('room-unknown')
    expect(await change(logOf(caucusA()), [])).toBe('keys-withheld')
    const lead = groundOf(undefined, actingAs('lead'))
    const many = caucusA()
    const sign = 'A'.repeat(43)
    for (let at = 0; at < 17; at += 1) {
      const member = many.members['member-headA' as never]
      if (member === undefined) throw new Error('no head')
      const cards = devices(at).map(card => ({ ...card, sign, wrap: sign }))
      many.members[`member-${at}` as never] = { ...member, member: `member-${at}` as never, devices: cards }
    }
    const all = await sealChange(lead, { log: logOf(many, signed), writing }, [])
    expect(codeOf(all)).toBe('too-many-devices')
    const long = await sealChange(lead, { log: logOf(caucusA(), signed), writing }, [
      pending('a'.repeat(plaintextBytesMax)),
    ])
    expect(codeOf(long)).toBe('entry-too-long')
  })
})

/** Whose device countersigns. */
const signed = { stewardship: { countersigning: async () => ({ key: access, slot: undefined }) } }

const answer = { size: 3, checkpoint: '', places: [] }
/** An append that fails once. */
const failing = (error: Error) => async (nth: number) => {
  if (nth === 1) throw error
  return answer
}

/** A relay that notes what it is asked to append, and how its log is read. */
function noting(appending: (nth: number) => Promise<unknown> = async () => answer) {
  const noted: { readonly appended: Uint8Array[][]; read: number } = { appended: [], read: 0 }
  const changes = {
    port: () => ({
      append: async (_: RoomId, __: unknown, envelopes: Uint8Array[]) => {
        noted.appended.push(envelopes)
        return appending(noted.appended.length)
      },
      create: async () => ({ size: 1, checkpoint: '', places: [] }),
    }),
    sync: async () => {
      noted.read += 1
      return ok(null)
    },
  }
  return { noted, changes }
}

const made = (key: string, entries: readonly ReturnType<typeof pending>[], log?: RoomLog) =>
  placing(groundOf(log)).create({ kind: 'create', room, relay, key, envelopes: [], entries })

const mail = (spelled: string) =>
  placing(groundOf(undefined)).mail({ kind: 'mail', log: room, relay, key: spelled, envelope: root })

describe('what is put into a log', () => {
  it('SYNC-13 goes nowhere without a key, or where there is no room', async () => {
    const key = secretToText(createSecret())
    expect(codeOf(await made('none', []))).toBe('keyring-unreadable')
    expect(codeOf(await made(key, []))).toBe('ok')
    expect(codeOf(await made(key, [pending()]))).toBe('room-unknown')
    const exists = { port: () => ({ create: () => Promise.reject(new RelayError('relay/exists')) }) }
    const again = (changes: object) =>
      placing(groundOf(logOf(caucusA()), { ...exists, ...changes })).create({
        kind: 'create',
        room,
        relay,
        key,
        envelopes: [],
        entries: [],
      })
    expect(codeOf(await again({}))).toBe('ok')
    expect(codeOf(await again({ sync: async () => fail('log-forked') }))).toBe('log-forked')
    expect(codeOf(await mail('none'))).toBe('keyring-unreadable')
    expect(codeOf(await mail(key))).toBe('ok')
    for (const isOver of [true, false]) {
      const nowhere = placing(groundOf(undefined, { isOver: () => isOver }))
      const code = isOver ? 'record-destroyed' : 'room-unknown'
      expect(codeOf(await nowhere.entry(1, entryJob()))).toBe(code)
      expect(codeOf(await nowhere.change({ kind: 'change', room, entries: [] }))).toBe(code)
    }
  })

  it('SYNC-14 is refused as what it is sealed with is, and is not sent twice', async () => {
    const shut = logOf(caucusA(), { isShutOut: true })
    expect(codeOf(await placing(groundOf(shut)).entry(1, entryJob()))).toBe('keys-withheld')
    const there = logOf(caucusA(), { has: () => true, isShutOut: true })
    expect(codeOf(await placing(groundOf(there)).entry(1, entryJob()))).toBe('ok')
    const change: JobOf<'change'> = { kind: 'change', room, entries: [pending()] }
    expect(codeOf(await placing(groundOf(shut)).change(change))).toBe('keys-withheld')
    expect(codeOf(await placing(groundOf(there)).change(change))).toBe('ok')
    const long: JobOf<'entry'> = { ...entryJob(), entry: pending('a'.repeat(plaintextBytesMax)) }
    const acting = actingAs('headA')
    expect(codeOf(await placing(groundOf(logOf(caucusA()), acting)).entry(1, long))).toBe('entry-too-long')
  })

  it('SYNC-14 must be seen to stand: a log that has stopped says nothing of it, nor one that cannot be read', async () => {
    const unseen = { replica: { size: 3, checkpoint: '', rootAt: () => root, holds: () => false } }
    const log = logOf(caucusA(), unseen)
    const acknowledge = async (changes: object) => {
      const answer = { size: 3, checkpoint: '', places: [] }
      return codeOf(await placing(groundOf(log, changes)).acknowledge(log, [root], answer))
    }
    const stopped = { standing: () => ({ kind: 'stopped' }) }
    expect(await acknowledge(stopped)).toBe('log-forked')
    expect(await acknowledge({ ...stopped, sync: async () => fail('log-rolled-back') })).toBe(
      'log-rolled-back',
    )
    await expect(acknowledge({})).rejects.toThrow(RelayError)
    const lost = {
      sync: async () => fail('log-rolled-back'),
      port: () => ({ append: () => Promise.reject(new RelayError('relay/behind')) }),
    }
    const acting = { ...lost, ...actingAs('headA') }
    const entry = await placing(groundOf(logOf(caucusA()), acting)).entry(1, entryJob())
    expect(codeOf(entry)).toBe('log-rolled-back')
  })

  it('SYNC-14 that is seen in what the relay answered, and else in what it gives out: then it is there', async () => {
    const { noted, changes } = noting()
    const job: JobOf<'create'> = {
      kind: 'create',
      room,
      relay,
      key: secretToText(createSecret()),
      envelopes: [root],
      entries: [],
    }
    expect(codeOf(await placing(groundOf(logOf(caucusA()), changes)).create(job))).toBe('ok')
    expect(noted.read).toBe(0)
    let isSeen = false
    const log = logOf(caucusA(), { replica: { holds: () => isSeen } })
    const ground = groundOf(log, {
      sync: async () => {
        isSeen = true
        return ok(null)
      },
    })
    expect(
      codeOf(await placing(ground).acknowledge(log, [root], { size: 3, checkpoint: '', places: [] })),
    ).toBe('ok')
  })

  it('SYNC-14 is sent again as it was sent, while its epoch lasts', async () => {
    const writing = { logId: room, epochKey, head: { size: 3, root } }
    const job = entryJob()
    for (const epoch of [caucusA().epoch, caucusA().epoch + 1]) {
      const sealed = await sealEntry(device, { ...writing, epoch }, job.entry)
      if (!sealed.ok) throw new Error('not sealed')
      const { noted, changes } = noting()
      const outbox = { envelopeOf: () => sealed.value, replace: async () => undefined }
      let isThere = false
      const log = logOf(caucusA(), { has: () => isThere })
      const take = async () => {
        isThere = true
        return ok(null)
      }
      const ground = groundOf(log, { ...changes, ...actingAs('headA'), outbox, take })
      expect(codeOf(await placing(ground).entry(1, job))).toBe('ok')
      expect(noted.appended.flat()[0] === sealed.value).toBe(epoch === caucusA().epoch)
    }
  })

  it('SYNC-14 is tried again where others were first, and nowhere else; what was placed is not placed again', async () => {
    const state = caucusA()
    for (const member of Object.values(state.members))
      Object.assign(member, {
        devices: member.devices.map(card => ({ ...deviceToCard(device), device: card.device })),
      })
    const change = async (
      entries: readonly object[],
      appending?: (nth: number) => Promise<unknown>,
      log = {},
    ) => {
      const { noted, changes } = noting(appending)
      const ground = groundOf(logOf(state, { ...signed, isChangeDue: true, ...log }), {
        ...changes,
        ...actingAs('lead'),
        standing: () => ({ kind: 'holds' in log && noted.appended.length > 0 ? 'stopped' : 'read' }),
        enqueue: async () => undefined,
      })
      const job = { kind: 'change', room, entries } as JobOf<'change'>
      return [
        await placing(ground)
          .change(job)
          .then(codeOf, (error: Error) => error.message),
        noted.appended.length,
      ]
    }
    const taking = { ...pending(), act: { kind: 'member.remove', member: 'member-delegateA' } }
    expect(await change([])).toEqual(['ok', 1])
    expect(await change([taking])).toEqual(['ok', 1])
    expect(await change([], undefined, { isPassable: true })).toEqual(['ok', 1])
    const unseen = { size: 3, checkpoint: '', rootAt: () => root, holds: () => false }
    expect(await change([], undefined, { replica: unseen, holds: false })).toEqual(['log-forked', 1])
    expect(await change([], failing(new RelayError('relay/conflict')))).toEqual(['ok', 2])
    expect(await change([], failing(new RelayError('relay/log-full')))).toEqual(['relay/log-full', 1])
    expect(await change([], failing(new TypeError('ours')))).toEqual(['ours', 1])
    for (const error of [new RelayError('relay/log-full'), new TypeError('ours')]) {
      const { noted, changes } = noting(failing(error))
      const ground = groundOf(logOf(caucusA()), { ...changes, ...actingAs('headA') })
      await expect(placing(ground).entry(1, entryJob())).rejects.toBe(error)
      expect(noted.appended).toHaveLength(1)
    }
  })
})

describe('a letter with keys', () => {
  it('INV-9 goes to whoever is in a room, of whom it is known where they are reached', async () => {
    const job: JobOf<'welcome'> = { kind: 'welcome', member: 'member-headA', rooms: [room] }
    expect(codeOf(await sendWelcome(groundOf(undefined), job))).toBe('not-in-room')
    const keyless = groundOf(logOf(caucusA(), { epochKey: () => undefined }))
    expect(codeOf(await sendWelcome(keyless, job))).toBe('not-in-room')
    expect(codeOf(await sendWelcome(groundOf(logOf(caucusA())), job))).toBe('contact-unknown')
    const known = deskRoom()
    const contact = { member: 'member-headA', mailbox: { log: 'a'.repeat(43), key: 'none' } }
    known.contacts['member-headA' as never] = {
      ...contact,
      card: { devices: [deviceOf('headA')] },
    } as never
    const unreadable = groundOf(logOf(caucusA()), {
      home: () => ({ keyring: { [room]: { room } } }),
      room: () => known,
    })
    expect(codeOf(await sendWelcome(unreadable, job))).toBe('contact-unknown')
  })
})

const process = 'process-1' as ProcessId
const until = 1_000_000
const lineOf = (id: RoomId, roomKind: string, party?: string) => ({
  room: id,
  purpose: 'room',
  roomKind,
  process: { process },
  ...(party === undefined ? {} : { party }),
})

const create = async (key: string, error: Error, mint?: Error) => {
  const state = caucusA()
  const ground = groundOf(logOf(state), {
    port: () => ({
      create: () => Promise.reject(error),
      mint: async () => {
        if (mint !== undefined) throw mint
      },
    }),
    home: () => ({ keyring: { [room]: lineOf(room, 'caucus', state.party?.party) } }),
  })
  const job: JobOf<'create'> = { kind: 'create', room, relay, key, envelopes: [], entries: [] }
  return askToCreate(ground, job, () => ground.port(relay).create(room, access, [], {}))
}

describe('the account of talks', () => {
  it('INV-22 is that of rooms others are in, at the host itself, whose keys are at hand', async () => {
    const asked: string[] = []
    const mint = async (state: RoomState, changes: object = {}, log: object = {}, error?: Error) => {
      const held = { ...lineOf(room, state.kind, state.party?.party) }
      const ground = groundOf(logOf(state, log), {
        port: () => ({
          card: async () => ({ creation: 'invitation' }),
          aheadMs: () => 0,
          mint: async (id: string) => {
            asked.push(id)
            if (error !== undefined) throw error
          },
        }),
        home: () => ({ keyring: { [room]: held } }),
        ...changes,
      })
      const minted = await mintForGuest(ground, { kind: 'mint', relay, process, right: 'AAAA', until })
      return [codeOf(minted), asked.splice(0).length]
    }
    expect(await mint(caucusA())).toEqual(['ok', 1])
    const lead = actingAs('lead')
    expect(await mint(opened('lead', { kind: 'desk' }), lead)).toEqual(['ok', 1])
    expect(await mint(opened('lead', { kind: 'private' }), lead)).toEqual(['relay/minting', 0])
    const elsewhere = { relayOf: () => ({ ...relay, address: 'http://elsewhere.example' }) }
    expect(await mint(caucusA(), elsewhere)).toEqual(['relay/minting', 0])
    expect(await mint(caucusA(), {}, { isShutOut: true })).toEqual(['relay/minting', 0])
    const refused = (error: Error) => mint(caucusA(), {}, {}, error)
    expect(await refused(new RelayError('relay/stale-epoch'))).toEqual(['relay/stale-epoch', 2])
    // Another room is asked, not the same again.
    expect(await refused(new RelayError('relay/minting'))).toEqual(['relay/minting', 1])
    await expect(refused(new RelayError('relay/quota'))).rejects.toMatchObject({ data: { of: 'rights' } })
    await expect(refused(new RelayError('relay/busy'))).rejects.toThrow('relay/busy')
    await expect(refused(new TypeError('ours'))).rejects.toThrow('ours')
  })

  it('INV-22 what keeps a log from being made is said, and only that is', async () => {
    const key = secretToText(createSecret())
    const closed = new RelayError('relay/creation-right', { reason: 'missing' })
    await expect(create(key, closed)).rejects.toThrow('relay/creation-right')
    await expect(create('none', closed)).rejects.toThrow('relay/creation-right')
    const full = create(key, closed, new RelayError('relay/quota'))
    await expect(full).rejects.toMatchObject({ code: 'relay/quota', data: { of: 'rights' } })
    for (const error of [new RelayError('relay/busy'), new TypeError('ours')]) {
      const shown: unknown[] = []
      const closed: string[] = []
      const passes = {
        at: () => [{ token: 'first' }, { token: 'second' }],
        noteClosed: (at: string) => closed.push(at),
      }
      const job: JobOf<'create'> = { kind: 'create', room, relay, key, envelopes: [], entries: [] }
      const asked = askToCreate(groundOf(undefined, { passes }), job, pass => {
        shown.push(pass)
        return Promise.reject(error)
      })
      await expect(asked).rejects.toBe(error)
      // It is no reason to show the next, nor to take the host for closed.
      expect([shown, closed]).toEqual([[{ token: 'first' }], []])
    }
  })
})

describe('a right that goes with an invitation', () => {
  it('INV-21 is not asked for by no name, of a host that wants none, or for a time that is over', async () => {
    const asked: string[] = []
    const port = (creation: string) => ({
      card: async () => ({ creation }),
      mint: async () => asked.push('minted'),
      aheadMs: () => 0,
    })
    const mint = async (right: string, until: number, creation = 'invitation') => {
      const log = logOf(caucusA())
      const state = caucusA()
      const line = {
        room,
        purpose: 'room',
        roomKind: 'caucus',
        party: partyA.party,
        process: { process: 'process-1' },
      }
      const ground = groundOf(log, {
        port: () => port(creation),
        home: () => ({ keyring: { [room]: line } }),
        room: () => state,
      })
      const process = 'process-1' as ProcessId
      const minted = await mintForGuest(ground, { kind: 'mint', relay, process, right, until })
      return [codeOf(minted), asked.splice(0).length]
    }
    expect(await mint('AAAA', 2)).toEqual(['ok', 1])
    expect(await mint('no name!', 2)).toEqual(['ok', 0])
    expect(await mint('AAAA', 1)).toEqual(['ok', 0])
    expect(await mint('AAAA', 2, 'open')).toEqual(['ok', 0])
  })
})
