import { matrixOf } from '@goodoffices/client'
import { useTalks } from '../../talks/talks.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { CommonAgenda } from './common-agenda.tsx'
import { DatedThings } from './dated-things.tsx'
import { MatrixPage } from './matrix-page.tsx'
import { OwnClaims } from './own-claims.tsx'
import './agenda.css'

/** For the mediators the matrix; for a party what it says belongs, beside what all have agreed to talk about. */
export function AgendaScreen() {
  const { t } = useWords()
  const { session, process, mediates, desk, caucuses } = useTalks()
  const matrix = mediates && desk !== undefined ? matrixOf(session, process.process) : undefined
  if (matrix !== undefined) return <MatrixPage matrix={matrix} />
  const [own] = caucuses
  return (
    <Page title={t('term.agenda')} lead={t('agenda.lead-party')}>
      <div className="agenda-columns">
        {own !== undefined && <OwnClaims caucus={own} />}
        <CommonAgenda />
      </div>
      <DatedThings />
    </Page>
  )
}
