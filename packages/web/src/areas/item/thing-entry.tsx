import { nameOfThing, registerName, sideOf, standingName } from '@goodoffices/client'
import { standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import type { EntryProps } from '../area.ts'
import { ToldLine } from '../message/told-line.tsx'
import { thingViewOf, useAreas } from '../use-areas.ts'
import { ThingAskNote } from './thing-ask-note.tsx'
import { ThingPassing } from './thing-passing.tsx'

/** A thing that was entered: what it is called, whose it is, how it stands, and what of it was asked for and passed on. */
export function ThingEntry({ room, item: { thing, asks, told } }: EntryProps<'item'>) {
  const { moment } = useWords()
  const { base } = useTalks()
  const w = useWriting(room)
  const { time } = standingOf(thing)
  const view = thingViewOf(useAreas(), thing.register)
  const page = view?.page(room, thing)
  const title = (
    <bdi>
      <Said text={nameOfThing(w, thing.item)} />
    </bdi>
  )
  return (
    <>
      <div className="entry__head">
        <span className="entry__who">{sideOf(w, thing)}</span>
        <time dateTime={new Date(time).toISOString()}>{moment(time)}</time>
        <span>{registerName(w, thing.register)}</span>
        <span>{standingName(w, thing)}</span>
      </div>
      <p className="prose">
        {page === undefined ? title : <Link to={`${base}/rooms/${room.id}/${page}`}>{title}</Link>}
        {view?.Beside !== undefined && <view.Beside room={room} thing={thing} />}
      </p>
      <ThingPassing room={room} thing={thing} />
      {asks.map(ask => (
        <ThingAskNote key={ask.ask} room={room} ask={ask} />
      ))}
      {told.map(passed => (
        <div key={passed.conveyance} className="margin">
          <ToldLine room={room} told={passed} />
          {passed.wording !== undefined && (
            <div className="prose" dir="auto">
              <Said text={passed.wording} />
            </div>
          )}
        </div>
      ))}
    </>
  )
}
