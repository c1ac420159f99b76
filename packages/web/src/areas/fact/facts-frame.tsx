import type { ReactNode } from 'react'
import { PlacePages } from '../../talks/place-pages.tsx'
import { Page } from '../../ui/page.tsx'
import type { Key } from '../../words/vocabulary.ts'
import { useWords } from '../../words/words.tsx'
import { factsPath } from './paths.ts'
import './facts.css'

const pages: readonly (readonly [to: string, name: Key])[] = [
  [factsPath, 'fact.figures-and-days'],
  [`${factsPath}/statements`, 'fact.public'],
  [`${factsPath}/measures`, 'fact.measures'],
  [`${factsPath}/evidence`, 'fact.evidence'],
]

type Props = { readonly lead?: ReactNode; readonly children: ReactNode }

/** The pages of facts, and the one that is read. */
export function FactsFrame({ lead, children }: Props) {
  const { t } = useWords()
  return (
    <Page title={t('term.facts')} width="wide" {...(lead === undefined ? {} : { lead })}>
      <PlacePages name="term.facts" pages={pages} />
      {children}
    </Page>
  )
}
