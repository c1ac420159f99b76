/** What is not read, not waited for, not decided and not buried, whatever a relay answers. */

import { createMemoryVault, type RelayPort } from '@goodoffices/client'
import type { Act, Result, RoomId, RoomState } from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createEpochKey,
  createNoteSigner,
  createSecret,
  makeKeysEnvelope,
  openKeysEnvelope,
  verifierToText,
} from '@goodoffices/log'
import { describe, expect, it, vi } from 'vitest'
import {
  caucusA,
  caucusB,
  deskRoom,
  deviceOf,
  memberId,
  must,
  planOf,
  tableRoom,
} from '../../core/test/cast.ts'
import { Strongbox } from '../src/identity/strongbox.ts'
import { applyNext, type Pending } from '../src/log/overlay.ts'
import { RoomLog } from '../src/log/room-log.ts'
import { checkWhole } from '../src/log/whole-epoch.ts'
import { type LiveHandlers, RelayError } from '../src/relay/port.ts'
import { fail, ok } from '../src/result.ts'
import { buryRoom, keepCertificate } from '../src/session/burial.ts'
import { enrolDeviceEverywhere, owesKeys, renewalsOf } from '../src/session/device/listing.ts'
import { decide } from '../src/session/engine/acting.ts'
import { attendTo } from '../src/session/engine/attending.ts'
import { Following } from '../src/session/engine/following.ts'
import type { Ground } from '../src/session/engine/ground.ts'
import { type Standing, Standings } from '../src/session/engine/standing.ts'
import { Holdings } from '../src/session/holdings.ts'
import type { Job } from '../src/session/outbox.ts'
import { VaultError } from '../src/vault/vault.ts'
import { address } from './world.ts'

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
const room = 'room-caucus' as RoomId
const relay = { address, verifier: 'relay.example+00000000+AAAA' }
const access = createAccessKey(createEpochKey())

/** A log that takes no page, whatever is in it. */
const taking = (taken: unknown) => ({ log: { replica: { size: 0, next: 0, take: async () => taken } } })

/** What goes wrong meanwhile that nobody waits for. */
async function unawaited(work: () => unknown): Promise<readonly string[]> {
  const told: string[] = []
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', error => told.push(String(error)))
  try {
    await work()
    await new Promise(resolve => setImmediate(resolve))
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const other of others) process.on('unhandledRejection', other)
  }
  return told
}

const restoring = (error: Error) => ({
  restore: async () => {
    throw error
  },
})

