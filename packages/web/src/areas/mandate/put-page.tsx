import { choiceOf, fieldLabel } from '@goodoffices/client'
import {
  type FieldValue,
  findRegister,
  holdsDay,
  holdsOf,
  holdsTerm,
  type ItemFields,
  innerOf,
  isPresent,
  type Register,
  type RegisterItem,
  type RegisterName,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { DayText, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'

type Schema = Parameters<typeof innerOf>[0]

/** How a field is asked for; undefined of one that is given otherwise, such as what a condition governs. */
type Asked = 'line' | 'text' | 'lines' | 'choice' | 'ticks' | 'day' | 'term' | 'person'

/** The schema of what may be left out. */
function unwrap(schema: Schema): Schema {
  const [[key, inner] = []] = innerOf(schema)
  return key === '' && inner !== undefined ? unwrap(inner) : schema
}

const itemOf = (schema: Schema): Schema | undefined =>
  unwrap(schema).type === 'array' ? innerOf(unwrap(schema))[0]?.[1] : undefined
const optionsOf = (schema: Schema): readonly string[] =>
  schema.type === 'picklist' ? (schema as unknown as { readonly options: readonly string[] }).options : []

function askedAs(schema: Schema): Asked | undefined {
  const own = unwrap(schema)
  const item = itemOf(schema)
  if (holdsTerm(own)) return 'term'
  if (holdsDay(own)) return 'day'
  if (own.type === 'picklist') return 'choice'
  if (item !== undefined) {
    if (unwrap(item).type === 'picklist') return 'ticks'
    return holdsOf(unwrap(item))?.holds === 'text' ? 'lines' : undefined
  }
  const holds = holdsOf(own)
  if (holds?.holds === 'id') return holds.of === 'member' ? 'person' : undefined
  if (holds?.holds !== 'text') return undefined
  return holds.form === 'note' || holds.form === 'body' ? 'text' : 'line'
}

const entriesOf = ({ fields }: Register): readonly (readonly [string, Schema])[] => Object.entries(fields)
const isNeeded = (schema: Schema): boolean => schema.type !== 'exact_optional'

/** As it stands in the form: one text a field; a list is a line each, ticks are parted by commas. */
function toText(as: Asked, value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (as === 'lines' && Array.isArray(value)) return value.join('\n')
  if (as === 'ticks' && Array.isArray(value)) return value.join(',')
  if (as === 'term') {
    const day =
      typeof value === 'object' && value !== null && 'day' in value ? value['day' as never] : undefined
    return typeof day === 'string' ? day : ''
  }
  return typeof value === 'string' ? value : ''
}

function toValue(as: Asked, text: string): FieldValue | undefined {
  const given = text.trim()
  if (given === '') return undefined
  const parts = (mark: string): readonly string[] =>
    given.split(mark).flatMap(each => (each.trim() === '' ? [] : [each.trim()]))
  if (as === 'lines') return parts('\n')
  if (as === 'ticks') return parts(',')
  return as === 'term' ? { kind: 'on', day: given } : as === 'text' || as === 'line' ? text : given
}

type Props = {
  readonly room: RoomState
  readonly register: Extract<RegisterName, 'mandate' | 'condition' | 'powers'>
  readonly before?: RegisterItem
  /** What a condition governs. */
  readonly governs?: string
}

/** A mandate, a condition or powers: a form by the fields of the register. What is not asked for here stays as it is. */
export function PutPage({ room, register: name, before, governs }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const register = findRegister(name)
  const held: ItemFields = before === undefined ? {} : standingOf(before).fields
  const asked =
    register === undefined
      ? []
      : entriesOf(register).flatMap(([field, schema]) => {
          const as = askedAs(schema)
          // A day that follows from others was given elsewhere.
          const isElsewhere = as === 'term' && held[field] !== undefined && toText(as, held[field]) === ''
          return as === undefined || isElsewhere ? [] : [{ field, schema, as }]
        })
  const initial = Object.fromEntries(asked.map(({ field, as }) => [field, toText(as, held[field])]))
  const { texts, set, forget } = useFormDraft(
    session,
    `${name} ${room.id} ${before?.item ?? ''} ${governs ?? ''}`,
    initial,
  )
  const putting = usePutting(name, before)
  const names = new Set(asked.map(({ field }) => field))
  const kept = Object.fromEntries(Object.entries(held).filter(([field]) => !names.has(field)))
  const given = Object.fromEntries(
    asked.flatMap(({ field, as }) => {
      const value = toValue(as, texts[field] ?? '')
      return value === undefined ? [] : [[field, value]]
    }),
  )
  const fields: ItemFields = { ...kept, ...(governs === undefined ? {} : { governs }), ...given }
  const plain = putting.act(fields)
  const isRecorded = puttingFor(session, room, plain)?.recorded === true
  const at = `${base}/rooms/${room.id}`
  const back =
    before === undefined
      ? governs === undefined
        ? at
        : `${at}/mandate/${governs}`
      : `${at}/mandate/${before.item}`
  return (
    <Page
      width="narrow"
      title={t(before === undefined ? (`mandate.put-${name}` as 'mandate.put-powers') : 'mandate.reword')}
      lead={t(`mandate.lead-${name}` as 'mandate.lead-powers')}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={isRecorded ? putting.recorded(plain) : plain}
        label={t('mandate.do-put')}
        incomplete={asked.some(({ field, schema }) => isNeeded(schema) && (texts[field] ?? '').trim() === '')}
        forget={forget}
        done={governs === undefined ? `${at}/mandate/${putting.item}` : `${at}/mandate/${governs}`}
        back={back}
      >
        {asked.map(({ field, schema, as }) => (
          <Asking
            key={field}
            room={room}
            as={as}
            schema={schema}
            label={fieldLabel(w.vocabulary.fields, name, field)}
            choices={option => choiceOf(w, `${field}.${option}`)}
            value={texts[field] ?? ''}
            onChange={value => set({ [field]: value })}
          />
        ))}
      </ThingForm>
    </Page>
  )
}

type AskingProps = {
  readonly room: RoomState
  readonly as: Asked
  readonly schema: Schema
  readonly label: string
  readonly choices: (option: string) => string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Asking({ room, as, schema, label, choices, value, onChange }: AskingProps) {
  const { t } = useWords()
  const needed = isNeeded(schema)
  switch (as) {
    case 'day':
    case 'term':
      return <DayText label={label} value={value} onChange={onChange} />
    case 'choice':
      return (
        <Selection
          label={label}
          value={value === '' ? undefined : value}
          onChange={onChange}
          placeholder={t('mandate.not-said')}
          options={optionsOf(unwrap(schema)).map(id => ({ id, label: choices(id) }))}
        />
      )
    case 'person':
      return (
        <Selection
          label={label}
          value={value === '' ? undefined : value}
          onChange={onChange}
          placeholder={t('mandate.nobody-here')}
          options={Object.values(room.members)
            .filter(member => isPresent(member) && member.party !== undefined)
            .map(member => ({ id: member.member, label: member.name }))}
        />
      )
    case 'ticks':
      return <Ticks label={label} of={itemOf(schema)} choices={choices} value={value} onChange={onChange} />
    case 'line':
    case 'text':
    case 'lines':
      return (
        <Field
          label={label}
          {...(needed ? { required: true } : { optional: true })}
          {...(as === 'line' ? {} : { lines: 3 })}
          {...(as === 'lines' ? { hint: t('mandate.one-a-line') } : {})}
          value={value}
          onChange={onChange}
        />
      )
    default:
      return as satisfies never
  }
}

type TicksProps = Pick<AskingProps, 'label' | 'choices' | 'value' | 'onChange'> & {
  readonly of: Schema | undefined
}

function Ticks({ label, of, choices, value, onChange }: TicksProps) {
  const ticked = new Set(value.split(',').filter(each => each !== ''))
  const options = of === undefined ? [] : optionsOf(unwrap(of))
  const turn = (option: string, on: boolean) =>
    onChange(options.filter(each => (each === option ? on : ticked.has(each))).join(','))
  return (
    <fieldset className="mandate-ticks">
      <legend className="field__label">{label}</legend>
      {options.map(option => (
        <Tick
          key={option}
          label={choices(option)}
          checked={ticked.has(option)}
          onChange={on => turn(option, on)}
        />
      ))}
    </fieldset>
  )
}
