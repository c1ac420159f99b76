import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { chosenOf, isSettled, PassphraseFields, useNewPassphrase } from './passphrase-fields.tsx'

type Change = 'set' | 'change' | 'remove'

/** What protects the keys on this device: set, changed or taken away later. */
export function PassphraseSection() {
  const { t } = useWords()
  const access = useAccess()
  const [open, setOpen] = useState<Change>()
  const locks = access.locks()
  return (
    <Section title={t('unlock.passphrase')} hint={t(locks ? 'unlock.hint' : 'create.passphrase-hint')}>
      <div className="actions">
        <Button onPress={() => setOpen(locks ? 'change' : 'set')}>
          {t(locks ? 'passphrase.change' : 'passphrase.set')}
        </Button>
        {locks && (
          <Button weight="text" onPress={() => setOpen('remove')}>
            {t('passphrase.remove')}
          </Button>
        )}
      </div>
      {open !== undefined && <PassphraseDialog change={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function PassphraseDialog({ change, onClose }: { readonly change: Change; readonly onClose: () => void }) {
  const { t } = useWords()
  const access = useAccess()
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useNewPassphrase()
  const { passphrase: next } = chosenOf(chosen)
  const isChosen = change === 'remove' || (next !== undefined && isSettled(chosen))
  return (
    <ActDialog
      title={t(`passphrase.${change}`)}
      act={() =>
        access.changePassphrase({
          ...(change === 'set' ? {} : { current }),
          ...(change === 'remove' || next === undefined ? {} : { next }),
        })
      }
      incomplete={!isChosen || (change !== 'set' && current === '')}
      onClose={onClose}
    >
      {change === 'remove' && <p>{t('passphrase.remove-sure')}</p>}
      {change !== 'set' && (
        <Field
          label={t('passphrase.current')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
      )}
      {change !== 'remove' && <PassphraseFields required value={chosen} onChange={setChosen} />}
      {change !== 'remove' && <p className="small quiet">{t('passphrase.copies')}</p>}
    </ActDialog>
  )
}
