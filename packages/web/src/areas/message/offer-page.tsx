import { newId } from '@goodoffices/client'
import {
  type Act,
  type Circumstance,
  isMediator,
  isRecordedFor,
  type OfferId,
  type RoomState,
} from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import MomentField from '../../ui/moment-field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
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
  const [offer] = useState(() => newId<OfferId>())
  const act: Act = {
    kind: 'offer.make',
    offer,
    ifThey,
    thenWe,
    binding,
    ...(until === undefined ? {} : { until }),
    ...(records ? { recorded: circumstance } : {}),
  }
  const reach = useReach(room, act)
  return (
    <Page
      width="narrow"
      title={t(records ? 'offer.record-title' : 'offer.make-title', { party: room.party?.name ?? '' })}
      lead={t('offer.make-lead')}
    >
      <ActForm
        label={t(records ? 'say.do-record' : 'offer.do')}
        act={() => reach.send(act)}
        incomplete={ifThey.trim() === '' || thenWe.trim() === '' || reach.open}
        onDone={() => {
          setIfThey('')
          setThenWe('')
          // On a small screen it stands far below the head of the room.
          navigate({ to: mediates ? back : `${back}#o-${offer}` })
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
        {reach.shown}
      </ActForm>
    </Page>
  )
}
