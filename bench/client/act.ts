/**
 * One act in a long room, on the device alone: decided, checked and shown, with what waits laid upon the room itself; against the
 * same on a copy of the room, and on a shallow copy of what it changes, in the same run.
 *
 * node bench/client/act.ts [entries]     default 100,000
 */

import { performance } from 'node:perf_hooks'
import {
  type Act,
  applyEntry,
  beginRoom,
  type DeviceId,
  type EntryId,
  type MemberId,
  type MessageId,
  type ProcessId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import type { Device } from '@goodoffices/log'
import type { Identity } from '../../packages/client/src/identity/identity.ts'
import { applyNext, Overlay, type Pending } from '../../packages/client/src/log/overlay.ts'
import { decide } from '../../packages/client/src/session/engine/acting.ts'
import { demand } from './phases.ts'

const entries = Number(process.argv[2] ?? 100_000)
const device = 'device-of-the-bench' as DeviceId
const id = 'room-of-the-bench' as RoomId
const time = 1_800_000_000_000

const say = (nth: number): Act => ({
  kind: 'message.say',
  message: `message-${String(nth).padStart(16, '0')}` as MessageId,
  form: 'paper',
  binding: false,
  body: `Line ${nth}. ${'The two sides took note of the point and will come back to it. '.repeat(4)}`,
})

function makeRoom(): RoomState {
  const opening: Act = {
    kind: 'room.open',
    process: { process: 'process-of-the-bench' as ProcessId, title: 'Talks' },
    room: { kind: 'desk' },
    terms: { role: 'carry', disclosure: 'open' },
    founder: {
      member: 'member-of-the-bench' as MemberId,
      name: 'Mediator',
      role: 'lead',
      devices: [{ device, sign: 'sign', wrap: 'wrap' }],
    },
    history: 'all',
  }
  const entry = (position: number, act: Act) => ({
    id: `entry-${position}` as EntryId,
    device,
    time,
    position,
    act,
  })
  const room = demand(beginRoom(id, entry(0, opening)))
  for (let nth = 1; nth <= entries; nth += 1) demand(applyEntry(room, entry(nth, say(nth))))
  return room
}

/** Milliseconds, of the middle one. */
function median(runs: number, work: (run: number) => void): number {
  const took = Array.from({ length: runs }, (_, run) => {
    const start = performance.now()
    work(run)
    return performance.now() - start
  })
  return took.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

const room = makeRoom()
let nth = entries

const copied = median(5, () => {
  nth += 1
  demand(applyNext(structuredClone(room), { id: `copied-${nth}` as EntryId, act: say(nth), time }, device))
})

const shallow = median(5, () => {
  nth += 1
  const { messages, seen, timeline } = room
  const copy = { ...room, messages: { ...messages }, seen: { ...seen }, timeline: [...timeline] }
  demand(applyNext(copy, { id: `shallow-${nth}` as EntryId, act: say(nth), time }, device))
})

const overlay = new Overlay({ id, device })
const waiting: Pending[] = []
const ground = {
  identity: { member: 'member-of-the-bench' as MemberId } as Identity,
  device,
  deviceIn: () => ({ id: device }) as Device,
  now: () => time,
  standing: () => ({ kind: 'read' }) as const,
  isOver: () => false,
  roomLog: () => undefined,
  relayOf: () => ({ address: '', name: '', verifier: '' }),
  home: () => undefined,
  room: (_: RoomId, extra: readonly Pending[] = []) => overlay.show(room, [...waiting, ...extra]),
}
const laid = median(200, () => {
  nth += 1
  waiting.push(...demand(decide(ground, [{ room: id, act: say(nth) }])).entries)
  ground.room(id)
})
const arrived = median(20, () => {
  overlay.lift()
  ground.room(id)
})

const row = (name: string, ms: number): void =>
  console.log(`${name.padEnd(52)} ${ms.toFixed(3).padStart(10)} ms  ${(ms / copied).toFixed(5)} × copy`)
console.log(`one act in a room of ${entries} entries`)
row('on a copy of the room (as it was)', copied)
row('on shallow copies of what it changes', shallow)
row('laid upon the room: decided, checked, shown', laid)
row(`${waiting.length} acts taken off and laid on again`, arrived)
