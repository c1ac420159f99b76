import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useWords } from '../words/words.tsx'
import './identity.css'

type Props = { readonly phrase: readonly string[]; readonly onDone: () => void }

/** The places asked for: one from each third of the phrase. */
const askedFor = (length: number): readonly number[] => [2, Math.floor(length / 2), length - 4]

/** A heading that appears in place of another takes the focus. */
const takeFocus = (heading: HTMLHeadingElement | null): void => heading?.focus()

/** What a camera reads: the page of recovery, with the words after the hash, which no server sees. */
export const recoveryLink = (phrase: readonly string[]): string =>
  `${location.origin}/recover#${phrase.join('-')}`

/** The recovery phrase, to be put on paper; three of its words are asked for before it goes away. */
export function PhraseSheet({ phrase, onDone }: Props) {
  const { t, number } = useWords()
  const [asking, setAsking] = useState(false)
  const [answers, setAnswers] = useState<readonly string[]>(['', '', ''])
  const places = askedFor(phrase.length)
  const wrong = places.map(
    (place, i) => (answers[i] ?? '') !== '' && (answers[i] ?? '').trim().toLowerCase() !== phrase[place],
  )
  const done = places.every((place, i) => (answers[i] ?? '').trim().toLowerCase() === phrase[place])
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
            <Button weight="main" type="submit" isDisabled={!done}>
              {t('phrase.do')}
            </Button>
            <Button weight="text" onPress={() => setAsking(false)}>
              {t('phrase.again')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <p className="section__hint">{t('phrase.hint', { count: phrase.length })}</p>
          <ol className="phrase" dir="ltr" lang="en">
            {phrase.map((word, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- a phrase may hold a word twice; its place is its key
              <li key={place} className="phrase__word">
                <span className="phrase__number">{number(place + 1)}</span> {word}
              </li>
            ))}
          </ol>
          <figure className="phrase__code">
            <QrCode text={recoveryLink(phrase)} label={t('phrase.code')} />
            <figcaption className="small quiet">{t('phrase.code')}</figcaption>
          </figure>
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
