import { compareOffices } from '@goodoffices/client'
import {
  answersForParty,
  type GoodOffices,
  isMediator,
  officesIn,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { AnswerStanding, Answers } from './answers.tsx'
import { Parts } from './parts.tsx'
import './offices.css'

/** One offer of good offices: what is offered, the agreement that goes with it, five answers; to the mediators what the party says of it. */
export function OfferPage({ room, offer }: { readonly room: RoomState; readonly offer: GoodOffices }) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const me = meIn(room, session)
  const isStanding = officesIn(room).some(({ item }) => item === offer.item)
  const mediates = me !== undefined && isMediator(me)
  const here = `${base}/rooms/${room.id}`
  const agreements = Object.values(room.items).filter(({ register }) => register === 'agreement-to-mediate')
  return (
    <Page
      width="narrow"
      title={standingOf(offer).fields.offeredBy}
      lead={mediates ? t('offices.to', { party: room.party?.name ?? '' }) : undefined}
    >
      <dl className="offices-one__lines">
        {compareOffices([{ writing: w, offer }]).map(({ name, label, cells: [parts = []] }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <Parts parts={parts} />
            </dd>
          </div>
        ))}
      </dl>
      {agreements.map(({ item }) => (
        <LinkButton key={item} weight="text" to={`${here}/agreement/${item}`}>
          {w.vocabulary.choices['register.agreement-to-mediate']}
        </LinkButton>
      ))}
      <Section
        title={
          mediates ? t('offices.answer-of', { party: room.party?.name ?? '' }) : t('offices.your-answer')
        }
      >
        <AnswerStanding room={room} offer={offer} />
        {isStanding && me !== undefined && answersForParty(me, room) && (
          <Answers session={session} room={room} offer={offer} />
        )}
      </Section>
      <Sayings room={room} thing={offer} verbs={['objected', 'offices-withdrawn']} />
      {mediates && isStanding && (
        <div className="actions no-print">
          <LinkButton weight="text" to={`${here}/offices/${offer.item}/word`}>
            {t('offices.change')}
          </LinkButton>
        </div>
      )}
      <History room={room} things={[offer]} />
    </Page>
  )
}