describe('a log that is followed', () => {
  type Changes = {
    readonly log?: object
    readonly state?: object
    readonly ground?: object
    readonly port?: object
    readonly isLive?: boolean
  }

  async function follow({ log, state, ground, port, isLive = true }: Changes = {}) {
    const reported: string[] = []
    const followed: string[] = []
    /** How often a page was asked for, and how often a relay was told to be there. */
    const count = { asked: 0, reached: 0 }
    let handlers: LiveHandlers | undefined
    const key = await access
    const page = { records: [], size: 0, checkpoint: '' }
    const held = {
      id: room,
      access: key,
      accessIn: () => key,
      isShutOut: false,
      isKeyedOtherwise: false,
      look: (read: (state: unknown) => unknown) => read({ ...state }),
      read: async () => undefined,
      replica: {
        size: 0,
        next: 0,
        checkpoint: '',
        take: async () => ok({ kind: 'nothing-new' }),
        records: async () => [],
        tree: { consistency: () => [] },
      },
      ...log,
    }
    const following = new Following({
      ground: {
        port: () =>
          ({
            read: async () => {
              count.asked += 1
              return page
            },
            restore: async () => undefined,
            live: (given: LiveHandlers) => {
              handlers = given
              return { follow: (id: string) => void followed.push(id), close: () => undefined }
            },
            ...port,
          }) as unknown as RelayPort,
        relayOf: () => relay,
        isOver: () => false,
        touch: () => undefined,
        report: ({ code }: { readonly code: string }) => void reported.push(code),
        withdraw: () => undefined,
        ...ground,
      },
      held: { log: (id: RoomId) => (id === room ? held : undefined), ids: [room] } as never,
      isLive,
      onRead: async () => undefined,
      onWhole: async () => undefined,
      onEnding: async () => undefined,
      onReached: () => void (count.reached += 1),
    })
    return { following, held, reported, followed, count, handlers: () => handlers }
  }
  const readOf = async (changes: Changes = {}) => codeOf(await (await follow(changes)).following.sync(room))

  it('SYNC-28 is read with its key, by rules that are known, and to its end', async () => {
    expect(await readOf()).toBe('ok')
    expect(await readOf({ log: { access: undefined } })).toBe('keys-withheld')
    expect(await readOf({ state: { newer: { rules: 9 } } })).toBe('rules-newer')
    expect(await readOf({ log: { isShutOut: true } })).toBe('keys-withheld')
    expect(await readOf({ log: { isKeyedOtherwise: true } })).toBe('keys-refused')
    // What has ended is whole as it is.
    expect(await readOf({ log: { isShutOut: true }, ground: { isOver: () => true } })).toBe('ok')
    expect(await readOf(taking(ok({ kind: 'withheld' })))).toBe('envelope-withheld')
    expect(await readOf(taking(fail('checkpoint-refused')))).toBe('checkpoint-refused')
    const { following } = await follow()
    await following.close()
    expect(codeOf(await following.sync(room))).toBe('relay-unreachable')
    expect(
      codeOf(await following.take('elsewhere' as RoomId, { records: [], size: 0, checkpoint: '' })),
    ).toBe('room-unknown')
    const refusing = await follow(taking(fail('checkpoint-refused')))
    expect(codeOf(await refusing.following.take(room, { records: [], size: 0, checkpoint: '' }))).toBe(
      'checkpoint-refused',
    )
    const broken = { read: () => Promise.reject(new TypeError('ours')) }
    await expect(readOf({ port: broken })).rejects.toThrow('ours')
  })

  it('SYNC-28 is read on with a key that came while it was read', async () => {
    const one = await follow()
    const later = await createAccessKey(createEpochKey())
    one.held.replica.take = async () => {
      one.held.access = later
      return ok({ kind: 'nothing-new' })
    }
    expect(codeOf(await one.following.sync(room))).toBe('ok')
    expect(one.count.asked).toBe(2)
  })

  it('SYNC-40 is asked for again by a sign of life and where it has grown, and not otherwise', async () => {
    const one = await follow()
    one.following.followAll()
    for (const state of ['connecting', 'offline'] as const) one.handlers()?.state(state)
    expect(one.count.reached).toBe(0)
    for (const state of ['live', 'polling'] as const) one.handlers()?.state(state)
    expect(one.count.reached).toBe(2)
    await one.following.sync(room)
    const asked = async (size: number) => {
      one.handlers()?.behind(room, size)
      await one.following.inTurn(room, async () => undefined)
      return one.count.asked
    }
    expect([await asked(0), await asked(1)]).toEqual([1, 2])
  })

  it('SYNC-31 is asked for again later only by a program that stays', async () => {
    const unreached = { read: () => Promise.reject(new RelayError('relay-unreachable')) }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const once = await follow({ port: unreached, isLive: false })
      const closed = await follow({ port: unreached })
      await closed.following.close()
      for (const { following } of [once, closed])
        expect(codeOf(await following.sync(room))).toBe('relay-unreachable')
      expect(vi.getTimerCount()).toBe(0)
      const one = await follow({ port: unreached })
      await one.following.sync(room)
      expect(vi.getTimerCount()).toBe(1)
      await one.following.close()
    } finally {
      vi.useRealTimers()
    }
  })

  it('SYNC-20 what goes wrong in the background is told where it is the device’s fault, and loud where it is ours', async () => {
    const one = await follow()
    expect(
      await unawaited(() => one.following.inBackground(Promise.reject(new VaultError('vault-full', 'full')))),
    ).toEqual([])
    expect(one.reported).toEqual(['vault-full'])
    expect(await unawaited(() => one.following.inBackground(Promise.reject(new TypeError('ours'))))).toEqual([
      'TypeError: ours',
    ])
    expect(one.reported).toEqual(['vault-full'])
  })

  it('SYNC-3 is not followed without a key, once it has stopped, or once this program ends', async () => {
    const one = await follow()
    one.following.follow(room)
    expect(one.followed).toEqual([room])
    const keyless = await follow({ log: { access: undefined } })
    keyless.following.follow(room)
    const stopped = await follow()
    stopped.following.standings.note(room, { kind: 'stopped', why: { code: 'log-forked' } })
    stopped.following.follow(room)
    const closed = await follow()
    await closed.following.close()
    closed.following.follow(room)
    const once = await follow({ isLive: false })
    once.following.follow(room)
    expect([keyless, stopped, closed, once].flatMap(({ followed }) => followed)).toEqual([])
    expect(codeOf(await stopped.following.sync(room))).toBe('log-forked')
    expect(stopped.count.asked).toBe(0)
  })

  it('SYNC-3 what is told of a log that is not held, or has stopped, is not taken', async () => {
    let taken = 0
    const take = async () => {
      taken += 1
      return ok({ kind: 'nothing-new' })
    }
    const replica = { size: 0, next: 0, checkpoint: '', take }
    const one = await follow({ log: { replica } })
    one.following.follow(room)
    const tell = async (log: string) => {
      one.handlers()?.news({ log, records: [], size: 0, checkpoint: '' })
      await one.following.inTurn(log as RoomId, async () => undefined)
      return taken
    }
    expect(await tell(room)).toBe(1)
    expect(await unawaited(async () => expect(await tell('elsewhere')).toBe(1))).toEqual([])
    one.following.standings.note(room, { kind: 'stopped', why: { code: 'log-forked' } })
    expect(await tell(room)).toBe(1)
  })

  it('SYNC-39 is given back by whoever has its keys, where its relay takes it', async () => {
    const records = [{ position: 0, time: 0, hash: new Uint8Array(32) }]
    const lost = { take: async () => fail('log-rolled-back', { had: 1, offered: 0 }) }
    const replica = {
      size: 1,
      next: 1,
      checkpoint: '',
      records: async () => records,
      tree: { consistency: () => [] },
      ...lost,
    }
    const restored = async (changes: Changes) => readOf({ ...changes, log: { replica, ...changes.log } })
    const keyless = { log: { accessIn: () => undefined }, port: restoring(new TypeError('without a key')) }
    expect(await restored(keyless)).toBe('log-rolled-back')
    expect(await restored({ port: restoring(new RelayError('relay/forked')) })).toBe('log-forked')
    expect(await restored({ port: restoring(new RelayError('relay/refused')) })).toBe('log-rolled-back')
    expect(await restored({ port: restoring(new RelayError('relay/busy')) })).toBe('relay-unreachable')
    await expect(restored({ port: restoring(new TypeError('ours')) })).rejects.toThrow('ours')
  })
})

