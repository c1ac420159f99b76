import type { ProcessId } from '@goodoffices/core'
import { NotOpen } from '../identity/not-open.tsx'
import { useParams } from '../route/route.tsx'
import { useAccess } from '../session/use-session.tsx'
import { TalksFrame } from './talks-frame.tsx'

/** A process of one's own, once this device is open. */
export function OwnTalks() {
  const access = useAccess()
  const { process } = useParams()
  const session = access.session()
  if (session !== undefined && process !== undefined)
    return <TalksFrame session={session} process={process as ProcessId} base={`/talks/${process}`} />
  return <NotOpen />
}
