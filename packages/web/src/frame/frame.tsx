import { Suspense, useSyncExternalStore } from 'react'
import { update } from '../offline/register.ts'
import { Link, lazyScreen, Outlet, usePlaceKey } from '../route/route.tsx'
import type { Session } from '../session/session.ts'
import { useEntrance, useVersion } from '../session/use-session.tsx'
import { useHomeWords } from '../words/words.tsx'
import { Opening } from './opening.tsx'
import { timed } from './painted.ts'
import { TroubleBoundary } from './trouble.tsx'
import './frame.css'

const Attention = lazyScreen(() => import('../today/attention.tsx'), 'Attention')

/** Around every screen: the name, the state of the connection, settings. */
export function Frame() {
  const { t } = useHomeWords()
  const session = useEntrance().access?.session()
  return (
    <>
      <a className="skip no-print" href="#main">
        {t('nav.skip')}
      </a>
      <header className="frame no-print">
        <Link to="/" className="frame__name">
          <span {...timed}>{t('app.name')}</span>
        </Link>
        <div className="frame__end">
          {session !== undefined && <Connection session={session} />}
          <Link to="/settings" className="frame__link">
            {t('nav.settings')}
          </Link>
        </div>
      </header>
      <Update />
      {session !== undefined && (
        <Suspense>
          <Attention session={session} />
        </Suspense>
      )}
      <TroubleBoundary place={usePlaceKey()}>
        <Suspense fallback={<Opening />}>
          <Outlet />
        </Suspense>
      </TroubleBoundary>
    </>
  )
}

/** Silent until a newer version has been kept; what is written here outlasts the reload. */
function Update() {
  const { t } = useHomeWords()
  const isThere = useSyncExternalStore(update.subscribe, update.isThere)
  return (
    <output className="update no-print">
      {isThere && (
        <>
          {t('update.there')} {t('update.hint')}{' '}
          <button type="button" className="button button--text" onClick={update.take}>
            {t('update.do')}
          </button>
        </>
      )}
    </output>
  )
}

/** Silent while all is sent; says what waits when it is not. */
function Connection({ session }: { readonly session: Session }) {
  const { t } = useHomeWords()
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
