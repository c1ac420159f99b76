import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { isMediator } from '../roster/rules.ts'
import type { AgendaAct } from './acts.ts'

/** AGEN-1: mediators open the table for direct exchange and close it. AGEN-2: neither twice in a row. */
export function checkAgenda(room: RoomState, author: Member, act: AgendaAct): Result<null> {
  if (room.kind !== 'table') return fail('table-only')
  if (!isMediator(author)) return fail('mediators-only')
  const wanted = act.kind === 'table.open'
  if (room.direct === wanted) return fail(wanted ? 'table-is-open' : 'table-is-closed')
  return ok(null)
}
