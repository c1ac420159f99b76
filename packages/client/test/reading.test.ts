/** What is not read, not waited for and not buried, whatever a relay answers. */

import { createMemoryVault, type RelayPort } from '@goodoffices/client'
import type { Result, RoomId, RoomState } from '@goodoffices/core'
import {
  createAccessKey,
  createDevice,
  createEpochKey,
  createSecret,
  makeKeysEnvelope,
  openKeysEnvelope,
} from '@goodoffices/log'
import { describe, expect, it } from 'vitest'
import { caucusA, deviceOf } from '../../core/test/cast.ts'
import type { RoomLog } from '../src/log/room-log.ts'
import { checkWhole } from '../src/log/whole-epoch.ts'
import { type LiveHandlers, RelayError } from '../src/relay/port.ts'
import { fail, ok } from '../src/result.ts'
import { buryRoom, keepCertificate } from '../src/session/burial.ts'
import { enrolDeviceEverywhere, owesKeys, renewalsOf } from '../src/session/device/listing.ts'
import { Following } from '../src/session/engine/following.ts'
import type { Ground } from '../src/session/engine/ground.ts'
import { Holdings } from '../src/session/holdings.ts'
import { address } from './world.ts'

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
const room = 'room-caucus' as RoomId
const relay = { address, verifier: 'relay.example+00000000+AAAA' }
const access = createAccessKey(createEpochKey())

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
  }

  async function follow({ log, state, ground, port }: Changes = {}) {
    const reported: string[] = []
    const followed: string[] = []
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
            read: async () => page,
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
      isLive: true,
      onRead: async () => undefined,
      onWhole: async () => undefined,
      onEnding: async () => undefined,
      onReached: () => undefined,
    })
    return { following, reported, followed, handlers: () => handlers }
  }
  const readOf = async (changes: Changes = {}) => codeOf(await (await follow(changes)).following.sync(room))

  it('SYNC-28 is read with its key, by rules that are known, and to its end', async () => {
    expect(await readOf()).toBe('ok')
    expect(await readOf({ log: { access: undefined } })).toBe('keys-withheld')
    expect(await readOf({ state: { newer: { rules: 9 } } })).toBe('rules-newer')
    expect(await readOf({ log: { isShutOut: true } })).toBe('keys-withheld')
    expect(await readOf({ log: { isKeyedOtherwise: true } })).toBe('keys-refused')
    const { following } = await follow()
    await following.close()
    expect(codeOf(await following.sync(room))).toBe('relay-unreachable')
    expect(
      codeOf(await following.take('elsewhere' as RoomId, { records: [], size: 0, checkpoint: '' })),
    ).toBe('room-unknown')
    const broken = { read: () => Promise.reject(new TypeError('ours')) }
    await expect(readOf({ port: broken })).rejects.toThrow('ours')
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
    expect([keyless, stopped, closed].flatMap(({ followed }) => followed)).toEqual([])
    expect(codeOf(await stopped.following.sync(room))).toBe('log-forked')
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
    expect(await tell('elsewhere')).toBe(1)
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
    expect(await restored({ log: { accessIn: () => undefined } })).toBe('log-rolled-back')
    expect(await restored({ port: restoring(new RelayError('relay/forked')) })).toBe('log-forked')
    expect(await restored({ port: restoring(new RelayError('relay/refused')) })).toBe('log-rolled-back')
    expect(await restored({ port: restoring(new RelayError('relay/busy')) })).toBe('relay-unreachable')
    await expect(restored({ port: restoring(new TypeError('ours')) })).rejects.toThrow('ours')
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
