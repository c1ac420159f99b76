import {
  equalTreatment,
  loadViews,
  type Measure,
  ownFigures,
  type Report,
  sayMeasured,
  sayUneven,
} from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { type CSSProperties, use } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import './view.css'

/** VIEW-5: of each party the same figures beside each other, for the mediators; VIEW-6: for a party its own. */
export function EqualPage() {
  const { t } = useWords()
  const { session, process, desk, caucuses } = useTalks()
  const views = use(loadViews())
  const all = equalTreatment(session, process.process, views)
  const report = all ?? ownFigures(session, process.process, views)
  const room = desk ?? caucuses[0]
  return (
    <Page
      title={t(all === undefined ? 'term.symmetry.own' : 'term.symmetry')}
      lead={t(all === undefined ? 'view.own-lead' : 'view.equal-lead')}
      width="wide"
    >
      {report === undefined || room === undefined ? (
        <p>{t('view.no-figures')}</p>
      ) : (
        <Figures report={report} room={room} />
      )}
    </Page>
  )
}

type Props = { readonly report: Report; readonly room: RoomState }

function Figures({ report, room }: Props) {
  const { t } = useWords()
  const w = useWriting(room)
  const isOne = report.parties.length < 2
  return (
    <>
      {!isOne && (
        <Section title={t('view.differences')} hint={t('term.symmetry.margin')}>
          {report.uneven.length === 0 ? (
            <p>{t('term.symmetry.even')}</p>
          ) : (
            <ul className="rows">
              {report.uneven.map(measure => (
                <li key={measure.of}>{sayUneven(w, report, measure)}</li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {(['mediators', 'side'] as const).map(by => (
        <Section
          key={by}
          title={t(by === 'mediators' ? 'term.symmetry.by-mediators' : 'term.symmetry.by-sides')}
        >
          <Table report={report} room={room} measures={report.measures.filter(each => each.by === by)} />
        </Section>
      ))}
      <div className="actions no-print">
        <Button weight="text" onPress={() => print()}>
          {t('view.print')}
        </Button>
      </div>
    </>
  )
}

/** Columns of one width; in each cell the figure, and under it a bar on the scale of its line, which says nothing that the figure does not. */
function Table({ report: { parties }, room, measures }: Props & { readonly measures: readonly Measure[] }) {
  const { t } = useWords()
  const w = useWriting(room)
  return (
    <table className="equal">
      <thead>
        <tr>
          <th scope="col">{t('view.figure')}</th>
          {parties.map(({ party, name }) => (
            <th key={party} scope="col" className="equal__side">
              <bdi>
                <Said text={name} />
              </bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map(({ of, unit, values }) => {
          const most = Math.max(1, ...values.map(value => value ?? 0))
          return (
            <tr key={of}>
              <th scope="row">{t(`term.${of}`)}</th>
              {values.map((value, at) => (
                <td key={parties[at]?.party ?? at}>
                  <span className="equal__whose" aria-hidden="true">
                    <bdi>{parties[at]?.name}</bdi>
                  </span>
                  {sayMeasured(w, unit, value)}
                  {parties.length > 1 && (
                    <span
                      className="equal__bar"
                      aria-hidden="true"
                      style={{ '--length': `${((value ?? 0) / most) * 100}%` } as CSSProperties}
                    />
                  )}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
