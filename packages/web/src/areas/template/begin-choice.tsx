import type { TalksTemplate } from '@goodoffices/client'
import { use } from 'react'
import { Selection } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'
import { loadTemplates } from './load.ts'

type Props = {
  readonly chosen: string | undefined
  readonly onChange: (template: TalksTemplate | undefined) => void
}

/** When talks begin: none, or one of those that ship; what it brings is read once the talks are there. */
export function BeginChoice({ chosen, onChange }: Props) {
  const { t, language } = useWords()
  const shipped = use(loadTemplates())
  return (
    <>
      <Selection
        label={t('template.choose')}
        value={chosen ?? 'none'}
        onChange={id => onChange(shipped.find(({ name }) => name === id))}
        options={[
          { id: 'none', label: t('template.none') },
          ...shipped.map(({ name, title }) => ({ id: name, label: title[language] })),
        ]}
      />
      <p className="quiet small">
        {shipped.find(({ name }) => name === chosen)?.about[language] ?? t('template.begin-hint')}
      </p>
    </>
  )
}
