/** SYNC-38: what was done in several rooms, told for each: nothing is said to be done that waits, or was not. */

import { becameOf, certificatesOf, type Everywhere } from '@goodoffices/client'
import { isMediator, type Result, type RoomId } from '@goodoffices/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { SheetDialog } from '../ui/sheet-dialog.tsx'
import { withColon } from '../words/languages.ts'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords, type Words } from '../words/words.tsx'
import { nameOfDestroyed, roomName } from './room-name.tsx'

type ReportProps = {
  readonly session: Session
  readonly decided: Everywhere
  /** Where all is done of itself, or the reader has seen what is not. */
  readonly onEnd: () => void
}

/** As it stands now, room by room, until all of it is done. */
export function RoomsReport({ session, decided, onEnd }: ReportProps) {
  const words = useWords()
  const { t, list } = words
  useVersion(session)
  const { done, waiting, remaining } = becameOf(session, decided)
  const isWhole = waiting.length + remaining.length === 0
  useEffect(() => {
    if (isWhole) onEnd()
  }, [isWhole, onEnd])
  if (isWhole) return null
  const named = (room: RoomId): string => nameOf(room, session, words)
  return (
    <div className="form" aria-live="polite">
      {done.length > 0 && <p>{t('rooms.done', { rooms: list(done.map(named)) })}</p>}
      {waiting.length > 0 && (
        <p className="notice">{t('rooms.waiting', { rooms: list(waiting.map(named)) })}</p>
      )}
      {remaining.map(({ room, why }) => (
        <div key={room} className="notice notice--caution">
          <p>{t('rooms.remaining', { room: named(room) })}</p>
          <p>
            <ViolationText violation={why} />
          </p>
        </div>
      ))}
      <div className="actions">
        <Button onPress={onEnd}>{t('troubles.noted')}</Button>
      </div>
    </div>
  )
}

/** With the talks before it where one is in several; what this device holds of no room is the member's own record. */
function nameOf(id: RoomId, session: Session, words: Words): string {
  const room = session.room(id)
  const ended = room === undefined ? certificatesOf(session).find(each => each.room === id) : undefined
  if (ended !== undefined) return nameOfDestroyed(ended, words)
  if (room === undefined) return words.t('room.private')
  const me = room.members[session.me.member]
  const name = roomName(room, words, me !== undefined && isMediator(me))
  return session.processes().length > 1 ? `${withColon(words.language, room.process.title)} ${name}` : name
}

type DialogProps = {
  readonly session: Session
  readonly title: string
  readonly label?: string
  readonly act: () => Promise<Result<Everywhere>>
  readonly incomplete?: boolean
  readonly onClose: () => void
  readonly onDone?: () => void
  readonly children: ReactNode
}

/** A dialog for one act in several rooms, which stays until it is done in all of them or the reader has seen where it is not. */
export function RoomsDialog({ session, onClose, onDone = onClose, ...dialog }: DialogProps) {
  const [decided, setDecided] = useState<Everywhere>()
  if (decided === undefined) return <ActDialog {...dialog} onClose={onClose} onDone={setDecided} />
  return (
    <SheetDialog title={dialog.title} onClose={onDone}>
      <RoomsReport session={session} decided={decided} onEnd={onDone} />
    </SheetDialog>
  )
}
