import { actUndoably } from '@goodoffices/client'
import type { Act, RoomId } from '@goodoffices/core'
import type { Session } from '../session/session.ts'
import { preferences } from '../settings/preferences.ts'

/** SYNC-40: what others read by one press can be taken back for as long as this reader chose. */
export const actSoon = (session: Session, room: RoomId, act: Act) =>
  actUndoably(session, [{ room, act }], preferences.undoMs())