const standingAfter = (...seen: readonly Standing[]): string => {
  const standings = new Standings()
  for (const each of seen) standings.note(room, each)
  return standings.of(room).kind
}

it('SYNC-2, SYNC-3 how a log stands: once shown two ways it stays stopped, and withheld until that is explained', () => {
  const why = { code: 'log-forked' }
  const [stopped, unread] = [
    { kind: 'stopped', why },
    { kind: 'unread', why },
  ] as const
  const [read, withheld, forgotten] = [{ kind: 'read' }, { kind: 'withheld' }, { kind: 'forgotten' }] as const
  expect([
    standingAfter(stopped, read),
    standingAfter(stopped, withheld),
    standingAfter(stopped, forgotten),
  ]).toEqual(['stopped', 'stopped', 'forgotten'])
  expect([
    standingAfter(withheld, unread),
    standingAfter(withheld, stopped),
    standingAfter(withheld, read),
  ]).toEqual(['withheld', 'stopped', 'read'])
})

/** What a log that has been read asks of this device: what is told, and what is to be sent. */
async function askedBy(
  changes: {
    readonly log?: Readonly<Record<string, unknown>>
    readonly state?: object
    readonly ground?: object
    readonly device?: string
  } = {},
): Promise<readonly (readonly string[])[]> {
  const [told, jobs]: [string[], string[]] = [[], []]
  const held = {
    id: room,
    endedAt: undefined,
    isKeyedOtherwise: false,
    isPassable: false,
    isShutOut: false,
    isChangeDue: false,
    look: (read: (state: unknown) => unknown) => read({ ...caucusA(), ...changes.state }),
    stewardship: {},
    replica: { size: 1 },
    ...changes.log,
  }
  const log = Object.create(
    RoomLog.prototype,
    Object.fromEntries(Object.entries(held).map(([name, value]) => [name, { value }])),
  ) as RoomLog
  const ground = {
    standing: () => ({ kind: 'read' }),
    isOver: () => false,
    home: () => undefined,
    identity: { member: memberId('lead') },
    deviceIn: () => ({ id: deviceOf(changes.device ?? 'lead').device }),
    outbox: { waiting: () => [], refused: () => [] },
    report: ({ code }: { readonly code: string }) => void told.push(code),
    enqueue: async (added: readonly Job[]) => void jobs.push(...added.map(({ kind }) => kind)),
    ...changes.ground,
  }
  await attendTo(ground as unknown as Ground, room, log)
  return [told, jobs]
}

