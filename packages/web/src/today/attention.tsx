import { waitsForMe } from '@goodoffices/client'
import { useEffect } from 'react'
import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { waitingCount } from '../ui/waiting-count.ts'

/** Keeps count of what waits in all of one's own talks; shows nothing itself. */
export function Attention({ session }: { readonly session: Session }) {
  useVersion(session)
  const count = session
    .processes()
    .filter(({ over }) => !over)
    .reduce((sum, { process }) => sum + waitsForMe(session, process).length, 0)
  useEffect(() => waitingCount.setOwn(count), [count])
  return null
}
