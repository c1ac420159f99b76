import type { Entry } from '../act.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import type { AgendaAct } from './acts.ts'

export function applyAgenda(room: RoomState, entry: Entry, author: Member, act: AgendaAct): void {
  room.direct = act.kind === 'table.open'
  room.directChanges.push({
    position: entry.position,
    direct: room.direct,
    by: author.member,
    time: entry.time,
  })
}
