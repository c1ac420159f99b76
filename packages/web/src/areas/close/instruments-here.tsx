import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { isClosingUsed } from './used.ts'

/** Where nothing is to be signed yet, how that begins; afterwards it is a place of its own. */
export function InstrumentsHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { rooms, base, desk } = useTalks()
  if (room !== desk || isClosingUsed(rooms)) return null
  return (
    <div className="actions no-print">
      <LinkButton weight="text" to={`${base}/rooms/${room.id}/instrument`}>
        {t('close.draft')}
      </LinkButton>
    </div>
  )
}
