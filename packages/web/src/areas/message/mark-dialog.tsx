import { type Marking, type Message, permissionFor, type RoomState, standingBody } from '@goodoffices/core'
import { useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Choice } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'
import type { Range } from './marked-text.tsx'
import { markings, markPart } from './selection-bar.tsx'

type Props = { readonly room: RoomState; readonly message: Message; readonly onClose: () => void }

/** Marks the whole message, or the words selected here; the way to mark a part with the keyboard. */
export function MarkDialog({ room, message, onClose }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [range, setRange] = useState<Range>()
  const [marking, setMarking] = useState<Marking>(
    permissionFor(message, { message: message.message }, room.terms).marking,
  )
  const mark = () => {
    const { part: _, ...whole } = markPart(room, message, { from: 0, to: 0 }, marking)
    return session.act(room.id, range === undefined ? whole : markPart(room, message, range, marking))
  }
  return (
    <ActDialog title={t('field.marking')} label={t('mark.do')} act={mark} onClose={onClose}>
      <TextField className="field" value={standingBody(message)} isReadOnly>
        <Label className="field__label">{t('mark.words')}</Label>
        <Text slot="description" className="field__hint">
          {t('mark.words-hint')}
        </Text>
        <TextArea
          className="field__input"
          dir="auto"
          rows={7}
          onSelect={event => {
            const { selectionStart: from, selectionEnd: to } = event.currentTarget
            setRange(from < to ? { from, to } : undefined)
          }}
        />
      </TextField>
      <p className="small" aria-live="polite">
        {range === undefined
          ? t('mark.whole')
          : t('mark.part', { words: standingBody(message).slice(range.from, range.to).slice(0, 120) })}
      </p>
      <Choice
        label={t('act.message.mark')}
        value={marking}
        onChange={setMarking}
        options={markings.map(id => ({ id, label: t(`marking.${id}`), hint: t(`marking.${id}-hint`) }))}
      />
    </ActDialog>
  )
}
