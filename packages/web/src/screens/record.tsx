import type { RoomId } from '@goodoffices/core'
import { RecordPage } from '../record/record-page.tsx'
import { useSearch } from '../route/route.tsx'

export function RecordScreen() {
  const room = useSearch()['room'] as RoomId | undefined
  return <RecordPage key={room} {...(room === undefined ? {} : { first: room })} />
}
