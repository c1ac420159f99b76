import type { RoomState, Told } from '@goodoffices/core'
import { isWaiting, useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import { MarkingName } from './marking.tsx'

type Props = { readonly room: RoomState; readonly told: Told }

/** That it was passed on to another side; what may still be taken back was not. */
export function ToldLine({ room, told: { to, time, marking, position } }: Props) {
  const { t, day } = useWords()
  const { session } = useTalks()
  return (
    <p className="margin__line">
      {isWaiting(session, room, position) ? t('told.soon', { to }) : t('told.line', { to, at: day(time) })}{' '}
      <MarkingName marking={marking} />
    </p>
  )
}
