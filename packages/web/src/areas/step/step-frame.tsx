import type { ReactNode } from 'react'
import { Link, usePlace } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Page } from '../../ui/page.tsx'
import type { Key } from '../../words/vocabulary.ts'
import { useWords } from '../../words/words.tsx'
import { stepsPath } from './paths.ts'
import '../fact/facts.css'
import './step.css'

const pages: readonly (readonly [to: string, name: Key])[] = [
  [stepsPath, 'term.steps'],
  [`${stepsPath}/incidents`, 'term.incidents'],
  [`${stepsPath}/certify`, 'term.to-certify'],
]

type Props = { readonly lead?: ReactNode; readonly children: ReactNode }

/** The pages of steps, and the one that is read. */
export function StepFrame({ lead, children }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const place = usePlace()
  return (
    <Page title={t('term.steps')} width="wide" {...(lead === undefined ? {} : { lead })}>
      <nav className="facts__pages no-print" aria-label={t('term.steps')}>
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
