import type { Vault } from '@goodoffices/client/inspect'
import type { Violation } from '@goodoffices/core'
import { Suspense, useEffect } from 'react'
import { InLanguage } from '../frame/in-language.tsx'
import { fetchPart } from '../route/fetched.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'
import { vaultName } from './vault-name.ts'

/** Instead of the app, where this browser does not give it what it keeps: most often because another window has it. */
export function UnopenedPage({
  violation,
  onTaken,
}: {
  readonly violation: Violation
  readonly onTaken: (vault: Vault) => void
}) {
  const { t } = useWords()
  const isElsewhere = violation.code === 'vault-in-use' || violation.code === 'vault-silent'
  useEffect(() => {
    if (!isElsewhere) return
    // Whoever comes back to this window has perhaps opened what was locked in the other.
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
            <Button
              weight="main"
              onPress={isElsewhere ? () => void take().then(onTaken) : () => location.reload()}
            >
              {t(isElsewhere ? 'unopened.here' : 'unopened.again')}
            </Button>
          </div>
        </Page>
      </main>
    </InLanguage>
  )
}

async function take(): Promise<Vault> {
  const [{ openLine }, { takeVault }] = await Promise.all([
    fetchPart(() => import('@goodoffices/client')),
    fetchPart(() => import('./take-vault.ts')),
  ])
  const line = openLine(vaultName)
  return takeVault(line).finally(() => line.close())
}
