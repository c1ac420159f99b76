import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { PutStep, PutUndertaking } from './put-page.tsx'
import { ThingPage } from './thing-page.tsx'

type Props = { readonly children: (room: RoomState, thing: RegisterItem) => ReactNode }

/** The thing that the address names, in the room that it names. */
function OfThing({ children }: Props) {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        return thing?.register === 'undertaking' || thing?.register === 'unilateral-step' ? (
          children(room, thing)
        ) : (
          <LostPage />
        )
      }}
    </InRoom>
  )
}

export const ThingScreen = () => (
  <OfThing>
    {(room, thing) => <ThingPage key={`${room.id} ${thing.item}`} room={room} thing={thing} />}
  </OfThing>
)

export const WordScreen = () => (
  <OfThing>
    {(room, thing) =>
      thing.register === 'undertaking' ? (
        <PutUndertaking key={thing.item} room={room} before={thing} />
      ) : (
        <PutStep key={thing.item} room={room} before={thing} />
      )
    }
  </OfThing>
)

export function PutScreen() {
  const { step } = useSearch()
  return (
    <InRoom>
      {room =>
        step === undefined ? (
          <PutUndertaking key={room.id} room={room} />
        ) : (
          <PutStep key={room.id} room={room} />
        )
      }
    </InRoom>
  )
}
