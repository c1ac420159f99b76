import {
  isSamePassage,
  type Message,
  type Passage,
  permissionFor,
  type RoomState,
  subjectOf,
  textOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { quoted } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { AskDialog } from '../message/ask-dialog.tsx'
import { AskNote } from '../message/ask-note.tsx'
import { FormLine } from '../message/delivery-sheet.tsx'
import { MarkedText, type Range } from '../message/marked-text.tsx'
import { MarkingName } from '../message/marking.tsx'
import type { Carry } from './carry.ts'
import { passageAt, passagesOf } from './origin.ts'

type Props = {
  readonly source: RoomState
  readonly passage: Passage
  readonly carry: Carry
  readonly onPassage: (passage: Passage) => void
}

/** The message that a passage is of, the choice of the passage, and what of it may pass. */
export function PassageSource({ source, passage, carry, onPassage }: Props) {
  const { t, day } = useWords()
  const [asking, setAsking] = useState(false)
  const message = source.messages[passage.message]
  if (message === undefined) return null
  const { as, wording } = carry.common
  const permission = permissionFor(message, passage, source.terms)
  const asks = Object.values(source.asks).filter(ask => subjectOf(ask) === message.message)
  return (
    <>
      <p className="small quiet">
        <FormLine form={message.form} binding={message.binding} /> · {day(message.time)}
      </p>
      {message.title !== undefined && (
        <p className="entry__title" dir="auto">
          <Said text={message.title} />
        </p>
      )}
      <PassageChoice source={source} message={message} passage={passage} onPassage={onPassage} />
      <div className="permission">
        {permission.wording !== undefined && (
          <>
            <p className="small quiet">{t('ask.only-words')}</p>
            <div className="prose" dir="auto">
              <Said text={permission.wording} />
            </div>
          </>
        )}
        {asks.map(ask => (
          <AskNote key={ask.ask} room={source} message={message} ask={ask} />
        ))}
        <Button onPress={() => setAsking(true)}>{t('ask.open')}</Button>
      </div>
      {asking && (
        <AskDialog
          room={source}
          message={message}
          passage={passage}
          as={as}
          wording={as === 'verbatim' ? '' : wording}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

type ChoiceProps = Omit<Props, 'carry'> & { readonly message: Message }

const selected = 'selected'

/** The whole, all but its marked parts, one of these, or the words that are selected above, each with what may pass of it. */
function PassageChoice({ source, message, passage, onPassage }: ChoiceProps) {
  const { language, t } = useWords()
  const [range, setRange] = useState<Range>()
  const choices = passagesOf(message)
  const at = choices.findIndex(each => isSamePassage(each, passage))
  const isSelected = at < 0
  const words = range === undefined ? (isSelected ? passage : undefined) : passageAt(message, range)
  const select = (next: Range | undefined) => {
    // A press elsewhere ends a selection, and takes nothing back that was chosen.
    if (next === undefined) return
    setRange(next)
    if (isSelected) onPassage(passageAt(message, next))
  }
  const nameOf = (each: Passage): string => {
    if (each.part !== undefined) return quoted(language, shortened(textOf(message, each)))
    return t(each.stretch === undefined ? 'ask.whole' : 'stretch.rest')
  }
  const passing = (each: Passage) => (
    <PassingHint
      permission={permissionFor(message, each, source.terms)}
      isStrictest={each === choices[0] && choices.length > 1}
    />
  )
  return (
    <>
      <MarkedText message={message} terms={source.terms} chosen={passage} onSelect={select} />
      <Choice
        label={t('field.passage')}
        value={isSelected ? selected : String(at)}
        onChange={next => {
          const chosen = next === selected ? words : choices[Number(next)]
          if (chosen !== undefined) onPassage(chosen)
        }}
        options={[
          ...choices.map((each, n) => ({ id: String(n), label: nameOf(each), hint: passing(each) })),
          {
            id: selected,
            label:
              words === undefined
                ? t('carry.select')
                : `${t('carry.selected')} ${quoted(language, shortened(textOf(message, words)))}`,
            disabled: words === undefined,
            ...(words === undefined ? {} : { hint: passing(words) }),
          },
        ]}
      />
    </>
  )
}

const shownMax = 60
const shortened = (words: string): string =>
  words.length > shownMax ? `${words.slice(0, shownMax).trimEnd()}…` : words

function PassingHint({
  permission: { marking, because, wording },
  isStrictest,
}: {
  readonly permission: ReturnType<typeof permissionFor>
  readonly isStrictest: boolean
}) {
  const { t } = useWords()
  return (
    <>
      <MarkingName marking={marking} /> ·{' '}
      {t(isStrictest ? 'permission.strictest' : `term.because.${because}`)}
      {wording !== undefined && <> {t('term.these-words')}</>}
    </>
  )
}