const stands = (kind: string) => ({ standing: () => ({ kind }) })

describe('a room that has been read', () => {
  const passable = { isKeyedOtherwise: true, isPassable: true }

  it('SYNC-16, SYNC-36 asks for new keys where they are due, of a device that may make them', async () => {
    expect(await askedBy()).toEqual([[], []])
    expect(await askedBy({ log: { isChangeDue: true } })).toEqual([[], ['change']])
    expect(await askedBy({ log: { isKeyedOtherwise: true } })).toEqual([['keys-refused'], []])
    expect(await askedBy({ log: passable })).toEqual([['keys-refused'], ['change']])
    expect(await askedBy({ log: passable, device: 'adviserA' })).toEqual([['keys-refused'], []])
  })

  it('RULE-4 is left as it is where it goes by newer rules, and said to', async () => {
    const state = { newer: { position: 1, rules: 9 } }
    expect(await askedBy({ state, log: { isChangeDue: true } })).toEqual([['rules-newer'], []])
  })

  it('SYNC-3, SYNC-25 is buried where it has ended; of one that was stopped, or is over, nothing more is done', async () => {
    expect(await askedBy({ log: { endedAt: 1 } })).toEqual([[], ['bury']])
    expect(await askedBy({ log: { endedAt: 1 }, ground: stands('stopped') })).toEqual([[], []])
    expect(await askedBy({ ground: stands('withheld') })).toEqual([['envelope-withheld'], []])
    expect(await askedBy({ ground: { isOver: () => true, ...stands('withheld') } })).toEqual([[], []])
  })
})

describe('what is decided', () => {
  type Known = {
    readonly rooms: readonly RoomState[]
    readonly stopped?: RoomState
    readonly person?: string
  }

  /** With the lead's device, of a member who holds these rooms, one of which has been stopped. */
  function decided(act: Act, place: RoomState, { rooms, stopped, person = 'lead' }: Known): string {
    const lines = rooms.map(({ id, process, kind, party }) => {
      const line = { room: id, purpose: 'room', process, roomKind: kind }
      return [id, { ...line, ...(party === undefined ? {} : { party: party.party }) }] as const
    })
    const ground = {
      room: (id: RoomId, before: readonly Pending[] = []) => {
        const held = structuredClone(rooms.find(each => each.id === id))
        if (held !== undefined) for (const each of before) applyNext(held, each, deviceOf('lead').device)
        return held
      },
      roomLog: () => undefined,
      home: () => ({ keyring: Object.fromEntries(lines) }),
      standing: (id: RoomId) => ({ kind: id === stopped?.id ? 'stopped' : 'read' }),
      isOver: () => false,
      identity: { member: memberId(person) },
      deviceIn: () => ({ id: deviceOf('lead').device }),
      now: () => 1_800_000_000_000,
    }
    const result = decide(ground as never, [{ room: place.id, act }])
    return result.ok ? result.value.entries.map(entry => entry.act.kind).join(', ') : result.error.code
  }

  it('DESK-6, SYNC-10 at the desk goes whole or not at all: its own word, and what it brings about', () => {
    const [desk, recipient] = [deskRoom(), caucusB()]
    const plan = planOf(desk, recipient, { origin: { kind: 'mediators' } })
    must(desk, 'lead', { kind: 'carry.prepare', conveyance: plan })
    const act = { kind: 'carry.deliver', conveyance: plan.conveyance } as const
    const rooms = [desk, recipient]
    expect(decided(act, desk, { rooms })).toBe('carry.deliver, delivery.make')
    expect(decided(act, desk, { rooms: [recipient] })).toBe('room-unknown')
    for (const stopped of rooms) expect(decided(act, desk, { rooms, stopped })).toBe('log-forked')
    // Said already, and what is left of it cannot be known.
    must(desk, 'lead', act)
    expect(decided(act, desk, { rooms })).toBe('delivery.make')
    expect(decided(act, desk, { rooms: [desk] })).toBe('room-unknown')
  })

  it('RING-22 is said with a device of one’s own, and not where somebody else has listed it as theirs', () => {
    const act = { kind: 'carry.hear', origin: { kind: 'mediators' } } as const
    const rooms = [deskRoom()]
    for (const desk of rooms)
      expect(decided(act, desk, { rooms, person: 'second' })).toBe('device-of-another')
  })

  it('AGEN-5, SYNC-10 at the table goes with what is told of it in the caucuses, or not at all', () => {
    const [table, caucus] = [tableRoom(), caucusB()]
    must(caucus, 'lead', { kind: 'rules.adopt', number: 2 })
    must(table, 'lead', { kind: 'table.open' })
    const rooms = [table, caucus]
    const act = { kind: 'table.close' } as const
    expect(decided(act, table, { rooms })).toBe('table.close, table.tell-closed')
    for (const stopped of rooms) expect(decided(act, table, { rooms, stopped })).toBe('log-forked')
  })
})

