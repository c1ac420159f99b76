import type { DeliveryId } from '@goodoffices/core'
import { useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { SayPage } from './say-page.tsx'

export function SayScreen() {
  const answers = useSearch()['answers'] as DeliveryId | undefined
  return (
    <InRoom>
      {room => <SayPage key={room.id} room={room} {...(answers === undefined ? {} : { answers })} />}
    </InRoom>
  )
}
