import type { Act, ReadBack, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { actSoon } from '../../talks/act-soon.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceLine } from './circumstance.tsx'

type Props = { readonly room: RoomState; readonly readBack: ReadBack; readonly mediates: boolean }

/** What the recipient understood, and whether the mediator says that it is so. */
export function ReadBackNote({ room, readBack, mediates }: Props) {
  const { t, day } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [open, setOpen] = useState(false)
  const [body, setBody] = useState('')
  const { verdict } = readBack
  const correcting: Act = { kind: 'readback.correct', readback: readBack.readback, body }
  const reach = useReach(room, open ? correcting : undefined, { previewed: true })
  return (
    <div className="margin">
      <p className="margin__line">
        <strong>{t('read-back.line')}</strong> · {day(readBack.time)}
        {readBack.recorded !== undefined && (
          <>
            {' · '}
            <CircumstanceLine circumstance={readBack.recorded} />
          </>
        )}
      </p>
      <div className="prose" dir="auto">
        <Said text={readBack.body} />
      </div>
      {verdict === undefined && !mediates && <p className="margin__line">{t('read-back.open-still')}</p>}
      {verdict !== undefined && (
        <>
          <p className="margin__line">
            <strong>{t(`read-back.${verdict.standing}`)}</strong> · {day(verdict.time)}
          </p>
          {(verdict.body ?? verdict.note) !== undefined && (
            <div className="prose" dir="auto">
              {verdict.body ?? verdict.note}
            </div>
          )}
        </>
      )}
      {verdict === undefined && mediates && (
        <div className="actions">
          <Button
            isDisabled={attempt.busy}
            onPress={() =>
              void attempt.run(() =>
                actSoon(session, room.id, { kind: 'readback.confirm', readback: readBack.readback }),
              )
            }
          >
            {t('read-back.confirm')}
          </Button>
          <Button onPress={() => setOpen(true)}>{t('read-back.correct')}</Button>
        </div>
      )}
      <AttemptNotice attempt={attempt} />
      {open && (
        <ActDialog
          title={t('read-back.correct-title')}
          label={t('read-back.correct')}
          act={() => reach.say(correcting)}
          incomplete={body.trim() === '' || reach.open}
          onClose={() => setOpen(false)}
        >
          <Field
            label={t('read-back.correct-body')}
            hint={t('read-back.correct-hint')}
            lines={5}
            value={body}
            onChange={setBody}
          />
          {reach.shown}
        </ActDialog>
      )}
    </div>
  )
}
