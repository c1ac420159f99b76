import { foreignAtTable } from '@goodoffices/client'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'

/** ASNT-14: told loudly, wherever one looks for what waits. */
export function Foreign() {
  const { t } = useWords()
  const { session, process } = useTalks()
  return foreignAtTable(session, process.process).map(({ member, name }) => (
    <p key={member} role="alert">
      {t('term.foreign-device', { name })}
    </p>
  ))
}
