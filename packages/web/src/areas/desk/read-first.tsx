import { type ConveyanceId, type RoomState, readerOf, togetherWith } from '@goodoffices/core'
import { useState } from 'react'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'

type Props = { readonly desk: RoomState; readonly conveyance: ConveyanceId | undefined }

/** DESK-11: what colleagues said of it, and the answer of whoever is asked to read it before it goes. */
export function ReadFirst({ desk, conveyance }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const carried = conveyance === undefined ? undefined : desk.conveyances[conveyance]
  const attempt = useAttempt()
  const [note, setNote] = useState('')
  if (carried === undefined) return null
  const isAsked = carried.standing === 'prepared' && readerOf(carried) === session.me.member
  const isRead = carried.steps.some(({ did }) => did === 'read')
  if (!isAsked && !isRead) return null
  const answer = () =>
    whenDone(
      attempt.run(() =>
        session.actAll(
          togetherWith(desk, carried).map(({ plan }) => ({
            room: desk.id,
            act: {
              kind: 'carry.read',
              conveyance: plan.conveyance,
              ...(note.trim() === '' ? {} : { note }),
            },
          })),
        ),
      ),
      () => setNote(''),
    )
  return (
    <section className="notice reading-first" aria-label={t('field.reader')}>
      {carried.steps.map(step =>
        step.did === 'read' ? (
          <p key={step.position}>
            {t('carry.read-by', { name: nameIn(desk, step.by) })}
            {step.note !== undefined && (
              <>
                {' '}
                <span dir="auto">
                  <Said text={step.note} />
                </span>
              </>
            )}
          </p>
        ) : null,
      )}
      {isAsked && (
        <>
          <p>{t('carry.read-asked', { name: nameIn(desk, carried.writtenBy) })}</p>
          <Field label={t('carry.read-note')} optional value={note} onChange={setNote} />
          <div className="actions">
            <Button isDisabled={attempt.busy} onPress={answer}>
              {t('carry.read-do')}
            </Button>
          </div>
        </>
      )}
      <AttemptNotice attempt={attempt} />
    </section>
  )
}
