import type { DeliveryId } from '@goodoffices/core'
import { SayPage } from '../room/say-page.tsx'
import { useSearch } from '../route/route.tsx'
import { InRoom } from './in-room.tsx'

export function SayScreen() {
  const answers = useSearch()['answers'] as DeliveryId | undefined
  return (
    <InRoom>
      {room => <SayPage key={room.id} room={room} {...(answers === undefined ? {} : { answers })} />}
    </InRoom>
  )
}
