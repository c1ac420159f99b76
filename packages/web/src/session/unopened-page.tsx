import type { Violation } from '@goodoffices/core'
import { Suspense, useEffect } from 'react'
import { InLanguage } from '../frame/inside.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'

/** Instead of the app, where this browser does not give it what it keeps: most often because another window has it. */
export function UnopenedPage({ violation }: { readonly violation: Violation }) {
  const { t } = useWords()
  const isElsewhere = violation.code === 'vault-in-use'
  useEffect(() => {
    if (!isElsewhere) return
    // Whoever comes back to this window has perhaps closed the other.
    const look = () => document.visibilityState === 'visible' && location.reload()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [isElsewhere])
  return (
    <InLanguage>
      <main id="main" tabIndex={-1}>
        <Page
          title={t(isElsewhere ? 'unopened.elsewhere' : 'unopened.title')}
          lead={
            isElsewhere ? (
              t('unopened.elsewhere-hint')
            ) : (
              <Suspense>
                <ViolationText violation={violation} />
              </Suspense>
            )
          }
          width="narrow"
        >
          <div className="actions">
            <Button weight="main" onPress={() => location.reload()}>
              {t('unopened.again')}
            </Button>
          </div>
        </Page>
      </main>
    </InLanguage>
  )
}
