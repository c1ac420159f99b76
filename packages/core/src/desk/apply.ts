import type { Entry } from '../act.ts'
import type { ConveyanceId, DeliveryId, MemberId, NoteId, RoomId } from '../ids.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import type { Conveyance, DeskAct } from './acts.ts'

export type Carried = {
  plan: Conveyance
  standing: 'prepared' | 'delivered' | 'cancelled'
  carrier: MemberId
  readonly by: MemberId
  /** Who put it in its present words. */
  writtenBy: MemberId
  /** Position of the entry that first prepared it. */
  readonly position: number
  /** Time of the last change. */
  time: number
  note?: string
}

export type Note = {
  readonly note: NoteId
  readonly by: MemberId
  readonly position: number
  readonly time: number
  readonly body: string
  readonly about?: { readonly room: RoomId; readonly item?: string }
}

export type DeskState = {
  readonly conveyances: Record<ConveyanceId, Carried>
  /** Those prepared and neither delivered nor cancelled. */
  readonly pending: Record<ConveyanceId, true>
  /** Which conveyance a delivery belongs to. */
  readonly planned: Record<DeliveryId, ConveyanceId>
  readonly notes: Record<NoteId, Note>
}

export function applyDesk(room: RoomState, entry: Entry, author: Member, act: DeskAct): void {
  if (act.kind === 'note.write') {
    const { kind: _, ...note } = act
    room.notes[act.note] = { ...note, by: author.member, position: entry.position, time: entry.time }
    return
  }
  if (act.kind === 'carry.prepare') {
    const plan = act.conveyance
    const known = room.conveyances[plan.conveyance]
    room.conveyances[plan.conveyance] = {
      plan,
      standing: 'prepared',
      carrier: plan.carrier,
      by: known?.by ?? author.member,
      writtenBy: author.member,
      position: known?.position ?? entry.position,
      time: entry.time,
      ...(known?.note === undefined ? {} : { note: known.note }),
    }
    room.pending[plan.conveyance] = true
    room.planned[plan.delivery] = plan.conveyance
    return
  }
  const carried = room.conveyances[act.conveyance]
  if (carried === undefined) return
  carried.time = entry.time
  switch (act.kind) {
    case 'carry.assign':
      carried.carrier = act.to
      break
    case 'carry.deliver':
      carried.standing = 'delivered'
      delete room.pending[act.conveyance]
      return
    case 'carry.cancel':
      carried.standing = 'cancelled'
      delete room.pending[act.conveyance]
      break
  }
  if (act.note !== undefined) carried.note = act.note
}
