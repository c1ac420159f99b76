/** What a client does with a script, done without keys: make the rooms, settle each act, apply it. Written apart from `src`. */

import {
  type Act,
  applyEntry,
  beginRoom,
  type DeviceId,
  type EntryId,
  type MemberCard,
  type MemberId,
  type PartyCard,
  type ProcessId,
  type RoomId,
  type RoomState,
  rulesNumber,
  type Terms,
} from '@goodoffices/core'
import { type RoomName, type Script, settleAct } from '../../src/sample/index.ts'

export type Replayed = {
  readonly rooms: ReadonlyMap<RoomName, RoomState>
  /** Every act as it was applied, by room. */
  readonly acts: ReadonlyMap<RoomName, readonly Act[]>
}

const realRoom = (name: RoomName): RoomId => `log-${name.replace(':', '-')}-0000` as RoomId
const realMember = (person: string): MemberId => `paper-${person}-0000` as MemberId
const device = (person: string): DeviceId => `laptop-${person}-0000` as DeviceId

export function replayScript(script: Script, process: { title: string; terms: Terms }): Replayed {
  const rooms = new Map<RoomName, RoomState>()
  const acts = new Map<RoomName, Act[]>()
  let entries = 0
  const cardOf = (person: string): MemberCard => {
    const found = script.people.find(({ id }) => id === person)
    if (found === undefined) throw new Error(`nobody called ${person}`)
    const { id: _, ...card } = found
    return {
      ...card,
      member: realMember(person),
      devices: [{ device: device(person), sign: 'c2lnbg', wrap: 'd3JhcA' }],
    }
  }
  const partyOf = (id: string | undefined): PartyCard | undefined =>
    script.parties.find(({ party }) => party === id)
  const entry = (by: string, position: number, time: number, act: Act) => {
    entries += 1
    return { id: `entry-${entries}` as EntryId, device: device(by), time, position, act }
  }
  const apply = (room: RoomState, by: string, time: number, act: Act): void => {
    const applied = applyEntry(room, entry(by, room.size, time, act))
    if (!applied.ok) throw new Error(`${room.kind} ${act.kind}: ${JSON.stringify(applied.error)}`)
  }

  for (const { name, kind, party, members } of script.rooms) {
    const [founder = '', ...others] = members
    const card = partyOf(party)
    const begun = beginRoom(
      realRoom(name),
      entry(founder, 0, 0, {
        kind: 'room.open',
        process: { process: 'process-0000' as ProcessId, title: process.title },
        room: { kind, ...(card === undefined ? {} : { party: card }) },
        terms: process.terms,
        founder: cardOf(founder),
        history: 'all',
        rules: rulesNumber,
      }),
    )
    if (!begun.ok) throw new Error(`${name}: ${JSON.stringify(begun.error)}`)
    rooms.set(name, begun.value)
    if (card === undefined && kind !== 'private')
      for (const known of script.parties.filter(({ hidden }) => !hidden || kind === 'desk'))
        apply(begun.value, founder, 0, { kind: 'party.add', card: known })
    for (const person of others)
      apply(begun.value, founder, 0, { kind: 'member.admit', card: cardOf(person) })
  }
  for (const { by, room, time, act } of script.steps) {
    const state = rooms.get(room)
    if (state === undefined) throw new Error(`no room ${room}`)
    const settled = settleAct(act, { room: realRoom, member: realMember })
    apply(state, by, time, settled)
    acts.set(room, [...(acts.get(room) ?? []), settled])
  }
  return { rooms, acts }
}
