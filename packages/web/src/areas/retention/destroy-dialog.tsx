import { destroyRecord } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { RoomsDialog } from '../../talks/rooms-report.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import { useFirstRead } from '../eyes/use-first-read.tsx'
import { Destruction } from './destruction.tsx'

type Props = {
  readonly room: RoomState
  /** How many envelopes the log holds. */
  readonly size: number
  readonly onClose: () => void
}

/** The end of a room's record. */
export function DestroyDialog({ room, size, onClose }: Props) {
  const words = useWords()
  const { t } = words
  const { session, mediates } = useTalks()
  const [certain, setCertain] = useState(false)
  const name = roomName(room, words, mediates)
  const eyes = useFirstRead(mediates ? { door: 'destroy', room: room.id } : undefined)
  return (
    <RoomsDialog
      session={session}
      title={t('destroy.title')}
      label={t('destroy.do')}
      act={() => destroyRecord(session, room.id)}
      incomplete={!certain || eyes.held}
      onClose={onClose}
    >
      <Destruction
        goes={t('destroy.goes-what', { room: name, count: size })}
        stays={t('destroy.stays-what')}
        rooms={[room.id]}
        name={name}
        certainty={t('destroy.sure', { room: name })}
        certain={certain}
        onCertain={setCertain}
      />
      {eyes.shown}
    </RoomsDialog>
  )
}