const engine = (log: object | undefined, changes: object = {}) =>
  ({
    home: () => ({ id: 'home', keyring: { [room]: { room, purpose: 'room', epoch: 0 } } }),
    roomLog: (id: string) => (id === room ? log : undefined),
    isOver: () => false,
    standing: () => ({ kind: 'read' }),
    ...changes,
  }) as never

describe('keys that are due', () => {
  it('RING-3 are waited for only where this device can still change them', async () => {
    const due = {
      epoch: 1,
      epochKey: () => createEpochKey(),
      isShutOut: false,
      isKeyedOtherwise: false,
      look: () => ({ after: {}, own: 'device' }),
      stewardship: { countersigning: async () => ({}) },
    }
    expect(await owesKeys(engine(due))).toBe(true)
    const others: readonly (readonly [object | undefined, object?])[] = [
      [undefined],
      [{ ...due, isShutOut: true }],
      [{ ...due, isKeyedOtherwise: true }],
      [due, { isOver: () => true }],
      [due, { standing: () => ({ kind: 'stopped' }) }],
      [due, { standing: () => ({ kind: 'withheld' }) }],
      [due, { home: () => undefined }],
      [{ ...due, stewardship: { countersigning: async () => undefined } }],
    ]
    for (const [log, changes] of others) expect(await owesKeys(engine(log, changes))).toBe(false)
    expect(renewalsOf(engine(due))).toHaveLength(1)
    expect(renewalsOf(engine(due, { home: () => undefined }))).toEqual([])
    const full = {
      identity: { home: { room: 'home' } },
      checkAct: () => ok({}),
      room: () => ({}),
      submit: async () => fail('vault-full'),
    }
    expect(codeOf(await enrolDeviceEverywhere(engine(due, full), {} as never))).toBe('vault-full')
    for (const log of [undefined, { ...due, epochKey: () => undefined }, { ...due, epoch: 0 }])
      expect(renewalsOf(engine(log))).toEqual([])
  })
})

const logOf = (changes: object): RoomLog =>
  ({
    id: room,
    endedAt: 1,
    look: (read: (state: undefined) => unknown) => read(undefined),
    stewardship: { destroying: async () => undefined },
    ...changes,
  }) as unknown as RoomLog

const bury = async (log: RoomLog | undefined, isForgotten = false) => {
  let asked = 0
  const ground = {
    roomLog: () => (asked++ > 0 && isForgotten ? undefined : log),
    relayOf: () => relay,
  } as unknown as Ground
  return codeOf(await buryRoom(ground, room))
}

