import { type Matrix, type MatrixCell, type MatrixRow, nameOfIssue, sayCell } from '@goodoffices/client'
import { type CouldBePut, isIn, stageOf, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { withColon } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DatedThings } from './dated-things.tsx'
import { issuePath } from './paths.ts'

type Props = { readonly matrix: Matrix }

/** AGEN-14: what each side says of each issue, in columns of one width; for the mediators alone. */
export function MatrixPage({ matrix }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  const { desk, parties, rows } = matrix
  return (
    <Page title={t('term.agenda')} lead={t('term.desk-only')} width="wide">
      <div className="agenda-desk">
        <div className="agenda-desk__main">
          <table className="matrix">
            <thead>
              <tr>
                <th scope="col">{t('agenda.neutral')}</th>
                {parties.map(({ party, name }) => (
                  <th key={party} scope="col" className="matrix__side">
                    <bdi>{name}</bdi>
                  </th>
                ))}
                <th scope="col" className="matrix__side">
                  {t('agenda.at-table')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <Row key={row.issue} matrix={matrix} row={row} />
              ))}
            </tbody>
          </table>
          <div className="actions no-print">
            <LinkButton to={`${base}/rooms/${desk.id}/issue`}>{t('agenda.new')}</LinkButton>
            {rows.length > 0 && (
              <Button weight="text" onPress={() => print()}>
                {t('agenda.print')}
              </Button>
            )}
          </div>
          <Moves matrix={matrix} />
        </div>
        <aside className="agenda-desk__side">
          <CouldBePutNow matrix={matrix} />
          <Loose matrix={matrix} />
        </aside>
      </div>
      <DatedThings />
    </Page>
  )
}

function Row({ matrix: { desk, table, parties }, row }: Props & { readonly row: MatrixRow }) {
  const { t, day, language } = useWords()
  const { base } = useTalks()
  const w = useWriting(desk)
  const { posted, fields, cells } = row
  const room = posted === undefined ? desk : table
  return (
    <tr>
      <th scope="row" className="matrix__issue">
        <span className="matrix__number">{w.figure(fields.ordinal)}</span>
        <Link to={`${base}/rooms/${room.id}/${issuePath(row.issue)}`}>
          <bdi>
            <Said text={nameOfIssue(w, fields)} />
          </bdi>
        </Link>
      </th>
      {cells.map((cell, at) => (
        <td key={parties[at]?.party ?? at}>
          <span className="matrix__whose">
            <bdi>{parties[at]?.name}</bdi>
          </span>
          {cell === undefined ? (
            t('agenda.not-concerned')
          ) : (
            <>
              <CellWords cell={cell} />
              <span className="matrix__day">
                {cell.claim === undefined ? '' : day(standingOf(cell.claim).time)}
              </span>
            </>
          )}
        </td>
      ))}
      <td>
        <span className="matrix__whose">{t('agenda.at-table')}</span>
        {posted === undefined ? (
          row.could === 'agreed' ? (
            <LinkButton to={`${base}/rooms/${desk.id}/${issuePath(row.issue)}/post`}>
              {t('agenda.put-now')}
            </LinkButton>
          ) : (
            <span className="quiet">{t('term.not-on-table')}</span>
          )
        ) : (
          <>
            {row.isNoLongerAgreed ? t('term.no-longer-agreed') : t(`footing.${fields.footing}`)}
            <span className="matrix__words">
              {withColon(language, t('field.stage'))} {t(`stage.${stageOf(posted)}`)}
            </span>
          </>
        )}
      </td>
    </tr>
  )
}

/** A sign and a word: nothing hangs on a colour. */
const signs = { in: '●', 'in-if': '◐', out: '⊠', silent: '–' } as const

export function CellWords({ cell }: { readonly cell: MatrixCell }) {
  const { desk } = useTalks()
  if (desk === undefined) return null
  return <CellIn cell={cell} room={desk} />
}

function CellIn({
  cell,
  room,
}: {
  readonly cell: MatrixCell
  readonly room: Parameters<typeof useWriting>[0]
}) {
  const w = useWriting(room)
  const [said, ...more] = sayCell(w, cell)
  return (
    <span className="matrix__says">
      <span aria-hidden="true">{isIn(cell) ? signs.in : signs[cell.position]}</span> {said}
      {more.length > 0 && (
        <span className="matrix__words" dir="auto">
          <Said text={more.join(' · ')} />
        </span>
      )}
    </span>
  )
}

