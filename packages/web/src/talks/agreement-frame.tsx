import type { ReactNode } from 'react'
import { useAreas } from '../areas/use-areas.ts'
import { Link, usePlace } from '../route/route.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { pagesOfAgreement } from './agreement.ts'
import { useTalks } from './talks.tsx'
import '../areas/fact/facts.css'

type Props = { readonly lead?: ReactNode; readonly children: ReactNode }

/** The pages of what is agreed and undertaken, of all areas that have one, and the one that is read. */
export function AgreementFrame({ lead, children }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const place = usePlace()
  return (
    <Page title={t('term.agreement')} width="wide" {...(lead === undefined ? {} : { lead })}>
      <nav className="facts__pages no-print" aria-label={t('term.agreement')}>
        {pagesOfAgreement(useAreas()).map(({ to, name }) => (
          <Link key={to} to={`${base}/${to}`} isHere={place.path === `${base}/${to}`}>
            {t(name)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
