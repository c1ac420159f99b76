import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { FactPage } from './fact-page.tsx'
import { FactPutPage } from './fact-put-page.tsx'
import { type FactKind, factKinds } from './paths.ts'

type Props = {
  readonly children: (room: RoomState, thing: RegisterItem, kind: FactKind) => ReactNode
}

/** The thing that the address names, in the room that it names. */
function OfFact({ children }: Props) {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        const kind = factKinds.find(each => each === thing?.register)
        return thing === undefined || kind === undefined ? <LostPage /> : children(room, thing, kind)
      }}
    </InRoom>
  )
}

export function FactScreen() {
  return (
    <OfFact>
      {(room, thing) => <FactPage key={`${room.id} ${thing.item}`} room={room} thing={thing} />}
    </OfFact>
  )
}

export function FactWordScreen() {
  return (
    <OfFact>
      {(room, thing, kind) => <FactPutPage key={thing.item} room={room} kind={kind} thing={thing} />}
    </OfFact>
  )
}

export function FactPutScreen() {
  const search = useSearch()
  const kind = factKinds.find(each => each === search['register'])
  const matter = search['matter'] as ItemId | undefined
  return (
    <InRoom>
      {room =>
        kind === undefined ? (
          <LostPage />
        ) : (
          <FactPutPage
            key={`${room.id} ${kind}`}
            room={room}
            kind={kind}
            {...(matter === undefined ? {} : { matter })}
          />
        )
      }
    </InRoom>
  )
}
