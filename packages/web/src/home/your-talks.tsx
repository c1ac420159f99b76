import { joiningsOf, officesAcross, waitsForMe } from '@goodoffices/client'
import type { ProcessId } from '@goodoffices/core'
import { Link } from '../route/route.tsx'
import type { Session } from '../session/session.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { useWords } from '../words/words.tsx'

/** The talks of an open session. */
export function TalksList({ session }: { readonly session: Session }) {
  const { t } = useWords()
  return (
    <ul className="rows">
      {session.processes().map(process => (
        <li key={process.process}>
          <Link to={`/talks/${process.process}`} className="home__talks">
            <bdi>{process.title}</bdi>
          </Link>
          <p className="small quiet">
            {t(process.over ? 'home.over' : `role.${process.role}`)}
            {!process.over && <Waiting session={session} process={process.process} />}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** GOOD-5: what is offered to a party of one's own, across all talks; nothing where nothing is. */
export function OfficesLink({ session }: { readonly session: Session }) {
  const { t } = useWords()
  const count = officesAcross(session).length
  return count === 0 ? null : (
    <p>
      <Link to="/offices" className="home__talks">
        {t('offices.title', { count })}
      </Link>
    </p>
  )
}

/** How much waits there; nothing where nothing does. */
function Waiting({ session, process }: { readonly session: Session; readonly process: ProcessId }) {
  const { t } = useWords()
  const count = waitsForMe(session, process).length
  return count === 0 ? null : <strong className="home__waiting"> · {t('today.waiting', { count })}</strong>
}

const pendingTerms = {
  waiting: 'home.answered',
  compare: 'home.compare',
  introduced: 'home.answered',
  failed: 'join.failed-title',
} as const

/** Invitations that were answered here and are not through, those that came to nothing too: the page may be closed, and is found again. */
export function PendingInvitations({ session }: { readonly session: Session }) {
  const { t } = useWords()
  const pending = joiningsOf(session).flatMap(({ id, standing }) =>
    standing === 'joined' ? [] : [{ id, term: pendingTerms[standing] }],
  )
  if (pending.length === 0) return null
  return (
    <ul className="rows">
      {pending.map(({ id, term }) => (
        <li key={id}>
          <Link to="/join" className="home__talks">
            {t(term)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Where records of one's own were destroyed. */
export function CertificatesLink() {
  const { t } = useWords()
  return (
    <LinkButton weight="text" to="/certificates">
      {t('certificates.title')}
    </LinkButton>
  )
}
