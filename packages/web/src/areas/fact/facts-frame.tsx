import type { ReactNode } from 'react'
import { Link, usePlace } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
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
  const { base } = useTalks()
  const place = usePlace()
  return (
    <Page title={t('term.facts')} width="wide" {...(lead === undefined ? {} : { lead })}>
      <nav className="facts__pages no-print" aria-label={t('term.facts')}>
        {pages.map(([to, name]) => (
          // The first of them is the beginning of all the others' addresses.
          <Link key={to} to={`${base}/${to}`} isHere={place.path === `${base}/${to}`}>
            {t(name)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
