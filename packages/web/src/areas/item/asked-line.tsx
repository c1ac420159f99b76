import { nameOfThing, sayAsking } from '@goodoffices/client'
import type { AskedByThing, RoomId } from '@goodoffices/core'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'

type Props = {
  readonly asked: AskedByThing
  readonly onShow: (room: RoomId, anchor: string) => void
}

/** What a thing asks of a party without an account: the mediators ask it, and write down what it answers. */
export function AskedLine({ asked: { room, thing, asking }, onShow }: Props) {
  const w = useWriting(room)
  const party = room.party?.name ?? ''
  const anchor = `i-${thing.item}`
  return (
    <a
      href={`#${anchor}`}
      className="desk__line"
      onClick={event => {
        event.preventDefault()
        onShow(room.id, anchor)
      }}
    >
      <span className="desk__what">{sayAsking(w, asking, party)}</span>
      <span className="desk__words" dir="auto">
        <Said text={nameOfThing(w, thing.item)} />
      </span>
    </a>
  )
}
