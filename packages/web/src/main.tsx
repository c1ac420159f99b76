import { VaultError } from '@goodoffices/client'
import { showApp, showUnopened } from './app.tsx'
import { keepOffline } from './offline/register.ts'
import { openBrowserAccess } from './session/browser-access.ts'

keepOffline()
try {
  await showApp(await openBrowserAccess())
} catch (error) {
  if (!(error instanceof VaultError)) throw error
  await showUnopened({ code: error.code })
}
