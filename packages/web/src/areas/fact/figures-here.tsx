import { askingsOf, nameOfThing, sayAsking, standingName } from '@goodoffices/client'
import type { ItemId, RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { Standing } from './standing.tsx'
import './fact.css'

type Props = {
  readonly room: RoomState
  /** One that is shown already. */
  readonly except?: ItemId
}

/** The disputed figures of a room, what each stands as and what it asks of the reader; nothing where there is none and none may be put. */
export function FiguresHere({ room, except }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const me = meIn(room, session)
  const things = Object.values(room.items)
  const matters = things.filter(({ register, item }) => register === 'matter' && item !== except)
  const putting = puttingFor(session, room, {
    kind: 'item.put',
    item: 'never-put-here' as ItemId,
    register: 'matter',
    rev: 1,
    fields: { kind: 'figure', title: 'x' },
  })
  const mayPut = putting !== undefined && except === undefined
  if (matters.length === 0 && !mayPut) return null
  return (
    <section className="figures" aria-labelledby={`figures-${room.id}`}>
      <h2 id={`figures-${room.id}`} className="figures__title">
        {t(except === undefined ? 'fact.title' : 'fact.others')}
      </h2>
      {matters.length > 0 && (
        <ul>
          {matters.map(matter => {
            const versions = things.filter(
              ({ register, revisions }) =>
                register === 'version' && revisions.at(-1)?.fields['matter'] === matter.item,
            )
            const asked =
              me === undefined
                ? []
                : [matter, ...versions].flatMap(thing => askingsOf(thing, me, room).slice(0, 1))
            const [first] = asked
            return (
              <li key={matter.item} className="figures__line">
                <Link to={`${base}/rooms/${room.id}/figure/${matter.item}`} className="figures__name">
                  <span dir="auto">
                    <Said text={nameOfThing(w, matter.item)} />
                  </span>
                </Link>
                <Standing of={matter} room={room} text={standingName(w, matter) ?? ''} />
                {first !== undefined && <span className="figures__asked">{sayAsking(w, first)}</span>}
              </li>
            )
          })}
        </ul>
      )}
      {mayPut && (
        <div className="actions no-print">
          <LinkButton weight={matters.length === 0 ? 'text' : 'plain'} to={`${base}/rooms/${room.id}/figure`}>
            {t('fact.put')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}
