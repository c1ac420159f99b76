import { type AgreementToMediate, type RoomState, standingOf } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Page } from '../../ui/page.tsx'
import { type Language, languageNames, languages } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { hashOf } from './hash.ts'

/** In one language: its words, or, where there is a hash, a file. */
type Version = {
  readonly language: string
  readonly body: string
  readonly fileName: string
  readonly sha256: string
}

type Props = { readonly room: RoomState; readonly agreement: AgreementToMediate | undefined }

/** The agreement to mediate as the mediators put it: in as many languages as the party reads, each as text or as a file by its hash. */
export function PutAgreementPage({ room, agreement }: Props) {
  const { t, language } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const before = agreement === undefined ? undefined : standingOf(agreement).fields
  const { texts, set, forget } = useFormDraft(session, `agreement ${room.id} ${agreement?.item ?? ''}`, {
    title: before?.title ?? '',
    versions: JSON.stringify(before?.agreementIn.map(toVersion) ?? [{ ...empty, language }]),
  })
  const versions = JSON.parse(texts.versions) as readonly Version[]
  const setVersions = (next: readonly Version[]) => set({ versions: JSON.stringify(next) })
  const putting = usePutting('agreement-to-mediate', agreement)
  const act = putting.act({
    title: texts.title.trim(),
    agreementIn: versions.map(({ language, body, fileName, sha256 }) =>
      sha256 === '' ? { kind: 'text', language, body } : { kind: 'file', language, sha256, fileName },
    ),
  })
  const here = `${base}/rooms/${room.id}`
  const unused = languages.find(each => versions.every(version => version.language !== each))
  return (
    <Page
      width="narrow"
      title={t(agreement === undefined ? 'offices.put-agreement' : 'offices.change-agreement')}
      lead={t('offices.agreement-lead')}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t(agreement === undefined ? 'offices.do-put-agreement' : 'offices.do-change-agreement')}
        incomplete={
          texts.title.trim() === '' ||
          versions.some(({ body, sha256 }) => body.trim() === '' && sha256 === '')
        }
        forget={forget}
        done={`${here}/agreement/${putting.item}`}
        back={room.kind === 'desk' ? `${base}/desk` : here}
      >
        <Field
          label={w.vocabulary.fields['title'] ?? ''}
          required
          value={texts.title}
          onChange={title => set({ title })}
        />
        {versions.map((version, at) => (
          <VersionFields
            key={at}
            version={version}
            onChange={next => setVersions(versions.map((each, i) => (i === at ? next : each)))}
          />
        ))}
        {unused !== undefined && (
          <div className="actions">
            <Button weight="text" onPress={() => setVersions([...versions, { ...empty, language: unused }])}>
              {t('question.add-language')}
            </Button>
          </div>
        )}
      </ThingForm>
    </Page>
  )
}

const empty: Version = { language: 'en', body: '', fileName: '', sha256: '' }
const toVersion = (
  each: AgreementToMediate['revisions'][number]['fields']['agreementIn'][number],
): Version =>
  each.kind === 'text'
    ? { ...empty, language: each.language, body: each.body }
    : { ...empty, language: each.language, sha256: each.sha256, fileName: each.fileName }

type FieldsProps = { readonly version: Version; readonly onChange: (version: Version) => void }

function VersionFields({ version, onChange }: FieldsProps) {
  const { t } = useWords()
  const known = languages.find(each => each === version.language)
  return (
    <fieldset className="choices">
      <Selection<Language>
        label={t('field.language')}
        value={known}
        onChange={language => onChange({ ...version, language })}
        options={languages.map(id => ({ id, label: languageNames[id] }))}
      />
      {version.sha256 === '' ? (
        <Field
          label={t('offices.text-in', {
            language: known === undefined ? version.language : languageNames[known],
          })}
          lines={8}
          value={version.body}
          onChange={body => onChange({ ...version, body })}
        />
      ) : (
        <p>
          <bdi>{version.fileName}</bdi>{' '}
          <span className="small code" dir="ltr">
            {version.sha256.slice(0, 16)}…
          </span>{' '}
          <Button weight="text" onPress={() => onChange({ ...version, sha256: '', fileName: '' })}>
            {t('offices.text-instead')}
          </Button>
        </p>
      )}
      {version.sha256 === '' && version.body.trim() === '' && (
        <FileField
          label={t('offices.by-file')}
          onChoose={([file]) => {
            if (file !== undefined)
              void hashOf(file).then(sha256 => onChange({ ...version, sha256, fileName: file.name }))
          }}
        />
      )}
    </fieldset>
  )
}