const order: readonly CouldBePut[] = ['agreed', 'unanswered', 'condition', 'raised']

/** What could be put on the table now, and for the rest what is missing; both sides are asked alike. */
function CouldBePutNow({ matrix: { desk, rows, parties } }: Props) {
  const { t, list } = useWords()
  const { base } = useTalks()
  const w = useWriting(desk)
  const open = rows.filter(({ posted }) => posted === undefined)
  return (
    <Section title={t('agenda.could-be-put')} hint={t('agenda.computed-here')}>
      {open.length === 0 && <p>{t('agenda.nothing-to-put')}</p>}
      {order.map(could => {
        const some = open.filter(row => row.could === could)
        if (some.length === 0) return null
        return (
          <div key={could}>
            <h3 className="agenda__group">{t(`term.could.${could}`)}</h3>
            <ul className="rows">
              {some.map(row => (
                <li key={row.issue}>
                  <span className="agenda__name">
                    {w.figure(row.fields.ordinal)} <Said text={nameOfIssue(w, row.fields)} />
                  </span>
                  {could === 'unanswered' && (
                    <span className="small quiet">
                      {t('agenda.not-said', {
                        parties: list(
                          row.cells.flatMap((cell, at) =>
                            cell?.position === 'silent' ? [parties[at]?.name ?? ''] : [],
                          ),
                        ),
                      })}
                    </span>
                  )}
                  <span className="actions no-print">
                    {(could === 'agreed' || could === 'raised') && (
                      <Link to={`${base}/rooms/${desk.id}/${issuePath(row.issue)}/post`}>
                        {t('agenda.preview-put')}
                      </Link>
                    )}
                    {could === 'unanswered' &&
                      row.cells.flatMap(cell =>
                        cell?.position === 'silent' && cell.caucus !== undefined
                          ? [
                              <Link
                                key={cell.party}
                                to={`${base}/rooms/${cell.caucus.id}/say?issue=${row.issue}&title=${encodeURIComponent(row.fields.title)}`}
                              >
                                {t('agenda.ask-side', { party: cell.caucus.party?.name ?? '' })}
                              </Link>,
                            ]
                          : [],
                      )}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <p className="small quiet">{t('agenda.stays-refused')}</p>
    </Section>
  )
}

/** What sides say that is laid to no issue yet. */
function Loose({ matrix: { desk, loose } }: Props) {
  const { t } = useWords()
  const { base } = useTalks()
  if (loose.length === 0) return null
  return (
    <Section title={t('agenda.loose')} hint={t('agenda.loose-hint')}>
      <ul className="rows">
        {loose.map(({ caucus, claim }) => (
          <li key={claim.item}>
            <bdi>
              <Said text={standingOf(claim).fields.what} />
            </bdi>{' '}
            <span className="small quiet">
              <bdi>{caucus.party?.name}</bdi>
            </span>{' '}
            <Link to={`${base}/rooms/${desk.id}/issue?claim=${claim.item}`}>{t('agenda.make-issue')}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const movesMax = 8

/** The last that was said, in the order in which it was; told to nobody until an issue is put. */
function Moves({ matrix }: Props) {
  const { t, day, language } = useWords()
  const { desk } = useTalks()
  const moves = matrix.rows
    .flatMap(row =>
      row.cells.flatMap(cell => (cell?.claim === undefined ? [] : [{ row, cell, claim: cell.claim }])),
    )
    .toSorted((a, b) => standingOf(b.claim).time - standingOf(a.claim).time)
    .slice(0, movesMax)
  if (moves.length === 0 || desk === undefined) return null
  return (
    <Section title={t('agenda.moves')} hint={t('agenda.told-nobody')}>
      <ul className="rows">
        {moves.map(({ row, cell, claim }) => (
          <li key={claim.item} className="agenda__move">
            <span className="small quiet">{day(standingOf(claim).time)}</span>{' '}
            <bdi>{cell.caucus?.party?.name}</bdi> · <Said text={row.fields.title} />
            {withColon(language, '')} <CellIn cell={cell} room={desk} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
