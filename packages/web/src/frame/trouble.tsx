import { Component, type ReactNode, useEffect } from 'react'
import { reloadForParts } from '../offline/register.ts'
import { NotFetched } from '../route/fetched.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useHomeWords } from '../words/words.tsx'

/** A screen that could not be shown: why, as far as that is known, what was kept, and the ways on. */
export function TroublePage({ error }: { readonly error: unknown }) {
  const { t } = useHomeWords()
  const isMissing = error instanceof NotFetched
  useEffect(() => {
    if (isMissing) reloadForParts()
  }, [isMissing])
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('trouble.title')} lead={t(isMissing ? 'trouble.fetch' : 'trouble.lead')} width="narrow">
        <div className="actions">
          <button type="button" className="button button--main" onClick={() => location.reload()}>
            {t('unopened.again')}
          </button>
          <LinkButton to="/">{t('talks.all')}</LinkButton>
        </div>
      </Page>
    </main>
  )
}

type Props = {
  /** With another, what is inside is tried again. */
  readonly place: string
  readonly children: ReactNode
}
type State = { readonly place: string; readonly failed: { readonly error: unknown } | undefined }

/** Shows what failed inside of it as a page of the app's own. React has this for classes alone. */
export class TroubleBoundary extends Component<Props, State> {
  override state: State = { place: this.props.place, failed: undefined }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } }
  }

  static getDerivedStateFromProps({ place }: Props, state: State): State | null {
    return place === state.place ? null : { place, failed: undefined }
  }

  override render(): ReactNode {
    const { failed } = this.state
    return failed === undefined ? this.props.children : <TroublePage error={failed.error} />
  }
}
