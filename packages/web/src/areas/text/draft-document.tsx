import { numbersOf } from '@goodoffices/client'
import type { DraftClause } from '@goodoffices/core'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { numberIn } from './clause-name.ts'
import { ClauseWords } from './clause-words.tsx'
import { Standing } from './standing.tsx'

type Props = { readonly clauses: readonly DraftClause[]; readonly language: string }

/** A draft as a whole, in one language, as it is read and printed. */
export function DraftDocument({ clauses, language }: Props) {
  const numbers = numbersOf(clauses)
  return (
    <div className="draft" dir="auto" lang={language}>
      {clauses.map(clause => (
        <section key={clause.clause} className="draft__clause">
          <DraftedWords
            clause={clause}
            language={language}
            number={numberIn(numbers, clause.clause, language)}
          />
        </section>
      ))}
    </div>
  )
}

type ClauseProps = {
  readonly clause: DraftClause
  readonly language: string
  readonly number: string
}

/** One clause of a draft: number and heading, how it stands, its words, who wants what where names are shown, its footnotes. */
export function DraftedWords({ clause, language, number }: ClauseProps) {
  const { t, language: reading, list } = useWords()
  const { heading, body } = clause.renderings.find(each => each.language === language) ?? {}
  return (
    <>
      <div className="clause__head">
        <h2 dir="auto" lang={language}>
          {number !== '' && <bdi>{number}. </bdi>}
          {heading ?? t(`clauseKind.${clause.clauseKind}`)}
        </h2>
        <Standing of={clause} />
      </div>
      {clause.bracketed && <p className="small">{t('field.bracketed')}</p>}
      {body !== undefined && <ClauseWords words={body} language={language} />}
      {(clause.wantedBy ?? []).map(({ option, names }) => (
        <p key={option} className="small">
          {withColon(reading, t('field.names'))} <bdi>{list(names)}</bdi>
        </p>
      ))}
      {(clause.footnotes ?? []).map(note => (
        <p key={note.body} className="small" dir="auto">
          {withColon(reading, t(`footnoteKind.${note.footnoteKind}`))} {note.body}
        </p>
      ))}
    </>
  )
}
