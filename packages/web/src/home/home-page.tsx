import { Suspense, useEffect } from 'react'
import { Link, lazyScreen, usePreload } from '../route/route.tsx'
import type { Access, Session, Standing } from '../session/session.ts'
import { sampleNames } from '../session/session.ts'
import { useEntrance, useVersion } from '../session/use-session.tsx'
import { LanguageLine } from '../settings/language-line.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useHomeWords } from '../words/words.tsx'
import './home.css'

const UnlockHere = lazyScreen(() => import('./unlock-here.tsx'), 'UnlockHere')
const TalksList = lazyScreen(() => import('./your-talks.tsx'), 'TalksList')
const PendingInvitations = lazyScreen(() => import('./your-talks.tsx'), 'PendingInvitations')
const OfficesLink = lazyScreen(() => import('./your-talks.tsx'), 'OfficesLink')
const CertificatesLink = lazyScreen(() => import('./your-talks.tsx'), 'CertificatesLink')

/** Well after the first screen is shown, well before somebody has read it. */
const prepareAfterMs = 300

/** While the first screen is read, the program that a sample needs is fetched: a click then opens it at once. */
function useSamplesPrepared(access: Access | undefined): void {
  const preload = usePreload()
  useEffect(() => {
    if (access === undefined) return
    const timer = setTimeout(() => {
      access.prepareSamples()
      for (const name of sampleNames) preload(`/samples/${name}/first/desk`)
    }, prepareAfterMs)
    return () => clearTimeout(timer)
  }, [access, preload])
}

/** From the first message that Algeria carried to the declaration. */
const algiers = [Date.UTC(1980, 10, 10), Date.UTC(1981, 0, 19)] as const

/** The first screen: what this is, the two ways in, two processes to look at. */
export function HomePage() {
  const { t, locale } = useHomeWords()
  const { access } = useEntrance()
  useSamplesPrepared(access)
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const years = year.formatRange(...algiers)
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('app.name')} unseenTitle>
        <Own />
        <section className="home__samples" aria-labelledby="samples">
          <h2 id="samples" className="home__label">
            {t('home.samples')}
          </h2>
          <ul>
            {sampleNames.map(name => (
              <li key={name} className="home__sample">
                <Link to={`/samples/${name}/first`} className="home__sample-name">
                  {t(`sample.${name}`, { years })}
                </Link>
                <p>{t(`sample.${name}-hint`)}</p>
              </li>
            ))}
          </ul>
        </section>
        <footer className="home__foot">
          <p className="small quiet">{t('home.trust')}</p>
          <LanguageLine />
        </footer>
      </Page>
    </main>
  )
}

/** One's own talks; until there are any, what this is and how to begin. */
function Own() {
  const { standing, access } = useEntrance()
  const session = access?.session()
  if (session !== undefined) return <OwnTalks session={session} />
  return standing === 'open' && access === undefined ? <YourTalks /> : <Beginning standing={standing} />
}

function Beginning({ standing }: { readonly standing: Standing }) {
  const { t } = useHomeWords()
  return (
    <div className="home__opening">
      <p className="home__sentence">{t('home.sentence')}</p>
      <p className="home__more">{t('home.more')}</p>
      {standing === 'locked' ? (
        <>
          <h2 className="home__label">{t('unlock.title')}</h2>
          <Suspense fallback={<p className="opening">{t('opening.title')}</p>}>
            <UnlockHere />
          </Suspense>
        </>
      ) : (
        <div className="actions">
          <LinkButton weight="main" to="/begin">
            {t('home.begin')}
          </LinkButton>
          <LinkButton to="/join">{t('home.invited')}</LinkButton>
          {standing === 'none' && (
            <LinkButton weight="text" to="/recover">
              {t('home.recover')}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  )
}

/** On a device that has just come in, the talks appear one by one as they are read. */
function OwnTalks({ session }: { readonly session: Session }) {
  useVersion(session)
  const hasCertificates = Object.keys(session.home()?.certificates ?? {}).length > 0
  const pending = (
    <Suspense>
      <PendingInvitations session={session} />
    </Suspense>
  )
  if (session.processes().length > 0)
    return (
      <>
        {pending}
        <YourTalks session={session} hasCertificates={hasCertificates} />
      </>
    )
  return (
    <>
      {pending}
      <Beginning standing="open" />
      {hasCertificates && (
        <div className="actions">
          <Suspense>
            <CertificatesLink />
          </Suspense>
        </div>
      )}
    </>
  )
}

type YourTalksProps = {
  /** While it is being opened, its place is kept. */
  readonly session?: Session
  readonly hasCertificates?: boolean
}

function YourTalks({ session, hasCertificates = false }: YourTalksProps) {
  const { t } = useHomeWords()
  const opening = <p className="home__awaited opening">{t('opening.title')}</p>
  return (
    <div className="home__opening home__opening--talks">
      <h2 className="home__heading">{t('home.your-talks')}</h2>
      {session === undefined ? (
        opening
      ) : (
        <Suspense fallback={opening}>
          <TalksList session={session} />
          <OfficesLink session={session} />
        </Suspense>
      )}
      <div className="actions">
        <LinkButton to="/begin">{t('home.begin')}</LinkButton>
        <LinkButton to="/join">{t('home.invited')}</LinkButton>
        {hasCertificates && (
          <Suspense>
            <CertificatesLink />
          </Suspense>
        )}
      </div>
    </div>
  )
}
