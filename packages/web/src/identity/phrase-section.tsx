import {
  confirmPhrase,
  devicesOf,
  keepFormerPhrase,
  phraseRenewalOf,
  renewPhrase,
  unwrittenPhrase,
} from '@goodoffices/client'
import { useState } from 'react'
import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'
import { useSpelled } from './spelled.tsx'

/**
 * RING-23, RING-26: the recovery words until they stand on paper, to be taken up as often as somebody is called away from it; and others in
 * their place.
 */
export function PhraseSection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const attempt = useAttempt()
  const [shown, setShown] = useState(false)
  const [asked, setAsked] = useState(false)
  const [replaced, setReplaced] = useState(false)
  const phrase = unwrittenPhrase(session)
  const renewal = phraseRenewalOf(session)
  const { parts } = useSpelled(phrase ?? [])
  if (phrase !== undefined && shown)
    return (
      <PhraseSheet
        phrase={phrase}
        attempt={attempt}
        onDone={() =>
          whenDone(
            attempt.run(() => confirmPhrase(session)),
            () => {
              setShown(false)
              setReplaced(renewal !== undefined)
            },
          )
        }
      />
    )
  if (phrase !== undefined)
    return (
      <Section
        title={t('phrase.title')}
        hint={renewal === undefined ? t('phrase.later', { count: parts.length }) : t('phrase.new-later')}
      >
        <div className="actions">
          <Button weight="main" onPress={() => setShown(true)}>
            {t('phrase.show')}
          </Button>
          {renewal !== undefined && (
            <Button
              weight="text"
              isDisabled={attempt.busy}
              onPress={() => void attempt.run(() => keepFormerPhrase(session))}
            >
              {t('phrase.keep')}
            </Button>
          )}
        </div>
        <AttemptNotice attempt={attempt} />
      </Section>
    )
  const has = devicesOf(session).some(({ is }) => is === 'paper')
  const what = has ? 'phrase.renew' : 'phrase.make'
  return (
    <Section title={t('phrase.title')} hint={t(has ? 'phrase.on-paper' : 'term.waiting.recovery')}>
      <div aria-live="polite">
        {renewal !== undefined && <p className="notice">{t('phrase.replacing')}</p>}
        {renewal === undefined && replaced && <p className="notice">{t('phrase.replaced')}</p>}
      </div>
      {renewal === undefined && (
        <div className="actions">
          <Button onPress={() => setAsked(true)}>{t(what)}</Button>
        </div>
      )}
      {asked && (
        <ActDialog
          title={t(what)}
          act={() => renewPhrase(session)}
          onClose={() => setAsked(false)}
          onDone={() => {
            setAsked(false)
            setReplaced(false)
            setShown(true)
          }}
        >
          <p>{t('phrase.renew-sure')}</p>
        </ActDialog>
      )}
    </Section>
  )
}
