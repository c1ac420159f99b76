import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { MandatePage } from './mandate-page.tsx'
import { ThingPage } from './powers-page.tsx'
import { PutPage } from './put-page.tsx'

const registers = ['mandate', 'condition', 'powers'] as const
type Own = (typeof registers)[number]
const asOwn = (name: string | undefined): Own | undefined => registers.find(own => own === name)

type Children = (room: RoomState, thing: RegisterItem, register: Own) => ReactNode

function OfThing({ children }: { readonly children: Children }) {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        const register = asOwn(thing?.register)
        return thing === undefined || register === undefined ? <LostPage /> : children(room, thing, register)
      }}
    </InRoom>
  )
}

export function MandateScreen() {
  return (
    <OfThing>
      {(room, thing, register) =>
        register === 'mandate' ? (
          <MandatePage key={thing.item} room={room} thing={thing} />
        ) : (
          <ThingPage key={thing.item} room={room} thing={thing} />
        )
      }
    </OfThing>
  )
}

export function WordScreen() {
  return (
    <OfThing>
      {(room, thing, register) => <PutPage key={thing.item} room={room} register={register} before={thing} />}
    </OfThing>
  )
}

export function PutScreen() {
  const register = asOwn(useParams()['register'])
  const governs = useSearch()['governs']
  return (
    <InRoom>
      {room =>
        register === undefined ||
        (governs !== undefined &&
          (register !== 'condition' || room.items[governs as ItemId]?.register !== 'mandate')) ? (
          <LostPage />
        ) : (
          <PutPage
            key={`${room.id} ${register} ${governs ?? ''}`}
            room={room}
            register={register}
            {...(typeof governs === 'string' ? { governs } : {})}
          />
        )
      }
    </InRoom>
  )
}
