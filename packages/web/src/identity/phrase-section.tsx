import { forgetPhrase, unwrittenPhrase } from '@goodoffices/client'
import { useState } from 'react'
import type { Session } from '../session/session.ts'
import { useVersion } from '../session/use-session.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'
import { useSpelled } from './spelled.tsx'

/** RING-23: the recovery words, until they stand on paper: to be taken up as often as somebody is called away from it. */
export function PhraseSection({ session }: { readonly session: Session }) {
  const { t } = useWords()
  useVersion(session)
  const [shown, setShown] = useState(false)
  const phrase = unwrittenPhrase(session)
  const { parts } = useSpelled(phrase ?? [])
  if (phrase === undefined) return null
  if (shown) return <PhraseSheet phrase={phrase} onDone={() => void forgetPhrase(session)} />
  return (
    <Section title={t('phrase.title')} hint={t('phrase.later', { count: parts.length })}>
      <div className="actions">
        <Button weight="main" onPress={() => setShown(true)}>
          {t('phrase.show')}
        </Button>
      </div>
    </Section>
  )
}
