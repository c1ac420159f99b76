import { numbersOf } from '@goodoffices/client'
import { type ClauseChange, type DraftClause, writeNumber } from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'
import { numberIn } from './clause-name.ts'
import { Redline } from './redline.tsx'

type Props = {
  readonly changes: readonly ClauseChange[]
  /** The clauses of now, by which they are numbered. */
  readonly clauses: readonly DraftClause[]
  readonly language: string
}

/** TXT-25: what became of each clause: the same, worded anew, moved, new or gone; one that only got another number says which it had. */
export function Compared({ changes, clauses, language }: Props) {
  const { t } = useWords()
  const numbers = numbersOf(clauses)
  return (
    <div className="draft draft--compared">
      {changes.map(({ clause, is, moved, was, heading, words }) => (
        <section key={clause} className="draft__clause">
          <p className="small quiet">
            <bdi>{numberIn(numbers, clause, language)}</bdi> {t(`text.is-${is}`)}
            {moved && <> · {t('text.is-moved')}</>}
            {was !== undefined && <> · {t('text.was', { number: writeNumber(was, language) })}</>}
          </p>
          {heading.length > 0 && (
            <p dir="auto" lang={language}>
              <strong>
                <Redline pieces={heading} />
              </strong>
            </p>
          )}
          <div className="prose" dir="auto" lang={language}>
            <Redline pieces={words} />
          </div>
        </section>
      ))}
    </div>
  )
}
