import { completeFields } from '@goodoffices/client'
import { type PartyCard, type RoomState } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { languageNames } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { signingPath } from './used.ts'

const kinds = [
  'agreement',
  'mediators-declaration',
  'exchange-of-letters',
  'agreed-minute',
  'separate-copies',
] as const
const bindings = ['signature', 'ratification'] as const
const whose = ['all', 'each'] as const

/** An instrument as the mediators draft it: its words, whom it binds, by what, and from when. */
export function PutInstrumentPage({ room }: { readonly room: RoomState }) {
  const { t, language } = useWords()
  const { session, base, table } = useTalks()
  const parties: readonly PartyCard[] = Object.values(table?.parties ?? {}).filter(
    ({ kind }) => kind === 'party',
  )
  const { texts, set, forget } = useFormDraft(session, `instrument ${room.id}`, {
    title: '',
    body: '',
    instrumentIs: 'agreement',
    boundBy: 'signature',
    inForceFor: 'all',
    bound: parties.map(({ party }) => party).join(' '),
    depositary: '',
  })
  const bound = texts.bound.split(' ').filter(each => each !== '')
  const putting = usePutting('instrument', undefined)
  const act = putting.act(
    completeFields(room, 'instrument', {
      title: texts.title.trim(),
      instrumentIs: texts.instrumentIs,
      textIn: [{ kind: 'text', language, body: texts.body }],
      boundParties: bound,
      boundBy: texts.boundBy,
      inForceUpon: texts.boundBy,
      inForceFor: texts.inForceFor,
      ...(texts.depositary.trim() === '' ? {} : { depositary: texts.depositary.trim() }),
    }),
  )
  return (
    <Page width="narrow" title={t('close.draft')} lead={t('close.draft-lead')}>
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t('close.draft')}
        incomplete={texts.title.trim() === '' || texts.body.trim() === '' || bound.length === 0}
        forget={forget}
        done={`${base}/rooms/${room.id}/instrument/${putting.item}`}
        back={`${base}/${signingPath}`}
      >
        <Field label={t('field.title')} required value={texts.title} onChange={title => set({ title })} />
        <Selection
          label={t('field.instrumentIs')}
          value={texts.instrumentIs as (typeof kinds)[number]}
          onChange={instrumentIs => set({ instrumentIs })}
          options={kinds.map(id => ({ id, label: t(`instrumentIs.${id}`) }))}
        />
        <Field
          label={t('offices.text-in', { language: languageNames[language] })}
          lines={10}
          required
          value={texts.body}
          onChange={body => set({ body })}
        />
        <fieldset className="choices">
          <legend>{t('field.boundParties')}</legend>
          {parties.map(({ party, name }) => (
            <Tick
              key={party}
              label={<bdi>{name}</bdi>}
              checked={bound.includes(party)}
              onChange={on =>
                set({ bound: (on ? [...bound, party] : bound.filter(each => each !== party)).join(' ') })
              }
            />
          ))}
        </fieldset>
        <Selection
          label={t('field.boundBy')}
          value={texts.boundBy as (typeof bindings)[number]}
          onChange={boundBy => set({ boundBy })}
          options={bindings.map(id => ({ id, label: t(`boundBy.${id}`) }))}
        />
        <Selection
          label={t('field.inForceFor')}
          value={texts.inForceFor as (typeof whose)[number]}
          onChange={inForceFor => set({ inForceFor })}
          options={whose.map(id => ({ id, label: t(`inForceFor.${id}`) }))}
        />
        <Field
          label={t('field.depositary')}
          optional
          value={texts.depositary}
          onChange={depositary => set({ depositary })}
        />
      </ThingForm>
    </Page>
  )
}
