import type { Translation } from '@goodoffices/core'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { languageName } from '../../words/language-name.ts'
import { useWords } from '../../words/words.tsx'

/** Languages of negotiations, beside which any other may be given in the shell; named in the reader's own. */
const offered = [
  'ar',
  'en',
  'es',
  'fa',
  'fr',
  'am',
  'az',
  'bn',
  'bs',
  'de',
  'el',
  'fil',
  'ha',
  'he',
  'hi',
  'hy',
  'id',
  'it',
  'ja',
  'ka',
  'ko',
  'ku',
  'my',
  'ne',
  'pl',
  'ps',
  'pt',
  'ru',
  'si',
  'so',
  'sq',
  'sr',
  'sw',
  'ta',
  'tg',
  'th',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
] as const

/** Whoever translates writes in another language than their own. */
const otherThan = (locale: string): string => offered.find(tag => !locale.startsWith(tag)) ?? 'en'

type Props = {
  readonly value: Translation | undefined
  readonly onChange: (value: Translation | undefined) => void
}

/** MSG-17: the same words in another language, beside them. */
export function TranslationField({ value, onChange }: Props) {
  const { t, locale } = useWords()
  if (value === undefined)
    return (
      <div className="actions">
        <Button weight="text" onPress={() => onChange({ language: otherThan(locale), body: '' })}>
          {t('translation.add')}
        </Button>
      </div>
    )
  const tags = [...new Set([value.language, ...offered])]
  return (
    <div className="translating">
      <Selection
        label={t('translation.language')}
        value={value.language}
        onChange={language => onChange({ ...value, language })}
        options={tags.map(id => ({ id, label: languageName(id, locale) }))}
      />
      <Field
        label={t('field.translation')}
        required
        lines={5}
        value={value.body}
        onChange={body => onChange({ ...value, body })}
      />
      <div className="actions">
        <Button weight="text" onPress={() => onChange(undefined)}>
          {t('translation.remove')}
        </Button>
      </div>
    </div>
  )
}
