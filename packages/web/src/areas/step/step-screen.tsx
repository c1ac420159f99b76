import type { ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams, useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { type StepKind, stepKinds } from './paths.ts'
import { StepPage } from './step-page.tsx'
import { StepPutPage } from './step-put-page.tsx'

type Props = { readonly children: (room: RoomState, thing: RegisterItem, kind: StepKind) => ReactNode }

/** The thing that the address names, in the room that it names. */
function OfStep({ children }: Props) {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        const kind = stepKinds.find(each => each === thing?.register)
        return thing === undefined || kind === undefined ? <LostPage /> : children(room, thing, kind)
      }}
    </InRoom>
  )
}

export function StepScreen() {
  return (
    <OfStep>
      {(room, thing) => <StepPage key={`${room.id} ${thing.item}`} room={room} thing={thing} />}
    </OfStep>
  )
}

export function StepWordScreen() {
  return (
    <OfStep>
      {(room, thing, kind) => <StepPutPage key={thing.item} room={room} kind={kind} thing={thing} />}
    </OfStep>
  )
}

export function StepPutScreen() {
  const search = useSearch()
  const kind = stepKinds.find(each => each === search['register'])
  const about = search['about'] as ItemId | undefined
  return (
    <InRoom>
      {room =>
        kind === undefined ? (
          <LostPage />
        ) : (
          <StepPutPage
            key={`${room.id} ${kind}`}
            room={room}
            kind={kind}
            {...(about === undefined ? {} : { about })}
          />
        )
      }
    </InRoom>
  )
}
