import {
  type Origin,
  type PartId,
  type Passage,
  permissionFor,
  type RoomState,
  subjectOf,
  textOf,
} from '@goodoffices/core'
import { useState } from 'react'
import type { Plan } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { AskDialog } from '../message/ask-dialog.tsx'
import { AskNote } from '../message/ask-note.tsx'
import { FormLine } from '../message/delivery-sheet.tsx'
import { MarkedText } from '../message/marked-text.tsx'
import { MarkingName } from '../message/marking.tsx'
import { OfferTerms } from '../message/offer-terms.tsx'

type Props = {
  readonly source: RoomState
  readonly origin: Origin
  readonly plan: Plan
  readonly onPassage: (passage: Passage) => void
}

/** What was said, and what of it may pass. */
export function SourceSide({ source, origin, plan, onPassage }: Props) {
  const { t, day } = useWords()
  const [asking, setAsking] = useState(false)
  if (origin.kind === 'mediators' || origin.kind === 'item' || origin.kind === 'mark') return null
  if (origin.kind === 'offer') {
    const offer = source.offers[origin.offer]
    if (offer === undefined) return null
    return (
      <>
        <p className="small quiet">
          {t('offer.title')} · {day(offer.time)}
        </p>
        <OfferTerms offer={offer} />
        <p className="small quiet">{t('carry.offer-hint')}</p>
      </>
    )
  }
  const message = source.messages[origin.passage.message]
  if (message === undefined) return null
  const permission = permissionFor(message, origin.passage, source.terms)
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
      <MarkedText message={message} terms={source.terms} chosen={origin.passage} />
      {parts.length > 0 && (
        <Selection
          label={t('ask.passage')}
          value={origin.passage.part ?? 'whole'}
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
              parts.length > 0 && origin.passage.part === undefined
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
          {...(origin.passage.part === undefined ? {} : { part: origin.passage.part })}
          as={plan.as}
          wording={plan.as === 'verbatim' ? '' : plan.wording}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
