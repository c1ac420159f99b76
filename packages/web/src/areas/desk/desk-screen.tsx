import { Standing } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { destroyedDesk } from '../retention/destroyed.ts'
import { DeskPage } from './desk-page.tsx'

export function DeskScreen() {
  const { session, process, desk } = useTalks()
  return (
    <Standing id={desk?.id ?? destroyedDesk(session, process.process)} room={desk}>
      {room => <DeskPage desk={room} />}
    </Standing>
  )
}
