/** How far a room was read on this device, while it is on the screen. */

import { markRead, readTo, unreadIn } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useEffect, useState } from 'react'
import type { Session } from '../session/session.ts'

/** How much others have said there since; what happened to the room itself is not counted. */
export const countUnread = (session: Session, room: RoomState): number =>
  unreadIn(session, room).filter(({ kind }) => kind !== 'event').length

/**
 * Everything in a room counts as read while it is shown in a window that is looked at. Returns the position from which on it was new
 * when one came to look.
 */
export function useReading(session: Session, room: RoomState): number {
  const [from, setFrom] = useState(() => readTo(session, room.id))
  const { size } = room
  useEffect(() => {
    // With everything that comes while it is shown.
    if (size === 0) return undefined
    const look = (): void => {
      if (document.visibilityState !== 'visible') return
      markRead(session, [room]).catch(() => undefined)
    }
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') setFrom(readTo(session, room.id))
      look()
    }
    look()
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [session, room, size])
  return from
}
