import {
  findingsOfMeeting,
  houseOfMeeting,
  type SideOfMeeting,
  sayPlanFinding,
  sayPublicLine,
  sidesOfMeeting,
  standingName,
} from '@goodoffices/client'
import { type Meeting, type RoomState, standingOf, thingIdOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { DayRibbon } from './day-ribbon.tsx'
import './meeting.css'

type Props = { readonly desk: RoomState; readonly meeting: Meeting }

/** The day of a meeting as the mediators have it: how it stands, one lane a side, what clashes, and what is said in public. */
export function DayPage({ desk, meeting }: Props) {
  const { t } = useWords()
  const { session, process, base } = useTalks()
  const w = useWriting(desk)
  const sides = sidesOfMeeting(session, process.process, meeting)
  const planned = sides.filter(({ arrangement }) => arrangement !== undefined)
  const findings = findingsOfMeeting(desk, meeting, sides)
  const house = houseOfMeeting(desk, meeting.item)
  const asked = Object.values(desk.questionPlans).filter(plan => thingIdOf(desk, plan) === meeting.item)
  const here = `${base}/rooms/${desk.id}/meeting/${meeting.item}`
  return (
    <Page title={standingOf(meeting).fields.title} width="wide">
      <ul className="meeting-standings">
        <li>
          {t('meeting.in-private')} {standingName(w, meeting)}
        </li>
        {sayPublicLine(w, meeting.item).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="actions no-print">
        <LinkButton to={`${base}/ask?item=${meeting.item}&kind=meeting`}>{t('meeting.ask-all')}</LinkButton>
        <LinkButton weight="text" to={`${here}/word`}>
          {t('meeting.change')}
        </LinkButton>
        <LinkButton weight="text" to={`${base}/ask?kind=exchange`}>
          {t('meeting.exchange')}
        </LinkButton>
        <LinkButton
          weight="text"
          to={
            house === undefined
              ? `${base}/rooms/${desk.id}/beside-meeting?register=house-plan&meeting=${meeting.item}`
              : `${base}/rooms/${desk.id}/beside-meeting/${house.item}`
          }
        >
          {house === undefined ? t('meeting.enter-house-plan') : t('register.house-plan')}
        </LinkButton>
        {asked.map(plan => (
          <Link key={plan.question} to={`${base}/desk#q-${plan.question}`}>
            {t('meeting.question')}
          </Link>
        ))}
      </div>
      {planned.length > 0 && <DayRibbon desk={desk} sides={sides} findings={findings} />}
      <Section title={t('meeting.checks')}>
        {planned.length > 0 && findings.length === 0 && <p>{t('term.plan-clear')}</p>}
        <ol>
          {findings.map(finding => {
            const said = sayPlanFinding(w, finding)
            return <li key={said}>{said}</li>
          })}
        </ol>
        <p className="small quiet">{t('meeting.checks-hint')}</p>
      </Section>
      <Section title={t('meeting.sides')}>
        <ul className="rows">
          {sides.map(side => (
            <li key={side.party.party}>
              <Side side={side} here={here} />
            </li>
          ))}
        </ul>
      </Section>
      <Sayings room={desk} thing={meeting} />
      <History room={desk} things={[meeting]} />
    </Page>
  )
}

/** Each side in the same words, with the same two ways. */
function Side({ side, here }: { readonly side: SideOfMeeting; readonly here: string }) {
  const { t } = useWords()
  const { base } = useTalks()
  const { party, caucus, meeting, arrangement, isSent } = side
  const w = useWriting(caucus)
  return (
    <>
      <p>
        <bdi>{party.name}</bdi>
        {w.withColon('')} {meeting === undefined ? t('meeting.not-asked') : standingName(w, meeting)}
        {arrangement !== undefined && (
          <> · {isSent ? standingName(w, arrangement) : t('meeting.planned-only')}</>
        )}
      </p>
      <div className="actions no-print">
        {!isSent && (
          <LinkButton weight="text" to={`${here}/arrange?party=${party.party}`}>
            {t('meeting.plan-for', { party: party.name })}
          </LinkButton>
        )}
        {meeting !== undefined && (
          <LinkButton weight="text" to={`${base}/rooms/${caucus.id}/meeting/${meeting.item}/arrange`}>
            {t('meeting.send-to', { party: party.name })}
          </LinkButton>
        )}
      </div>
    </>
  )
}
