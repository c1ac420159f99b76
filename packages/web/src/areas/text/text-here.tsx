import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { isTextUsed, textPath } from './paths.ts'

/** At the desk, where no text is begun yet: how that is done. Afterwards it is a place of its own. */
export function TextHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { rooms, base, desk } = useTalks()
  if (room !== desk || isTextUsed(rooms)) return null
  return (
    <div className="actions no-print">
      <LinkButton weight="text" to={`${base}/${textPath}`}>
        {t('text.begin')}
      </LinkButton>
    </div>
  )
}
