import { nameOfThing, registerName, standingName } from '@goodoffices/client'
import type { RegisterItem, RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'

const paths: Readonly<Record<string, string>> = {
  'good-offices': 'offices',
  'agreement-to-mediate': 'agreement',
}

type LinesProps = { readonly room: RoomState; readonly things: readonly RegisterItem[] }

/** Each by its name, with what it stands as. */
export function ThingLines({ room, things }: LinesProps) {
  const { base } = useTalks()
  const w = useWriting(room)
  if (things.length === 0) return null
  return (
    <ul className="rows">
      {things.map(thing => (
        <li key={thing.item}>
          <Link to={`${base}/rooms/${room.id}/${paths[thing.register] ?? 'beside-desk'}/${thing.item}`}>
            <bdi>
              <Said text={nameOfThing(w, thing.item)} />
            </bdi>
          </Link>{' '}
          <span className="quiet small">
            {registerName(w, thing.register)} · {standingName(w, thing)}
          </span>
        </li>
      ))}
    </ul>
  )
}
