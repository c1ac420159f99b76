import {
  type PartId,
  type Passage,
  permissionFor,
  type RoomState,
  subjectOf,
  textOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { AskDialog } from '../message/ask-dialog.tsx'
import { AskNote } from '../message/ask-note.tsx'
import { FormLine } from '../message/delivery-sheet.tsx'
import { MarkedText } from '../message/marked-text.tsx'
import { MarkingName } from '../message/marking.tsx'
import type { Carry } from './carry.ts'

type Props = {
  readonly source: RoomState
  readonly passage: Passage
  readonly carry: Carry
  readonly onPassage: (passage: Passage) => void
}

/** The message that a passage is of, the choice of the passage, and what of it may pass. */
export function PassageSource({ source, passage, carry, onPassage }: Props) {
  const { t, day } = useWords()
  const [asking, setAsking] = useState(false)
  const message = source.messages[passage.message]
  if (message === undefined) return null
  const { as, wording } = carry.common
  const permission = permissionFor(message, passage, source.terms)
  const parts = Object.values(message.parts).sort((a, b) => a.from - b.from)
  const asks = Object.values(source.asks).filter(ask => subjectOf(ask) === message.message)
  return (
    <>
      <p className="small quiet">
        <FormLine form={message.form} binding={message.binding} /> · {day(message.time)}
      </p>
      {message.title !== undefined && (
        <p className="entry__title" dir="auto">
          <Said text={message.title} />
        </p>
      )}
      <MarkedText message={message} terms={source.terms} chosen={passage} />
      {parts.length > 0 && (
        <Selection
          label={t('field.passage')}
          value={passage.part ?? 'whole'}
          onChange={part =>
            onPassage({
              message: message.message,
              ...(part === 'whole' ? {} : { part: part as PartId }),
            })
          }
          options={[
            { id: 'whole', label: t('ask.whole') },
            ...parts.map(({ part }) => ({
              id: part as string,
              label: textOf(message, { message: message.message, part }).slice(0, 80),
            })),
          ]}
        />
      )}
      <div className="permission">
        <h3 className="desk__label">{t('carry.may-pass')}</h3>
        <p>
          <MarkingName marking={permission.marking} />{' '}
          <span className="quiet">
            {t(
              parts.length > 0 && passage.part === undefined
                ? 'permission.strictest'
                : `term.because.${permission.because}`,
            )}
          </span>
        </p>
        {permission.wording !== undefined && (
          <>
            <p className="small quiet">{t('ask.only-words')}</p>
            <div className="prose" dir="auto">
              <Said text={permission.wording} />
            </div>
          </>
        )}
        {asks.map(ask => (
          <AskNote key={ask.ask} room={source} message={message} ask={ask} />
        ))}
        <Button onPress={() => setAsking(true)}>{t('ask.open')}</Button>
      </div>
      {asking && (
        <AskDialog
          room={source}
          message={message}
          {...(passage.part === undefined ? {} : { part: passage.part })}
          as={as}
          wording={as === 'verbatim' ? '' : wording}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
