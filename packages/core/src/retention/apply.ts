import type { Entry } from '../act.ts'
import type { HoldId, MemberId, PartyId } from '../ids.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import type { Circumstance } from '../schema.ts'
import type { RetentionAct } from './acts.ts'

/** Who said so, and where it stands. */
type Said = { readonly by: MemberId; readonly position: number; readonly time: number }

export type Retention = Said & { readonly days: number | null; readonly basis: string }

export type Hold = Said & {
  readonly hold: HoldId
  readonly reason: string
  /** The party that holds; absent for a mediator's. */
  readonly party?: PartyId
  readonly recorded?: Circumstance
  lifted?: Said & { readonly note?: string; readonly recorded?: Circumstance }
}

export type RetentionState = {
  /** When the last entry was placed that the room accepted, by the relay's clock: what its author says of the time counts for nothing. */
  lastPlaced: number
  /** The rule that the record is kept by; absent where none was stated. */
  retention?: Retention
  readonly holds: Record<HoldId, Hold>
  /** The room's record was destroyed: nothing is said in it any more. */
  destroyed?: Said & { readonly at: number }
}

export function applyRetention(room: RoomState, entry: Entry, author: Member, act: RetentionAct): void {
  const said: Said = { by: author.member, position: entry.position, time: entry.time }
  switch (act.kind) {
    case 'retention.set':
      room.retention = { ...said, days: act.days, basis: act.basis }
      return
    case 'hold.place': {
      const party = act.recorded === undefined ? author.party : room.party?.party
      room.holds[act.hold] = {
        ...said,
        hold: act.hold,
        reason: act.reason,
        ...(party === undefined ? {} : { party }),
        ...(act.recorded === undefined ? {} : { recorded: act.recorded }),
      }
      return
    }
    case 'hold.lift': {
      const hold = room.holds[act.hold]
      if (hold === undefined) return
      hold.lifted = {
        ...said,
        ...(act.note === undefined ? {} : { note: act.note }),
        ...(act.recorded === undefined ? {} : { recorded: act.recorded }),
      }
      return
    }
    case 'record.destroy':
      room.destroyed = { ...said, at: act.at }
  }
}
