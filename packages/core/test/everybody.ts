/** Somebody of every role there is, and a room of every kind with all who may be in it. */

import { type RoomKind, type RoomState, rulesNumber } from '../src/index.ts'
import { caucusA, deskRoom, memberId, must, opened, partyA } from './cast.ts'

export const withRules = (room: RoomState, who = 'lead'): RoomState => {
  must(room, who, { kind: 'rules.adopt', number: rulesNumber })
  return room
}

export const ofA = ['principalA', 'headA', 'delegateA', 'adviserA', 'counselA']
const others = ['headB', 'delegateB', 'guarantor', 'observer', 'witness']
export const mediators = ['lead', 'second']
export const all = [...mediators, ...ofA, ...others]

export const rooms: Readonly<Record<RoomKind, () => RoomState>> = {
  table: () => withRules(opened('lead', { kind: 'table' }, all.slice(1))),
  group: () => withRules(opened('lead', { kind: 'group' }, all.slice(1))),
  caucus: () => withRules(caucusA({}, ['second', ...ofA])),
  desk: () => withRules(deskRoom()),
  delegation: () =>
    withRules(opened('headA', { kind: 'delegation', party: partyA }, ['delegateA', 'adviserA']), 'headA'),
  private: () => withRules(opened('lead', { kind: 'private' })),
}
export const kinds = Object.keys(rooms) as readonly RoomKind[]

export const isIn = (room: RoomState, person: string): boolean => room.members[memberId(person)] !== undefined
