import type { Circumstance } from '@goodoffices/core'
import { lazy, Suspense } from 'react'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'

const MomentField = lazy(() => import('../../ui/moment-field.tsx'))

export const ways = ['orally', 'on-paper', 'by-phone', 'by-fax', 'by-messenger'] as const

type Props = { readonly value: Circumstance; readonly onChange: (value: Circumstance) => void }

/** When, by which way and in whose hearing a party without an account said or was told something. */
export function CircumstanceFields({ value, onChange }: Props) {
  const { t } = useWords()
  return (
    <fieldset className="form">
      <legend className="unseen">{t('field.recorded')}</legend>
      <div className="pair">
        <Suspense>
          <MomentField label={t('field.at')} value={value.at} onChange={at => onChange({ ...value, at })} />
        </Suspense>
        <Selection
          label={t('field.way')}
          value={value.way}
          onChange={way => onChange({ ...value, way })}
          options={ways.map(way => ({ id: way, label: t(`way.${way}`) }))}
        />
      </div>
      <Field
        label={t('circumstance.hearing')}
        hint={t('circumstance.hearing-hint')}
        optional
        value={value.hearing ?? ''}
        onChange={hearing => {
          const { hearing: _, ...rest } = value
          onChange(hearing === '' ? rest : { ...rest, hearing })
        }}
      />
    </fieldset>
  )
}

/** The same in one line, under what was recorded. */
export function CircumstanceLine({ circumstance }: { readonly circumstance: Circumstance }) {
  const { t, moment } = useWords()
  return (
    <>
      {t('circumstance.line', { way: t(`way.${circumstance.way}`), at: moment(circumstance.at) })}
      {circumstance.hearing !== undefined && <> {t('circumstance.heard', { names: circumstance.hearing })}</>}
    </>
  )
}
