import {
  type ImportReview,
  type ImportRow,
  numbersOf,
  type RowChoice,
  type WordPiece,
} from '@goodoffices/client'
import type { ClauseId, DraftClause } from '@goodoffices/core'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Section } from '../../ui/page.tsx'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { numberIn } from './clause-name.ts'

type Clauses = readonly Pick<DraftClause, 'clause' | 'clauseKind' | 'upper' | 'insertedAs'>[]
type Props = {
  readonly review: ImportReview
  readonly clauses: Clauses
  readonly language: string
  readonly choiceOf: (row: ImportRow) => RowChoice
  readonly onChoice: (at: number, choice: RowChoice) => void
}

/** Each passage of a file: which clause it is, what was changed in it and by whom, and whether it is put. */
export function ImportRows({ review, clauses, language, choiceOf, onChoice }: Props) {
  const { t, list } = useWords()
  const numbers = numbersOf(clauses)
  const kinds = new Map(clauses.map(each => [each.clause, each.clauseKind]))
  const nameOf = (clause: ClauseId): string =>
    [t(`clauseKind.${kinds.get(clause) ?? 'article'}`), numberIn(numbers, clause, language)].join(' ').trim()
  const differing = review.rows.filter(({ same }) => !same)
  return (
    <>
      <Section title={t('text.import-rows', { count: differing.length })}>
        <p className="small quiet">{t('text.signs')}</p>
        <ol className="import">
          {differing.map(row => (
            <OneRow
              key={row.at}
              row={row}
              choice={choiceOf(row)}
              onChoice={choice => onChoice(row.at, choice)}
              clauses={clauses}
              nameOf={nameOf}
            />
          ))}
        </ol>
      </Section>
      {review.absent.length > 0 && (
        <p className="small">
          {t('text.import-absent')} {list(review.absent.map(nameOf))}
        </p>
      )}
    </>
  )
}

type RowProps = {
  readonly row: ImportRow
  readonly choice: RowChoice
  readonly onChoice: (choice: RowChoice) => void
  readonly clauses: Clauses
  readonly nameOf: (clause: ClauseId) => string
}

function OneRow({ row, choice, onChoice, clauses, nameOf }: RowProps) {
  const { t, language, list } = useWords()
  const { known, heading, words, comments, footnotes, authors, label, kind } = row
  const clause = choice.clause === undefined ? row.clause : (choice.clause ?? undefined)
  const is = clause === undefined ? t('text.import-new', { kind: t(`clauseKind.${kind}`) }) : nameOf(clause)
  return (
    <li className="import__row">
      <Tick
        label={
          <>
            <bdi>{label ?? is}</bdi>
            {label !== undefined && (
              <span className="quiet">
                {' '}
                · <bdi>{is}</bdi>
              </span>
            )}
          </>
        }
        checked={choice.put}
        onChange={put => onChoice({ ...choice, put })}
      />
      {known === 'perhaps' && (
        <Selection<ClauseId | 'new'>
          label={t('text.import-which')}
          value={clause ?? 'new'}
          onChange={id => onChoice({ put: true, clause: id === 'new' ? null : id })}
          options={[
            { id: 'new' as const, label: t('text.import-new', { kind: t(`clauseKind.${kind}`) }) },
            ...clauses.map(each => ({ id: each.clause, label: nameOf(each.clause) })),
          ]}
        />
      )}
      {heading.length > 0 && (
        <p dir="auto" lang={row.language}>
          <strong>
            <Pieces pieces={heading} />
          </strong>
        </p>
      )}
      {words.length > 0 && (
        <p className="prose" dir="auto" lang={row.language}>
          <Pieces pieces={words} />
        </p>
      )}
      {authors.length > 0 && (
        <p className="small quiet">
          {t('text.import-by')} <bdi>{list(authors)}</bdi>
        </p>
      )}
      {comments.map(({ by, text }) => (
        <p key={`${by} ${text}`} className="small" dir="auto">
          {withColon(language, by)} {text}
        </p>
      ))}
      {footnotes.map(note => (
        <p key={note} className="small" dir="auto">
          * {note}
        </p>
      ))}
    </li>
  )
}

/** What was put in and what was struck, by strokes and lines and said aloud. */
function Pieces({ pieces }: { readonly pieces: readonly WordPiece[] }) {
  const { t } = useWords()
  return pieces.map(({ text, put, struck }, index) => {
    const key = `${index} ${text.length}`
    if (put === undefined && struck === undefined) return <span key={key}>{text}</span>
    const Mark = struck === undefined ? 'ins' : 'del'
    return (
      <Mark key={key}>
        <span className="unseen">{t(struck === undefined ? 'text.new' : 'text.removed')} </span>
        {text}
      </Mark>
    )
  })
}
