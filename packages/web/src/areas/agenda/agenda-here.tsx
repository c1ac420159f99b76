import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { isAgendaUsed } from './used.ts'

/** Where the talks have no agenda yet, how one begins; where they have one it is a place of its own. */
export function AgendaHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { rooms, base, desk } = useTalks()
  if (room !== desk || isAgendaUsed(rooms)) return null
  return (
    <div className="actions no-print">
      <LinkButton weight="text" to={`${base}/rooms/${room.id}/issue`}>
        {t('agenda.begin')}
      </LinkButton>
    </div>
  )
}
