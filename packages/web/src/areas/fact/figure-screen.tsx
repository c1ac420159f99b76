import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { FigurePage } from './figure-page.tsx'
import { GivePage } from './give-page.tsx'
import { PutPage } from './put-page.tsx'

type Props = { readonly children: (room: RoomState, matter: RegisterItem) => ReactNode }

/** The figure that the address names, in the room that it names. */
function OfFigure({ children }: Props) {
  const id = useParams()['figure'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const matter = id === undefined ? undefined : room.items[id]
        return matter?.register === 'matter' ? children(room, matter) : <LostPage />
      }}
    </InRoom>
  )
}

export function FigureScreen() {
  return (
    <OfFigure>
      {(room, matter) => <FigurePage key={`${room.id} ${matter.item}`} room={room} matter={matter} />}
    </OfFigure>
  )
}

export function GiveScreen() {
  const anew = useSearch()['anew'] as ItemId | undefined
  return (
    <OfFigure>
      {(room, matter) => {
        const version = anew === undefined ? undefined : room.items[anew]
        return (
          <GivePage
            key={`${matter.item} ${anew ?? ''}`}
            room={room}
            matter={matter}
            {...(version === undefined ? {} : { anew: version })}
          />
        )
      }}
    </OfFigure>
  )
}

export function WordScreen() {
  return <OfFigure>{(room, matter) => <PutPage key={matter.item} room={room} matter={matter} />}</OfFigure>
}

export function PutScreen() {
  return <InRoom>{room => <PutPage key={room.id} room={room} />}</InRoom>
}
