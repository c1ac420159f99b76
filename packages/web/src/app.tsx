import { type Vault, VaultError } from '@goodoffices/client/inspect'
import { type ReactNode, StrictMode, Suspense, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { Frame } from './frame/frame.tsx'
import { Opening } from './frame/opening.tsx'
import { afterPaint } from './frame/painted.ts'
import { TroubleBoundary, TroublePage } from './frame/trouble.tsx'
import { NotFetched } from './route/fetched.ts'
import { lazyScreen, Router } from './route/route.tsx'
import { routes } from './router.tsx'
import { EngineError } from './session/engine-error.ts'
import type { Entrance } from './session/session.ts'
import { EntranceProvider } from './session/use-session.tsx'
import { WordsProvider } from './words/words.tsx'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/page.css'

const UnopenedPage = lazyScreen(() => import('./session/unopened-page.tsx'), 'UnopenedPage')

let root: Root | undefined

/** Shows the app in the page's root element. `onShown` is called when the browser has painted it. */
export function showApp(entrance: Entrance, onShown: () => void): void {
  show(
    <EntranceProvider entrance={entrance}>
      <Shown then={onShown}>
        <Router routes={routes}>
          <Frame />
        </Router>
      </Shown>
    </EntranceProvider>,
  )
}

/** Shows why there is no way to a session, in the place of all else. `onTaken`: the vault was taken from another window. */
export function showUnopened(error: unknown, onTaken: (vault: Vault) => void): void {
  if (!(error instanceof VaultError || error instanceof EngineError))
    return show(<TroublePage error={error} />)
  show(
    <Suspense fallback={<Opening />}>
      <UnopenedPage violation={{ code: error.code }} onTaken={onTaken} />
    </Suspense>,
  )
}

/** Enough of the chosen language must have been loaded. */
function show(screen: ReactNode): void {
  const element = document.getElementById('root')
  if (element === null) throw new Error('the page has no root element')
  root ??= createRoot(element, {
    // What did not arrive is said on the screen.
    onCaughtError: error => {
      if (!(error instanceof NotFetched)) console.error(error)
    },
  })
  root.render(
    <StrictMode>
      <WordsProvider>
        <TroubleBoundary place="app">{screen}</TroubleBoundary>
      </WordsProvider>
    </StrictMode>,
  )
}

type ShownProps = { readonly then: () => void; readonly children: ReactNode }

function Shown({ then, children }: ShownProps) {
  useEffect(() => afterPaint(then), [then])
  return children
}
