import { markHere, waitsForMe } from '@goodoffices/client'
import { useEffect, useState } from 'react'
import { roomName } from '../talks/room-name.tsx'
import { useTalks } from '../talks/talks.tsx'
import { waitingCount } from '../ui/waiting-count.ts'
import { useWords } from '../words/words.tsx'
import { countUnread } from './unread.ts'

/** Long enough to be heard; what stood on would be read as news to whoever comes to the foot of the page, and the same again not be said. */
const saidMs = 5_000

type Known = {
  readonly waiting: number
  readonly unread: ReadonlyMap<string, number>
  /** What was passed on of what one's own side said: no entry of its own, but a line under what was said. */
  readonly passed: ReadonlySet<string>
}

/** Tells the window's title how much waits here, and says aloud, once one has come to these talks, what is new. */
export function News() {
  const words = useWords()
  const { t } = words
  const { session, process, rooms, mediates } = useTalks()
  const waiting = waitsForMe(session, process.process).length
  const unread = rooms.map(room => ({
    name: roomName(room, words, mediates),
    count: countUnread(session, room),
  }))
  const told = mediates ? [] : rooms.flatMap(room => Object.values(room.told))
  const now: Known = {
    waiting,
    unread: new Map(unread.map(({ name, count }) => [name, count])),
    passed: new Set(told.map(({ conveyance }) => conveyance)),
  }
  const [known, setKnown] = useState(now)
  const [said, setSaid] = useState('')
  // Compared while it is drawn: so that it is said with what it is about.
  if (!isSame(known, now)) {
    const fresh = unread.filter(({ name, count }) => count > (known.unread.get(name) ?? 0))
    const parts = [
      ...fresh.map(({ name, count }) => t('today.new-in', { room: name, count })),
      ...told
        .filter(({ conveyance }) => !known.passed.has(conveyance))
        .map(({ to }) => t('told.aloud', { to })),
      ...(waiting > known.waiting ? [t('today.waiting', { count: waiting })] : []),
    ]
    setKnown(now)
    if (parts.length > 0) setSaid(parts.join(' '))
  }
  useEffect(() => {
    if (said === '') return undefined
    const clock = setTimeout(() => setSaid(''), saidMs)
    return () => clearTimeout(clock)
  }, [said])
  useEffect(() => waitingCount.setHere(waiting), [waiting])
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

const isSame = (a: Known, b: Known): boolean =>
  a.waiting === b.waiting &&
  a.unread.size === b.unread.size &&
  a.passed.size === b.passed.size &&
  [...a.unread].every(([name, count]) => b.unread.get(name) === count)
