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
          <p className="small quiet">{t(process.over ? 'home.over' : `role.${process.role}`)}</p>
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
