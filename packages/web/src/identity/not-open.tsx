import { LostScreen } from '../frame/lost-page.tsx'
import { useAccess } from '../session/use-session.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** In the place of what only somebody at work here sees: the device is locked, or nobody has begun on it. */
export function NotOpen() {
  const { t } = useWords()
  if (useAccess().standing() !== 'locked') return <LostScreen />
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('unlock.title')} width="narrow">
        <UnlockForm />
      </Page>
    </main>
  )
}
