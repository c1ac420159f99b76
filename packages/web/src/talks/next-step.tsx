import { invitationsOf, isUnderWay } from '@goodoffices/client'
import { isPresent, type RoomState } from '@goodoffices/core'
import { LinkButton } from '../ui/link-button.tsx'
import { useWords } from '../words/words.tsx'
import { useTalks } from './talks.tsx'

/** Nobody of a party that is to take part itself has come yet. */
const isEmpty = ({ party, members }: RoomState): boolean =>
  party?.account === true &&
  !Object.values(members).some(member => isPresent(member) && member.party === party.party)

/** Where a screen is empty: what comes next, and the way there. `room`: of this one alone. */
export function NextStep({ room }: { readonly room?: RoomState }) {
  const { t } = useWords()
  const { session, process, base, caucuses, mediates } = useTalks()
  const empty = (room === undefined ? caucuses : [room]).filter(isEmpty)
  const out = invitationsOf(session, process.process)
    .filter(isUnderWay)
    .map(({ party }) => party)
  const isInvited = ({ party }: RoomState): boolean => out.includes(party?.party)
  const next = empty.find(each => !isInvited(each)) ?? empty[0]
  const [own] = caucuses
  if (mediates && next !== undefined)
    return (
      <div className="next">
        <p>
          {t(isInvited(next) ? 'today.next-invited' : 'today.next-invite', { party: next.party?.name ?? '' })}
        </p>
        <div className="actions">
          <LinkButton weight="main" to={`${base}/people`}>
            {t('nav.people')}
          </LinkButton>
        </div>
      </div>
    )
  // In a room the way to write stands below.
  if (room !== undefined)
    return mediates || room !== own ? null : <p className="quiet">{t('today.next-party')}</p>
  if (mediates) return <p className="next">{t('today.next-mediator')}</p>
  return (
    <div className="next">
      <p>{t('today.next-party')}</p>
      {own !== undefined && (
        <div className="actions">
          <LinkButton to={`${base}/rooms/${own.id}`}>{t('room.caucus')}</LinkButton>
        </div>
      )}
    </div>
  )
}
