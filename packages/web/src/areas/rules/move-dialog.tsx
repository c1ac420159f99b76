import { type Move, moveRoom } from '@goodoffices/client'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { SheetDialog } from '../../ui/sheet-dialog.tsx'
import { useWords } from '../../words/words.tsx'

type Props = { readonly move: Move; readonly onAnswer: (isMoved: boolean) => void }

/** What moving a room means to everybody in it; or who may, where that is somebody else. */
export function MoveDialog({ move, onAnswer }: Props) {
  const words = useWords()
  const { t, list } = words
  const { session, mediates } = useTalks()
  const room = session.room(move.room)
  const name = room === undefined ? '' : roomName(room, words, mediates)
  if (!move.isOwn)
    return (
      <SheetDialog title={t('term.move-room-title')} onClose={() => onAnswer(false)}>
        <p>{t('term.ask-to-move', { names: list(move.by) })}</p>
        <div className="actions">
          <Button weight="main" onPress={() => onAnswer(false)}>
            {t('do.done')}
          </Button>
        </div>
      </SheetDialog>
    )
  return (
    <ActDialog
      title={t('term.move-room-title')}
      label={t('term.move-room')}
      act={() => moveRoom(session, move.room)}
      onClose={() => onAnswer(false)}
      onDone={() => onAnswer(true)}
    >
      <p>{t('term.move-room-why', { room: name, version: move.version })}</p>
    </ActDialog>
  )
}
