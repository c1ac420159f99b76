import { newId } from '@goodoffices/client'
import { type Circumstance, isMediator, isRecordedFor, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { actSoon } from '../../talks/act-soon.ts'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import MomentField from '../../ui/moment-field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { CircumstanceFields } from './circumstance.tsx'

const offerDaysDefault = 14
const dayMs = 86_400_000

/** A conditional offer, given to the mediator to hold. */
export function OfferPage({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session, base, mediates } = useTalks()
  const navigate = useNavigate()
  const me = meIn(room, session)
  const records = me !== undefined && isMediator(me) && isRecordedFor(room)
  const [ifThey, setIfThey] = useDraft(session, `offer if ${room.id}`)
  const [thenWe, setThenWe] = useDraft(session, `offer then ${room.id}`)
  const [binding, setBinding] = useState(true)
  const [until, setUntil] = useState<number>()
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const back = mediates ? `${base}/desk` : `${base}/rooms/${room.id}`
  const make = () =>
    actSoon(session, room.id, {
      kind: 'offer.make',
      offer: newId(),
      ifThey,
      thenWe,
      binding,
      ...(until === undefined ? {} : { until }),
      ...(records ? { recorded: circumstance } : {}),
    })
  return (
    <Page
      width="narrow"
      title={t(records ? 'offer.record-title' : 'offer.make-title', { party: room.party?.name ?? '' })}
      lead={t('offer.make-lead')}
    >
      <ActForm
        label={t(records ? 'say.do-record' : 'offer.do')}
        act={make}
        incomplete={ifThey.trim() === '' || thenWe.trim() === ''}
        onDone={() => {
          setIfThey('')
          setThenWe('')
          navigate({ to: back })
        }}
        beside={
          <LinkButton weight="text" to={back}>
            {t('do.cancel')}
          </LinkButton>
        }
      >
        {records && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
        <Field label={t('field.ifThey')} required lines={4} value={ifThey} onChange={setIfThey} />
        <Field label={t('field.thenWe')} required lines={4} value={thenWe} onChange={setThenWe} />
        <Tick
          label={t('field.binding')}
          hint={t('offer.binds-hint')}
          checked={binding}
          onChange={setBinding}
        />
        <Tick
          label={t('offer.lapses')}
          checked={until !== undefined}
          onChange={on => setUntil(on ? Date.now() + offerDaysDefault * dayMs : undefined)}
        />
        {until !== undefined && <MomentField label={t('field.until')} value={until} onChange={setUntil} />}
      </ActForm>
    </Page>
  )
}
