import { type Notice, type NoticesOffered, noticesOf, noticesOffered } from '@goodoffices/client'
import { useCallback, useEffect, useState } from 'react'
import type { Session } from '../session/session.ts'

export type Notices = {
  readonly offered: NoticesOffered
  readonly all: readonly Notice[]
}

async function readNotices(session: Session): Promise<Notices | undefined> {
  const [offered, all] = await Promise.all([noticesOffered(session), noticesOf(session)])
  return offered.ok && all.ok ? { offered: offered.value, all: all.value } : undefined
}

/** What the relay offers and has of this member, once it has said so; and the way to ask it again. */
export function useNotices(session: Session): {
  readonly notices: Notices | undefined
  readonly refresh: () => Promise<void>
} {
  const [notices, setNotices] = useState<Notices>()
  useEffect(() => {
    let isWanted = true
    void readNotices(session).then(read => isWanted && setNotices(read))
    return () => {
      isWanted = false
    }
  }, [session])
  const refresh = useCallback(async () => {
    const read = await readNotices(session)
    if (read !== undefined) setNotices(read)
  }, [session])
  return { notices, refresh }
}
