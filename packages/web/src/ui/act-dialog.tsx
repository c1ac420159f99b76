import type { Result } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import { AttemptNotice, useAttempt, whenDone } from './attempt.tsx'
import { Button } from './button.tsx'
import { SheetDialog } from './sheet-dialog.tsx'

type Props<T> = {
  readonly title: string
  /** What the button says; where it is left out, the title. */
  readonly label?: string
  readonly act: () => Promise<Result<T>>
  /** What is said is not yet enough to act on. */
  readonly incomplete?: boolean
  readonly onClose: () => void
  /** Where more follows than closing. */
  readonly onDone?: (value: T) => void
  readonly children: ReactNode
}

/** A dialog for one act: what there is to say of it, what it was refused for, the act itself, and the way out. */
export function ActDialog<T>({ title, label = title, act, incomplete = false, ...props }: Props<T>) {
  const { t } = useWords()
  const { onClose, onDone = onClose, children } = props
  const attempt = useAttempt()
  return (
    <SheetDialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          if (!incomplete && !attempt.busy) whenDone(attempt.run(act), onDone)
        }}
      >
        {children}
        <AttemptNotice attempt={attempt} />
        <div className="actions">
          <Button weight="main" type="submit" isDisabled={attempt.busy || incomplete}>
            {label}
          </Button>
          <Button weight="text" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        </div>
      </form>
    </SheetDialog>
  )
}
