import { RoomPage } from '../room/room-page.tsx'
import { InRoom } from './in-room.tsx'

// The same page for another room begins anew.
export function RoomScreen() {
  return <InRoom>{room => <RoomPage key={room.id} room={room} />}</InRoom>
}
