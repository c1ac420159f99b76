import type { DraftId } from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { DraftPage } from './draft-page.tsx'

/** A draft where it was issued: read, compared, answered clause by clause. */
export function DraftScreen() {
  const id = useParams()['draft'] as DraftId | undefined
  return (
    <InRoom>
      {room => {
        const draft = id === undefined ? undefined : room.textDrafts[id]
        return draft?.position === undefined ? (
          <LostPage />
        ) : (
          <DraftPage key={draft.draft} room={room} draft={draft} />
        )
      }}
    </InRoom>
  )
}
