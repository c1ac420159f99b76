import { type ItemId, instrumentIn, type RegisterItem, type RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { ClosingThingPage } from './closing-thing-page.tsx'
import { InstrumentPage } from './instrument-page.tsx'
import { PutInstrumentPage } from './put-instrument-page.tsx'

type Props = { readonly children: (room: RoomState, thing: RegisterItem) => ReactNode }

/** The thing that the address names, in the room that it names. */
function OfThing({ children }: Props) {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        return thing === undefined ? <LostPage /> : children(room, thing)
      }}
    </InRoom>
  )
}

export const InstrumentScreen = () => (
  <OfThing>
    {(room, { item }) => {
      const instrument = instrumentIn(room, item)
      return instrument === undefined ? (
        <LostPage />
      ) : (
        <InstrumentPage key={`${room.id} ${item}`} room={room} instrument={instrument} />
      )
    }}
  </OfThing>
)

const kinds: ReadonlySet<string> = new Set(['signing', 'approval', 'ballot', 'tally'])

export const ClosingThingScreen = () => (
  <OfThing>
    {(room, thing) =>
      kinds.has(thing.register) ? (
        <ClosingThingPage key={`${room.id} ${thing.item}`} room={room} thing={thing} />
      ) : (
        <LostPage />
      )
    }
  </OfThing>
)

export const PutInstrumentScreen = () => (
  <InRoom>{room => <PutInstrumentPage key={room.id} room={room} />}</InRoom>
)
