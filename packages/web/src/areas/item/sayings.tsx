import { checkThing, choiceOf, nameOfThing } from '@goodoffices/client'
import {
  type Circumstance,
  findRegister,
  type ItemId,
  type RegisterItem,
  type RoomState,
  templateOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'
import { type Saying, sayingsFor, useMarkOf } from './may.ts'
import { DayText } from './thing-form.tsx'

type Props = {
  readonly room: RoomState
  readonly thing: RegisterItem
  /** Of its words those that make sense now; all of them where nothing is said. */
  readonly verbs?: readonly string[]
  /** Where it matters on which day it was. */
  readonly isDated?: boolean
}

/** As many as stand side by side; the rest is opened. TMPL-5: fewer where the talks' template says so. */
const shownMost = 4

/** What the reader may say of a thing now, a button each; each says once more what it says before it goes. */
export function Sayings({ room, thing, verbs, isDated = false }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const w = useWriting(room)
  const [saying, setSaying] = useState<Saying>()
  const may = sayingsFor(
    session,
    room,
    thing,
    verbs ?? Object.keys(findRegister(thing.register)?.verbs ?? {}),
  )
  // What is being written stays, also where it may not be said any more: it is refused with the reason.
  if (may.length === 0 && saying === undefined) return null
  const shownMax = templateOf(room)?.verbsShown ?? shownMost
  const more = may.slice(shownMax)
  return (
    <div className="actions no-print">
      {may.slice(0, shownMax).map(each => (
        <Button key={each.verb} weight="plain" onPress={() => setSaying(each)}>
          {choiceOf(w, `say.${each.verb}`)}
        </Button>
      ))}
      {more.length > 0 && (
        <ActionMenu
          label={t('fact.more')}
          choices={more.map(each => ({
            id: each.verb,
            label: choiceOf(w, `say.${each.verb}`),
            onAction: () => setSaying(each),
          }))}
        />
      )}
      {saying !== undefined && (
        <SayDialog
          room={room}
          thing={thing}
          saying={saying}
          isDated={isDated}
          onClose={() => setSaying(undefined)}
        />
      )}
    </div>
  )
}

type DialogProps = Props & { readonly saying: Saying; readonly onClose: () => void }

function SayDialog({ room, thing, saying: { verb, recorded, body }, isDated, onClose }: DialogProps) {
  const { t } = useWords()
  const { rooms } = useTalks()
  const w = useWriting(room)
  const [note, setNote] = useState('')
  const [day, setDay] = useState('')
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const needed = findRegister(thing.register)?.verbs[verb]?.needs ?? []
  const needsNote = needed.includes('note')
  const needsOther = needed.includes('evidence')
  const others = Object.values(room.items).filter(other => other.item !== thing.item)
  const [other, setOther] = useState<ItemId>()
  const mark = useMarkOf(thing)
  const act = mark(thing, verb, {
    ...(note.trim() === '' ? {} : { note }),
    ...(needsOther && other !== undefined ? { evidence: [other] } : {}),
    ...(recorded ? { recorded: circumstance } : {}),
    ...(body === undefined ? {} : { for: { name: body } }),
    ...(day === '' ? {} : { at: Date.parse(`${day}T12:00:00Z`) }),
  })
  const reach = useReach(room, act)
  const say = async () => {
    const checked = checkThing(rooms, room, act)
    return checked.ok ? reach.say(act) : checked
  }
  return (
    <ActDialog
      title={choiceOf(w, `say.${verb}`)}
      act={say}
      incomplete={(needsNote && note.trim() === '') || (needsOther && other === undefined) || reach.open}
      onClose={onClose}
    >
      {room.kind === 'caucus' && <p>{t('meeting.mediators-alone')}</p>}
      {recorded && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
      {isDated === true && <DayText label={t('field.at')} value={day} onChange={setDay} />}
      {needsOther && (
        <Selection
          label={t('field.evidence')}
          value={other}
          onChange={setOther}
          options={others.map(each => ({ id: each.item, label: nameOfThing(w, each.item) }))}
        />
      )}
      <Field
        label={t(needsNote ? 'field.reason' : 'field.note')}
        lines={3}
        value={note}
        onChange={setNote}
        required={needsNote}
        optional={!needsNote}
      />
      {reach.shown}
    </ActDialog>
  )
}
