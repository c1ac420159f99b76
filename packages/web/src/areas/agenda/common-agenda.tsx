import { issuesIn, nameOfIssue, standingName } from '@goodoffices/client'
import { type Issue, isPutOff, stageOf, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { issuePath } from './paths.ts'

/** What all have agreed to talk about, by baskets, with its stage as a sentence; what is put off stands at the end, with its day. */
export function CommonAgenda() {
  const { t } = useWords()
  const { table } = useTalks()
  if (table === undefined) return null
  const all = issuesIn(table).toSorted(
    (a, b) => Number(isPutOff(a)) - Number(isPutOff(b)) || ordinalOf(a) - ordinalOf(b),
  )
  const baskets = [...new Set(all.map(issue => standingOf(issue).fields.basket))]
  return (
    <Section title={t('agenda.common')}>
      {all.length === 0 && <p className="quiet">{t('agenda.common-empty')}</p>}
      {baskets.map(basket => (
        <div key={basket ?? ''}>
          {basket !== undefined && (
            <h3 className="agenda__group">
              <Said text={basket} />
            </h3>
          )}
          <ul className="rows">
            {all
              .filter(issue => standingOf(issue).fields.basket === basket)
              .map(issue => (
                <li key={issue.item}>
                  <Line issue={issue} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

const ordinalOf = (issue: Issue): number => standingOf(issue).fields.ordinal

function Line({ issue }: { readonly issue: Issue }) {
  const { table, base } = useTalks()
  if (table === undefined) return null
  return <LineIn issue={issue} table={table} base={base} />
}

function LineIn({
  issue,
  table,
  base,
}: {
  readonly issue: Issue
  readonly table: Parameters<typeof useWriting>[0]
  readonly base: string
}) {
  const { t } = useWords()
  const w = useWriting(table)
  const { fields } = standingOf(issue)
  return (
    <>
      <Link to={`${base}/rooms/${table.id}/${issuePath(issue.item)}`} className="agenda__name">
        {w.figure(fields.ordinal)} <Said text={nameOfIssue(w, fields)} />
      </Link>
      <span className="small quiet agenda__standing">
        {standingName(w, issue)} · {t(`term.stage-means.${stageOf(issue)}`)}
      </span>
    </>
  )
}
