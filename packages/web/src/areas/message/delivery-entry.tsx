import { isMediator, isRecordedFor, numberOfDelivery } from '@goodoffices/core'
import { useState } from 'react'
import { isWaiting, meIn, nameIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import type { EntryProps } from '../area.ts'
import { CircumstanceLine } from './circumstance.tsx'
import { DeliverySheet } from './delivery-sheet.tsx'
import { HandDialog } from './hand-dialog.tsx'
import { ReadBackDialog } from './read-back-dialog.tsx'
import { ReadBackNote } from './read-back-note.tsx'

/** A delivery in the recipient's room, with what the recipient understood and answered. */
export function DeliveryEntry({ room, item: { delivery, readBacks } }: EntryProps<'delivery'>) {
  const { t, day, number } = useWords()
  const { session, base } = useTalks()
  const [open, setOpen] = useState<'hand' | 'read-back'>()
  const me = meIn(room, session)
  const mediates = me !== undefined && isMediator(me)
  const acts = me !== undefined && (mediates ? isRecordedFor(room) : true)
  const isUnderstood = readBacks.some(({ verdict }) => verdict?.standing === 'confirmed')
  const answered = delivery.answers === undefined ? undefined : room.messages[delivery.answers]
  return (
    <>
      <div className="entry__head">
        <span>
          {t('delivery.number', { number: number(numberOfDelivery(room, delivery, session.earlier(room))) })}
        </span>
        <time dateTime={new Date(delivery.time).toISOString().slice(0, 10)}>{day(delivery.time)}</time>
        {isWaiting(session, room, delivery.position) && <span>{t('entry.waiting')}</span>}
      </div>
      {delivery.corrects !== undefined && <p className="entry__recorded">{t('delivery.corrects')}</p>}
      {answered !== undefined && (
        <p className="entry__recorded">
          {t('delivery.answers', { words: (answered.title ?? answered.body).slice(0, 80) })}
        </p>
      )}
      <DeliverySheet delivered={delivery} room={room} />
      {delivery.handed.map(handed => (
        <p key={handed.position} className="entry__recorded">
          {t('hand.line', { name: nameIn(room, handed.by) })}{' '}
          <CircumstanceLine circumstance={handed.circumstance} />
          {handed.copies !== undefined && <> {t('hand.copies-line', { count: handed.copies })}</>}
        </p>
      ))}
      {readBacks.map(readBack => (
        <ReadBackNote key={readBack.readback} room={room} readBack={readBack} mediates={mediates} />
      ))}
      <div className="entry__foot">
        {acts && (
          <>
            {!isUnderstood && (
              <Button weight={readBacks.length === 0 ? 'plain' : 'text'} onPress={() => setOpen('read-back')}>
                {t(mediates ? 'read-back.record' : 'read-back.open')}
              </Button>
            )}
            <LinkButton weight="text" to={`${base}/rooms/${room.id}/say?answers=${delivery.delivery}`}>
              {t(mediates ? 'reply.record' : 'reply.open')}
            </LinkButton>
          </>
        )}
        {mediates && isRecordedFor(room) && (
          <Button weight="text" onPress={() => setOpen('hand')}>
            {t('hand.open')}
          </Button>
        )}
        <LinkButton weight="text" to={`${base}/rooms/${room.id}/sheet/${delivery.delivery}`}>
          {t('print.open')}
        </LinkButton>
      </div>
      {open === 'read-back' && (
        <ReadBackDialog
          room={room}
          delivery={delivery}
          records={mediates}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'hand' && <HandDialog room={room} delivery={delivery} onClose={() => setOpen(undefined)} />}
    </>
  )
}
