import type { DeliveryId, ItemId } from '@goodoffices/core'
import { useSearch } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { SayPage } from './say-page.tsx'

export function SayScreen() {
  const { answers, issue, title } = useSearch()
  return (
    <InRoom>
      {room => (
        <SayPage
          key={room.id}
          room={room}
          {...(answers === undefined ? {} : { answers: answers as DeliveryId })}
          {...(issue === undefined ? {} : { issue: issue as ItemId })}
          {...(title === undefined ? {} : { titled: title })}
        />
      )}
    </InRoom>
  )
}
