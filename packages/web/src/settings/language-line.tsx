import { type Language, languageNames, languages } from '../words/languages.ts'
import { loadHomeLanguage, loadLanguage, useHomeWords } from '../words/words.tsx'
import { preferences } from './preferences.ts'

/** Changes the language once its catalogue is here; the screen stays as it is until then. */
export const chooseLanguage = (language: Language): Promise<void> =>
  loadLanguage(language).then(() => preferences.set({ language }))

/** The same where no more is shown than the first screen says: what else there is to say follows. */
async function chooseOnFirstScreen(language: Language): Promise<void> {
  await loadHomeLanguage(language)
  preferences.set({ language })
}

/** Every language in its own name and script. */
export function LanguageLine() {
  const { language, t } = useHomeWords()
  return (
    <fieldset className="languages" aria-label={t('settings.language')}>
      {languages.map(item => (
        <button
          key={item}
          type="button"
          lang={item}
          aria-pressed={item === language}
          onClick={() => void chooseOnFirstScreen(item)}
        >
          {languageNames[item]}
        </button>
      ))}
    </fieldset>
  )
}
