import { groupsAtWork, issuesIn, standingName } from '@goodoffices/client'
import { isMediator, type RoomState, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { groupPath } from './paths.ts'

/** In a group's own room: what it is for, or how that is said where it was not. */
export function GroupHere({ room }: { readonly room: RoomState }) {
  const { session, table, base } = useTalks()
  const { t } = useWords()
  const w = useWriting(room)
  if (room.kind !== 'group') return null
  const groups = groupsAtWork([room])
  const me = meIn(room, session)
  const maySay = me !== undefined && isMediator(me) && table !== undefined && issuesIn(table).length > 0
  if (groups.length === 0)
    return maySay ? (
      <div className="actions no-print">
        <LinkButton weight="text" to={`${base}/rooms/${room.id}/working-group`}>
          {t('agenda.group-task-do')}
        </LinkButton>
      </div>
    ) : null
  return (
    <ul className="rows">
      {groups.map(({ group }) => (
        <li key={group.item}>
          <Link to={`${base}/rooms/${room.id}/${groupPath(group.item)}`} className="agenda__name">
            <Said text={standingOf(group).fields.title} />
          </Link>{' '}
          <span className="small quiet">{standingName(w, group)}</span>
        </li>
      ))}
    </ul>
  )
}
