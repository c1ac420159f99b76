import { isPublic } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { forms } from '../message/say-page.tsx'
import { onlyWords } from './carry.ts'
import { sourceOf } from './origin.ts'
import { TranslationField } from './translation-field.tsx'
import type { Carrying } from './use-carry.ts'
import { type Checked, numbersOf } from './use-checked.ts'
import { WordingField } from './wording-field.tsx'

type Props = { readonly carrying: Carrying; readonly legs: readonly Checked[] }

const isWordless = (legs: readonly Checked[]): boolean =>
  legs.length > 0 && legs.every(({ room, plan }) => isPublic(room) && plan.thing !== undefined)

/** In which words it passes; an entry that is published stands by itself, and needs none. */
export function WordsFields({ carrying: { carry, change }, legs }: Props) {
  const { t } = useWords()
  const talks = useTalks()
  const { origin, as, wording } = carry.common
  const source = sourceOf(talks, origin)
  const isFixed =
    source !== undefined && origin.kind === 'passage' && onlyWords(source, origin.passage, as) !== undefined
  if (isWordless(legs)) return null
  return (
    <WordingField
      label={t('field.wording')}
      hint={t(isFixed ? 'carry.wording-fixed' : 'carry.wording-hint')}
      value={wording}
      findings={legs.flatMap(({ preview }) => preview.findings.filter(finding => finding.in === undefined))}
      numbers={numbersOf(legs)}
      fixed={isFixed}
      onChange={next => change({ wording: next })}
    />
  )
}

/** The translation beside the words, their form, title and whether they bind. */
export function FormFields({ carrying: { carry, change }, legs }: Props) {
  const { t } = useWords()
  const { origin, form, title, binding, translation } = carry.common
  const isThing = origin.kind === 'item' || origin.kind === 'mark'
  if (isWordless(legs)) return null
  return (
    <>
      <TranslationField value={translation} onChange={next => change({ translation: next })} />
      <div className="pair">
        <Selection
          label={t('field.form')}
          value={form}
          onChange={next => change({ form: next })}
          options={forms.map(id => ({ id, label: t(`form.${id}`) }))}
        />
        <Field
          label={t('field.title')}
          optional
          value={title ?? ''}
          charsMax={200}
          onChange={next => change({ title: next })}
        />
      </div>
      {!isThing && (
        <Tick label={t('field.binding')} checked={binding} onChange={next => change({ binding: next })} />
      )}
    </>
  )
}
