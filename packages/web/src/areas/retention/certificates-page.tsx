import { certificatesOf } from '@goodoffices/client'
import { NotOpen } from '../../identity/not-open.tsx'
import type { Session } from '../../session/session.ts'
import { useAccess, useVersion } from '../../session/use-session.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { Certificates } from './certificates.tsx'

/** Of all one's talks, also those of which nothing else is left. */
export function CertificatesPage() {
  const session = useAccess().session()
  if (session === undefined) return <NotOpen />
  return (
    <main id="main" tabIndex={-1}>
      <AllCertificates session={session} />
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
