import { broughtLines } from '@goodoffices/client'
import type { RoomState, Thing } from '@goodoffices/core'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import './thing-lines.css'

type Props = { readonly room: RoomState; readonly thing: Thing }

/** A thing, or what is said of one, as the room has it: a line a field. */
export function Brought({ room, thing }: Props) {
  return (
    <dl className="thing-lines">
      {broughtLines(useWriting(room), thing).map(({ name, label, text, isLong }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd {...(isLong ? { dir: 'auto' } : {})}>
            <Said text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
