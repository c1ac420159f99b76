import { fieldLabel, nameOfThing } from '@goodoffices/client'
import {
  carriedAlready,
  type DeliveryId,
  type ItemId,
  isPublic,
  type RegisterItem,
  type RoomState,
} from '@goodoffices/core'
import { use } from 'react'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { MendContext } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import type { Carry, Leg } from './carry.ts'
import { nameAt, referencesOf } from './legs.ts'
import { answeredBy } from './origin.ts'
import { readersOf } from './recipients.tsx'
import type { Checked } from './use-checked.ts'

type Props = {
  readonly carry: Carry
  readonly checked: Checked
  readonly desk: RoomState
  /** Several stand below each other, each under its name. */
  readonly named: boolean
  readonly written: boolean
  readonly onChange: (change: Partial<Leg>) => void
}

/** What is said for one recipient: what it answers or puts right there, what its fields name there, and why it may not go. */
export function LegFields({ carry, checked, desk, named, written, onChange }: Props) {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const mend = use(MendContext)
  const { room, leg, plan, preview } = checked
  const answered = isPublic(room) || plan.as === 'unattributed' ? undefined : answeredBy(talks, plan)
  const again = carriedAlready(desk, plan)
  const refused = written && !preview.allowed.ok ? preview.allowed.error : undefined
  return (
    <div className="leg">
      {named && <h3 className="leg__name">{readersOf(room, words)}</h3>}
      <Named carry={carry} checked={checked} onChange={onChange} />
      {answered !== undefined && (
        <Tick
          label={t('carry.answers')}
          checked={leg.answers !== undefined}
          onChange={on => onChange({ answers: on ? answered : undefined })}
        />
      )}
      <Earlier checked={checked} onChange={onChange} />
      {again.map(item => (
        <p key={item.plan.conveyance} className="notice">
          {t('carry.already', { name: nameIn(desk, item.carrier) })}
        </p>
      ))}
      {refused !== undefined && (
        <div className="notice notice--caution" aria-live="polite">
          <ViolationText violation={refused} />
          {refused.code === 'rules-older' && (
            <Button weight="text" onPress={() => void mend(refused)}>
              {t('term.move-room')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

type PartProps = Pick<Props, 'checked' | 'onChange'>

/** What of it the fields of a thing name in this room; of what it is said, where it is said of something. */
function Named({ carry, checked, onChange }: PartProps & { readonly carry: Carry }) {
  const { t } = useWords()
  const talks = useTalks()
  const { room, leg } = checked
  const w = useWriting(room)
  const { table } = talks
  const here = Object.values(room.items)
  const known = [...here, ...(room === table ? [] : Object.values(table?.items ?? {}))]
  return referencesOf(talks, carry).map(({ name, of, register, under }) => {
    const value = nameAt(talks, { leg, room }, { name, of })
    const fitting = (name === 'on' ? here : known).filter(
      thing => under === undefined || thing.register === under,
    )
    const label = name === 'on' ? t('carry.said-of') : fieldLabel(w.vocabulary.fields, register, name)
    if (fitting.length === 0)
      return (
        <p key={name} className="notice">
          {t('carry.nothing-there', { field: label })}
        </p>
      )
    return (
      <Selection
        key={name}
        label={label}
        placeholder={t('carry.choose')}
        value={value}
        onChange={(chosen: ItemId) => onChange({ names: { ...leg.names, [name]: chosen } })}
        options={fitting.map(thing => ({ id: thing.item, label: titleIn(w, talks.table, thing) }))}
      />
    )
  })
}

/** As it is called where it stands: the table's things are not among the room's. */
const titleIn = (
  w: ReturnType<typeof useWriting>,
  table: RoomState | undefined,
  { item }: RegisterItem,
): string =>
  nameOfThing(table !== undefined && w.room.items[item] === undefined ? { ...w, room: table } : w, item)

/** What stands there already, to be put right: in a caucus an earlier delivery, at the table and in a group the thing itself. */
function Earlier({ checked: { room, leg, plan }, onChange }: PartProps) {
  const { t, number } = useWords()
  const w = useWriting(room)
  const { thing } = plan
  const register = thing !== undefined && 'register' in thing ? thing.register : undefined
  const options = isPublic(room)
    ? Object.values(room.items)
        .filter(item => item.register === register)
        .map(({ item }) => ({ id: item as string, label: nameOfThing(w, item) }))
    : Object.values(room.deliveries).map(item => ({
        id: item.delivery as string,
        label: `${number(item.position)} · ${(item.title ?? item.body).slice(0, 60)}`,
      }))
  if (options.length === 0) return null
  return (
    <Selection
      label={t('carry.corrects')}
      value={leg.corrects ?? 'none'}
      onChange={id => onChange({ corrects: id === 'none' ? undefined : (id as DeliveryId) })}
      options={[
        { id: 'none', label: t(isPublic(room) ? 'carry.corrects-no-entry' : 'carry.corrects-none') },
        ...options,
      ]}
    />
  )
}
