import { type Proved, provesOf } from '@goodoffices/client'
import type { Question, RoomState } from '@goodoffices/core'
import { useEffect, useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'

/** What shows each yes of a match that was told here; undefined until it has been looked at. */
export function useProofs(room: RoomState, question: Question | undefined): readonly Proved[] | undefined {
  const { session } = useTalks()
  const [proofs, setProofs] = useState<readonly Proved[]>()
  const version = session.version()
  useEffect(() => {
    if (question === undefined) return
    let isShown = true
    void provesOf(session, room, question).then(found => isShown && setProofs(found))
    return () => {
      isShown = false
    }
    // Looked at anew whenever a room has moved: the table may have come to know a device.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session, room.id, question?.question, version])
  return proofs
}
