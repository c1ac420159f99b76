import { openBrowserAccess } from './session/browser-access.ts'
import { keepOffline } from './offline/register.ts'
import { showApp } from './app.tsx'

keepOffline()
await showApp(await openBrowserAccess())
