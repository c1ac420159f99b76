import type { QuestionContent } from '@goodoffices/core'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'

/** The question as it was put: in the reader's language where it was put in that, else in all that it was put in. */
export function QuestionWords({ texts }: Pick<QuestionContent, 'texts'>) {
  const { t, locale } = useWords()
  const own = texts.filter(({ language }) => locale.split('-')[0] === language.split('-')[0])
  return (own.length > 0 ? own : texts).map(({ language, body, follow }) => (
    <div key={language} lang={language}>
      <div className="prose" dir="auto">
        <Said text={body} />
      </div>
      {follow !== undefined && (
        <p className="small" dir="auto">
          {t('field.follow')}: <Said text={follow} />
        </p>
      )}
    </div>
  ))
}
