import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useHomeWords } from '../words/words.tsx'

/** An address that leads nowhere, or to a room one is not in: the two look the same. */
export function LostPage() {
  const { t } = useHomeWords()
  return (
    <Page title={t('lost.title')} lead={t('lost.hint')} width="narrow">
      <div className="actions">
        <LinkButton to="/">{t('talks.all')}</LinkButton>
      </div>
    </Page>
  )
}

/** The same, as the whole of a screen. */
export function LostScreen() {
  return (
    <main id="main" tabIndex={-1}>
      <LostPage />
    </main>
  )
}
