import type { RegisterItem, RoomState } from '@goodoffices/core'
import { nameIn } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

/** What the party has said of it, oldest first: nothing is hidden by what came after. */
export function Sayings({ room, thing }: { readonly room: RoomState; readonly thing: RegisterItem }) {
  const { moment } = useWords()
  const { choices } = useWriting(room).vocabulary
  if (thing.marks.length === 0) return null
  return (
    <ol className="rows">
      {thing.marks.map(({ position, verb, by, time, note }) => (
        <li key={position} className="row">
          <p>
            {choices[`verb.${verb as 'asked-out'}`] ?? verb}{' '}
            <span className="quiet small">
              <bdi>{nameIn(room, by)}</bdi> · {moment(time)}
            </span>
          </p>
          {note !== undefined && (
            <p className="prose" dir="auto">
              <Said text={note} />
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
