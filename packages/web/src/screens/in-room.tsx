import type { RoomId, RoomState } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { isDestroyed } from '../areas/retention/destroyed.ts'
import { LostPage } from '../frame/lost-page.tsx'
import { lazyScreen, useParams } from '../route/route.tsx'
import { useTalks } from '../talks/talks.tsx'

const DestroyedPage = lazyScreen(() => import('../areas/retention/remains.tsx'), 'DestroyedPage')

type Props = {
  readonly id: RoomId | undefined
  readonly room: RoomState | undefined
  readonly children: (room: RoomState) => ReactNode
}

/** A room, else what is shown instead: one that was destroyed says so, also to who was reading it. */
export function Standing({ id, room, children }: Props) {
  const { session } = useTalks()
  if (isDestroyed(session, id, room)) return <DestroyedPage room={id} />
  return room === undefined ? <LostPage /> : children(room)
}

/** The room that the address names. */
export function InRoom({ children }: Pick<Props, 'children'>) {
  const id = useParams()['room'] as RoomId | undefined
  const room = useTalks().held.find(item => item.id === id)
  return (
    <Standing id={id} room={room}>
      {children}
    </Standing>
  )
}
