import { sayTerm, standingName } from '@goodoffices/client'
import { isMediator, isPresent, type RoomState, standingOf, type WorkingGroup } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { History } from '../item/history.tsx'
import { Sayings } from '../item/sayings.tsx'
import { IssueTag } from './issue-tag.tsx'
import { groupPath } from './paths.ts'
import './agenda.css'

type Props = { readonly room: RoomState; readonly group: WorkingGroup }

/** AGEN-19: what a working group is for, who is in it, and what it has reported. */
export function GroupPage({ room, group }: Props) {
  const { t, day } = useWords()
  const { session, base, desk, table } = useTalks()
  const w = useWriting(room)
  const { title, issue, groupTask, reportBy } = standingOf(group).fields
  const me = meIn(room, session)
  const mediates = me !== undefined && isMediator(me)
  const reports = group.marks.filter(({ verb }) => verb === 'group-reports').toReversed()
  return (
    <Page
      width="narrow"
      title={title}
      lead={`${w.vocabulary.choices['kind.group'] ?? ''} · ${standingName(w, group) ?? ''}`}
      beside={<Link to={`${base}/rooms/${room.id}`}>{t('agenda.group-room')}</Link>}
    >
      <IssueTag issue={issue} />
      <Section title={w.vocabulary.fields['groupTask'] ?? ''}>
        <p dir="auto">
          <Said text={groupTask} />
        </p>
        {reportBy !== undefined && (
          <p className="small">
            {w.withColon(w.vocabulary.fields['reportBy'] ?? '')} {sayTerm(w, reportBy)}
          </p>
        )}
      </Section>
      <Section title={t('group.members')}>
        <ul className="rows">
          {Object.values(room.members)
            .filter(isPresent)
            .map(person => (
              <li key={person.member}>
                <bdi>{person.name}</bdi>{' '}
                <span className="small quiet">
                  <bdi>{person.party === undefined ? '' : room.parties[person.party]?.name}</bdi>{' '}
                  {person.party === undefined ? t(`role.${person.role}`) : ''}
                </span>
              </li>
            ))}
        </ul>
      </Section>
      <Section title={t('agenda.group-reports')}>
        {reports.length === 0 && <p className="quiet">{t('agenda.no-report')}</p>}
        <ul className="rows">
          {reports.map(({ position, note, time, lapsed }) => (
            <li key={position}>
              <p dir="auto">
                <Said text={note ?? ''} />
              </p>
              <span className="small quiet">
                {day(time)}
                {lapsed !== undefined && ` · ${t('agenda.group-earlier-task')}`}
              </span>
            </li>
          ))}
        </ul>
        <Sayings room={room} thing={group} />
        {mediates && (
          <div className="actions no-print">
            <LinkButton weight="text" to={`${base}/rooms/${room.id}/${groupPath(group.item)}/word`}>
              {t('agenda.group-word')}
            </LinkButton>
            {desk !== undefined && table !== undefined && reports.length > 0 && (
              <LinkButton weight="text" to={`${base}/rooms/${table.id}/say?issue=${issue}`}>
                {t('agenda.write-on')}
              </LinkButton>
            )}
          </div>
        )}
      </Section>
      <History room={room} things={[group]} />
    </Page>
  )
}
