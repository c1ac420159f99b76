/** What a part that sends is given, of which a test says what matters to it: a room that is read, a relay that takes everything. */

import type { Result, RoomId, RoomState } from '@goodoffices/core'
import { createAccessKey, createDevice, createEntryId, createEpochKey, createSecret } from '@goodoffices/log'
import { deviceOf } from '../../core/test/cast.ts'
import type { RoomLog } from '../src/log/room-log.ts'
import { ok } from '../src/result.ts'
import type { SendingGround } from '../src/session/engine/ground.ts'
import type { JobOf } from '../src/session/outbox.ts'
import { address } from './world.ts'

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)

export const room = 'room-caucus' as RoomId
export const home = 'room-home' as RoomId
export const relay = { address, verifier: 'relay.example+00000000+AAAA' }
export const root = new Uint8Array(32)

export const device = await createDevice(createSecret())
export const epochKey = createEpochKey()
export const access = await createAccessKey(epochKey)

/** A log as its reader has it, read to this state. */
export const logOf = (state: RoomState | undefined, changes: object = {}): RoomLog =>
  ({
    id: room,
    access,
    epoch: 1,
    nextEpoch: 2,
    replica: { size: 3, checkpoint: '', rootAt: () => root, holds: () => true, beginsWith: async () => true },
    look: (read: (state: RoomState | undefined) => unknown) => read(state),
    isBegun: true,
    isShutOut: false,
    isKeyedOtherwise: false,
    isPassable: false,
    isChangeDue: false,
    epochKey: () => epochKey,
    has: () => false,
    entries: [],
    faults: [],
    stewardship: { countersigning: async () => undefined },
    ...changes,
  }) as unknown as RoomLog

export const groundOf = (log: RoomLog | undefined, changes: object = {}): SendingGround =>
  ({
    identity: { home: { room: home }, device, member: 'member-headA' },
    standing: () => ({ kind: 'read' }),
    isOver: () => false,
    deviceIn: () => ({ id: deviceOf('headA').device }),
    room: () => log?.look(state => state),
    roomLog: () => log,
    mailbox: () => undefined,
    home: () => undefined,
    relayOf: () => relay,
    port: () => ({
      append: async () => ({ size: 3, checkpoint: '', places: [] }),
      create: async () => ({ size: 1, checkpoint: '', places: [] }),
    }),
    sync: async () => ok(null),
    take: async () => ok(null),
    holdKept: async () => undefined,
    now: () => 1,
    rests: () => false,
    outbox: { envelopeOf: () => undefined, replace: async () => undefined, waiting: () => [] },
    passes: { at: () => [], noteClosed: () => undefined },
    touch: () => undefined,
    report: () => undefined,
    withdraw: () => undefined,
    ...changes,
  }) as unknown as SendingGround

/** Whoever acts with keys that sign, under the name of one of the cast. */
export const actingAs = (person: string): object => ({
  identity: { home: { room: home }, device, member: `member-${person}` },
  deviceIn: () => ({ ...device, id: deviceOf(person).device }),
})

export const pending = (body = 'Words.') => ({
  id: createEntryId(),
  act: { kind: 'message.say', message: 'message-0001', form: 'paper', binding: false, body } as never,
  time: 1,
})
export const entryJob = (): JobOf<'entry'> => ({ kind: 'entry', room, entry: pending() })
