import { DeskPage } from '../desk/desk-page.tsx'
import { destroyedDesk } from '../record/destroyed.ts'
import { useTalks } from '../talks/talks.tsx'
import { Standing } from './in-room.tsx'

export function DeskScreen() {
  const { session, process, desk } = useTalks()
  return (
    <Standing id={desk?.id ?? destroyedDesk(session, process.process)} room={desk}>
      {room => <DeskPage desk={room} />}
    </Standing>
  )
}
