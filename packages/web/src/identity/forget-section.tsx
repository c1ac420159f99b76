import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'

/** Somebody's keys are here already. Where they cannot be opened any more, they have to go before anybody can return. */
export function ForgetSection({ onDone }: { readonly onDone: () => void }) {
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
        <LinkButton weight="main" to="/">
          {t(name === undefined ? 'unlock.do' : 'talks.all')}
        </LinkButton>
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
