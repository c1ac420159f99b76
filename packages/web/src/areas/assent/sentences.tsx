import { yesMeans } from '@goodoffices/client'
import type { QuestionContent } from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'

/** What a party reads before it answers: what the others learn, and what a yes means. Mediators see the same before they ask. */
export function Sentences({ effect, times }: Pick<QuestionContent, 'effect' | 'times'>) {
  const { t } = useWords()
  return (
    <div className="learnt">
      <p className="field__label">{t('question.learnt')}</p>
      <ul>
        <li>{t('term.all-yes')}</li>
        <li>{t('term.else')}</li>
        {times.early && <li>{t('term.told-early')}</li>}
      </ul>
      <p>
        <strong>{t('term.who-sees')}</strong> {t('term.what-is-learnt')}
      </p>
      <p>
        {t(`term.${yesMeans({ effect, times })}`)} {t('term.silence')}
      </p>
    </div>
  )
}

/** What each may read afterwards: the same words to all. */
export function Afterwards() {
  const { t } = useWords()
  return (
    <ul>
      {(['match', 'no-match', 'withdrawn', 'lapsed'] as const).map(phase => (
        <li key={phase}>{t(`term.phase.${phase}`)}</li>
      ))}
    </ul>
  )
}
