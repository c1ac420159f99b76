import type { ProcessId } from '@goodoffices/core'
import { UnlockForm } from '../identity/unlock-form.tsx'
import { useParams } from '../route/route.tsx'
import { useAccess } from '../session/use-session.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { TalksFrame } from './talks-frame.tsx'

/** A process of one's own, once this device is open. */
export function OwnTalks() {
  const { t } = useWords()
  const access = useAccess()
  const { process } = useParams()
  const session = access.session()
  if (session !== undefined && process !== undefined)
    return <TalksFrame session={session} process={process as ProcessId} base={`/talks/${process}`} />
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('unlock.title')} width="narrow">
        {access.standing() === 'locked' ? <UnlockForm /> : <LinkButton to="/">{t('talks.all')}</LinkButton>}
      </Page>
    </main>
  )
}
