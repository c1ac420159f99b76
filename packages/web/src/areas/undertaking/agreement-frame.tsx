import type { ReactNode } from 'react'
import { Link, usePlace } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Page } from '../../ui/page.tsx'
import type { Key } from '../../words/vocabulary.ts'
import { useWords } from '../../words/words.tsx'
import { signingPath } from '../close/used.ts'
import '../fact/facts.css'
import './undertaking.css'

const pages: readonly (readonly [to: string, name: Key])[] = [
  ['agreement', 'term.undertakings'],
  ['agreement/steps', 'term.one-sided-steps'],
  [signingPath, 'term.signing-room'],
]

type Props = { readonly lead?: ReactNode; readonly children: ReactNode }

/** The pages of what is agreed and undertaken, and the one that is read. */
export function AgreementFrame({ lead, children }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const place = usePlace()
  return (
    <Page title={t('term.agreement')} width="wide" {...(lead === undefined ? {} : { lead })}>
      <nav className="facts__pages no-print" aria-label={t('term.agreement')}>
        {pages.map(([to, name]) => {
          const isHere = place.path === `${base}/${to}`
          return (
            <Link key={to} to={`${base}/${to}`} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
              {t(name)}
            </Link>
          )
        })}
      </nav>
      {children}
    </Page>
  )
}
