import { fieldLines, nameOfThing, registerName, standingName } from '@goodoffices/client'
import { fieldsSchemaOf, findRegister, type ItemId, standingOf } from '@goodoffices/core'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { Page } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { History } from '../fact/history.tsx'
import { Sayings } from './sayings.tsx'
import '../item/thing-lines.css'

/** A list of a delegation, minutes, or what is said in public: as it stands, with what was said of it and what may be. */
export function BesideScreen() {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room =>
        id === undefined || room.items[id] === undefined ? <LostPage /> : <Beside room={room} id={id} />
      }
    </InRoom>
  )
}

function Beside({ room, id }: { readonly room: Parameters<typeof useWriting>[0]; readonly id: ItemId }) {
  const w = useWriting(room)
  const thing = room.items[id]
  const register = thing === undefined ? undefined : findRegister(thing.register)
  if (thing === undefined || register === undefined) return <LostPage />
  const lines = fieldLines(w, fieldsSchemaOf(register), standingOf(thing).fields, { parent: thing.register })
  return (
    <Page
      title={nameOfThing(w, id)}
      lead={`${registerName(w, thing.register)} · ${standingName(w, thing) ?? ''}`}
    >
      <dl className="thing-lines">
        {lines.map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd dir="auto">
              <Said text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <Sayings room={room} thing={thing} />
      <History room={room} things={[thing]} />
    </Page>
  )
}
