import { waitsForMe } from '@goodoffices/client'
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

/** How much waits there; nothing where nothing does. */
function Waiting({ session, process }: { readonly session: Session; readonly process: ProcessId }) {
  const { t } = useWords()
  const count = waitsForMe(session, process).length
  return count === 0 ? null : <strong className="home__waiting"> · {t('today.waiting', { count })}</strong>
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
