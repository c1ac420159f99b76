import { type Part, tidyText } from '@goodoffices/core'
import { useEffect, useRef, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import { editParts, markRange, type Range } from './marked-parts.ts'
import { MarkingName } from './marking.tsx'
import { markings } from './selection-bar.tsx'

type Props = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly parts: readonly Part[]
  readonly onChange: (value: string, parts: readonly Part[]) => void
}

/** Words that are being written, with marks on parts of them: select, and say what may pass. A copy of the text lies under the field. */
export function MarkedField({ label, hint, value, parts, onChange }: Props) {
  const { t } = useWords()
  const [range, setRange] = useState<Range>()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const look = () => {
      const area = field.current
      if (area === null || document.activeElement !== area) return
      const { selectionStart: from, selectionEnd: to, value: text } = area
      setRange(trimmed(text, { from, to }))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const touches = range !== undefined && parts.some(({ from, to }) => from < range.to && range.from < to)
  return (
    <div className="marked-field">
      <TextField
        className="field"
        value={value}
        onChange={next => {
          const words = tidyText(next)
          onChange(words, editParts(parts, value, words))
        }}
        isRequired
        validationBehavior="aria"
      >
        <Label className="field__label">{label}</Label>
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
        <div className="wording">
          <div className="wording__under field__input" aria-hidden="true" dir="auto">
            {piecesOf(value, parts).map(({ from, to, marking }) => (
              <span key={from} className={marking === undefined ? undefined : `passage passage--${marking}`}>
                {value.slice(from, to)}
              </span>
            ))}
            {'\n'}
          </div>
          <TextArea ref={field} className="wording__field field__input" dir="auto" />
        </div>
      </TextField>
      {range === undefined ? (
        <p className="small quiet">{t('say.mark-hint')}</p>
      ) : (
        <fieldset className="selection-bar" aria-label={t('selection.title')}>
          <p className="selection-bar__words" dir="auto">
            {value.slice(range.from, range.to)}
          </p>
          <div className="actions">
            {markings.map(marking => (
              <Button
                key={marking}
                weight="text"
                preventFocusOnPress
                onPress={() => onChange(value, markRange(parts, range, marking))}
              >
                <MarkingName marking={marking} />
              </Button>
            ))}
            {touches && (
              <Button
                weight="text"
                preventFocusOnPress
                onPress={() => onChange(value, markRange(parts, range, undefined))}
              >
                {t('say.unmark')}
              </Button>
            )}
          </div>
        </fieldset>
      )}
      {parts.length > 0 && (
        <ul className="marked-field__parts" aria-label={t('term.marked')}>
          {parts.map(({ part, from, to, marking }) => (
            <li key={part}>
              <MarkingName marking={marking} />{' '}
              <span className="quote" dir="auto">
                {value.slice(from, to)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Without white space at its ends; undefined where nothing is selected. */
function trimmed(text: string, { from, to }: Range): Range | undefined {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1
  return start < end ? { from: start, to: end } : undefined
}

function piecesOf(text: string, parts: readonly Part[]) {
  const pieces: { readonly from: number; readonly to: number; readonly marking?: Part['marking'] }[] = []
  let at = 0
  for (const { from, to, marking } of parts) {
    if (from > at) pieces.push({ from: at, to: from })
    pieces.push({ from, to, marking })
    at = to
  }
  if (at < text.length) pieces.push({ from: at, to: text.length })
  return pieces
}
