import { OfferPage } from '../room/offer-page.tsx'
import { InRoom } from './in-room.tsx'

export function OfferScreen() {
  return <InRoom>{room => <OfferPage key={room.id} room={room} />}</InRoom>
}
