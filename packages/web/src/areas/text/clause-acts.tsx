import { composeMove } from '@goodoffices/client'
import type { Act, ClauseRow, RoomState, WorkingText } from '@goodoffices/core'
import { type ComponentType, useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.tsx'
import { AddDialog, FootnoteDialog, PackageDialog, StandingDialog } from './clause-dialogs.tsx'

type Props = { readonly desk: RoomState; readonly text: WorkingText; readonly row: ClauseRow }
type DialogProps = Props & { readonly onClose: () => void }

const AddBehind = ({ desk, text, row, onClose }: DialogProps) => (
  <AddDialog desk={desk} text={text} behind={row} onClose={onClose} />
)

const dialogs = {
  standing: StandingDialog,
  add: AddBehind,
  package: PackageDialog,
  footnote: FootnoteDialog,
} as const satisfies Readonly<Record<string, ComponentType<DialogProps>>>

/** Four of what may be done with a clause, and the rest under one button (decision 27). */
export function ClauseActs({ desk, text, row }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const attempt = useAttempt()
  const [open, setOpen] = useState<keyof typeof dialogs>()
  const act = (said: Act) => void attempt.run(() => session.act(desk.id, said))
  const { clause, bracketed } = row
  const [up, down] = [composeMove(desk, clause, 'up'), composeMove(desk, clause, 'down')]
  const Dialog = open === undefined ? undefined : dialogs[open]
  return (
    <>
      <div className="actions no-print">
        <Button onPress={() => setOpen('standing')}>{t('text.standing')}</Button>
        <Button onPress={() => act({ kind: 'text.bracket', clause, bracketed: !bracketed })}>
          {t(bracketed ? 'text.unbracket' : 'text.bracket')}
        </Button>
        <Button onPress={() => setOpen('add')}>{t('text.add-behind')}</Button>
        <ActionMenu
          label={t('text.more')}
          choices={[
            ...(up === undefined ? [] : [{ id: 'up', label: t('text.up'), onAction: () => act(up) }]),
            ...(down === undefined ? [] : [{ id: 'down', label: t('text.down'), onAction: () => act(down) }]),
            { id: 'footnote', label: t('text.footnote'), onAction: () => setOpen('footnote') },
            { id: 'package', label: t('text.package'), onAction: () => setOpen('package') },
            { id: 'out', label: t('text.take-out'), onAction: () => act({ kind: 'text.remove', clause }) },
          ]}
        />
      </div>
      <AttemptNotice attempt={attempt} />
      {Dialog !== undefined && (
        <Dialog desk={desk} text={text} row={row} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}
