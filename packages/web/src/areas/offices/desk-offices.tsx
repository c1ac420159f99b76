import { disclosureSteps, nameOfThing, previewAct } from '@goodoffices/client'
import {
  answerToOffices,
  type GoodOffices,
  institutionsOf,
  officesIn,
  type RoomState,
} from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { usePassing } from '../desk/use-reach.tsx'
import { NameDialog } from '../team/name-dialog.tsx'
import { AnswerStanding } from './answers.tsx'
import { ThingLines } from './thing-lines.tsx'

/** At the desk: what each party has answered, in full; what all are told or asked at once; who of the team does what. */
export function DeskOffices({ desk }: { readonly desk: RoomState }) {
  const { t } = useWords()
  const { caucuses, base } = useTalks()
  const w = useWriting(desk)
  const [doing, setDoing] = useState<'disclose' | 'join'>()
  const isOffered = caucuses.some(room => officesIn(room).length > 0)
  const institutions = institutionsOf(desk)
  const agreements = Object.values(desk.items).filter(({ register }) => register === 'agreement-to-mediate')
  return (
    <Section title={t('offices.here')}>
      {isOffered && (
        <ul className="rows">
          {caucuses.map(room => (
            <li key={room.id}>
              <OfParty room={room} />
            </li>
          ))}
        </ul>
      )}
      <ThingLines room={desk} things={agreements} />
      {institutions.map(({ item }) => (
        <p key={item}>
          <bdi>
            <Said text={nameOfThing(w, item)} />
          </bdi>{' '}
          <Link to={`${base}/ask?item=${item}&kind=join`}>{t('offices.ask-join')}</Link>
        </p>
      ))}
      <div className="actions no-print">
        <LinkButton weight="text" to={`${base}/who-does-what`}>
          {t('offices.who-does-what')}
        </LinkButton>
        {isOffered && (
          <Button weight="text" onPress={() => setDoing('disclose')}>
            {t('offices.disclose')}
          </Button>
        )}
        <Button weight="text" onPress={() => setDoing('join')}>
          {t('offices.join')}
        </Button>
      </div>
      {doing === 'disclose' && <DiscloseDialog onClose={() => setDoing(undefined)} />}
      {doing === 'join' && <NameDialog room={desk} onClose={() => setDoing(undefined)} />}
    </Section>
  )
}

/** Answered or not yet, in the same words for each. */
function OfParty({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { base } = useTalks()
  const offers = officesIn(room) as unknown as readonly GoodOffices[]
  return (
    <>
      <p>
        <bdi>{room.party?.name}</bdi>
        {offers.length === 0 && <span className="quiet"> · {t('offices.nothing-offered')}</span>}
      </p>
      {offers.map(offer => (
        <div key={offer.item}>
          <AnswerStanding room={room} offer={offer} />
          <Link to={`${base}/rooms/${room.id}/offices/${offer.item}`}>
            {t(answerToOffices(offer) === undefined ? 'offices.see-offer' : 'offices.see-answer', {
              party: room.party?.name ?? '',
            })}
          </Link>
        </div>
      ))}
    </>
  )
}

/** GOOD-9: to all at once or to nobody. */
function DiscloseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { session, caucuses, desk } = useTalks()
  const [words, setWords] = useState('')
  const steps = words.trim() === '' ? undefined : disclosureSteps(caucuses, words.trim())
  const all = steps?.ok === true ? steps.value : []
  const previews = all.flatMap(({ room, act }) => {
    const preview = previewAct(session, room, act)
    return preview.ok ? [preview.value] : []
  })
  const passing = usePassing(desk, {
    findings: previews.flatMap(({ findings }) => findings),
    unread: previews[0]?.unread ?? [],
  })
  return (
    <ActDialog
      title={t('offices.disclose')}
      act={async () =>
        steps?.ok === false
          ? steps
          : session.actAll(all.map(step => ({ ...step, accepted: passing.accepted })))
      }
      incomplete={words.trim() === '' || passing.open}
      onClose={onClose}
    >
      <p>{t('offices.disclose-hint')}</p>
      <Field label={t('field.interests')} lines={3} required value={words} onChange={setWords} />
      {passing.shown}
    </ActDialog>
  )
}
