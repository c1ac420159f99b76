import type { Violation } from '@goodoffices/core'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import type { Access } from './session/session.ts'
import { AccessProvider } from './session/use-session.tsx'
import { preferences } from './settings/preferences.ts'
import { loadLanguage, WordsProvider } from './words/words.tsx'
import './ui/tokens.css'
import './ui/base.css'
import './ui/ui.css'

/** Shows the app in the page's root element, over whatever gives access to sessions. */
export const showApp = (access: Access): Promise<void> =>
  show(
    <AccessProvider access={access}>
      <Suspense>
        <RouterProvider router={router} />
      </Suspense>
    </AccessProvider>,
  )

/** Shows why there is no access. */
export async function showUnopened(violation: Violation): Promise<void> {
  const { UnopenedPage } = await import('./session/unopened-page.tsx')
  await show(<UnopenedPage violation={violation} />)
}

async function show(screen: ReactNode): Promise<void> {
  preferences.show()
  await loadLanguage(preferences.get().language)
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root element')
  createRoot(root).render(
    <StrictMode>
      <WordsProvider>{screen}</WordsProvider>
    </StrictMode>,
  )
}
