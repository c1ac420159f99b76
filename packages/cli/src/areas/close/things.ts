/** What the commands of the area name: an instrument where it stands, a ballot, a chain at home. */

import {
  type Ballot,
  ballotIn,
  type Instrument,
  type ItemId,
  instrumentIn,
  type RoomState,
} from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { findItem } from '../../names/find.ts'
import { missing } from '../../shell/exit.ts'
import { itemHandles } from '../item/handles.ts'

type Kinds = readonly RoomState['kind'][]

function found({ session, processOf }: Work<object>, typed: string, at?: Kinds) {
  const rooms = session.rooms(processOf().process)
  return findItem(
    at === undefined ? rooms : rooms.filter(({ kind }) => at.includes(kind)),
    itemHandles.item,
    typed,
  )
}

export function findInstrument(
  work: Work<object>,
  typed: string,
  at?: Kinds,
): { readonly room: RoomState; readonly instrument: Instrument } {
  const { room, id } = found(work, typed, at)
  const instrument = instrumentIn(room, id as ItemId)
  if (instrument === undefined) throw missing('item-unknown')
  return { room, instrument }
}

export function findBallot(
  work: Work<object>,
  typed: string,
): { readonly room: RoomState; readonly ballot: Ballot } {
  const { room, id } = found(work, typed)
  const ballot = ballotIn(room, id as ItemId)
  if (ballot === undefined) throw missing('item-unknown')
  return { room, ballot }
}
