/** What the forms of things share: one put for the first time, or worded anew. */

import { checkThing, newId, type ThingAct } from '@goodoffices/client'
import {
  type Circumstance,
  type Day,
  findRegister,
  type ItemFields,
  type ItemId,
  puttersIn,
  type RegisterItem,
  type RegisterName,
  type RoomState,
} from '@goodoffices/core'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'

const DayField = lazy(() => import('../../ui/day-field.tsx'))

type PutAct = Extract<ThingAct, { readonly kind: 'item.put' }>

export type Putting = {
  /** The same at every render, also of what is not there yet. */
  readonly item: ItemId
  /** How often it had been worded when the form was opened. */
  readonly begunAt: number
  readonly act: (fields: ItemFields) => PutAct
  /** As a party's words that a mediator writes down. */
  readonly recorded: (act: PutAct) => PutAct
  readonly circumstance: Circumstance
  readonly setCircumstance: (next: Circumstance) => void
}

/** `before`: what is worded anew. */
export function usePutting(register: RegisterName, before: RegisterItem | undefined): Putting {
  const [item] = useState(() => before?.item ?? newId<ItemId>())
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const [begunAt] = useState(() => before?.revisions.length ?? 0)
  const rev = (before?.revisions.length ?? 0) + 1
  return {
    item,
    begunAt,
    act: fields => ({ kind: 'item.put', item, register, rev, fields }),
    recorded: act => ({ ...act, recorded: circumstance }),
    circumstance,
    setCircumstance,
  }
}

type FormProps = {
  readonly room: RoomState
  readonly putting: Putting
  readonly act: PutAct
  readonly label: string
  readonly incomplete: boolean
  /** The draft, once it is put. */
  readonly forget: () => void
  /** Where it leads when it is done, and the way out. */
  readonly done: string
  readonly back: string
  readonly children: ReactNode
}

/** With what the leak check names in it, and when and how it was said where it is written down. */
export function ThingForm({
  room,
  putting,
  act,
  label,
  incomplete,
  forget,
  done,
  back,
  children,
}: FormProps) {
  const { t, violation } = useWords()
  const { rooms } = useTalks()
  const navigate = useNavigate()
  const reach = useReach(room, act)
  // An address typed by hand: nothing is filled in that could not be sent.
  const register = findRegister(act.register)
  if (register === undefined || puttersIn(register, room) === undefined)
    return <p role="alert">{violation({ code: 'register-not-here' })}</p>
  const put = async () => {
    const checked = checkThing(rooms, room, act)
    return checked.ok ? reach.say(act) : checked
  }
  return (
    <ActForm
      label={label}
      act={put}
      incomplete={incomplete || reach.open}
      onDone={() => {
        forget()
        navigate({ to: done })
      }}
      beside={
        <LinkButton weight="text" to={back}>
          {t('do.cancel')}
        </LinkButton>
      }
    >
      {act.recorded !== undefined && (
        <CircumstanceFields value={putting.circumstance} onChange={putting.setCircumstance} />
      )}
      <Meanwhile room={room} putting={putting} />
      {children}
      {reach.shown}
    </ActForm>
  )
}

/** Somebody else has worded it anew since the form was opened: what was left alone here shows that, what was written here goes over it. */
function Meanwhile({ room, putting }: Pick<FormProps, 'room' | 'putting'>) {
  const { t } = useWords()
  const { session } = useTalks()
  const others = room.items[putting.item]?.revisions
    .slice(putting.begunAt)
    .filter(({ by }) => by !== session.me.member)
  const last = others?.at(-1)
  return (
    <output>
      {last !== undefined && (
        <span className="notice">{t('fact.changed-meanwhile', { name: nameIn(room, last.by) })}</span>
      )}
    </output>
  )
}

type DayProps = {
  readonly label: string
  readonly value: string
  readonly required?: true
  readonly onChange: (day: string) => void
}

/** A day among the texts of a form; empty where none is chosen. */
export function DayText({ label, value, required, onChange }: DayProps) {
  return (
    <Suspense>
      <DayField
        label={label}
        {...(required === undefined ? {} : { required })}
        value={value === '' ? undefined : (value as Day)}
        onChange={day => onChange(day ?? '')}
      />
    </Suspense>
  )
}

/** Of the texts of a form those in which something stands, by the names of their fields. */
export const givenOf = <K extends string>(
  texts: Readonly<Record<K, string>>,
  names: readonly K[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(names.filter(name => texts[name].trim() !== '').map(name => [name, texts[name]]))
