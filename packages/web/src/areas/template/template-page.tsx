import {
  applyTemplate,
  type Brought,
  previewTemplate,
  readTemplate,
  type TalksTemplate,
  templateLimits,
  wordMistake,
} from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import { type Day, dayNumberAt, fail, isZone, numberToDay, type Violation } from '@goodoffices/core'
import { lazy, use, useState } from 'react'
import { useNavigate, useSearch } from '../../route/route.tsx'
import { preferences } from '../../settings/preferences.ts'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import { loadTemplates } from './load.ts'
import './template.css'

const DayField = lazy(() => import('../../ui/day-field.tsx'))

/** TMPL-2: a template is chosen, read by a person, seen whole before anything is put, and then put in one act. */
export function TemplatePage() {
  const { t, language } = useWords()
  const { mediates } = useTalks()
  const shipped = use(loadTemplates())
  const { name } = useSearch()
  const [own, setOwn] = useState<TalksTemplate>()
  const [chosen, setChosen] = useState<string | undefined>(name)
  const [wrong, setWrong] = useState<Violation>()
  const vocabulary = use(loadVocabulary(language))
  const template = chosen === 'own' ? own : shipped.find(each => each.name === chosen)
  if (!mediates)
    return (
      <Page title={t('term.templates')}>
        <p>{t('template.mediators')}</p>
      </Page>
    )
  const readOwn = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const read =
      file.size > templateLimits.bytesMax
        ? fail('too-large', { max: templateLimits.bytesMax })
        : readTemplate(await file.text())
    setWrong(read.ok ? undefined : wordMistake(vocabulary, read.error))
    setOwn(read.ok ? read.value : undefined)
    if (read.ok) setChosen('own')
  }
  return (
    <Page title={t('term.templates')} lead={t('template.lead')}>
      <div className="template-choice">
        <Selection
          label={t('template.choose')}
          value={chosen}
          placeholder={t('template.none')}
          onChange={setChosen}
          options={[
            ...shipped.map(each => ({ id: each.name, label: each.title[language] })),
            ...(own === undefined ? [] : [{ id: 'own', label: own.title[language] }]),
          ]}
        />
        <label className="field">
          <span className="field__label">{t('template.own')}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={event => void readOwn(event.target.files?.[0])}
          />
        </label>
      </div>
      <div role="alert">{wrong !== undefined && <ViolationText violation={wrong} />}</div>
      {template !== undefined && <Reading key={template.name} template={template} />}
    </Page>
  )
}

function Reading({ template }: { readonly template: TalksTemplate }) {
  const { t, language, number } = useWords()
  const { session, process, base } = useTalks()
  const navigate = useNavigate()
  const zone = preferences.zone()
  const [start, setStart] = useState<Day | undefined>(() =>
    numberToDay(dayNumberAt(Date.now(), isZone(zone) ? zone : 'UTC')),
  )
  const [isRead, setIsRead] = useState(false)
  const applying = start === undefined ? undefined : { template, language, start }
  const preview = applying === undefined ? undefined : previewTemplate(session, process.process, applying)
  return (
    <ActForm
      label={t('template.put')}
      act={async () =>
        applying === undefined ? fail('malformed') : applyTemplate(session, process.process, applying)
      }
      incomplete={applying === undefined || !isRead}
      onDone={() => navigate({ to: `${base}/desk` })}
    >
      <Section
        title={template.title[language]}
        hint={t('template.edition', { edition: number(template.edition) })}
      >
        <p className="prose">{template.about[language]}</p>
        <p>{template.basis[language]}</p>
        {template.retention !== undefined && (
          <p>
            {t('template.kept')} {template.retention.basis[language]}
          </p>
        )}
        {template.verbsShown !== undefined && <p>{t('template.verbs', { count: template.verbsShown })}</p>}
      </Section>
      <DayField label={t('template.from')} value={start} onChange={setStart} />
      {preview?.ok === false && <ViolationText violation={preview.error} />}
      {preview?.ok === true && (
        <>
          <Section title={t('term.template.brings')}>
            <Table brought={preview.value.brings} />
          </Section>
          {preview.value.waits.length > 0 && (
            <Section title={t('term.template.waits')} hint={t('term.template.safety-first')}>
              <Table brought={preview.value.waits} />
            </Section>
          )}
        </>
      )}
      <Tick label={t('template.read')} checked={isRead} onChange={setIsRead} />
    </ActForm>
  )
}

function Table({ brought }: { readonly brought: readonly Brought[] }) {
  const words = useWords()
  const { t } = words
  const { mediates } = useTalks()
  return (
    <table className="brought">
      <thead>
        <tr>
          <th scope="col">{t('template.what')}</th>
          <th scope="col">{t('template.where')}</th>
          <th scope="col">{t('field.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {brought.map(({ room, act, stands }) => (
          <tr key={`${room.id} ${act.kind === 'item.put' ? act.item : act.kind}`}>
            <th scope="row">
              <What act={act} />
            </th>
            <td>
              <bdi>{roomName(room, words, mediates)}</bdi>
            </td>
            <td>{stands ? t('term.template.already') : t('template.new')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function What({ act }: Pick<Brought, 'act'>) {
  const { t, shared } = useWords()
  if (act.kind === 'text.begin')
    return (
      <>
        <span className="small quiet">{t('act.text.begin')}</span> <Said text={act.title} />
      </>
    )
  if (act.kind !== 'item.put') return t(`act.${act.kind}`)
  const title = act.fields['title'] ?? act.fields['whom']
  return (
    <>
      <span className="small quiet">{shared(`register.${act.register}`)}</span>{' '}
      <bdi>{typeof title === 'string' && <Said text={title} />}</bdi>
    </>
  )
}
