import type { DeliveryId } from '@goodoffices/core'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { PrintPage } from './print-page.tsx'

export function SheetScreen() {
  const { delivery = '' } = useParams()
  return <InRoom>{room => <PrintPage room={room} delivery={delivery as DeliveryId} />}</InRoom>
}
