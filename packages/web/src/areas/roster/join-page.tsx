import { joiningsOf } from '@goodoffices/client'
import { useState } from 'react'
import { ShutOut } from '../../identity/token.tsx'
import { useSecretLink } from '../../route/secret-link.ts'
import { Leading } from '../../session/leading.tsx'
import { useAccess, useVersion } from '../../session/use-session.tsx'
import { LanguageLine } from '../../settings/language-line.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { Invited, isLocked, Unlocking } from './invited.tsx'
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
  const [hasStopped, setStopped] = useState<'named' | 'unnamed'>()
  const [text, setText] = useSecretLink()
  const [isAsking, setAsking] = useState(false)
  const joinings = session === undefined ? [] : joiningsOf(session)
  const isOnTheWay = joinings.some(({ standing }) => standing !== 'failed')
  const stop = (named: boolean) => {
    setStopped(named ? 'named' : 'unnamed')
    setText('')
  }
  const settle = () => {
    setAsking(false)
    setText('')
  }
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('join.title')} width="narrow">
        <LanguageLine />
        {session !== undefined && <ShutOut session={session} isInvited />}
        {text !== '' ? (
          // Whoever is in some talks, or on the way there, may be invited to others.
          <Invited key={text} text={text} session={session} onStopped={stop} onSettled={settle} />
        ) : (
          <>
            {isLocked(access) && <Unlocking />}
            {session !== undefined &&
              !isAsking &&
              joinings.map(joining => (
                <OneJoining key={joining.id} session={session} joining={joining} onStopped={stop} />
              ))}
            {hasStopped !== undefined && !isOnTheWay && (
              <output className="notice notice--caution">
                {t(hasStopped === 'named' ? 'join.stopped-named' : 'join.stopped')}
              </output>
            )}
            {isAsking || (!isOnTheWay && hasStopped === undefined) ? (
              <AskForm onGiven={setText} />
            ) : (
              isOnTheWay && (
                <div className="actions">
                  <Button weight="text" onPress={() => setAsking(true)}>
                    {t('join.other')}
                  </Button>
                </div>
              )
            )}
          </>
        )}
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
