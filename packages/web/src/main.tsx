import type { Vault } from '@goodoffices/client/inspect'
import { showApp, showUnopened } from './app.tsx'
import { keepOffline } from './offline/register.ts'
import { preloadScreens } from './route/match.ts'
import { loadAreaWords, routes } from './router.tsx'
import { openEntrance } from './session/entrance.ts'
import { preferences } from './settings/preferences.ts'
import { addWords, loadHomeLanguage, loadLanguage } from './words/words.tsx'

/** How often the page was loaded anew until it opened: index.html counts. */
function forgetAttempts(): void {
  try {
    sessionStorage.removeItem('goodoffices.opening')
  } catch {
    // Then nothing was counted either.
  }
}

addWords(loadAreaWords)
// Another screen than the first is fetched while the vault is opened.
preloadScreens(routes, location.pathname)
preferences.show()
const { language } = preferences.get()
const words = loadHomeLanguage(language)

/** `taken`: the vault, where another window had it. */
async function start(taken?: Vault): Promise<void> {
  const unopened = (error: unknown): void => showUnopened(error, vault => void start(vault))
  try {
    const [entrance] = await Promise.all([openEntrance(taken), words])
    // What is not needed for the first screen is fetched when that stands.
    showApp(entrance, () => {
      forgetAttempts()
      entrance.open().catch(unopened)
      // Without them a screen asks again for its words.
      loadLanguage(language).catch(() => undefined)
      keepOffline()
    })
  } catch (error) {
    await words
    unopened(error)
  }
}

// Not awaited: where a module waits at its top the bundler joins no parts, and whoever comes back asks for three times as many.
void start()
