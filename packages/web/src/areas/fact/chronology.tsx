import { issuesIn, nameOfIssue, nameOfThing, sayWhen, standingName } from '@goodoffices/client'
import { type ChronologyLine, chronologyOf, type ItemId, type RoomState, standingOf } from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { thingViewOf, useAreas } from '../use-areas.ts'
import { Standing } from './standing.tsx'

const all = 'all'

/** FACT-16: a line an event, each wording beside the others with the day that its side gives; narrowed by issue and by whose words. */
export function Chronology() {
  const { t } = useWords()
  const { rooms, table } = useTalks()
  const [issue, setIssue] = useState<string>(all)
  const [source, setSource] = useState<string>(all)
  const whole = chronologyOf(rooms)
  const sources = [...new Set(whole.flatMap(({ told }) => told.map(({ source }) => source)))]
    .filter(each => each !== '')
    .toSorted((a, b) => a.localeCompare(b))
  const lines = chronologyOf(rooms, {
    ...(issue === all ? {} : { issue: issue as ItemId }),
    ...(source === all ? {} : { source }),
  })
  return (
    <section className="chronology" aria-labelledby="chronology">
      <h2 id="chronology" className="figures__title">
        {t('term.chronology')}
      </h2>
      <p className="quiet small">{t('fact.chronology-lead')}</p>
      {whole.length > 0 && (
        <div className="chronology__filter no-print">
          {table !== undefined && <OfIssue table={table} issue={issue} onChange={setIssue} />}
          <Selection
            label={t('fact.of-source')}
            value={source}
            onChange={setSource}
            options={[{ id: all, label: t('fact.all') }, ...sources.map(each => ({ id: each, label: each }))]}
          />
          <Button weight="text" onPress={() => window.print()}>
            {t('fact.print')}
          </Button>
        </div>
      )}
      {lines.length === 0 ? (
        <p className="quiet">{t('fact.no-line')}</p>
      ) : (
        <ol className="chronology__lines">
          {lines.map(line => (
            <Line key={`${line.room.id} ${line.thing.item}`} line={line} />
          ))}
        </ol>
      )}
    </section>
  )
}

type OfIssueProps = {
  readonly table: RoomState
  readonly issue: string
  readonly onChange: (issue: string) => void
}

function OfIssue({ table, issue, onChange }: OfIssueProps) {
  const { t } = useWords()
  const w = useWriting(table)
  const issues = issuesIn(table)
  if (issues.length === 0) return null
  return (
    <Selection
      label={t('field.issue')}
      value={issue}
      onChange={onChange}
      options={[
        { id: all, label: t('fact.all') },
        ...issues.map(each => ({ id: each.item as string, label: nameOfIssue(w, standingOf(each).fields) })),
      ]}
    />
  )
}

function Line({ line: { isEvent, room, thing, told } }: { readonly line: ChronologyLine<RoomState> }) {
  const words = useWords()
  const { base, mediates } = useTalks()
  const w = useWriting(room)
  const page = thingViewOf(useAreas(), thing.register)?.page(room, thing)
  const at = `${base}/rooms/${room.id}`
  return (
    <li className="chronology__line">
      <p className="chronology__head">
        <Link
          to={page === undefined ? `${at}#i-${thing.item}` : `${at}/${page}`}
          className="chronology__name"
        >
          <Said text={nameOfThing(w, thing.item)} />
        </Link>
        <Standing of={thing} room={room} text={standingName(w, thing) ?? ''} />
      </p>
      <p className="quiet small">{roomName(room, words, mediates)}</p>
      {told.length === 0 ? (
        <p className="quiet">{words.t('fact.no-version')}</p>
      ) : (
        <ul className="chronology__told">
          {told.map(account => (
            <li key={account.thing.item}>
              <span className="chronology__when">{sayWhen(w, account)}</span>
              {isEvent && (
                <span className="chronology__who">
                  <bdi>
                    <Said text={account.source} />
                  </bdi>
                </span>
              )}
              {account.words !== '' && account.words !== nameOfThing(w, thing.item) && (
                <span className="chronology__words" dir="auto">
                  <Said text={account.words} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
