import { type DatedOnce, sayDated, sayName } from '@goodoffices/client'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { roomAddress, useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { thingViewOf, useAreas } from '../use-areas.ts'

/** Where something that has a day is shown whole. */
export function useAddressOf(): (dated: DatedOnce) => string {
  const talks = useTalks()
  const areas = useAreas()
  return ({ room, thing }) => {
    const at = `${talks.base}/rooms/${room.id}`
    if (thing === undefined) return roomAddress(talks, room)
    const page = thingViewOf(areas, thing.register)?.page(room, thing)
    return page === undefined ? `${at}#i-${thing.item}` : `${at}/${page}`
  }
}

/** What it is, of which kind, how it stands, and in which rooms. */
export function DatedLine({ dated }: { readonly dated: DatedOnce }) {
  const words = useWords()
  const { mediates } = useTalks()
  const w = useWriting(dated.room)
  const addressOf = useAddressOf()
  return (
    <>
      <Link to={addressOf(dated)} className="dated__name">
        <bdi>
          <Said text={sayName(w, dated)} />
        </bdi>
      </Link>
      <span className="dated__of">
        {[...sayDated(w, dated), words.list(dated.rooms.map(room => roomName(room, words, mediates)))].join(
          ' · ',
        )}
      </span>
    </>
  )
}
