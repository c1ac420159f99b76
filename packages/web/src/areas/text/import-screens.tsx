import type { DraftId } from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { DraftImportPage, ImportPage } from './import-page.tsx'
import { mayAnswer } from './may-answer.ts'
import { AtDesk } from './text-screens.tsx'

export function ImportScreen() {
  return (
    <AtDesk>
      {(desk, text) => (text === undefined ? <LostPage /> : <ImportPage desk={desk} text={text} />)}
    </AtDesk>
  )
}

/** Whoever speaks for a side, in its caucus. */
export function DraftImportScreen() {
  const id = useParams()['draft'] as DraftId | undefined
  const talks = useTalks()
  return (
    <InRoom>
      {room => {
        const draft = id === undefined ? undefined : room.textDrafts[id]
        const isTheirs =
          draft?.position !== undefined &&
          room.kind === 'caucus' &&
          !talks.mediates &&
          mayAnswer(room, draft, talks)
        return isTheirs ? <DraftImportPage key={draft.draft} room={room} draft={draft} /> : <LostPage />
      }}
    </InRoom>
  )
}
