import type { Message, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'

type Props = { readonly room: RoomState; readonly message: Message; readonly mayReview: boolean }

/** What a party says of words that were recorded in its name before it joined. */
export function ReviewNote({ room, message, mayReview }: Props) {
  const { t, day } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [open, setOpen] = useState(false)
  const [body, setBody] = useState(message.body)
  const [note, setNote] = useState('')
  const { review } = message
  if (review !== undefined) {
    return (
      <div className="margin">
        <p className="margin__line">
          <strong>{t(`review.${review.standing}`)}</strong> · {day(review.time)}
        </p>
        {review.body !== undefined && (
          <>
            <p className="margin__line">{t('review.first')}</p>
            <div className="prose" dir="auto">
              <Said text={message.body} />
            </div>
          </>
        )}
        {review.note !== undefined && (
          <p className="small" dir="auto">
            {review.note}
          </p>
        )}
      </div>
    )
  }
  if (!mayReview) return null
  return (
    <div className="margin">
      <p className="margin__line">{t('review.question')}</p>
      <div className="actions">
        <Button
          isDisabled={attempt.busy}
          onPress={() =>
            void attempt.run(() =>
              session.act(room.id, { kind: 'message.confirm', message: message.message }),
            )
          }
        >
          {t('review.confirm')}
        </Button>
        <Button onPress={() => setOpen(true)}>{t('review.correct')}</Button>
      </div>
      <AttemptNotice attempt={attempt} />
      {open && (
        <ActDialog
          title={t('review.correct-title')}
          label={t('review.correct')}
          act={() =>
            session.act(room.id, {
              kind: 'message.correct',
              message: message.message,
              body,
              ...(note.trim() === '' ? {} : { note }),
            })
          }
          incomplete={body.trim() === ''}
          onClose={() => setOpen(false)}
        >
          <Field label={t('review.body')} lines={6} value={body} onChange={setBody} />
          <Field label={t('field.note')} optional value={note} onChange={setNote} />
        </ActDialog>
      )}
    </div>
  )
}
