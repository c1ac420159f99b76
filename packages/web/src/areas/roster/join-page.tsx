import { joiningsOf } from '@goodoffices/client'
import { useEffect, useState } from 'react'
import { ShutOut } from '../../identity/token.tsx'
import { Leading } from '../../session/leading.tsx'
import { useAccess, useVersion } from '../../session/use-session.tsx'
import { LanguageLine } from '../../settings/language-line.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { Invited } from './invited.tsx'
import { OneJoining } from './one-joining.tsx'

/** From an invitation, by link, words or digits, to a seat in the talks. */
export function JoinPage() {
  return (
    <Leading>
      <Join />
    </Leading>
  )
}

function Join() {
  const { t } = useWords()
  const access = useAccess()
  const session = access.session()
  useVersion(session)
  const [hasStopped, setStopped] = useState(false)
  // An invitation's link carries its secret after the hash, which no server sees; it does not stay in the address.
  const [text, setText] = useState(() => (location.hash.length > 1 ? location.href : ''))
  useEffect(() => {
    if (location.hash.length > 1) history.replaceState(history.state, '', location.pathname)
  }, [])
  const joinings = session === undefined ? [] : joiningsOf(session)
  // Where one is on the way, or in, there is nothing more to ask for.
  const isOnTheWay = joinings.some(({ standing }) => standing !== 'failed')
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('join.title')} width="narrow">
        <LanguageLine />
        {session !== undefined && (
          <>
            <ShutOut session={session} isInvited />
            {joinings.map(joining => (
              <OneJoining
                key={joining.id}
                session={session}
                joining={joining}
                onStopped={() => setStopped(true)}
              />
            ))}
          </>
        )}
        {hasStopped && !isOnTheWay && <output className="notice notice--caution">{t('join.stopped')}</output>}
        {!isOnTheWay &&
          !hasStopped &&
          (text === '' ? (
            <AskForm onGiven={setText} />
          ) : (
            <Invited
              text={text}
              session={session}
              onAnswered={() => setText('')}
              onOther={() => setText('')}
            />
          ))}
      </Page>
    </main>
  )
}

/** For what stands on a sheet, or a link that was copied. */
function AskForm({ onGiven }: { readonly onGiven: (text: string) => void }) {
  const { t } = useWords()
  const access = useAccess()
  const [given, setGiven] = useState('')
  return (
    <ActForm
      label={t('join.look')}
      busyLabel={t('join.looking')}
      act={() => access.look(given.trim())}
      incomplete={given.trim() === ''}
      onDone={() => onGiven(given.trim())}
    >
      <Field label={t('join.link')} hint={t('join.link-hint')} lines={3} value={given} onChange={setGiven} />
    </ActForm>
  )
}
