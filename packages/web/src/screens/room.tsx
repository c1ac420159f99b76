import { RoomPage } from '../room/room-page.tsx'
import { Navigate } from '../route/route.tsx'
import { useTalks } from '../talks/talks.tsx'
import { InRoom } from './in-room.tsx'

/** A room; a caucus that went on elsewhere is read where it goes on, after all that was said before, as soon as that room is here. */
export function RoomScreen() {
  const { session, rooms, base } = useTalks()
  return (
    <InRoom>
      {room => {
        const next = rooms.find(each => session.earlier(each).some(({ id }) => id === room.id))
        if (next !== undefined) return <Navigate to={`${base}/rooms/${next.id}${location.hash}`} replace />
        // The same page for another room begins anew.
        return <RoomPage key={room.id} room={room} />
      }}
    </InRoom>
  )
}
