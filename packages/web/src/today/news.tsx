import { markHere, waitsForMe } from '@goodoffices/client'
import { useEffect, useRef, useState } from 'react'
import { roomName } from '../talks/room-name.tsx'
import { useTalks } from '../talks/talks.tsx'
import { waitingCount } from '../ui/waiting-count.ts'
import { useWords } from '../words/words.tsx'
import { countUnread } from './unread.ts'

type Known = { readonly waiting: number; readonly unread: ReadonlyMap<string, number> }

/** Tells the window's title how much waits here, and says aloud, once one has come to these talks, what is new. */
export function News() {
  const words = useWords()
  const { t } = words
  const { session, process, rooms, mediates } = useTalks()
  const [said, setSaid] = useState('')
  const known = useRef<Known>(undefined)
  const waiting = waitsForMe(session, process.process).length
  const counts = rooms.map(room => ({ room, count: countUnread(session, room) }))
  useEffect(() => {
    waitingCount.setHere(waiting)
    const before = known.current
    known.current = { waiting, unread: new Map(counts.map(({ room, count }) => [room.id, count])) }
    if (before === undefined) return
    const fresh = counts.filter(({ room, count }) => count > (before.unread.get(room.id) ?? 0))
    const parts = [
      ...fresh.map(({ room, count }) => t('today.new-in', { room: roomName(room, words, mediates), count })),
      ...(waiting > before.waiting ? [t('today.waiting', { count: waiting })] : []),
    ]
    if (parts.length > 0) setSaid(parts.join(' '))
  })
  useEffect(() => {
    const leave = (): void => void markHere(session, process.process).catch(() => undefined)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
      waitingCount.setHere(undefined)
    }
  }, [session, process.process])
  return (
    <p className="unseen no-print" aria-live="polite">
      {said}
    </p>
  )
}
