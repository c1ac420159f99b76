import { isSamePart, phraseToSheet } from '@goodoffices/client'
import { useState } from 'react'
import { type Attempt, AttemptNotice } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useWords } from '../words/words.tsx'
import { useSpelled } from './spelled.tsx'
import './identity.css'

type Props = {
  readonly phrase: readonly string[]
  readonly attempt: Attempt
  readonly onDone: () => void
}

/** The places asked for: one from each third of the phrase. */
const askedFor = (length: number): readonly number[] => [2, Math.floor(length / 2), length - 4]

/** A heading that appears in place of another takes the focus. */
const takeFocus = (heading: HTMLHeadingElement | null): void => heading?.focus()

/** The recovery words, to be put on paper, in the reader's language or in digits; three of them are asked for before they go away. */
export function PhraseSheet({ phrase, attempt, onDone }: Props) {
  const { t, number, day } = useWords()
  const { form, parts } = useSpelled(phrase)
  const [asking, setAsking] = useState(false)
  const [shown] = useState(Date.now)
  const [answers, setAnswers] = useState<readonly string[]>(['', '', ''])
  const places = askedFor(parts.length)
  const isRight = (place: number, i: number): boolean => isSamePart(answers[i] ?? '', parts[place] ?? '')
  const wrong = places.map((place, i) => (answers[i] ?? '') !== '' && !isRight(place, i))
  const done = places.every(isRight)
  return (
    <section className="form" aria-labelledby="phrase">
      <h2 id="phrase" key={asking ? 'asked' : 'shown'} ref={takeFocus} tabIndex={-1}>
        {t(asking ? 'phrase.ask-title' : 'phrase.title')}
      </h2>
      {asking ? (
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            if (done) onDone()
          }}
        >
          <div className="pair">
            {places.map((place, i) => (
              <Field
                key={place}
                label={t('phrase.word', { number: number(place + 1) })}
                value={answers[i] ?? ''}
                onChange={word => setAnswers(answers.with(i, word))}
                error={wrong[i] === true ? t('phrase.wrong') : undefined}
              />
            ))}
          </div>
          <div className="actions">
            <Button weight="main" type="submit" isDisabled={!done || attempt.busy}>
              {t('phrase.do')}
            </Button>
            <Button weight="text" onPress={() => setAsking(false)}>
              {t('phrase.again')}
            </Button>
          </div>
          <AttemptNotice attempt={attempt} />
        </form>
      ) : (
        <>
          <p className="section__hint">{t('phrase.hint', { count: parts.length })}</p>
          <ol className="phrase" {...(form === 'digits' ? {} : { dir: 'ltr', lang: form })}>
            {parts.map((part, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- a phrase may hold a word twice; its place is its key
              <li key={place} className="phrase__word">
                <span className="phrase__number">{number(place + 1)}</span> <bdi dir="ltr">{part}</bdi>
              </li>
            ))}
          </ol>
          <figure className="phrase__code">
            <QrCode text={phraseToSheet(phrase)} label={t('phrase.code-label')} />
            <figcaption className="small quiet">
              {t('phrase.code', { address: `${location.origin}/recover` })}
            </figcaption>
          </figure>
          <p className="small quiet">{t('phrase.dated', { day: day(shown) })}</p>
          <div className="actions no-print">
            <Button weight="main" onPress={() => setAsking(true)}>
              {t('phrase.written')}
            </Button>
            <Button onPress={() => window.print()}>{t('phrase.print')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
