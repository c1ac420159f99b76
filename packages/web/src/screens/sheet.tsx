import type { DeliveryId } from '@goodoffices/core'
import { PrintPage } from '../room/print-page.tsx'
import { useParams } from '../route/route.tsx'
import { InRoom } from './in-room.tsx'

export function SheetScreen() {
  const { delivery = '' } = useParams()
  return <InRoom>{room => <PrintPage room={room} delivery={delivery as DeliveryId} />}</InRoom>
}
