import { eyesOnCarried, readCarried } from '@goodoffices/client'
import { type ConveyanceId, demandAt, type RoomState, readerOf } from '@goodoffices/core'
import { useState } from 'react'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { EyesLine } from '../eyes/eyes-line.tsx'

type Props = { readonly desk: RoomState; readonly conveyance: ConveyanceId | undefined }

/** DESK-11: what colleagues said of it, and the answer of whoever is asked to read it before it goes. */
export function ReadFirst({ desk, conveyance }: Props) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const carried = conveyance === undefined ? undefined : desk.conveyances[conveyance]
  const attempt = useAttempt()
  const [note, setNote] = useState('')
  if (carried === undefined) return null
  const isPrepared = carried.standing === 'prepared'
  const isAsked = isPrepared && readerOf(carried) === session.me.member
  // EYES-7: anybody of the team but whoever wrote it.
  const isWanted =
    isPrepared && demandAt(desk, 'deliver') !== 'off' && carried.writtenBy !== session.me.member
  const isRead = carried.steps.some(({ did }) => did === 'read')
  if (!isAsked && !isRead && !isWanted) return null
  const answer = (isAgainst: boolean) =>
    whenDone(
      attempt.run(() =>
        readCarried(session, process.process, {
          conveyance: carried.plan.conveyance,
          isAgainst,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        }),
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
      {isPrepared && <EyesLine desk={desk} eyes={eyesOnCarried(session, desk, carried.plan.conveyance)} />}
      {(isAsked || isWanted) && (
        <>
          {isAsked && demandAt(desk, 'deliver') !== 'required' && (
            <p>{t('carry.read-asked', { name: nameIn(desk, carried.writtenBy) })}</p>
          )}
          <Field label={t('carry.read-note')} optional value={note} onChange={setNote} />
          <div className="actions">
            <Button isDisabled={attempt.busy} onPress={() => answer(false)}>
              {t('carry.read-do')}
            </Button>
            <Button weight="text" isDisabled={attempt.busy} onPress={() => answer(true)}>
              {t('carry.read-against')}
            </Button>
          </div>
        </>
      )}
      <AttemptNotice attempt={attempt} />
    </section>
  )
}
