import { groupsAtWork, sayTerm, standingName } from '@goodoffices/client'
import { type Issue, isPresent, type RoomState, standingOf, type WorkingGroup } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { groupPath, issuePath } from './paths.ts'

type Props = { readonly room: RoomState; readonly issue: Issue }

/** AGEN-19: the groups that work on an issue, as far as the reader is in them; that one does, where the table reads it; and how one begins. */
export function GroupsOfIssue({ room, issue }: Props) {
  const { t } = useWords()
  const { rooms, desk, base } = useTalks()
  const groups = groupsAtWork(rooms, issue.item)
  const isNamed = standingOf(issue).fields.group !== undefined
  const mayBegin = desk !== undefined && room.kind === 'table'
  if (groups.length === 0 && !isNamed && !mayBegin) return null
  return (
    <Section title={t('agenda.groups')}>
      {groups.length === 0 && isNamed && <p>{t('term.group-at-work')}</p>}
      {groups.length > 0 && (
        <ul className="rows">
          {groups.map(each => (
            <li key={each.group.item}>
              <Line {...each} />
            </li>
          ))}
        </ul>
      )}
      {mayBegin && (
        <div className="actions no-print">
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/${issuePath(issue.item)}/group`}>
            {t('group.open')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}

function Line({ room, group }: { readonly room: RoomState; readonly group: WorkingGroup }) {
  const { list } = useWords()
  const { base } = useTalks()
  const w = useWriting(room)
  const { title, reportBy } = standingOf(group).fields
  const names = Object.values(room.members)
    .filter(isPresent)
    .map(({ name }) => name)
  return (
    <>
      <Link to={`${base}/rooms/${room.id}/${groupPath(group.item)}`} className="agenda__name">
        <Said text={title} />
      </Link>
      <span className="small quiet agenda__standing">
        {standingName(w, group)}
        {reportBy !== undefined &&
          ` · ${w.withColon(w.vocabulary.fields['reportBy'] ?? '')} ${sayTerm(w, reportBy)}`}
      </span>
      <span className="small quiet agenda__standing">
        <Said text={list(names)} />
      </span>
    </>
  )
}
