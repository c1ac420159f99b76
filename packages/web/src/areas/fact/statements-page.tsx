import { sayWhen, standingName } from '@goodoffices/client'
import { type PublicWords, publicColumns, type RoomState, standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { FactsFrame } from './facts-frame.tsx'

/** FACT-9: what was said in public, a column a side, with as many lines in each; who said what where, and no word for it. */
export function StatementsScreen() {
  const { t } = useWords()
  const { rooms, table, desk, caucuses, base } = useTalks()
  const parties = Object.values(table?.parties ?? {}).filter(({ kind }) => kind === 'party')
  const columns = publicColumns(
    rooms,
    parties.map(({ party }) => party),
  )
  const count = columns[0]?.lines.length ?? 0
  const home = desk ?? rooms.find(({ kind }) => kind === 'delegation') ?? caucuses[0]
  return (
    <FactsFrame lead={t('fact.public-lead')}>
      {count === 0 ? (
        <p className="quiet">{t('fact.none-public')}</p>
      ) : (
        <table className="statements">
          <caption className="unseen">{t('term.statements')}</caption>
          <thead>
            <tr>
              {columns.map(({ party }) => (
                <th key={party ?? ''} scope="col">
                  <bdi>{parties.find(each => each.party === party)?.name ?? t('term.other-speakers')}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_, at) => (
              <tr key={at}>
                {columns.map(({ party, lines }) => {
                  const line = lines[at]
                  return <td key={party ?? ''}>{line !== undefined && <Statement {...line} />}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {home !== undefined && (
        <div className="actions no-print">
          <LinkButton to={`${base}/rooms/${home.id}/beside-meeting?register=statement`}>
            {t('fact.log-statement')}
          </LinkButton>
        </div>
      )}
    </FactsFrame>
  )
}

function Statement({ room, account }: PublicWords<RoomState>) {
  const words = useWords()
  const { base, mediates } = useTalks()
  const w = useWriting(room)
  const { channel } = standingOf(account.thing).fields
  return (
    <article className="statements__one" aria-label={account.source}>
      <p className="statements__words" dir="auto">
        <Link to={`${base}/rooms/${room.id}/beside-meeting/${account.thing.item}`}>
          <Said text={account.words} />
        </Link>
      </p>
      <p className="quiet small">
        <bdi>
          <Said text={account.source} />
        </bdi>
        {' · '}
        {sayWhen(w, account)}
        {typeof channel === 'string' && (
          <>
            {' · '}
            <bdi>
              <Said text={channel} />
            </bdi>
          </>
        )}
      </p>
      <p className="quiet small">
        {standingName(w, account.thing)} · {roomName(room, words, mediates)}
      </p>
    </article>
  )
}
