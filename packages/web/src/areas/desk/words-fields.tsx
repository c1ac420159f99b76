import { isPublic, textOf } from '@goodoffices/core'
import type { Plan } from '../../session/session.ts'
import { useTalks } from '../../talks/talks.tsx'
import { Choice, Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { passings } from '../message/ask-dialog.tsx'
import { forms } from '../message/say-page.tsx'
import { permissionOf, sourceOf } from './origin.ts'
import type { Carrying } from './use-carry.ts'
import type { Checked } from './use-checked.ts'
import { WordingField } from './wording-field.tsx'

type Props = { readonly carrying: Carrying; readonly legs: readonly Checked[] }

/** How it passes, in which words and form; an entry that is published stands by itself, and needs none. */
export function WordsFields({ carrying: { carry, change }, legs }: Props) {
  const { t } = useWords()
  const talks = useTalks()
  const { origin, as, wording, form, title, binding } = carry.common
  const source = sourceOf(talks, origin)
  const permission = permissionOf(source, origin)
  const only = permission !== undefined && 'wording' in permission ? permission.wording : undefined
  const message = origin.kind === 'passage' ? source?.messages[origin.passage.message] : undefined
  const isFixed = only !== undefined || (as === 'verbatim' && origin.kind === 'passage')
  const isThing = origin.kind === 'item' || origin.kind === 'mark'
  const isWordless =
    legs.length > 0 && legs.every(({ room, plan }) => isPublic(room) && plan.thing !== undefined)
  const chooseAs = (next: Plan['as']) =>
    change({
      as: next,
      ...(next === 'verbatim' && only === undefined && message !== undefined && origin.kind === 'passage'
        ? { wording: textOf(message, origin.passage) }
        : {}),
    })
  const ways = passings.filter(
    way =>
      (way !== 'verbatim' || origin.kind !== 'offer') && (way !== 'unattributed' || origin.kind !== 'mark'),
  )
  return (
    <>
      {source?.kind === 'caucus' && (
        <Choice
          label={t('carry.as')}
          value={as}
          onChange={chooseAs}
          options={ways.map(id => ({
            id,
            label: t(`marking.${id}`),
            hint: t(
              origin.kind === 'item' && id === 'verbatim' ? 'carry.as-verbatim-entry' : `carry.as-${id}`,
            ),
          }))}
        />
      )}
      {!isWordless && (
        <>
          <WordingField
            label={t('field.wording')}
            hint={t(isFixed ? 'carry.wording-fixed' : 'carry.wording-hint')}
            value={wording}
            findings={legs.flatMap(({ preview }) =>
              preview.findings.filter(finding => finding.in === undefined),
            )}
            fixed={isFixed}
            onChange={next => change({ wording: next })}
          />
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
      )}
    </>
  )
}
