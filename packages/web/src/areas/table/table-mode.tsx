import type { Everywhere } from '@goodoffices/client'
import { isMediator, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { RoomsReport } from '../../talks/rooms-report.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import { OpenTableDialog } from './open-table-dialog.tsx'

/** Whether the parties speak to each other directly here; the mediators open and close. */
export function TableMode({ room }: { readonly room: RoomState }) {
  const { t, day } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [isOpening, setOpening] = useState(false)
  const [closing, setClosing] = useState<Everywhere>()
  const me = meIn(room, session)
  if (room.kind !== 'table') return null
  const last = room.directChanges.at(-1)
  return (
    <div className="table-mode" aria-live="polite">
      <p>
        <strong>{t(room.direct ? 'table.open' : 'table.closed')}</strong>{' '}
        {t(room.direct ? 'table.open-hint' : 'table.closed-hint')}
        {last !== undefined && <> {t('table.since', { at: day(last.time) })}</>}
      </p>
      {me !== undefined && isMediator(me) && (
        <Button
          isDisabled={attempt.busy}
          onPress={() =>
            room.direct
              ? whenDone(
                  attempt.run(() => session.actAll([{ room: room.id, act: { kind: 'table.close' } }])),
                  setClosing,
                )
              : setOpening(true)
          }
        >
          {t(room.direct ? 'table.do-close' : 'table.do-open')}
        </Button>
      )}
      <AttemptNotice attempt={attempt} />
      {closing !== undefined && (
        <RoomsReport session={session} decided={closing} onEnd={() => setClosing(undefined)} />
      )}
      {isOpening && <OpenTableDialog room={room} onClose={() => setOpening(false)} />}
    </div>
  )
}
