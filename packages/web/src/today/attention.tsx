import { waitsForMe } from '@goodoffices/client'
import { useEffect } from 'react'
import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { useSystemNotices } from '../told/use-system-notices.ts'
import { waitingCount } from '../ui/waiting-count.ts'
import { countUnread } from './unread.ts'

/** Keeps count of what waits in all of one's own talks; shows nothing itself. */
export function Attention({ session }: { readonly session: Session }) {
  useVersion(session)
  const own = session.processes().filter(({ over }) => !over)
  const count = own.reduce((sum, { process }) => sum + waitsForMe(session, process).length, 0)
  useEffect(() => waitingCount.setOwn(count), [count])
  useSystemNotices(
    session,
    () =>
      count +
      own
        .flatMap(({ process }) => session.rooms(process))
        .reduce((sum, room) => sum + countUnread(session, room), 0),
  )
  return null
}
