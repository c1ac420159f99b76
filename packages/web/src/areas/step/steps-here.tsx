import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { areStepsUsed, stepInPath } from './paths.ts'

/** At the desk, where no step is planned yet: how that begins. Afterwards it is a page of what is agreed. */
export function StepsHere({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { rooms, base, desk } = useTalks()
  if (room !== desk || areStepsUsed(rooms)) return null
  return (
    <div className="actions no-print">
      <LinkButton weight="text" to={`${base}/${stepInPath(room.id, 'step')}`}>
        {t('step.enter-step')}
      </LinkButton>
    </div>
  )
}
