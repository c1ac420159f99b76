import { certificatesOf } from '@goodoffices/client'
import { UnlockForm } from '../../identity/unlock-form.tsx'
import type { Session } from '../../session/session.ts'
import { useAccess, useVersion } from '../../session/use-session.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { Certificates } from './certificates.tsx'

/** Of all one's talks, also those of which nothing else is left. */
export function CertificatesPage() {
  const { t } = useWords()
  const access = useAccess()
  const session = access.session()
  return (
    <main id="main" tabIndex={-1}>
      {session === undefined ? (
        <Page title={t('unlock.title')} width="narrow">
          {access.standing() === 'locked' ? <UnlockForm /> : <LinkButton to="/">{t('talks.all')}</LinkButton>}
        </Page>
      ) : (
        <AllCertificates session={session} />
      )}
    </main>
  )
}

function AllCertificates({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  return (
    <Page title={t('certificates.title')} lead={t('certificates.lead')} width="narrow">
      <Certificates all={certificatesOf(session)} />
    </Page>
  )
}

/** Of the talks that the address names. */
export function TalksCertificatesPage() {
  const { t } = useWords()
  const { session, process } = useTalks()
  return (
    <Page title={t('certificates.title')} lead={t('certificates.lead')} width="narrow">
      <Certificates all={certificatesOf(session).filter(each => each.process.process === process.process)} />
    </Page>
  )
}
