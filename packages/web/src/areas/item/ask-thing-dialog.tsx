import { choiceOf, newId } from '@goodoffices/client'
import type { Act, AskId, Passing, RegisterItem, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Choice, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { linesOf } from '../desk/carry.ts'
import { choosableOf } from '../desk/origin.ts'
import { useReach } from '../desk/use-reach.tsx'
import { passings } from '../message/ask-dialog.tsx'

type Props = {
  readonly room: RoomState
  readonly thing: RegisterItem
  /** Asked for first; all of them where none is named. */
  readonly fields?: readonly string[]
  /** The number of what was said of it, in place of fields. */
  readonly mark?: number
  readonly as?: Passing
  readonly onClose: () => void
}

/** The mediator asks the source that fields of a thing may pass, or what it said of one. */
export function AskThingDialog({ room, thing, fields: first, mark, as, onClose }: Props) {
  const { t } = useWords()
  const w = useWriting(room)
  const choosable = choosableOf(thing)
  const [fields, setFields] = useState<readonly string[]>(first ?? choosable)
  // What is said of a thing says nothing without a side for which it speaks.
  const ways = mark === undefined ? passings : passings.filter(way => way !== 'unattributed')
  const [marking, setMarking] = useState<Passing>(
    as !== undefined && ways.some(way => way === as) ? as : (ways[0] ?? 'attributed'),
  )
  const [note, setNote] = useState('')
  // ITEM-3: what was read when this was opened.
  const [rev] = useState(() => thing.revisions.length)
  const [ask] = useState(() => newId<AskId>())
  const act: Act = {
    kind: 'release.ask',
    ask,
    passage: mark === undefined ? { item: thing.item, rev, fields } : { item: thing.item, mark },
    marking,
    ...(note.trim() === '' ? {} : { note }),
  }
  const reach = useReach(room, act)
  const said = mark === undefined ? undefined : thing.marks[mark - 1]
  return (
    <ActDialog
      title={t('ask.title', { party: room.party?.name ?? '' })}
      label={t('ask.do')}
      act={() => reach.say(act)}
      incomplete={fields.length === 0 || reach.open}
      onClose={onClose}
    >
      {said === undefined ? (
        <fieldset className="chosen-fields">
          <legend className="field__label">{t('ask.fields')}</legend>
          {linesOf(w, thing, choosable).map(({ name, label, text }) => (
            <Tick
              key={name}
              label={label}
              checked={fields.includes(name)}
              hint={
                <span className="chosen-fields__text">
                  <bdi>
                    <Said text={text} />
                  </bdi>
                </span>
              }
              onChange={on =>
                setFields(choosable.filter(field => (field === name ? on : fields.includes(field))))
              }
            />
          ))}
        </fieldset>
      ) : (
        <p>{choiceOf(w, `verb.${said.verb}`)}</p>
      )}
      <Choice
        label={t('ask.marking')}
        value={marking}
        onChange={setMarking}
        options={ways.map(id => ({ id, label: t(`marking.${id}`), hint: t(`marking.${id}-hint`) }))}
      />
      <Field label={t('ask.note')} optional value={note} onChange={setNote} />
      {reach.shown}
    </ActDialog>
  )
}
