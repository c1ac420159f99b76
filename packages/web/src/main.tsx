import { showApp } from './app.tsx'
import { keepOffline } from './offline/register.ts'
import { openBrowserAccess } from './session/browser-access.ts'

keepOffline()
await showApp(await openBrowserAccess())
