import type { ReactNode } from 'react'
import { useAreas } from '../areas/use-areas.ts'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { pagesOfAgreement } from './agreement.ts'
import { PlacePages } from './place-pages.tsx'
import '../areas/fact/facts.css'

type Props = { readonly lead?: ReactNode; readonly children: ReactNode }

/** The pages of what is agreed and undertaken, of all areas that have one, and the one that is read. */
export function AgreementFrame({ lead, children }: Props) {
  const { t } = useWords()
  return (
    <Page title={t('term.agreement')} width="wide" {...(lead === undefined ? {} : { lead })}>
      <PlacePages
        name="term.agreement"
        pages={pagesOfAgreement(useAreas()).map(({ to, name }) => [to, name])}
      />
      {children}
    </Page>
  )
}
