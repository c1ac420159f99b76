import { hashOfFile } from '@goodoffices/client'
import { findRegister, type ItemId, type RegisterItem, type RoomState, standingOf } from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Page } from '../../ui/page.tsx'
import { readWhole } from '../../ui/whole-number.ts'
import { useWriting } from '../../words/use-writing.ts'
import type { Key } from '../../words/vocabulary.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { DayText, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { type FieldForm, factForms, fieldsOf, isWhole, textsOf } from './fact-forms.ts'
import { type FactKind, factPath, factsPath } from './paths.ts'

const leads = {
  inquiry: 'fact.inquiry-lead',
  evidence: 'fact.evidence-put-lead',
  measure: 'fact.measure-lead',
  alternative: 'fact.alternative-lead',
} as const satisfies Readonly<Record<FactKind, Key>>

type Props = {
  readonly room: RoomState
  readonly kind: FactKind
  /** One that is worded anew. */
  readonly thing?: RegisterItem
  /** What an inquiry looks into. */
  readonly matter?: ItemId
}

/** An inquiry, a piece of evidence, a measure, an alternative: entered for the first time, or said anew. */
export function FactPutPage({ room, kind, thing, matter }: Props) {
  const words = useWords()
  const { t, locale } = words
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const parties = Object.values(room.parties).filter(each => each.kind === 'party')
  const before = thing === undefined ? undefined : standingOf(thing).fields
  const { texts, set, forget } = useFormDraft(
    session,
    `${kind} ${room.id} ${thing?.item ?? ''}`,
    textsOf(kind, before, { parties, decimal: w.decimal }),
  )
  const [file, setFile] = useState<Hashed | undefined>(undefined)
  const putting = usePutting(kind, thing)
  const shown = new Set(factForms[kind].map(({ name }) => name))
  const kept = Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => !shown.has(name)))
  const plain = putting.act({
    ...kept,
    ...(matter === undefined ? {} : { matter }),
    ...file,
    ...fieldsOf(kind, texts, { locale, parties }),
  })
  const isRecorded = puttingFor(session, room, plain)?.recorded === true
  const act = isRecorded ? putting.recorded(plain) : plain
  const hasFile = kind !== 'evidence' || file !== undefined || before !== undefined
  const { onlyIn = {} } = findRegister(kind) ?? {}
  const forms = factForms[kind].filter(({ name }) => onlyIn[name]?.includes(room.kind) !== false)
  return (
    <Page
      width="narrow"
      title={t(`register.${kind}`)}
      lead={t(leads[kind], { room: roomName(room, words, mediates) })}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t('fact.do-put')}
        incomplete={!isWhole(kind, texts) || !hasFile}
        forget={forget}
        done={`${base}/rooms/${room.id}/${factPath(putting.item)}`}
        back={
          thing === undefined ? `${base}/${factsPath}` : `${base}/rooms/${room.id}/${factPath(thing.item)}`
        }
      >
        {kind === 'evidence' && <FileHash file={file} onChange={setFile} />}
        {forms.map(form => (
          <OneField
            key={form.name}
            form={form}
            label={w.vocabulary.fields[form.name as 'title'] ?? form.name}
            value={texts[form.name] ?? ''}
            parties={parties}
            onChange={value => set({ [form.name]: value })}
          />
        ))}
      </ThingForm>
    </Page>
  )
}

type Hashed = { readonly sha256: string; readonly bytes: number; readonly mediaType?: string }

/** FACT-5: the file is read here for its hash, and goes nowhere. */
function FileHash({
  file,
  onChange,
}: {
  readonly file: Hashed | undefined
  readonly onChange: (file: Hashed) => void
}) {
  const { t } = useWords()
  const read = async (chosen: File) => {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const sha256 = await hashOfFile(bytes)
    onChange({ sha256, bytes: bytes.length, ...(chosen.type === '' ? {} : { mediaType: chosen.type }) })
  }
  return (
    <div className="field">
      <FileField
        label={t('fact.file')}
        onChoose={([chosen]) => {
          if (chosen !== undefined) void read(chosen)
        }}
      />
      <p className="small quiet">{t('fact.file-stays')}</p>
      <output className="small code" dir="ltr">
        {file?.sha256.match(/.{8}/g)?.join(' ')}
      </output>
    </div>
  )
}

type OneProps = {
  readonly form: FieldForm
  readonly label: string
  readonly value: string
  readonly parties: readonly { readonly party: string; readonly name: string }[]
  readonly onChange: (value: string) => void
}

function OneField({ form: { name, as, isNeeded }, label, value, parties, onChange }: OneProps) {
  const { t } = useWords()
  const needed = isNeeded === true ? { required: true } : { optional: true }
  if (as === 'day') return <DayText label={label} value={value} onChange={onChange} />
  if (as === 'truth')
    return (
      <Selection
        label={label}
        value={value}
        onChange={onChange}
        options={[
          { id: '', label: t('fact.unsaid') },
          { id: 'yes', label: t('term.yes') },
          { id: 'no', label: t('term.no') },
        ]}
      />
    )
  if (as === 'party')
    return (
      <Selection
        label={label}
        value={value}
        onChange={onChange}
        options={[
          { id: '', label: t('measureOf.body') },
          ...parties.map(({ party, name }) => ({ id: party, label: name })),
        ]}
      />
    )
  if (typeof as !== 'string')
    return (
      <Selection
        label={label}
        value={value}
        onChange={onChange}
        options={as.map(id => ({ id, label: t(`${name}.${id}` as 'findingIs.advisory') }))}
      />
    )
  const isLong = as === 'words' || as === 'lines' || as === 'people'
  const hint = as === 'lines' ? 'fact.sources-hint' : as === 'people' ? 'fact.experts-hint' : undefined
  return (
    <Field
      label={label}
      {...needed}
      {...(isLong ? { lines: 3 } : {})}
      {...(hint === undefined ? {} : { hint: t(hint) })}
      {...(as === 'whole' ? { short: true } : {})}
      value={value}
      onChange={onChange}
      error={
        as === 'whole' && value.trim() !== '' && readWhole(value) === undefined
          ? t('fact.no-digits')
          : undefined
      }
    />
  )
}
