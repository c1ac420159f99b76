import {
  type Figure,
  type ItemFields,
  type ItemId,
  limits,
  type Matter,
  type RegisterItem,
  type RoomState,
  standingOf,
  type Version,
} from '@goodoffices/core'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { recordsIn } from '../item/may.ts'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { readDecimal } from './decimal.ts'
import './fact.css'

const kinds = ['exactly', 'at-least', 'at-most', 'about', 'between', 'no-number'] as const

type Props = {
  readonly room: RoomState
  readonly matter: RegisterItem
  /** A version that is worded anew. */
  readonly anew?: RegisterItem
}

/** One side's version, with how it was come by. */
export function GivePage({ room, matter, anew }: Props) {
  const { t, locale } = useWords()
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const labels = w.vocabulary.fields
  const isEvent = standingOf(matter as Matter).fields.kind === 'event'
  const records = recordsIn(room, session)
  const own = meIn(room, session)?.party
  const ownName = own === undefined ? room.party?.name : (room.parties[own]?.name ?? room.party?.name)
  const initial = initialOf(anew, records || !mediates ? (ownName ?? '') : '', w.decimal)
  const { texts, set, forget } = useFormDraft(
    session,
    `version ${room.id} ${anew?.item ?? matter.item}`,
    initial,
  )
  const putting = usePutting('version', anew)
  const figure = isEvent ? undefined : figureOf(texts, locale)
  const plain = putting.act(fieldsOf(texts, matter.item, figure))
  const act = records ? putting.recorded(plain) : plain
  const back = `${base}/rooms/${room.id}/figure/${matter.item}`
  const isEnough = texts.of.trim() !== '' && (isEvent ? texts.wording.trim() !== '' : figure !== undefined)
  const number = (name: 'value' | 'low' | 'high', label: string) => (
    <Field
      label={label}
      short
      required
      value={texts[name]}
      onChange={value => set({ [name]: value })}
      hint={t('fact.digits')}
      error={
        texts[name].trim() !== '' && readDecimal(texts[name], locale) === undefined
          ? t('fact.no-digits')
          : undefined
      }
    />
  )
  return (
    <Page
      width="narrow"
      title={standingOf(matter as Matter).fields.title}
      lead={t(isEvent ? 'fact.account-lead' : 'fact.give-lead')}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t(records ? 'say.do-record' : anew === undefined ? 'fact.do-give' : 'fact.anew')}
        incomplete={!isEnough}
        forget={forget}
        done={back}
        back={back}
      >
        {(mediates && !records) || anew !== undefined ? (
          <Field
            label={labels['of'] ?? ''}
            hint={t('fact.whose-hint')}
            required
            charsMax={limits.titleCharsMax}
            value={texts.of}
            onChange={of => set({ of })}
          />
        ) : null}
        {isEvent ? (
          <Field
            label={labels['wording'] ?? ''}
            required
            lines={4}
            charsMax={limits.noteCharsMax}
            value={texts.wording}
            onChange={wording => set({ wording })}
          />
        ) : (
          <>
            <Selection
              label={labels['figure'] ?? ''}
              value={texts.kind as (typeof kinds)[number]}
              onChange={kind => set({ kind })}
              options={kinds.map(kind => ({ id: kind, label: w.vocabulary.choices[`kind.${kind}`] }))}
            />
            {texts.kind === 'between' ? (
              <div className="pair">
                {number('low', labels['low'] ?? '')}
                {number('high', labels['high'] ?? '')}
              </div>
            ) : texts.kind === 'no-number' ? (
              <Field
                label={labels['words'] ?? ''}
                required
                value={texts.words}
                charsMax={limits.noteCharsMax}
                onChange={words => set({ words })}
              />
            ) : (
              number('value', labels['value'] ?? '')
            )}
          </>
        )}
        <Field
          label={labels['method'] ?? ''}
          hint={t('fact.method-hint')}
          optional
          lines={3}
          charsMax={limits.noteCharsMax}
          value={texts.method}
          onChange={method => set({ method })}
        />
        <div className="pair">
          <Field
            label={labels['counts'] ?? ''}
            optional
            value={texts.counts}
            charsMax={limits.noteCharsMax}
            onChange={counts => set({ counts })}
          />
          <Field
            label={labels['leavesOut'] ?? ''}
            optional
            value={texts.leavesOut}
            charsMax={limits.noteCharsMax}
            onChange={leavesOut => set({ leavesOut })}
          />
        </div>
        <DayText label={labels['asOf'] ?? ''} value={texts.asOf} onChange={asOf => set({ asOf })} />
        <Field
          label={labels['sources'] ?? ''}
          hint={t('fact.sources-hint')}
          optional
          lines={2}
          value={texts.sources}
          onChange={sources => set({ sources })}
        />
      </ThingForm>
    </Page>
  )
}

type Texts = ReturnType<typeof initialOf>

function initialOf(anew: RegisterItem | undefined, ownName: string, decimal: (written: string) => string) {
  const fields = anew === undefined ? undefined : standingOf(anew as Version).fields
  const figure = fields?.figure
  const number = (name: 'value' | 'low' | 'high'): string => {
    const written = (figure as Readonly<Record<string, string>> | undefined)?.[name]
    return written === undefined ? '' : decimal(written)
  }
  return {
    of: fields?.of ?? ownName,
    kind: (figure?.kind ?? 'exactly') as string,
    value: number('value'),
    low: number('low'),
    high: number('high'),
    words: figure?.kind === 'no-number' ? figure.words : '',
    wording: fields?.wording ?? '',
    method: fields?.method ?? '',
    counts: fields?.counts ?? '',
    leavesOut: fields?.leavesOut ?? '',
    asOf: (fields?.asOf ?? '') as string,
    sources: (fields?.sources ?? []).join('\n'),
  }
}

/** Undefined while what stands there is no figure yet. */
function figureOf({ kind, value, low, high, words }: Texts, locale: string): Figure | undefined {
  if (kind === 'no-number') return words.trim() === '' ? undefined : { kind, words }
  if (kind === 'between') {
    const [from, to] = [readDecimal(low, locale), readDecimal(high, locale)]
    return from === undefined || to === undefined ? undefined : { kind, low: from, high: to }
  }
  const read = readDecimal(value, locale)
  return read === undefined ? undefined : ({ kind, value: read } as Figure)
}

function fieldsOf(texts: Texts, matter: ItemId, figure: Figure | undefined): ItemFields {
  const sources = texts.sources.split('\n').filter(line => line.trim() !== '')
  return {
    matter,
    of: texts.of,
    ...(figure === undefined ? {} : { figure }),
    ...givenOf(texts, ['wording', 'method', 'counts', 'leavesOut', 'asOf']),
    ...(sources.length === 0 ? {} : { sources }),
  }
}
