/** EYES-2: what the sender's device asks at each door, by what its desk shows. */

import {
  checkEyes,
  type Door,
  type MemberCard,
  type MemberId,
  type PartyId,
  type Readable,
  type ReadableOf,
  type RoomState,
  readersOf,
  readingsIn,
  standingOf,
} from '@goodoffices/core'
import { ok, type Result } from '../../result.ts'
import { digestOfReadable } from './coming-to.ts'

/** Who would do it, and all rooms that they hold of these talks. */
type At = { readonly rooms: readonly RoomState[]; readonly by: MemberId }

/** Where no desk is held there is no such term. */
function checkAt(
  { rooms, by }: At,
  door: Door,
  readersIn: (desk: RoomState) => readonly MemberId[],
): Result<null> {
  const desk = rooms.find(({ kind }) => kind === 'desk')
  return desk === undefined ? ok(null) : checkEyes(desk, { door, actor: by, readers: readersIn(desk) })
}

/** Whether just this was read, where that is required. */
export const checkRead = (at: At, toRead: Exclude<Readable, { readonly door: 'loosen' }>): Result<null> =>
  checkAt(at, toRead.door, desk => readersIn(at, desk, toRead))

function readersIn({ rooms, by }: At, desk: RoomState, toRead: Readable): readonly MemberId[] {
  const digest = digestOfReadable(desk, rooms, toRead)
  return digest === undefined ? [] : readersOf(desk, { door: toRead.door, digest, actor: by })
}

/** What opening the table comes to, for somebody to read: with which note, and whose limits are kept. */
export const openToRead = (
  { note }: { readonly note?: string },
  heeded: readonly PartyId[] = [],
): ReadableOf<'open'> => ({
  door: 'open',
  ...(note === undefined ? {} : { note }),
  ...(heeded.length === 0 ? {} : { heeded: heeded.toSorted() }),
})

type Coming = Pick<MemberCard, 'name' | 'post' | 'institution'>

const isOf = (toRead: Readable, { name, post, institution }: Coming): toRead is ReadableOf<'bring'> =>
  toRead.door === 'bring' &&
  toRead.name === name &&
  toRead.post === post &&
  toRead.institution === institution

/** Whether a mediator of that name, post and institution may be brought in: before they are invited, and when they come. */
export const checkBringing = (at: At, card: Coming): Result<null> =>
  checkAt(at, 'bring', desk =>
    readingsIn(desk).flatMap(item => {
      const { toRead } = standingOf(item).fields
      return isOf(toRead, card) ? readersIn(at, desk, toRead) : []
    }),
  )
