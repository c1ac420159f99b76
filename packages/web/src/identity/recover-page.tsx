import { phraseWords, whereListed } from '@goodoffices/client'
import { useCallback, useEffect, useState } from 'react'
import { useNavigate } from '../route/route.tsx'
import { useAccess } from '../session/use-session.tsx'
import { RoomsReport } from '../talks/rooms-report.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { Field } from '../ui/field.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { ForgetSection } from './forget-section.tsx'
import { LinkForm } from './link-form.tsx'
import { chosenOf, isSettled, PassphraseFields, useNewPassphrase } from './passphrase-fields.tsx'

/** Brings a person's keyring to this device, where none is kept yet. */
export function RecoverPage() {
  const { t } = useWords()
  // Returning makes a session of its own accord: the page stays what it was until it is left.
  const access = useAccess()
  const [isEmpty] = useState(access.standing() === 'none')
  const [cleared, setCleared] = useState(false)
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('recover.page')} lead={t('recover.page-lead')} width="narrow">
        {isEmpty || cleared ? (
          <>
            <Section title={t('devices.link-title')} hint={t('devices.link-lead')}>
              <LinkForm />
            </Section>
            <Section title={t('recover.title')} hint={t('recover.lead', { count: phraseWords })}>
              <PhraseForm />
            </Section>
          </>
        ) : (
          <ForgetSection onDone={() => setCleared(true)}>
            <LinkButton weight="main" to="/">
              {t(access.session() === undefined ? 'unlock.do' : 'talks.all')}
            </LinkButton>
          </ForgetSection>
        )}
      </Page>
    </main>
  )
}

function PhraseForm() {
  const { t } = useWords()
  const access = useAccess()
  const navigate = useNavigate()
  // A camera that reads the sheet comes with the words after the hash; they do not stay in the address.
  const [phrase, setPhrase] = useState(() => location.hash.slice(1).replaceAll('-', ' '))
  useEffect(() => {
    if (location.hash.length > 1) history.replaceState(history.state, '', location.pathname)
  }, [])
  const [passphrase, setPassphrase] = useNewPassphrase()
  const [returned, setReturned] = useState(false)
  const goHome = useCallback(() => navigate({ to: '/' }), [navigate])
  const session = access.session()
  if (returned && session !== undefined)
    return <RoomsReport session={session} decided={whereListed(session, session.me.device)} onEnd={goHome} />
  const words = phrase.toLowerCase().match(/\S+/gu) ?? []
  return (
    <ActForm
      label={t('recover.do')}
      busyLabel={t('recover.busy')}
      act={() => access.recover({ phrase: words.join(' '), ...chosenOf(passphrase) })}
      incomplete={words.length !== phraseWords || !isSettled(passphrase)}
      onDone={() => setReturned(true)}
      beside={
        <LinkButton weight="text" to="/">
          {t('do.cancel')}
        </LinkButton>
      }
    >
      <Field
        label={t('recover.phrase')}
        hint={t('recover.count', { count: words.length, of: phraseWords })}
        lines={3}
        value={phrase}
        onChange={setPhrase}
      />
      <PassphraseFields value={passphrase} onChange={setPassphrase} />
    </ActForm>
  )
}
