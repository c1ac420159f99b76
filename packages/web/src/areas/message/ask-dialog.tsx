import { newId } from '@goodoffices/client'
import {
  type Act,
  type AskId,
  type Message,
  type PartId,
  type Passing,
  type RoomState,
  textOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Choice, Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'

export const passings = ['unattributed', 'attributed', 'verbatim'] as const satisfies readonly Passing[]

type Props = {
  readonly room: RoomState
  readonly message: Message
  readonly part?: PartId
  /** A wording to be released as it stands. */
  readonly wording?: string
  readonly as?: Passing
  readonly onClose: () => void
}

/** The mediator asks the source that a passage may pass. */
export function AskDialog({ room, message, part, wording, as, onClose }: Props) {
  const { t } = useWords()
  const [about, setAbout] = useState<string>(part ?? 'whole')
  const [marking, setMarking] = useState<Passing>(as ?? 'unattributed')
  const [words, setWords] = useState(wording ?? '')
  const [note, setNote] = useState('')
  const parts = Object.values(message.parts).sort((a, b) => a.from - b.from)
  const [ask] = useState(() => newId<AskId>())
  const act: Act = {
    kind: 'release.ask',
    ask,
    passage: {
      message: message.message,
      ...(about === 'whole' ? {} : { part: about as PartId }),
    },
    marking,
    ...(words.trim() === '' ? {} : { wording: words }),
    ...(note.trim() === '' ? {} : { note }),
  }
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('ask.title', { party: room.party?.name ?? '' })}
      label={t('ask.do')}
      act={() => reach.say(act)}
      incomplete={reach.open}
      onClose={onClose}
    >
      {parts.length > 0 && (
        <Selection
          label={t('field.passage')}
          value={about}
          onChange={setAbout}
          options={[
            { id: 'whole', label: t('ask.whole') },
            ...parts.map(item => ({
              id: item.part,
              label: textOf(message, { message: message.message, part: item.part }).slice(0, 80),
            })),
          ]}
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