describe('a room that has ended', () => {
  it('SYNC-25 is buried once, by whoever still holds it', async () => {
    expect(await bury(undefined)).toBe('ok')
    expect(await bury(logOf({ endedAt: undefined }))).toBe('ok')
    expect(await bury(logOf({}))).toBe('room-unknown')
    expect(await bury(logOf({}), true)).toBe('ok')
  })

  it('SYNC-25 is deleted as far as it goes, whatever stands in it', async () => {
    const envelope = Uint8Array.of(0x9f)
    const records = [0, 1].map(position => ({ position, time: 0, hash: envelope, envelope }))
    const destroyed: unknown[] = []
    const port = { destroy: async (_: string, __: unknown, range: object) => void destroyed.push(range) }
    const ground = (log: RoomLog) => ({ roomLog: () => log, relayOf: () => relay, port: () => port }) as never
    const steward = { destroying: async () => 'steward' }
    const held = { endedAt: 2, access: 'key', stewardship: steward }
    const log = logOf({ ...held, replica: { records: async () => records } })
    await buryRoom(ground(log), room)
    expect(destroyed).toEqual([{ from: 0, to: 2, steward: 'steward' }])
    const short = logOf({ ...held, replica: { records: async () => records.slice(1) } })
    await expect(buryRoom(ground(short), room)).rejects.toMatchObject({ code: 'vault-damaged' })
  })

  it('SYNC-25 has its certificate kept in the place of its key, and nowhere else', async () => {
    const submitted: unknown[] = []
    const keep = async (home: object | undefined, state: RoomState | undefined) => {
      const ground = {
        home: () => home,
        submit: async (steps: unknown) => {
          submitted.push(steps)
          return ok([])
        },
      } as unknown as Ground
      const verifier = { name: 'relay.example', kind: 'ed25519', publicKey: new Uint8Array(32) }
      const log = logOf({
        look: (read: (of: unknown) => unknown) => read(state),
        replica: { relay: verifier },
      })
      const kept = await keepCertificate(ground, log, {
        position: 0,
        placed: 0,
        by: '',
        author: {},
        evidence: '',
      } as never)
      return [codeOf(kept), submitted.splice(0).length]
    }
    const home = { id: 'home', keyring: { [room]: {} } }
    expect(await keep(home, caucusA())).toEqual(['ok', 1])
    expect(await keep(undefined, caucusA())).toEqual(['ok', 0])
    expect(await keep(home, undefined)).toEqual(['ok', 0])
    expect(await keep({ ...home, keyring: {} }, caucusA())).toEqual(['ok', 0])
  })
})

describe('what is held', () => {
  it('SYNC-7 a line whose key or whose relay cannot be read opens nothing', async () => {
    const holdings = new Holdings({ box: { vault: createMemoryVault() } } as never)
    const line = { room, purpose: 'room', relay, epoch: 1, key: 'none' } as const
    expect(await holdings.open(line)).toBe('unreadable')
    const other = { ...line, key: createEpochKey(), relay: { address, verifier: 'none' } }
    expect(await holdings.open(other)).toBe('unreadable')
    expect(await holdings.readWhole(room)).toBeUndefined()
  })

  it('SYNC-9 is opened once, and no snapshot is kept of what was not read', async () => {
    const box = await Strongbox.create(createMemoryVault(), undefined)
    const device = await createDevice(createSecret())
    const holdings = new Holdings({ box, device, stamp: 'this program', onDamaged: () => undefined })
    const verifier = verifierToText(await createNoteSigner('relay.example', new Uint8Array(32)))
    const lines = (['room', 'mailbox'] as const).map(purpose => {
      const id = purpose as string as RoomId
      return { room: id, purpose, relay: { address, verifier }, epoch: 1, key: createEpochKey() }
    })
    for (const line of lines)
      expect([await holdings.open(line), await holdings.open(line)]).toEqual(['opened', 'known'])
    const [log] = holdings.ids.flatMap(id => holdings.room(id) ?? [])
    if (log === undefined) throw new Error('not held')
    await holdings.keepSnapshot(log)
    expect(await box.vault.scan('snapshot/')).toEqual([])
  })
})

const state = (rules: number): RoomState => ({ ...caucusA(), rules })

const received = (code: string) => ({ received: fail(code), self: deviceOf('headA').device })

describe('keys that begin an epoch', () => {
  it('SYNC-6 by the rules of number 1 are for those who are in the room; by later ones they open for whoever is', async () => {
    const author = await createDevice(createSecret())
    const epochKey = createEpochKey()
    const own = { ...author.publicKeys, isSteward: true }
    const made = {
      logId: 'a'.repeat(43) as RoomId,
      epoch: 1,
      epochKey,
      isHistoryOpen: false,
      roster: [own],
      author,
    }
    const envelope = await makeKeysEnvelope(made)
    const opened = await openKeysEnvelope({ logId: made.logId, epoch: 1, envelope, device: author })
    if (!opened.ok) throw new Error(opened.error.code)
    const check = async (rules: number, changes: object = {}) => {
      const ground = {
        stewardship: { before: () => undefined, check: async () => ok(null), noteLeftOut: () => undefined },
        epochs: { key: () => undefined },
      } as never
      const keys = {
        keys: opened.value,
        author: author.publicKeys,
        self: undefined,
        received: undefined,
        isFirst: false,
      }
      return codeOf(await checkWhole(state(rules), { ...keys, ...changes }, ground))
    }
    expect(await check(1)).not.toBe('ok')
    expect(await check(2, received('envelope/malformed'))).toBe('envelope/malformed')
  })
})
