import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { ForgetSection } from './forget-section.tsx'
import { HeldForm } from './held-form.tsx'

/** Brings a person's keyring to this device, where none is kept yet, by whatever they hold. */
export function RecoverPage() {
  const { t } = useWords()
  // Returning makes a session of its own accord: the page stays what it was until it is left.
  const access = useAccess()
  const [isEmpty] = useState(access.standing() === 'none')
  const [cleared, setCleared] = useState(false)
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('recover.page')} lead={t('recover.page-lead')} width="narrow">
        {isEmpty || cleared ? (
          <HeldForm />
        ) : (
          <ForgetSection onDone={() => setCleared(true)}>
            <LinkButton weight="main" to="/">
              {t(access.session() === undefined ? 'unlock.do' : 'talks.all')}
            </LinkButton>
          </ForgetSection>
        )}
      </Page>
    </main>
  )
}
