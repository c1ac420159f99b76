import { addStatistics, figuresOf, readStatistics, type Statistics, summaryOf } from '@goodoffices/client'
import type { Violation } from '@goodoffices/core'
import { type CSSProperties, useState } from 'react'
import { saveFile } from '../../record/save-file.ts'
import type { Session } from '../../session/session.ts'
import { useAccess } from '../../session/use-session.tsx'
import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import './view.css'

/** VIEW-14: the case load of this device without content; an office adds what its other devices have written out. */
export function StatisticsPage() {
  const { t } = useWords()
  const session = useAccess().session()
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('term.statistics')} lead={t('view.statistics-lead')}>
        {session === undefined ? <p>{t('term.statistics.none')}</p> : <Figures session={session} />}
      </Page>
    </main>
  )
}

function Figures({ session }: { readonly session: Session }) {
  const { t, number } = useWords()
  const [others, setOthers] = useState<readonly Statistics[]>([])
  const [wrong, setWrong] = useState<Violation>()
  const [own] = useState(() => figuresOf(session, Date.now()))
  const all = addStatistics([own, ...others])
  const { talks, open, over, medianDays, byParties, byStage, byYear } = summaryOf(all)
  const add = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const read = readStatistics(await file.text())
      setWrong(read.ok ? undefined : read.error)
      if (read.ok) setOthers(before => [...before, read.value])
    }
  }
  return (
    <>
      <dl className="figures-list">
        {(
          [
            ['talks', talks],
            ['open', open],
            ['over', over],
            ['days', medianDays],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`term.statistics.${name}`)}</dt>
            <dd>{value === undefined ? '–' : number(value)}</dd>
          </div>
        ))}
      </dl>
      <Bars
        title={t('term.statistics.by-parties')}
        rows={[...byParties].map(([parties, count]) => ({ name: number(parties), count }))}
      />
      <Bars
        title={t('term.statistics.by-stage')}
        rows={[...byStage].map(([stage, count]) => ({ name: t(`stage.${stage}` as 'stage.heads'), count }))}
      />
      <Bars
        title={t('term.statistics.by-year')}
        rows={[...byYear].map(([year, count]) => ({ name: year, count }))}
      />
      <Section title={t('view.office')} hint={t('view.office-hint')}>
        <FileField
          label={t('view.office-add')}
          accept=".json,application/json"
          several
          onChoose={files => void add(files)}
        />
        <div role="alert">{wrong !== undefined && <ViolationText violation={wrong} />}</div>
        <div className="actions no-print">
          <Button
            onPress={() =>
              saveFile({
                content: JSON.stringify(all, undefined, 2),
                format: 'figures',
                name: t('term.statistics'),
              })
            }
          >
            {t('view.office-save')}
          </Button>
          <Button weight="text" onPress={() => print()}>
            {t('view.print')}
          </Button>
        </div>
      </Section>
    </>
  )
}

type BarsProps = {
  readonly title: string
  readonly rows: readonly { readonly name: string; readonly count: number }[]
}

/** A line for each, its figure in words, and a bar that says nothing more. */
function Bars({ title, rows }: BarsProps) {
  const { number } = useWords()
  if (rows.length === 0) return null
  const most = Math.max(...rows.map(({ count }) => count))
  return (
    <Section title={title}>
      <table className="equal">
        <caption className="unseen">{title}</caption>
        <tbody>
          {rows.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {number(count)}
                <span
                  className="equal__bar"
                  aria-hidden="true"
                  style={{ '--length': `${(count / most) * 100}%` } as CSSProperties}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
