import { InRoom } from '../../screens/in-room.tsx'
import { OfferPage } from './offer-page.tsx'

export function OfferScreen() {
  return <InRoom>{room => <OfferPage key={room.id} room={room} />}</InRoom>
}
