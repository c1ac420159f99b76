import type { Result } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import { ActForm } from './act-form.tsx'
import { Button } from './button.tsx'
import { SheetDialog } from './sheet-dialog.tsx'

type Props<T> = {
  readonly title: string
  /** What the button says; where it is left out, the title. */
  readonly label?: string
  readonly act: () => Promise<Result<T>>
  readonly incomplete?: boolean
  readonly onClose: () => void
  /** Where more follows than closing. */
  readonly onDone?: (value: T) => void
  readonly children: ReactNode
}

/** A dialog for one act. */
export function ActDialog<T>({ title, label = title, onClose, onDone = onClose, ...form }: Props<T>) {
  const { t } = useWords()
  return (
    <SheetDialog title={title} onClose={onClose}>
      <ActForm
        {...form}
        label={label}
        onDone={onDone}
        beside={
          <Button weight="text" onPress={onClose}>
            {t('do.cancel')}
          </Button>
        }
      />
    </SheetDialog>
  )
}
