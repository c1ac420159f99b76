import { Link, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import type { Access, Session } from '../session/session.ts'
import { sampleNames } from '../session/session.ts'
import { useAccess, useVersion } from '../session/use-session.tsx'
import { LanguageLine } from '../settings/language-line.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import './home.css'

const UnlockForm = lazy(() =>
  import('../identity/unlock-form.tsx').then(module => ({ default: module.UnlockForm })),
)

/** Well after the first screen is shown, well before somebody has read it. */
const prepareAfterMs = 300

/** While the first screen is read, the program that a sample needs is fetched: a click then opens it at once. */
function useSamplesPrepared(access: Access): void {
  const router = useRouter()
  useEffect(() => {
    const timer = setTimeout(() => {
      access.prepareSamples()
      // Not fetched now, it is fetched when it is needed.
      for (const name of sampleNames)
        router.preloadRoute({ to: `/samples/${name}/first/desk` }).catch(() => undefined)
    }, prepareAfterMs)
    return () => clearTimeout(timer)
  }, [access, router])
}

/** The first screen: what this is, the two ways in, two processes to look at. */
export function HomePage() {
  const { t } = useWords()
  const access = useAccess()
  const session = access.session()
  useSamplesPrepared(access)
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('app.name')} unseenTitle>
        {session === undefined ? <Opening /> : <YourTalks session={session} />}
        <section className="home__samples" aria-labelledby="samples">
          <h2 id="samples" className="home__label">
            {t('home.samples')}
          </h2>
          <ul>
            {sampleNames.map(name => (
              <li key={name} className="home__sample">
                <Link to={`/samples/${name}/first`} className="home__sample-name">
                  {t(`sample.${name}`)}
                </Link>
                <p>{t(`sample.${name}-hint`)}</p>
              </li>
            ))}
          </ul>
        </section>
        <footer className="home__foot">
          <p className="small quiet">{t('home.trust')}</p>
          <LanguageLine />
          {access.standing() === 'none' && (
            <p className="small">
              <Link to="/recover">{t('home.recover')}</Link>
            </p>
          )}
        </footer>
      </Page>
    </main>
  )
}

function Opening() {
  const { t } = useWords()
  const access = useAccess()
  return (
    <div className="home__opening">
      <p className="home__sentence">{t('home.sentence')}</p>
      <p className="home__more">{t('home.more')}</p>
      {access.standing() === 'locked' ? (
        <Suspense>
          <h2 className="home__label">{t('unlock.title')}</h2>
          <UnlockForm />
        </Suspense>
      ) : (
        <div className="actions">
          <LinkButton weight="main" to="/begin">
            {t('home.begin')}
          </LinkButton>
          <LinkButton to="/join">{t('home.invited')}</LinkButton>
        </div>
      )}
    </div>
  )
}

/** On a device that has just come in, the talks appear one by one as they are read. */
function YourTalks({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const certificates = session.certificates().length > 0 && (
    <LinkButton weight="text" to="/certificates">
      {t('certificates.title')}
    </LinkButton>
  )
  if (session.processes().length === 0)
    return (
      <>
        <Opening />
        {certificates !== false && <div className="actions">{certificates}</div>}
      </>
    )
  return (
    <div className="home__opening home__opening--talks">
      <h2 className="home__heading">{t('home.your-talks')}</h2>
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
      <div className="actions">
        <LinkButton to="/begin">{t('home.begin')}</LinkButton>
        <LinkButton to="/join">{t('home.invited')}</LinkButton>
        {certificates}
      </div>
    </div>
  )
}
