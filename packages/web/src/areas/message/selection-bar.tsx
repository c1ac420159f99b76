import { newId } from '@goodoffices/client'
import { type Marking, type Message, type PartId, type RoomState, standingBody } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import type { Range } from './marked-text.tsx'
import { MarkingName } from './marking.tsx'

export const markings = [
  'nothing',
  'unattributed',
  'attributed',
  'verbatim',
] as const satisfies readonly Marking[]

type Props = {
  readonly room: RoomState
  readonly message: Message
  readonly range: Range
  readonly mayMark: boolean
  readonly mayCarry: boolean
}

/** The act of marking a part, for whoever records for a party: now, orally, unless said otherwise when it was recorded. */
export function markPart(room: RoomState, message: Message, range: Range, marking: Marking) {
  const known = Object.values(message.parts).find(part => part.from === range.from && part.to === range.to)
  return {
    kind: 'message.mark' as const,
    message: message.message,
    part: { part: known?.part ?? newId<PartId>(), from: range.from, to: range.to },
    marking,
    ...(message.recorded !== undefined && room.party?.account === false
      ? { recorded: message.recorded }
      : {}),
  }
}

/** What may be done with the selected words; stands below them, in reading order. */
export function SelectionBar({ room, message, range, mayMark, mayCarry }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const attempt = useAttempt()
  const search = new URLSearchParams({
    source: room.id,
    message: message.message,
    from: String(range.from),
    to: String(range.to),
  })
  return (
    <fieldset className="selection-bar" aria-label={t('selection.title')}>
      <p className="selection-bar__words" dir="auto">
        {standingBody(message).slice(range.from, range.to)}
      </p>
      <div className="actions">
        {mayMark &&
          markings.map(marking => (
            <Button
              key={marking}
              weight="text"
              preventFocusOnPress
              onPress={() =>
                void attempt.run(() => session.act(room.id, markPart(room, message, range, marking)))
              }
            >
              <MarkingName marking={marking} />
            </Button>
          ))}
        {mayCarry && (
          <LinkButton weight="text" to={`${base}/carry?${search}`}>
            {t('selection.carry')}
          </LinkButton>
        )}
      </div>
      <AttemptNotice attempt={attempt} />
    </fieldset>
  )
}
