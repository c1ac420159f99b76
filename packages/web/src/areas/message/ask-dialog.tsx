import { newId } from '@goodoffices/client'
import {
  type Act,
  type AskId,
  isSamePassage,
  type Message,
  type Passage,
  type Passing,
  type RoomState,
  textOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Choice, Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { passagesOf } from '../desk/origin.ts'
import { useReach } from '../desk/use-reach.tsx'

export const passings = ['unattributed', 'attributed', 'verbatim'] as const satisfies readonly Passing[]

type Props = {
  readonly room: RoomState
  readonly message: Message
  /** What is asked for at first. */
  readonly passage?: Passage
  /** A wording to be released as it stands. */
  readonly wording?: string
  readonly as?: Passing
  readonly onClose: () => void
}

/** What may be asked for: whatever may be chosen of the message, and the words that were chosen elsewhere. */
function choicesOf(message: Message, passage: Passage | undefined): readonly Passage[] {
  const all = passagesOf(message)
  return passage === undefined || all.some(each => isSamePassage(each, passage)) ? all : [...all, passage]
}

/** The mediator asks the source that a passage may pass. */
export function AskDialog({ room, message, passage, wording, as, onClose }: Props) {
  const { t } = useWords()
  const choices = choicesOf(message, passage)
  const [about, setAbout] = useState(() =>
    Math.max(
      0,
      choices.findIndex(each => passage !== undefined && isSamePassage(each, passage)),
    ),
  )
  const [marking, setMarking] = useState<Passing>(as ?? 'unattributed')
  const [words, setWords] = useState(wording ?? '')
  const [note, setNote] = useState('')
  const [ask] = useState(() => newId<AskId>())
  const act: Act = {
    kind: 'release.ask',
    ask,
    passage: choices[about] ?? { message: message.message },
    marking,
    ...(words.trim() === '' ? {} : { wording: words }),
    ...(note.trim() === '' ? {} : { note }),
  }
  const reach = useReach(room, act)
  const nameOf = (each: Passage): string => {
    if (each.part === undefined && each.stretch === undefined) return t('ask.whole')
    return each.stretch === 'rest' ? t('stretch.rest') : textOf(message, each).slice(0, 80)
  }
  return (
    <ActDialog
      title={t('ask.title', { party: room.party?.name ?? '' })}
      label={t('ask.do')}
      act={() => reach.say(act)}
      incomplete={reach.open}
      onClose={onClose}
    >
      {choices.length > 1 && (
        <Selection
          label={t('field.passage')}
          value={String(about)}
          onChange={next => setAbout(Number(next))}
          options={choices.map((each, at) => ({ id: String(at), label: nameOf(each) }))}
        />
      )}
      <Choice
        label={t('ask.marking')}
        value={marking}
        onChange={setMarking}
        options={passings.map(id => ({ id, label: t(`marking.${id}`), hint: t(`marking.${id}-hint`) }))}
      />
      <Field
        label={t('ask.wording')}
        hint={t('ask.wording-hint')}
        optional
        lines={3}
        value={words}
        onChange={setWords}
      />
      <Field label={t('ask.note')} optional value={note} onChange={setNote} />
      {reach.shown}
    </ActDialog>
  )
}
