import { type ReactNode, useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly onDone: () => void
  /** The other way on, where one has come for something else. */
  readonly children?: ReactNode
}

/** Somebody's keys are here: they are erased, so that the next may use this browser, or that nothing of them is left on it (RING-16). */
export function ForgetSection({ onDone, children }: Props) {
  const { t } = useWords()
  const access = useAccess()
  const [open, setOpen] = useState(false)
  const name = access.session()?.me.name
  return (
    <Section
      title={name === undefined ? t('unlock.title') : t('forget.title', { name })}
      hint={t(name === undefined ? 'forget.locked' : 'forget.open')}
    >
      <div className="actions">
        {children}
        <Button onPress={() => setOpen(true)}>{t('forget.do')}</Button>
      </div>
      {open && (
        <ActDialog
          title={t('forget.do')}
          act={() => access.forget()}
          onClose={() => setOpen(false)}
          onDone={onDone}
        >
          <p>{t('forget.sure')}</p>
        </ActDialog>
      )}
    </Section>
  )
}
