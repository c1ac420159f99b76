import {
  type Act,
  isMediator,
  isRecordedFor,
  leadsParty,
  type Offer,
  type RoomState,
} from '@goodoffices/core'
import { useState } from 'react'
import { actSoon } from '../../talks/act-soon.ts'
import { meIn, nameIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import type { EntryProps } from '../area.ts'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceLine } from './circumstance.tsx'
import { OfferTerms } from './offer-terms.tsx'

/** "If they X, we Y": held by the mediator. */
export function OfferEntry({ room, item: { offer } }: EntryProps<'offer'>) {
  const { t, day, moment } = useWords()
  const { session, base, mediates } = useTalks()
  const attempt = useAttempt()
  const [reporting, setReporting] = useState(false)
  const me = meIn(room, session)
  const [now] = useState(Date.now)
  const hasLapsed = offer.until !== undefined && offer.until < now
  const mayWithdraw =
    me !== undefined &&
    offer.withdrawn === undefined &&
    (isMediator(me) ? isRecordedFor(room) : leadsParty(me) || offer.by === me.member)
  const withdraw = () =>
    attempt.run(() =>
      actSoon(session, room.id, {
        kind: 'offer.withdraw',
        offer: offer.offer,
        ...(mediates ? { recorded: { at: Date.now(), way: 'orally' as const } } : {}),
      }),
    )
  return (
    <>
      <div className="entry__head">
        <span className="entry__who">
          <bdi>{offer.recorded === undefined ? nameIn(room, offer.by) : room.party?.name}</bdi>
        </span>
        <time dateTime={new Date(offer.time).toISOString()}>{moment(offer.time)}</time>
        <span>
          {t('term.offer')} · {t(offer.binding ? 'term.binding' : 'term.not-binding')}
        </span>
      </div>
      {offer.recorded !== undefined && (
        <p className="entry__recorded">
          <CircumstanceLine circumstance={offer.recorded} />
        </p>
      )}
      <OfferTerms offer={offer} />
      <div className="entry__foot">
        <span>
          {offer.withdrawn !== undefined
            ? t('offer.withdrawn', { at: day(offer.withdrawn.time) })
            : offer.until === undefined
              ? t('offer.held')
              : t(hasLapsed ? 'offer.lapsed' : 'offer.until', { at: day(offer.until) })}
        </span>
        {mediates && offer.withdrawn === undefined && (
          <>
            {!hasLapsed && (
              <LinkButton weight="text" to={`${base}/carry?source=${room.id}&offer=${offer.offer}`}>
                {t('offer.put')}
              </LinkButton>
            )}
            <Button weight="text" onPress={() => setReporting(true)}>
              {t('offer.report')}
            </Button>
          </>
        )}
        {mayWithdraw && (
          <Button weight="text" isDisabled={attempt.busy} onPress={() => void withdraw()}>
            {t('offer.withdraw')}
          </Button>
        )}
      </div>
      {offer.reports.map(report => (
        <div key={`${report.time} ${report.standing}`} className="margin">
          <p className="margin__line">
            <strong>{t(`standing.${report.standing}`)}</strong> · {day(report.time)}
          </p>
          {report.note !== undefined && (
            <div className="prose" dir="auto">
              {report.note}
            </div>
          )}
        </div>
      ))}
      <AttemptNotice attempt={attempt} />
      {reporting && <ReportDialog room={room} offer={offer} onClose={() => setReporting(false)} />}
    </>
  )
}

const standings = ['held', 'put', 'met', 'declined'] as const

type ReportProps = { readonly room: RoomState; readonly offer: Offer; readonly onClose: () => void }

function ReportDialog({ room, offer, onClose }: ReportProps) {
  const { t } = useWords()
  const [standing, setStanding] = useState<(typeof standings)[number]>('held')
  const [note, setNote] = useState('')
  const act: Act = {
    kind: 'offer.report',
    offer: offer.offer,
    standing,
    ...(note.trim() === '' ? {} : { note }),
  }
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('offer.report')}
      label={t('offer.report-do')}
      act={() => reach.say(act)}
      incomplete={reach.open}
      onClose={onClose}
    >
      <Choice
        label={t('field.standing')}
        value={standing}
        onChange={setStanding}
        options={standings.map(id => ({ id, label: t(`standing.${id}`) }))}
      />
      <Field label={t('field.note')} optional lines={3} value={note} onChange={setNote} />
      {reach.shown}
    </ActDialog>
  )
}
