import { Link, Outlet } from '@tanstack/react-router'
import type { Session } from '../session/session.ts'
import { useAccess, useVersion } from '../session/use-session.tsx'
import { useWords } from '../words/words.tsx'
import './frame.css'

/** Around every screen: the name, the state of the connection, settings. */
export function Frame() {
  const { t } = useWords()
  const access = useAccess()
  const session = access.session()
  return (
    <>
      <a className="skip no-print" href="#main">
        {t('nav.skip')}
      </a>
      <header className="frame no-print">
        <Link to="/" className="frame__name">
          {t('app.name')}
        </Link>
        <div className="frame__end">
          {session !== undefined && <Connection session={session} />}
          <Link to="/settings" className="frame__link">
            {t('nav.settings')}
          </Link>
        </div>
      </header>
      <Outlet />
    </>
  )
}

/** Silent while all is sent; says what waits when it is not. */
function Connection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const { connection, waiting } = session.status()
  return (
    <output className="frame__status">
      {waiting > 0
        ? t(connection === 'live' ? 'status.sending' : 'status.waiting', { count: waiting })
        : connection === 'offline'
          ? t('status.offline')
          : ''}
    </output>
  )
}
