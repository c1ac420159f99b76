import { placedTo } from '@goodoffices/client'
import { isMediator, isPresent, type MemberId, placedAt, type RoomState, seen } from '@goodoffices/core'
import { createContext, useContext } from 'react'
import type { Chair, ProcessSummary, Session } from '../session/session.ts'

/** The process that the screens below are about, and where their addresses begin. */
export type Talks = {
  readonly session: Session
  readonly process: ProcessSummary
  readonly base: string
  readonly rooms: readonly RoomState[]
  /** Those and the rooms that a caucus went on from. */
  readonly held: readonly RoomState[]
  readonly caucuses: readonly RoomState[]
  /** Where the reader sits as a mediator; a desk one has left is read like any other room. */
  readonly desk: RoomState | undefined
  readonly table: RoomState | undefined
  readonly mediates: boolean
  /** The chairs a visitor may take; in a sample alone. */
  readonly chairs: readonly Chair[]
  /** What a reader of a sample is told before reading. */
  readonly notice: string | undefined
}

export const TalksContext = createContext<Talks | undefined>(undefined)

export function useTalks(): Talks {
  const talks = useContext(TalksContext)
  if (talks === undefined) throw new Error('not within a process')
  return talks
}

/** Parties first, then third parties; each by name, so that no side comes first for another reason. */
export function sortCaucuses(rooms: readonly RoomState[], locale: string): readonly RoomState[] {
  const compare = new Intl.Collator(locale).compare
  return rooms
    .filter(room => room.kind === 'caucus')
    .toSorted(
      (a, b) =>
        Number(a.party?.kind === 'third') - Number(b.party?.kind === 'third') ||
        compare(a.party?.name ?? '', b.party?.name ?? ''),
    )
}

export function talksOf(given: {
  readonly session: Session
  readonly process: ProcessSummary
  readonly base: string
  readonly locale: string
  readonly chairs?: readonly Chair[]
  readonly notice?: string
}): Talks {
  const { session, process, base, locale, chairs = [], notice } = given
  const rooms = session.rooms(process.process)
  return {
    session,
    process,
    base,
    rooms,
    held: [...rooms, ...rooms.flatMap(room => session.earlier(room))],
    caucuses: sortCaucuses(rooms, locale),
    desk: rooms.find(room => room.kind === 'desk' && meIn(room, session) !== undefined),
    table: rooms.find(room => room.kind === 'table'),
    mediates: isMediator(process),
    chairs,
    notice,
  }
}

/** The reader's own card in a room; absent for a room one has left. */
export function meIn(room: RoomState, session: Session) {
  const member = room.members[session.me.member]
  return member !== undefined && isPresent(member) ? member : undefined
}

export const nameIn = (room: RoomState, member: MemberId): string => seen(room.members[member]?.name ?? '—')

/** The first address within a process. */
export const homeOf = ({ base }: Talks): string => `${base}/today`

/** Where one works: the desk for who has one, one's own caucus for the others; undefined for who has neither. */
export const ownRoom = ({ desk, caucuses }: Talks): RoomState | undefined => desk ?? caucuses[0]

export const roomAddress = ({ base, desk }: Talks, room: RoomState): string =>
  room === desk ? `${base}/desk` : `${base}/rooms/${room.id}`

/** SYNC-32: when the relay placed it, where that differs from its author's clock. In a sample it differs always: all of it was placed when it was opened. */
export const placedHere = (
  { chairs }: Pick<Talks, 'chairs'>,
  room: RoomState,
  position: number,
): number | undefined => (chairs.length > 0 ? undefined : placedAt(room, position))

/** Said on this device and not yet acknowledged by the relay: it stands after everything that has been. */
export const isWaiting = (session: Session, room: RoomState, position: number): boolean =>
  position >= placedTo(session, room)
