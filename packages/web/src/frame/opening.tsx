import { useHomeWords } from '../words/words.tsx'

/** In the place of a screen whose program or session is still being opened. Shows after a moment, so that nothing flickers. */
export function Opening() {
  const { t } = useHomeWords()
  return (
    <main id="main" tabIndex={-1}>
      <output className="page page--narrow opening">{t('opening.title')}</output>
    </main>
  )
}
