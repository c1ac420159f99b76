import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { LinkForm } from './link-form.tsx'

const phraseWords = 24

/** Brings a person's keyring to this device by the recovery phrase. */
export function RecoverPage() {
  const { t } = useWords()
  const access = useAccess()
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [phrase, setPhrase] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const count = phrase.trim() === '' ? 0 : phrase.trim().split(/\s+/u).length
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('recover.page')} lead={t('recover.page-lead')} width="narrow">
        <Section title={t('devices.link-title')} hint={t('devices.link-lead')}>
          <LinkForm />
        </Section>
        <Section title={t('recover.title')} hint={t('recover.lead')}>
          <form
            className="form"
            onSubmit={event => {
              event.preventDefault()
              whenDone(
                attempt.run(() =>
                  access.recover({
                    phrase: phrase.trim().toLowerCase(),
                    ...(passphrase === '' ? {} : { passphrase }),
                  }),
                ),
                () => void navigate({ to: '/' }),
              )
            }}
          >
            <Field
              label={t('recover.phrase')}
              hint={t('recover.count', { count, of: phraseWords })}
              lines={3}
              value={phrase}
              onChange={setPhrase}
            />
            <Field
              label={t('create.passphrase')}
              hint={t('create.passphrase-hint')}
              type="password"
              autoComplete="new-password"
              short
              value={passphrase}
              onChange={setPassphrase}
            />
            <AttemptNotice attempt={attempt} />
            <div className="actions">
              <Button weight="main" type="submit" isDisabled={attempt.busy || count !== phraseWords}>
                {t(attempt.busy ? 'recover.busy' : 'recover.do')}
              </Button>
              <LinkButton weight="text" to="/">
                {t('do.cancel')}
              </LinkButton>
            </div>
          </form>
        </Section>
      </Page>
    </main>
  )
}
