import { newId } from '@goodoffices/client'
import type { Act, MessageId } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'

/** What may be shown of a mandate, to the mediators of these talks: as a message in one's own caucus, seen whole before it goes. */
export function ShowFace({ text }: { readonly text: string }) {
  const { t } = useWords()
  const { rooms } = useTalks()
  const [open, setOpen] = useState(false)
  const caucus = rooms.find(({ kind }) => kind === 'caucus')
  const [message] = useState(() => newId<MessageId>())
  if (caucus === undefined) return null
  return (
    <div className="actions no-print">
      <Button weight="plain" onPress={() => setOpen(true)}>
        {t('mandate.show')}
      </Button>
      {open && (
        <ShowDialog
          room={caucus}
          act={{ kind: 'message.say', message, form: 'paper', binding: false, body: text }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

type Props = {
  readonly room: ReturnType<typeof useTalks>['rooms'][number]
  readonly act: Extract<Act, { readonly kind: 'message.say' }>
  readonly onClose: () => void
}

function ShowDialog({ room, act, onClose }: Props) {
  const { t } = useWords()
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('mandate.show')}
      act={() => reach.send(act)}
      incomplete={reach.open}
      onClose={onClose}
    >
      <p>{t('mandate.show-lead')}</p>
      <blockquote className="mandate-text" dir="auto">
        <Said text={act.body} />
      </blockquote>
      {reach.shown}
    </ActDialog>
  )
}
